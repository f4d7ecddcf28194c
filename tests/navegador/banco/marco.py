"""Un banco de pruebas: los componentes de verdad, en Chromium y en Python, sin servidor.

La página recibe un modelo que habla con el widget de Python igual que lo haría el núcleo:
los rasgos van y vienen, y los mensajes pasan por ``_al_mensaje``.
"""

import json
import mimetypes
import os
from pathlib import Path
from typing import Any

from mesa_territorial_widgets.componentes.base import ESTATICO, Componente
from mesa_territorial_widgets.componentes.pizarra import Pizarra

RAIZ = "http://banco.prueba/"
_HTML = Path(__file__).with_name("banco.html")


def _estatico() -> Path:
    return Path(os.environ.get("MESA_ESTATICO", ESTATICO))


class Banco:
    """Monta ``componentes`` (y su pizarra) en ``page``; ``errores`` junta los de la consola."""

    def __init__(self, page: Any, *componentes: Componente) -> None:
        self.page = page
        self.errores: list[str] = []
        self.widgets: dict[str, Componente] = {}
        self._callado = False
        self.abierto = True
        for componente in componentes:
            self._conocer(componente)
        self._preparar(componentes)

    def _conocer(self, widget: Componente) -> None:
        if widget.model_id in self.widgets:
            return
        self.widgets[widget.model_id] = widget
        widget.send = lambda contenido, buffers=None: self._a_la_pagina(widget, contenido)
        widget.observe(lambda cambio: self._al_cambiar(widget, cambio.name), names=_rasgos(widget))
        pizarra = getattr(widget, "pizarra", None)
        if isinstance(pizarra, Pizarra):
            self._conocer(pizarra)

    def _preparar(self, componentes: tuple[Componente, ...]) -> None:
        self.page.on("pageerror", lambda e: self.errores.append(str(e)))
        self.page.on("console", lambda m: m.type == "error" and self.errores.append(m.text))
        self.page.route("**/*", self._servir)
        self.page.expose_function("aPython", self._de_la_pagina)
        self.page.goto(RAIZ)
        modelos = {clave: self._estado(w) for clave, w in self.widgets.items()}
        montar = [c.model_id for c in componentes]
        self.page.evaluate("([m, c]) => window.montar(m, c)", [modelos, montar])

    def cerrar(self) -> None:
        """Deja de hablarle a la página: los widgets se pueden botar tranquilos."""
        self.abierto = False
        for widget in self.widgets.values():
            widget.unobserve_all()

    def _servir(self, ruta: Any) -> None:
        nombre = ruta.request.url.removeprefix(RAIZ).split("?")[0] or "banco.html"
        archivo = _HTML if nombre == "banco.html" else _estatico() / nombre
        if not archivo.is_file():
            ruta.fulfill(status=404)
            return
        tipo = mimetypes.guess_type(archivo.name)[0] or "application/octet-stream"
        ruta.fulfill(body=archivo.read_bytes(), content_type=tipo)

    def _estado(self, widget: Componente) -> dict[str, Any]:
        estado = {n: getattr(widget, n) for n in _rasgos(widget)}
        if isinstance(getattr(widget, "pizarra", None), Pizarra):
            estado["pizarra"] = f"IPY_MODEL_{widget.pizarra.model_id}"
        return {**estado, "_modulo": widget.modulo}

    def _al_cambiar(self, widget: Componente, nombre: str) -> None:
        # La pizarra no manda la Mesa entera al cambiarla: manda parches (ver Pizarra.mostrar).
        if (
            not self.abierto
            or self._callado
            or (nombre == "mesa" and getattr(widget, "_callada", False))
        ):
            return
        self.page.evaluate(
            "([i, n, v]) => window.poner(i, n, v)",
            [widget.model_id, nombre, getattr(widget, nombre)],
        )

    def _a_la_pagina(self, widget: Componente, contenido: Any) -> None:
        if not self.abierto:
            return
        limpio = json.loads(json.dumps(contenido))
        self.page.evaluate("([i, m]) => window.recibir(i, m)", [widget.model_id, limpio])

    def _de_la_pagina(self, clave: str, clase: str, contenido: Any) -> None:
        widget = self.widgets[clave]
        if clase == "mensaje":
            widget._al_mensaje(widget, contenido, [])
            return
        self._callado = True
        try:
            for nombre, valor in contenido.items():
                setattr(widget, nombre, valor)
        finally:
            self._callado = False


_AJENOS = {"pizarra", "layout", "tabbable", "tooltip", "comm", "keys", "log"}


def _rasgos(widget: Componente) -> list[str]:
    return [n for n in widget.traits(sync=True) if not n.startswith("_") and n not in _AJENOS]
