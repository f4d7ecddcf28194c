"""Una pila: varios componentes uno bajo otro, como una sola pieza del tablero."""

from collections.abc import Sequence

import traitlets as t
from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.base import Componente


class Pila(Componente):
    """Las ``piezas`` en orden, cada una con su propio encabezado."""

    modulo = "pila"
    piezas = t.List().tag(sync=True)

    def __init__(self, piezas: Sequence[DOMWidget]) -> None:
        self._piezas = tuple(piezas)
        super().__init__(piezas=[f"IPY_MODEL_{p.model_id}" for p in piezas])
