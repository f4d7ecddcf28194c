"""El mapa de actores: se ve, se edita y se ordena; los cambios quedan en la pizarra."""

from collections.abc import Iterable
from typing import Any

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

_CAMPOS = ("clave", "nombre", "para_que", "que_no_dice")


class Mapa(ComponenteDePizarra):
    """La red de una Mesa, dibujada en SVG con cada actor al alcance del teclado.

    ``medidas`` son las que ofrece «Tamaño por»: diccionarios con ``clave`` (la de
    ``pizarra.metricas``), ``nombre``, ``para_que`` y ``que_no_dice``. ``avisos_medida`` son frases
    que acompañan a la leyenda de tamaño cuando un filtro cambia lo que se midió.
    """

    modulo = "mapa"
    medidas = t.List(t.Dict()).tag(sync=True)
    avisos_medida = t.List(t.Unicode()).tag(sync=True)

    def __init__(
        self,
        pizarra: Pizarra | Mesa,
        *,
        medidas: Iterable[dict[str, str]] = (),
        avisos_medida: Iterable[str] = (),
        **rasgos: Any,
    ) -> None:
        super().__init__(
            pizarra, medidas=list(medidas), avisos_medida=list(avisos_medida), **rasgos
        )

    @t.validate("medidas")
    def _medidas_completas(self, propuesta: t.Bunch) -> list[dict[str, str]]:
        medidas: list[dict[str, str]] = propuesta["value"]
        for medida in medidas:
            faltan = [campo for campo in _CAMPOS if not medida.get(campo)]
            exigir(not faltan, f"A una medida del mapa le falta: {', '.join(faltan)}.")
        return medidas
