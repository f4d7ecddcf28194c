"""Estrategias de Hypothesis: actores, relaciones y Mesas con los textos que llegan de verdad.

Los textos no llevan blancos en los bordes (la pantalla y la importación los quitan) ni caracteres
de control fuera del salto de línea y el tabulador.
"""

from typing import Any

from hypothesis import strategies as st

from mesa_territorial.dominio.actores import (
    Actor,
    Estado,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.territorio import Territorio

TEXTOS_HOSTILES = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("x";"y")',
    "+56 32 221 3344",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "'=1+1",
    "''",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</text><script>alert(1)</script>",
    "javascript:alert(1)",
    "]]>",
    "&amp;&lt;",
    "'; DROP TABLE actores; --",
    "${influencia}",
    "{{7*7}}",
    "%s %n",
    "a;b,c\td",
    'di "jo" él',
    "primera\nsegunda",
    "_x0041_",
    "NaN",
    "None",
    "null",
    "VERDADERO",
    "007",
    "1e5",
    "3,5",
    "1-3",
    "I. Municipalidad de Valparaíso",
    "Ñandú & Cía. Ltda. (ex-Güiña)",
    "\u202eodasrever",
    "e\u0301",
    "𝔘𝔫𝔦",
    "👩‍👩‍👧 Junta",
    "ﬁnanzas",
)
_letra = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
_linea = st.text(_letra, max_size=30)
_parrafo = st.text(st.one_of(_letra, st.sampled_from("\n\t")), max_size=60)


def textos(*, lineas: bool = False) -> st.SearchStrategy[str]:
    """Textos cortos, hostiles o no, sin blancos en los bordes; con ``lineas``, de varias."""
    libre = _parrafo if lineas else _linea
    return st.one_of(st.sampled_from(TEXTOS_HOSTILES), libre).map(str.strip)


def nombres() -> st.SearchStrategy[str]:
    """Nombres de actor o Mesa: nunca vacíos y con algo que comparar."""
    return textos().filter(lambda texto: bool(nombre_comparable(texto)))


def identificadores() -> st.SearchStrategy[str]:
    """Ids cortos en minúsculas, cifras y guiones."""
    return st.text("abcdefghijklmnopqrstuvwxyz0123456789-_", min_size=1, max_size=12)


def lugares() -> st.SearchStrategy[float]:
    """Coordenadas del lienzo, con tres decimales."""
    return st.integers(-3_000_000, 3_000_000).map(lambda milesimas: milesimas / 1000)


def notas() -> st.SearchStrategy[float | None]:
    """De 1 a 5 con un decimal, o ``None``."""
    return st.none() | st.integers(1, 5) | st.integers(10, 50).map(lambda decimas: decimas / 10)


def _quizas(minimo: int, maximo: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(minimo, maximo)


@st.composite
def actores(draw: st.DrawFn) -> Actor:
    """Un actor cualquiera, con o sin lugar en el mapa."""
    con_lugar = draw(st.booleans())
    return Actor(
        id=draw(identificadores()),
        nombre=draw(nombres()),
        sector=draw(st.sampled_from(Sector)),
        tipo=draw(textos()),
        nivel=draw(st.none() | st.sampled_from(Nivel)),
        estado=draw(st.sampled_from(Estado)),
        influencia=draw(notas()),
        interes=draw(notas()),
        legitimidad=draw(notas()),
        urgencia=draw(notas()),
        posicion=draw(_quizas(-1, 1)),
        torre=draw(_quizas(0, 12)),
        capital_politico=draw(_quizas(0, 3)),
        capital_economico=draw(_quizas(0, 3)),
        capital_cultural=draw(_quizas(0, 3)),
        capital_social=draw(_quizas(0, 3)),
        comite=draw(st.booleans()),
        nota=draw(textos(lineas=True)),
        x=draw(lugares()) if con_lugar else None,
        y=draw(lugares()) if con_lugar else None,
        fijado=draw(st.booleans()),
        procedencia=draw(st.sampled_from(Procedencia)),
        fuente=draw(textos()),
    )


@st.composite
def relaciones(draw: st.DrawFn, ids: list[str], momentos: list[str]) -> Relacion:
    """Una relación entre dos de ``ids`` (al menos dos) en uno de ``momentos``."""
    de, hacia = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    return Relacion(
        id=draw(identificadores()),
        de=de,
        hacia=hacia,
        tipo=draw(st.sampled_from(TipoRelacion)),
        intensidad=draw(st.integers(1, 3)),
        dirigida=draw(st.booleans()),
        momento=draw(st.sampled_from(momentos)),
        nota=draw(textos(lineas=True)),
        procedencia=draw(st.sampled_from(Procedencia)),
    )


def momentos() -> st.SearchStrategy[Momento]:
    """Un momento con nombre cualquiera."""
    return st.builds(Momento, id=identificadores(), nombre=nombres(), orden=st.integers(0, 9))


def _por_id(cosas: list[Any]) -> dict[str, Any]:
    return {cosa.id: cosa for cosa in cosas}


@st.composite
def mesas(draw: st.DrawFn, max_actores: int = 6, max_relaciones: int = 8) -> Mesa:
    """Una Mesa válida, con momentos, actores y relaciones."""
    cortes = _por_id(draw(st.lists(momentos(), min_size=1, max_size=3)))
    claves = (lambda a: a.id, lambda a: nombre_comparable(a.nombre))
    gente = _por_id(draw(st.lists(actores(), max_size=max_actores, unique_by=claves)))
    vinculos: list[Relacion] = []
    if len(gente) > 1:
        una = relaciones(list(gente), list(cortes))
        distintas = (lambda r: r.id, lambda r: r.huella)
        vinculos = draw(st.lists(una, max_size=max_relaciones, unique_by=distintas))
    return Mesa(
        id=draw(identificadores()),
        nombre=draw(nombres()),
        territorio=Territorio(
            cut_comuna=draw(st.from_regex(r"[0-9]{5}", fullmatch=True)),
            lugar=draw(textos()),
            nivel=draw(st.sampled_from(Nivel)),
        ),
        objetivo=draw(textos(lineas=True)),
        ilustrativa=draw(st.booleans()),
        actores=gente,
        relaciones=_por_id(vinculos),
        momentos=cortes,
    )


@st.composite
def sucesos(draw: st.DrawFn) -> dict[str, Any]:
    """Un suceso de la bitácora, como dict de tipos JSON."""
    hoja = st.none() | st.booleans() | st.integers() | textos()
    cambio = st.fixed_dictionaries(
        {"ruta": st.lists(textos(), min_size=1, max_size=3)},
        optional={"antes": hoja, "despues": hoja},
    )
    return {
        "numero": draw(st.integers(1, 10_000)),
        "autor": draw(textos()),
        "cuando": draw(st.datetimes().map(lambda momento: momento.isoformat())),
        "frase": draw(textos()),
        "tipo": draw(st.sampled_from(("cambio", "deshacer", "rehacer"))),
        "parche": draw(st.lists(cambio, max_size=3)),
    }
