"""De los bloques de la guía a los de un escrito: la misma lectura de la pantalla, en papel."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from mesa_territorial.formacion.glosario import anclar
from mesa_territorial.formacion.lectura import leer_arbol
from mesa_territorial.graficos.figuras import dibujar
from mesa_territorial.intercambio.escritos import (
    Aviso,
    Bloque,
    Dibujo,
    Lista,
    Parrafo,
    Tabla,
    Titulo,
    Trozo,
)
from mesa_territorial.intercambio.guia_renglones import Ficha, ancla_de, trozos_de

NOTAS = "Notas del capítulo"
_SVG = re.compile(r"<svg.*?</svg>", re.S)
_DESCRIBE = re.compile(r'aria-label="([^"]*)"')
_NIVEL_DE_LISTA = "– "
Renglon = tuple[Trozo, ...]


def bloques_de(texto: str, capitulo: str) -> Iterator[Bloque]:
    """Los bloques del texto; los títulos quedan con el ancla del capítulo."""
    for ficha in leer_arbol(texto):
        yield from _ESCRIBIR[ficha["type"]](ficha, capitulo)


def _titulo(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    texto = "".join(t.texto for t in trozos_de(ficha["children"], capitulo))
    nivel = min(3, max(2, ficha["attrs"]["level"]))
    yield Titulo(texto, nivel, ancla_de(capitulo, anclar(texto)))


def _parrafo(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    yield Parrafo(trozos_de(ficha["children"], capitulo))


def _lista(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    desde = int(ficha["attrs"].get("start", 1))
    puntos = [_punto(hijo, capitulo) for hijo in ficha["children"]]
    yield Lista(puntos, numerada=bool(ficha["attrs"]["ordered"]), desde=desde)


def _punto(ficha: Ficha, capitulo: str) -> Renglon:
    """Un punto en un solo texto: lo que trae adentro va en líneas aparte."""
    lineas: list[Renglon] = []
    for hijo in ficha["children"]:
        if hijo["type"] == "list":
            lineas += [(Trozo(_NIVEL_DE_LISTA), *_punto(h, capitulo)) for h in hijo["children"]]
        elif hijo.get("children"):
            lineas.append(trozos_de(hijo["children"], capitulo))
    return _en_lineas(lineas)


def _en_lineas(lineas: Sequence[Renglon]) -> Renglon:
    salto = Trozo("\n")
    juntas: list[Trozo] = []
    for linea in lineas:
        juntas += [salto, *linea] if juntas else linea
    return tuple(juntas)


def _tabla(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    cabeza, cuerpo = ficha["children"]
    filas = [
        [trozos_de(c["children"], capitulo) for c in f["children"]] for f in cuerpo["children"]
    ]
    columnas = [trozos_de(c["children"], capitulo) for c in cabeza["children"]]
    derecha = [n for n, c in enumerate(cabeza["children"]) if c["attrs"]["align"] == "right"]
    yield Tabla(columnas, filas, anchos=_anchos([columnas, *filas]), derecha=derecha)


def _celdas(fila: Ficha, capitulo: str) -> list[Renglon]:
    return [trozos_de(celda["children"], capitulo) for celda in fila["children"]]


def _anchos(filas: Sequence[Sequence[Renglon]]) -> list[float]:
    """Proporciones según lo más largo de cada columna, sin que ninguna quede ilegible."""
    largos = [
        max(sum(len(t.texto) for t in fila[n]) for fila in filas) for n in range(len(filas[0]))
    ]
    return [float(min(80, max(12, largo))) for largo in largos]


def _pruebe(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    titulo = f"Pruebe esto: paso {ficha['attrs']['valor']} de Explorar"
    yield Aviso(_adentro(ficha, capitulo), titulo=titulo)


def _figura(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    """Los dibujos de la figura, con el pie bajo el último."""
    svgs = _SVG.findall(dibujar(ficha["attrs"]["valor"]))
    pies = [()] * (len(svgs) - 1) + [_adentro(ficha, capitulo)]
    for svg, pie in zip(svgs, pies, strict=True):
        describe = _DESCRIBE.search(svg)
        yield Dibujo(svg, unescape(describe[1]) if describe else "Dibujo", pie)


def _adentro(ficha: Ficha, capitulo: str) -> Renglon:
    parrafos = [trozos_de(h["children"], capitulo) for h in ficha["children"] if h.get("children")]
    return _en_lineas(parrafos)


def _notas(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    yield Titulo(NOTAS, 3, ancla_de(capitulo, "notas-del-capitulo"))
    notas = [_adentro(nota, capitulo) for nota in ficha["children"]]
    yield Lista(notas, numerada=True, suave=True)


def _codigo(ficha: Ficha, _: str) -> Iterator[Bloque]:
    yield Parrafo(ficha["raw"].rstrip("\n"))


def _cita(ficha: Ficha, capitulo: str) -> Iterator[Bloque]:
    yield Aviso(_adentro(ficha, capitulo), titulo="Nota")


def _nada(_: Ficha, __: str) -> Iterator[Bloque]:
    return iter(())


_ESCRIBIR: Mapping[str, Callable[[Any, str], Iterator[Bloque]]] = {
    "heading": _titulo,
    "paragraph": _parrafo,
    "block_text": _parrafo,
    "list": _lista,
    "table": _tabla,
    "caja_pruebe": _pruebe,
    "caja_figura": _figura,
    "footnotes": _notas,
    "block_code": _codigo,
    "block_quote": _cita,
    "blank_line": _nada,
    "thematic_break": _nada,
}
