"""Los cuatro tiempos de un tema y las aplicaciones, como celdas de una línea.

En la página propia son pestañas con dirección; en JupyterLab, las celdas del cuaderno. Nada de
aquí muestra una traza: lo que falla se dice en castellano.
"""

import html
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from IPython.display import HTML, display
from ipywidgets import DOMWidget

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.formacion.temas import Tema, buscar_tema
from mesa_territorial_widgets.componentes.base import es_pagina_propia
from mesa_territorial_widgets.componentes.lectura import articulo
from mesa_territorial_widgets.componentes.seguro import atender
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto import Contexto

__all__ = ["abrir_app", "abrir_tema", "aplicar", "explorar", "leer", "practicar"]

_abierto: dict[str, Any] = {}


@cache
def _contexto() -> Contexto:
    return Contexto.abrir()


def _tema() -> Tema:
    exigir("tema" in _abierto, "Falta abrir el tema: ejecute antes la primera celda.")
    tema: Tema = _abierto["tema"]
    return tema


def _modulo_del_tema() -> Any:
    return import_module(f"mesa_territorial_widgets.temas.{_tema().nombre}")


def _avisar(error: str) -> None:
    display(HTML(f'<div class="mt mt-aviso error">{html.escape(error)}</div>'))


def abrir_tema(clave: str) -> None:
    """Abre el tema de esa clave; en JupyterLab muestra su portada."""
    _abierto.clear()
    respuesta = atender(buscar_tema, clave)
    if "error" in respuesta:
        _avisar(respuesta["error"])
        return
    tema = _abierto["tema"] = respuesta["datos"]
    if not es_pagina_propia():
        titulo, gana = html.escape(tema.titulo), html.escape(tema.gana)
        display(HTML(f"<h1>{tema.numero}. {titulo}</h1><p>{gana}</p>"))


def leer() -> None:
    """Muestra la lectura del tema: la guía no necesita que nadie haga nada."""
    respuesta = atender(lambda: articulo(_tema()))
    if "error" in respuesta:
        _avisar(respuesta["error"])
    else:
        display(respuesta["datos"])


def _tiempo(titulo: str, construir: Callable[[], DOMWidget]) -> None:
    display(Tiempo(construir, titulo=titulo))


def explorar() -> None:
    """Muestra el recorrido guiado por un caso."""
    _tiempo("Abriendo el caso", lambda: _modulo_del_tema().explorar(_contexto()))


def practicar() -> None:
    """Muestra los ejercicios del tema, que responden."""
    from mesa_territorial_widgets.apps.practica import practica_de

    _tiempo("Abriendo los ejercicios", lambda: practica_de(_tema(), _contexto()))


def aplicar() -> None:
    """Muestra la herramienta del tema sobre la Mesa del equipo."""
    _tiempo("Abriendo su Mesa", lambda: _modulo_del_tema().aplicar(_contexto()))


def abrir_app(nombre: str) -> None:
    """Muestra una aplicación: «inicio» o «mi_mesa»."""

    def construir() -> DOMWidget:
        modulo = import_module(f"mesa_territorial_widgets.apps.{nombre}")
        pagina: DOMWidget = getattr(modulo, nombre)(_contexto())
        return pagina

    _tiempo("Abriendo", construir)
