"""Las columnas que traen los archivos oficiales: su nombre en castellano, su unidad y su fuente."""

from collections.abc import Mapping

CENSO = "INE, Censo {}"
SAE = "Ministerio de Desarrollo Social y Familia, estimación comunal (SAE), Casen {}"
SINIM = "SUBDERE, SINIM {}"
CATASTRO = "MINVU, catastro de campamentos {}"
PERSONAS, _HOGARES, POR_CIENTO = "personas", "hogares", "% de las personas"
_MILLONES = "millones de pesos"

_Fila = tuple[str, str, str]
# El comienzo del título, sin el año → nombre, unidad y fuente.
POR_TITULO: Mapping[str, _Fila] = {
    "pob": ("Población", PERSONAS, CENSO),
    "poblacion censada": ("Población", PERSONAS, CENSO),
    "numero de personas segun proyecciones de poblacion": (
        "Población proyectada",
        PERSONAS,
        "INE, proyecciones de población {}",
    ),
    "pob hombres": ("Hombres", PERSONAS, CENSO),
    "pob mujeres": ("Mujeres", PERSONAS, CENSO),
    "hogares": ("Hogares", _HOGARES, CENSO),
    "viviendas": ("Viviendas", "viviendas", CENSO),
    "pobreza ingresos": ("Pobreza por ingresos", POR_CIENTO, SAE),
    "pobreza multidimensional": ("Pobreza multidimensional", POR_CIENTO, SAE),
    "muni ingresos totales mm": ("Ingresos municipales totales", _MILLONES, SINIM),
    "muni ingresos propios permanentes mm": (
        "Ingresos propios permanentes del municipio",
        _MILLONES,
        SINIM,
    ),
    "muni fondo comun municipal mm": ("Fondo Común Municipal", _MILLONES, SINIM),
    "muni gasto inversion mm": ("Gasto municipal en inversión", _MILLONES, SINIM),
    "ipp per capita m": (
        "Ingresos propios permanentes por habitante",
        "miles de pesos por habitante",
        SINIM,
    ),
    "dependencia fcm pct": ("Dependencia del Fondo Común Municipal", "%", SINIM),
    "pob rural pct": ("Población rural", POR_CIENTO, SINIM),
    "organizaciones comunitarias": ("Organizaciones comunitarias", "organizaciones", SINIM),
    "funcionarios planta": ("Funcionarios municipales de planta", PERSONAS, SINIM),
    "funcionarios contrata": ("Funcionarios municipales a contrata", PERSONAS, SINIM),
    "honorarios": ("Personas a honorarios en el municipio", PERSONAS, SINIM),
    "mujeres funcionarias pct": ("Mujeres entre el personal municipal", "%", SINIM),
    "transf org comunitarias m": (
        "Transferencias municipales a organizaciones comunitarias",
        "miles de pesos",
        SINIM,
    ),
    "campamentos": ("Campamentos", "campamentos", CATASTRO),
    "hogares campamentos": ("Hogares en campamentos", _HOGARES, CATASTRO),
    "establecimientos salud": ("Establecimientos de salud", "establecimientos", "MINSAL"),
    "establecimientos educacionales": (
        "Establecimientos educacionales",
        "establecimientos",
        "MINEDUC",
    ),
}
UNIDADES_SINIM: Mapping[str, str] = {
    "m$": "miles de pesos",
    "mm$": _MILLONES,
    "$": "pesos",
    "%": "%",
    "n°": "cantidad",
    "nº": "cantidad",
    "mts²": "metros cuadrados",
    "mts2": "metros cuadrados",
}
A_SECAS = frozenset(
    ("pob", "hogares", "viviendas", "campamentos", "hogares campamentos", "honorarios")
)
"""Títulos que podrían ser de cualquiera: solos, no se les supone la fuente."""
