"""La guía entera como un libro: los capítulos escritos, el glosario y las fuentes."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby

import mesa_territorial
from mesa_territorial import contenido
from mesa_territorial.formacion.glosario import leer_glosario
from mesa_territorial.formacion.referencias import SUELTOS
from mesa_territorial.formacion.temas import Tema, listar_temas
from mesa_territorial.intercambio.escritos import (
    Bloque,
    Escrito,
    Lista,
    Papel,
    Parrafo,
    Portada,
    Salto,
    Tabla,
    Titulo,
    archivo_pdf,
    archivo_word,
    cursiva,
    negrita,
)
from mesa_territorial.intercambio.guia_bloques import bloques_de
from mesa_territorial.intercambio.guia_renglones import GLOSARIO, ancla_de, ancla_de_letra

TITULO = "La guía de la Mesa Territorial"
BAJADA = "Cómo armar y conducir una Mesa, de la primera pregunta al acta de constitución"
_QUE_ES = (
    "Este libro reúne los capítulos escritos del kit, en el orden de la ruta, con su glosario y "
    "sus fuentes. Los recuadros «Pruebe esto» se hacen en la pantalla, con los casos de práctica."
)


def guia_entera(*, papel: Papel = Papel.A4) -> Escrito:
    """El libro: se arma cada vez de los mismos textos que se leen en pantalla."""
    return Escrito(
        titulo=TITULO,
        bajada=BAJADA,
        version=mesa_territorial.__version__,
        bloques=tuple(_bloques()),
        portada=Portada.HOJA,
        indice=True,
        papel=papel,
    )


@cache
def guia_en_pdf() -> tuple[str, bytes]:
    """El libro en PDF, con índice y marcadores; se arma una vez por proceso."""
    return archivo_pdf(guia_entera())


@cache
def guia_en_word() -> tuple[str, bytes]:
    """El libro en Word; se arma una vez por proceso."""
    return archivo_word(guia_entera())


def _bloques() -> Iterator[Bloque]:
    escritos = [t for t in listar_temas() if not t.esta_en_preparacion]
    yield Titulo("Antes de empezar", 1, "antes-de-empezar")
    yield Parrafo(_QUE_ES)
    yield from _por_venir()
    for tema in escritos:
        yield Salto()
        yield from _capitulo(tema)
    for clave in SUELTOS:
        yield Salto()
        yield from _glosario() if clave == GLOSARIO else _suelto(clave)


def _por_venir() -> Iterator[Bloque]:
    titulos = [t.titulo for t in listar_temas() if t.esta_en_preparacion]
    if titulos:
        yield Parrafo((negrita("Todavía en preparación: "), "; ".join(titulos), "."))


def _capitulo(tema: Tema) -> Iterator[Bloque]:
    yield Titulo(f"{tema.numero}. {tema.titulo}", 1, ancla_de(tema.clave))
    yield Parrafo((cursiva(tema.gana),))
    yield Parrafo((negrita("Preguntas que responde"),))
    yield Lista(tema.preguntas)
    yield Parrafo((negrita("Qué podrá hacer al terminar"),))
    yield Lista(tema.objetivos)
    yield from bloques_de(tema.cuerpo, tema.clave)


def _suelto(clave: str) -> Iterator[Bloque]:
    texto = contenido.ruta("guia", f"{clave}.md").read_text(encoding="utf-8")
    titulo, _, cuerpo = texto.partition("\n")
    yield Titulo(titulo.removeprefix("# ").strip(), 1, ancla_de(clave))
    yield from bloques_de(cuerpo, clave)


def _glosario() -> Iterator[Bloque]:
    yield Titulo("Glosario", 1, ancla_de(GLOSARIO))
    yield Parrafo("Un concepto, una palabra; la última columna dice dónde se explica.")
    for letra, terminos in groupby(leer_glosario().values(), key=lambda t: t.ancla[0]):
        yield Titulo(letra.upper(), 3, ancla_de_letra(letra))
        yield Tabla(
            ("Término", "Definición", "Dónde"),
            [((negrita(t.termino),), t.definicion, t.donde) for t in terminos],
            anchos=(3, 6, 2.6),
        )
