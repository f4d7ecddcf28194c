"""La lectura de un tema: el capítulo de la guía con su índice, sus términos y sus figuras.

Es la única pieza que entrega HTML: sale de la guía del kit y de figuras propias, nunca de lo que
escribe una persona.
"""

from html import escape
from typing import Any

import traitlets as t
from IPython.display import HTML

from mesa_territorial.formacion.lectura import Lectura, leer_guia
from mesa_territorial.formacion.temas import Tema
from mesa_territorial.graficos.figuras import dibujar
from mesa_territorial_widgets.componentes.base import Componente, es_pagina_propia

_LIENZO = '<div class="mt-figura-lienzo"></div>'


class LecturaEnCuaderno(Componente):
    """La lectura en JupyterLab; ``html`` viene de la guía del kit."""

    modulo = "lectura"
    html = t.Unicode().tag(sync=True)


def articulo(tema: Tema) -> Any:
    """La lectura lista para mostrar: HTML en la página propia, un widget en JupyterLab."""
    marcado = _articulo(leer_guia(tema.clave))
    return HTML(marcado) if es_pagina_propia() else LecturaEnCuaderno(html=marcado)


def _articulo(lectura: Lectura) -> str:
    return (
        '<div class="mt mt-lectura" data-mesa-modulo="lectura">'
        f"{_indice(lectura)}<article>{_portada(lectura.tema)}{_con_figuras(lectura)}</article></div>"
    )


def _indice(lectura: Lectura) -> str:
    enlaces = "".join(
        f'<li><a href="#leer/{s.ancla}">{s.titulo}</a></li>' for s in lectura.secciones
    )
    return f'<nav class="indice" aria-label="Secciones de la lectura"><ol>{enlaces}</ol></nav>'


def _portada(tema: Tema) -> str:
    preguntas = "".join(f"<li>{escape(p)}</li>" for p in tema.preguntas)
    objetivos = "".join(f"<li>{escape(o)}</li>" for o in tema.objetivos)
    return (
        f'<div class="portada"><p class="pregunta">Preguntas que responde</p><ul>{preguntas}</ul>'
        f"<details><summary>Qué podrá hacer al terminar</summary><ul>{objetivos}</ul></details>"
        "</div>"
    )


def _con_figuras(lectura: Lectura) -> str:
    html = lectura.html
    for nombre in lectura.figuras:
        # Los huecos vienen en el mismo orden que los nombres.
        html = html.replace(_LIENZO, f'<div class="dibujo">{dibujar(nombre)}</div>', 1)
    return html
