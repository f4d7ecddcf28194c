"""Lo esencial de un nombre de institución: sin artículos, abreviaturas ni formas legales."""

import re

from mesa_territorial.dominio.actores import nombre_comparable

_LARGO_PROPIO, _LARGO_SIGLA, _MAX_SIGLA = 5, 3, 8
_SOBRAN = frozenset(
    (
        "i",
        "ilustre",
        "de",
        "del",
        "la",
        "las",
        "el",
        "los",
        "y",
        "e",
        "en",
        "para",
        "por",
        "the",
        "n",
        "no",
        "nro",
        "num",
        "s",
        "a",
        "sa",
        "spa",
        "ltda",
        "limitada",
    )
)
_IGUALES = {
    "municipalidad": "municipio",
    "muni": "municipio",
    "mun": "municipio",
    "u": "universidad",
    "univ": "universidad",
    "u.": "universidad",
    "jjvv": "junta vecinos",
    "jv": "junta vecinos",
    "vecinal": "vecinos",
    "sta": "santa",
    "sto": "santo",
    "cia": "compania",
    "fund": "fundacion",
    "corp": "corporacion",
    "agrup": "agrupacion",
    "serv": "servicio",
    "gore": "gobierno regional",
    "secretaria": "seremi",
    "hosp": "hospital",
    "pob": "poblacion",
}
# Tienen nombre propio detrás: por sí solas no dicen de quién se habla.
_GENERICAS = frozenset(
    (
        "municipio",
        "universidad",
        "junta",
        "vecinos",
        "seremi",
        "fundacion",
        "corporacion",
        "centro",
        "agrupacion",
        "servicio",
        "comite",
        "gobierno",
        "regional",
        "hospital",
        "empresa",
        "region",
        "comuna",
        "santa",
        "santo",
        "escuela",
        "liceo",
        "direccion",
        "ministerio",
        "nacional",
        "chile",
        "social",
        "desarrollo",
    )
)


def esencia(nombre: str) -> str:
    """El nombre sin artículos ni formas legales, con sus abreviaturas desplegadas y en orden.

    >>> esencia("I. Municipalidad de Valparaíso") == esencia("Municipio de Valparaíso")
    True
    """
    plano = (
        nombre_comparable(nombre)
        .replace("jj.vv", "jjvv")
        .replace("secretaria regional ministerial", "seremi")
    )
    palabras = re.findall(r"\w+", plano)
    cambiadas = " ".join(_IGUALES.get(p, p) for p in palabras if p not in _SOBRAN)
    return " ".join(sorted(cambiadas.split()))


def palabras_propias(esencial: str) -> set[str]:
    """Las palabras de una esencia que señalan a alguien: largas y no genéricas."""
    palabras = set(esencial.split()) - _GENERICAS
    return {p for p in palabras if len(p) >= _LARGO_PROPIO}


def siglas(nombre: str) -> set[str]:
    """Lo que un nombre es como sigla: él mismo si es corto, o las iniciales de sus palabras.

    >>> sorted(siglas("P.U.C.V.") & siglas("Pontificia Universidad Católica de Valparaíso"))
    ['pucv']
    """
    plano = nombre_comparable(nombre)
    iniciales = "".join(p[0] for p in re.findall(r"\w+", plano) if p not in _SOBRAN)
    junto = plano.replace(".", "")
    return {s for s in (iniciales, junto) if s.isalpha() and _LARGO_SIGLA <= len(s) <= _MAX_SIGLA}
