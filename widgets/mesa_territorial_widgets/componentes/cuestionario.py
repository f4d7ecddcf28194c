"""Preguntas con una misma escala de respuesta, por grupo, con lo que ya se sabe de cada uno."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

Grupo = tuple[str, str, Sequence[tuple[str, str]]]
"""Su clave, su título y sus preguntas (id y texto)."""


class Cuestionario(ComponenteDePizarra):
    """Guarda con ``orden`` y lee las respuestas de ``seccion`` en la Mesa.

    ``opciones`` son los códigos con su rótulo; ``dichos``, lo que se dice de cada grupo, por clave.
    """

    modulo = "cuestionario"
    titulo = t.Unicode().tag(sync=True)
    nota = t.Unicode().tag(sync=True)
    seccion = t.Unicode().tag(sync=True)
    orden = t.Unicode().tag(sync=True)
    opciones = t.List().tag(sync=True)
    grupos = t.List().tag(sync=True)
    dichos = t.Dict().tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        grupos: Sequence[Grupo],
        *,
        opciones: Mapping[str, str],
        **rasgos: Any,
    ) -> None:
        super().__init__(
            pizarra,
            grupos=[
                {"id": g, "titulo": titulo, "preguntas": [{"id": i, "texto": x} for i, x in suyas]}
                for g, titulo, suyas in grupos
            ],
            opciones=[list(par) for par in opciones.items()],
            **rasgos,
        )
