"""Un tiempo del tema: guarda cómo se construye y lo hace la primera vez que se ve."""

from collections.abc import Callable
from typing import Any

import traitlets as t
from ipywidgets import DOMWidget, widget_serialization

from mesa_territorial_widgets.componentes.base import Componente
from mesa_territorial_widgets.componentes.seguro import atender


class Tiempo(Componente):
    """``construir`` devuelve el widget del tiempo; si falla, la pantalla ofrece repetir."""

    modulo = "tiempo"
    titulo = t.Unicode().tag(sync=True)
    falla = t.Unicode().tag(sync=True)
    hijo = t.Instance(DOMWidget, allow_none=True).tag(sync=True, **widget_serialization)

    def __init__(self, construir: Callable[[], DOMWidget], **rasgos: Any) -> None:
        self._construir = construir
        super().__init__(**rasgos)

    def _al_abrir(self) -> None:
        if self.hijo is not None:
            return
        respuesta = atender(self._construir)
        self.falla = respuesta.get("error", "")
        self.hijo = respuesta.get("datos")
