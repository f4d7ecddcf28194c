"""La base de los componentes: un módulo de ``widgets/js/src`` con su pareja en Python."""

import inspect
import os
import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets as t

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial_widgets.componentes.seguro import atender

ESTATICO = Path(__file__).resolve().parents[1] / "estatico"
LARGO_ORDEN = 40
RECORDADOS = 16
"""Cuántas respuestas se guardan por si la página vuelve a pedirlas."""
_LETRAS = re.compile(r"@font-face\s*{[^}]*}")


def es_pagina_propia() -> bool:
    """Si lo sirve ``mesa servir``: la página trae los módulos y aquí basta con nombrarlos."""
    return os.environ.get("MESA_PAGINA") == "propia"


@cache
def _texto(archivo: str) -> str:
    ruta = ESTATICO / archivo
    if not ruta.is_file():
        raise ReglaRota(f"Falta {archivo}: vuelva a instalar el kit para compilar la pantalla.")
    return ruta.read_text(encoding="utf-8")


class Componente(anywidget.AnyWidget):
    """Un widget cuyo dibujo está en ``estatico/<modulo>.js``.

    La pantalla pide con ``{"pedido": n, "orden": "x", "datos": {…}}``; responde el método
    ``_al_x(**datos)``, siempre a través de ``atender``.
    """

    modulo: ClassVar[str] = ""
    modulo_de_cuaderno: ClassVar[str] = ""
    """El archivo para JupyterLab, si es otro (el que trae todo adentro)."""

    _componente = t.Unicode().tag(sync=True)

    def __init__(self, **rasgos: Any) -> None:
        self._contestado: dict[int, dict[str, Any]] = {}
        super().__init__(_componente=self.modulo, **rasgos)
        self.on_msg(self._al_mensaje)

    @property
    def _esm(self) -> str:
        return "" if es_pagina_propia() else _texto(f"{self.modulo_de_cuaderno or self.modulo}.js")

    @property
    def _css(self) -> str:
        return "" if es_pagina_propia() else _LETRAS.sub("", _texto("mesa.css"))

    def _al_mensaje(self, _: Any, contenido: Any, __: Any) -> None:
        if not isinstance(contenido, dict) or "orden" not in contenido:
            return
        pedido: Any = contenido.get("pedido")
        # La página repite lo que quedó sin respuesta al cortarse el canal: no se hace dos veces.
        ya = self._contestado.get(pedido) if _es_reenvio(contenido) else None
        respuesta = ya or {**atender(self._atender_pedido, contenido), "pedido": pedido}
        self._recordar_contestado(pedido, respuesta)
        self.send({"tipo": "respuesta", **respuesta})

    def _recordar_contestado(self, pedido: Any, respuesta: dict[str, Any]) -> None:
        if isinstance(pedido, int):
            self._contestado[pedido] = respuesta
            while len(self._contestado) > RECORDADOS:
                del self._contestado[next(iter(self._contestado))]

    def _atender_pedido(self, contenido: dict[str, Any]) -> Any:
        datos = contenido.get("datos") or {}
        exigir(isinstance(datos, dict), "El pedido llegó mal armado. Vuelva a intentarlo.")
        return self.responder(str(contenido["orden"])[:LARGO_ORDEN], datos)

    def responder(self, orden: str, datos: dict[str, Any]) -> Any:
        """Hace lo que pide la pantalla; levanta ``ReglaRota`` si no existe ``_al_<orden>``."""
        # Se busca en la clase: un atributo que guarda una función no es una orden.
        hacer = getattr(type(self), f"_al_{orden}", None) if orden.isidentifier() else None
        exigir(callable(hacer) and orden != "mensaje", f"Este paso no existe: «{orden}».")
        exigir(_calzan(hacer, self, datos), "A este paso le faltan datos o le sobran.")
        return hacer(self, **datos)  # type: ignore[misc]


def _es_reenvio(contenido: dict[str, Any]) -> bool:
    return contenido.get("reenvio") is True and isinstance(contenido.get("pedido"), int)


def _calzan(hacer: Any, *datos: Any) -> bool:
    *propios, campos = datos
    try:
        inspect.signature(hacer).bind(*propios, **campos)
    except TypeError:
        return False
    return True
