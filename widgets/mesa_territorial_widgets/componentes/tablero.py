"""El tablero de trabajo: pone las piezas en su lugar; la pizarra las une."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import traitlets as t
from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.base import Componente


class Pieza(NamedTuple):
    """Un componente con el título que lleva en el tablero."""

    clave: str
    titulo: str
    componente: DOMWidget


class Tablero(Componente):
    """``zonas``: «lienzo» (se alternan), «lado», «abajo» (se pliegan) y «sueltas» (diálogos)."""

    modulo = "tablero"
    zonas = t.Dict().tag(sync=True)
    recuerdo = t.Unicode().tag(sync=True)
    rotulo_lado = t.Unicode("Ficha y lectura del mapa").tag(sync=True)

    def __init__(self, zonas: Mapping[str, Sequence[Pieza]], **rasgos: Any) -> None:
        self._piezas = [p.componente for piezas in zonas.values() for p in piezas]
        super().__init__(zonas={z: [_ficha(p) for p in ps] for z, ps in zonas.items()}, **rasgos)


def _ficha(pieza: Pieza) -> dict[str, str]:
    return {
        "clave": pieza.clave,
        "titulo": pieza.titulo,
        "referencia": f"IPY_MODEL_{pieza.componente.model_id}",
    }
