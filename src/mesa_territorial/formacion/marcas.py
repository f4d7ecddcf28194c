"""Las marcas propias de la guía: términos del glosario, cajas «Pruebe esto» y figuras.

- ``[actor clave](glosario:actor-clave)`` es un término que abre su definición.
- ``:::pruebe paso=3`` … ``:::`` es una caja que lleva al paso 3 de Explorar.
- ``:::figura nombre=kite`` … ``:::`` es el lugar de una figura que dibuja el kit, con su pie.
- ``[quién falta](guia/03_mapa_de_actores#quien-falta)`` lleva a otro capítulo, a esa sección.

La guía la escribe el equipo del kit; aun así, el HTML crudo se muestra como texto.
"""

from collections import Counter
from html import escape
from re import Match
from typing import Any

import mistune
from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.markdown import Markdown
from mistune.renderers.html import HTMLRenderer

from mesa_territorial.formacion.glosario import anclar, buscar_termino
from mesa_territorial.formacion.referencias import es_referencia, leer_referencia

_GLOSARIO = "glosario:"
_CAJA = (
    r"^:::(?P<caja_tipo>pruebe|figura)[ \t]+(?P<caja_dato>\w+=\w+)[ \t]*\n"
    r"(?P<caja_texto>[\s\S]*?)^:::[ \t]*$"
)


class EscritorDeGuia(HTMLRenderer):
    """Escribe el HTML de la guía y anota secciones, términos, cajas y figuras."""

    def __init__(self) -> None:
        super().__init__(escape=True)
        self.secciones: list[tuple[str, str]] = []
        self.terminos: list[str] = []
        self.pasos: list[int] = []
        self.figuras: list[str] = []
        self._llamadas: Counter[int] = Counter()

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Un título; los de segundo nivel llevan ancla y entran al índice."""
        if level != 2:
            return super().heading(text, level, **attrs)
        ancla = anclar(text)
        self.secciones.append((ancla, text))
        return f'<h2 id="{ancla}">{text}</h2>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Un término del glosario como botón, o un enlace que no filtra de dónde viene."""
        if url.startswith(_GLOSARIO):
            return self._termino(text, url.removeprefix(_GLOSARIO))
        if es_referencia(url):
            return self._referencia(text, url)
        if not url.startswith(("http:", "https:")):
            return super().link(text, url, title)
        return f'<a href="{self.safe_url(url)}" rel="noopener noreferrer">{text}</a>'

    def _referencia(self, texto: str, url: str) -> str:
        """Un enlace a otro capítulo; si no tiene página todavía, sólo el texto."""
        destino = leer_referencia(url)
        if not destino.tiene_pagina:
            return texto
        seccion = f"#leer/{destino.ancla}" if destino.ancla else ""
        return f'<a class="mt-capitulo" href="{escape(destino.clave + seccion)}">{texto}</a>'

    def _termino(self, texto: str, ancla: str) -> str:
        termino = buscar_termino(ancla)
        self.terminos.append(ancla)
        return (
            f'<button type="button" class="mt-termino" data-termino="{escape(ancla)}" '
            f'data-definicion="{escape(termino.definicion)}" aria-expanded="false">'
            f"{texto}</button>"
        )

    def caja_pruebe(self, texto: str, valor: str) -> str:
        """La caja que lleva al paso ``valor`` de Explorar."""
        self.pasos.append(int(valor))
        return (
            f'<div class="mt-pruebe" role="note" data-paso="{valor}" aria-label="Pruebe esto">\n'
            f'<p class="mt-pruebe-titulo">Pruebe esto</p>\n{texto}'
            f'<p><a class="mt-pruebe-ir" href="#explorar" data-paso="{valor}">'
            f"Abrir el paso {valor} de Explorar</a></p>\n</div>\n"
        )

    def caja_figura(self, texto: str, valor: str) -> str:
        """El lugar de la figura ``valor``; la dibuja la pantalla desde los datos."""
        self.figuras.append(valor)
        return (
            f'<figure class="mt-figura" data-figura="{valor}">\n'
            f'<div class="mt-figura-lienzo"></div>\n<figcaption>{texto}</figcaption>\n</figure>\n'
        )

    def table(self, text: str) -> str:
        """Una tabla en una caja que se desliza, también con el teclado, si no cabe."""
        caja = '<div class="mt-tabla-ancha" tabindex="0" role="group" aria-label="Tabla">'
        return f"{caja}<table>\n{text}</table></div>\n"

    def footnote_ref(self, clave: str, index: int) -> str:
        """La llamada a una nota al pie; sólo la primera lleva la ancla de vuelta."""
        self._llamadas[index] += 1
        ancla = f' id="llamada-{index}"' if self._llamadas[index] == 1 else ""
        return (
            f'<sup class="mt-llamada"{ancla}>'
            f'<a href="#nota-{index}" aria-label="Nota {index}">{index}</a></sup>'
        )

    def footnote_item(self, texto: str, key: str, index: int) -> str:
        """Una nota al pie, con su vuelta al texto."""
        cuerpo = texto.strip().removeprefix("<p>").removesuffix("</p>")
        vuelta = f'<a href="#llamada-{index}" aria-label="Volver al texto de la nota {index}">↩</a>'
        return f'<li id="nota-{index}">{cuerpo} {vuelta}</li>\n'

    def footnotes(self, texto: str) -> str:
        """Todas las notas, al final de la lectura."""
        return f'<section class="mt-notas" aria-label="Notas">\n<ol>\n{texto}</ol>\n</section>\n'


def _leer_caja(bloque: BlockParser, hallada: Match[str], estado: BlockState) -> int:
    hijo = estado.child_state(hallada["caja_texto"])
    bloque.parse(hijo)
    valor = hallada["caja_dato"].partition("=")[2]
    estado.append_token(
        {
            "type": f"caja_{hallada['caja_tipo']}",
            "children": hijo.tokens,
            "attrs": {"valor": valor},
        }
    )
    return hallada.end() + 1


def _cajas(md: Markdown) -> None:
    md.block.register("caja", _CAJA, _leer_caja, before="list")


def crear_lector(escritor: EscritorDeGuia | None) -> Markdown:
    """Un lector de markdown con tablas, notas al pie y las marcas de la guía.

    Sin ``escritor`` entrega el árbol de lo leído en vez de HTML: con él se arma la guía en papel.
    """
    return mistune.create_markdown(renderer=escritor, plugins=["table", "footnotes", _cajas])
