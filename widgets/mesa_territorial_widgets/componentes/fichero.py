"""Fichas de una sección de la Mesa: se agregan, se editan, se leen como tabla."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas import Esquema
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra


class Dicho(TypedDict):
    """Algo que la herramienta dice de una ficha; ``tono`` es «alerta», «fortaleza» o «dato»."""

    texto: str
    tono: str


class Sugerencia(TypedDict):
    """Una ficha ya medio escrita que se agrega con un toque; ``dice`` cuenta de dónde sale."""

    rotulo: str
    campos: Mapping[str, Any]
    dice: NotRequired[str]


class Fichero(ComponenteDePizarra):
    """La colección que describe ``esquema``.

    ``dichos`` es lo que se dice de cada ficha, por id; ``orden``, los ids en que se muestran
    primero (en un esquema por actor, los únicos); ``calculados``, los textos de los campos que
    no se editan, por id y clave; ``sugerencias``, fichas que se agregan con un toque.
    """

    modulo = "fichero"
    esquema = t.Dict().tag(sync=True)
    dichos = t.Dict().tag(sync=True)
    orden: "t.List[str]" = t.List().tag(sync=True)
    calculados = t.Dict().tag(sync=True)
    sugerencias: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    nota = t.Unicode().tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        esquema: Esquema,
        *,
        dichos: Mapping[str, Sequence[Dicho]] | None = None,
        sugerencias: Sequence[Sugerencia] = (),
        **rasgos: Any,
    ) -> None:
        super().__init__(
            pizarra,
            esquema=esquema.para_pantalla(),
            dichos={k: list(v) for k, v in (dichos or {}).items()},
            sugerencias=[dict(s) for s in sugerencias],
            **rasgos,
        )


class Formulario(ComponenteDePizarra):
    """Los datos sueltos de una sección, los que no son una colección."""

    modulo = "formulario"
    esquema = t.Dict().tag(sync=True)
    nota = t.Unicode().tag(sync=True)

    def __init__(self, pizarra: Pizarra | Mesa, esquema: Esquema, **rasgos: Any) -> None:
        super().__init__(pizarra, esquema=esquema.para_pantalla(), **rasgos)
