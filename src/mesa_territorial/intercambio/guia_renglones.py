"""De los renglones de la guía a los trozos de un escrito: negritas, enlaces y llamadas a notas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from mesa_territorial.formacion.referencias import es_referencia, leer_referencia
from mesa_territorial.intercambio.escritos import Trozo

Ficha = Mapping[str, Any]
GLOSARIO = "glosario"


def trozos_de(fichas: list[Ficha], capitulo: str) -> tuple[Trozo, ...]:
    """Los trozos de una línea del capítulo."""
    return tuple(t for ficha in fichas for t in _LEER[ficha["type"]](ficha, capitulo))


def ancla_de(clave: str, seccion: str = "") -> str:
    """El ancla de un capítulo o de una de sus secciones en el libro."""
    return f"{clave}--{seccion}" if seccion else clave


def ancla_de_letra(termino: str) -> str:
    """El ancla de la letra del glosario donde está el término de esa ancla."""
    return ancla_de(GLOSARIO, termino[:1])


def _texto(ficha: Ficha, _: str) -> Iterator[Trozo]:
    yield Trozo(ficha["raw"])


def _espacio(_: Ficha, __: str) -> Iterator[Trozo]:
    yield Trozo(" ")


def _salto(_: Ficha, __: str) -> Iterator[Trozo]:
    yield Trozo("\n")


def _negrita(ficha: Ficha, capitulo: str) -> Iterator[Trozo]:
    for trozo in trozos_de(ficha["children"], capitulo):
        yield replace(trozo, negrita=True)


def _cursiva(ficha: Ficha, capitulo: str) -> Iterator[Trozo]:
    for trozo in trozos_de(ficha["children"], capitulo):
        yield replace(trozo, cursiva=True)


def _enlace(ficha: Ficha, capitulo: str) -> Iterator[Trozo]:
    destino = _destino(ficha["attrs"]["url"])
    for trozo in trozos_de(ficha["children"], capitulo):
        yield replace(trozo, enlace=destino)


def _destino(url: str) -> str:
    """A dónde lleva un enlace dentro del libro; un archivo suelto no lleva a ninguna parte."""
    if url.startswith("glosario:"):
        return f"#{ancla_de_letra(url.removeprefix('glosario:'))}"
    if es_referencia(url):
        referencia = leer_referencia(url)
        return f"#{ancla_de(referencia.clave, referencia.ancla)}"
    return url if url.startswith(("https://", "http://")) else ""


def _llamada(ficha: Ficha, _: str) -> Iterator[Trozo]:
    yield Trozo(str(ficha["attrs"]["index"]), alta=True)


_LEER: Mapping[str, Callable[[Ficha, str], Iterator[Trozo]]] = {
    "text": _texto,
    "codespan": _texto,
    "softbreak": _espacio,
    "linebreak": _salto,
    "strong": _negrita,
    "emphasis": _cursiva,
    "link": _enlace,
    "footnote_ref": _llamada,
}
