"""Qué es cada columna de los archivos oficiales: nombre, unidad, año y fuente.

Lo que no está aquí también se puede importar: se propone con su propio título y la persona dice
la unidad, el año y la fuente.
"""

import re
from dataclasses import dataclass

from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.intercambio.oficiales.diccionario import (
    CENSO,
    PERSONAS,
    POR_CIENTO,
    POR_TITULO,
    SAE,
    SINIM,
    UNIDADES_SINIM,
)


@dataclass(frozen=True, slots=True)
class Ficha:
    """Lo que se sabe de una columna; ``fuente`` ya lleva su año, si lo tiene."""

    nombre: str
    unidad: str = ""
    fuente: str = ""
    anio: int | None = None


_EDADES = re.compile(r"pob (\d+) (\d+|mas)")
_SAE_OFICIAL = re.compile(
    r"(porcentaje|numero) de personas en situacion de pobreza "
    r"(?:por |de )?(ingresos|multidimensional)"
)
_VARIABLE_SINIM = re.compile(r"([A-Z]{2,}[A-Z0-9]*[a-z]?) ?\(([^)]{1,12})\) ?(.+)", re.DOTALL)
_ANIO = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def titulo_comparable(titulo: str) -> str:
    """El título sin tildes, mayúsculas, guiones bajos, llamadas ni signos.

    >>> titulo_comparable("Población_censada (*)")
    'poblacion censada'
    """
    limpio = re.sub(r"[^0-9a-zñ%$°²]+", " ", nombre_comparable(titulo.replace("_", " ")))
    return " ".join(limpio.split())


def anio_de(*textos: str) -> int | None:
    """El primer año de cuatro cifras que aparece, mirando los textos en orden."""
    for texto in textos:
        hallados = _ANIO.findall(texto)
        if hallados:
            return int(hallados[-1])
    return None


def sin_anio(titulo: str) -> str:
    """El título sin su año, salvo que no quede nada.

    >>> sin_anio("Luminarias 2025"), sin_anio("2023")
    ('Luminarias', '2023')
    """
    sin_llamadas = re.sub(r"\(\*+\)", "", _ANIO.sub("", titulo))
    return " ".join(sin_llamadas.split()).strip(" ,;-") or titulo


def reconocer(titulo: str, encima: str = "", anio: int | None = None) -> Ficha | None:
    """Lo que se sabe de una columna por su título; ``encima`` es el texto de la fila anterior.

    ``anio`` es el del archivo, por si el título no lo dice. ``None`` si no se la conoce.
    """
    comparable = titulo_comparable(titulo)
    del_titulo = anio_de(titulo) or anio
    pelado = " ".join(_ANIO.sub("", comparable).split())
    for mirar in (_de_la_tabla, _de_la_sae, _de_una_edad):
        if ficha := mirar(pelado, del_titulo):
            return ficha
    return _de_sinim(encima or titulo, del_titulo)


def _con_anio(fuente: str, anio: int | None) -> str:
    return fuente.format(anio or "").strip()


def _de_la_tabla(titulo: str, anio: int | None) -> Ficha | None:
    fila = POR_TITULO.get(titulo)
    return Ficha(fila[0], fila[1], _con_anio(fila[2], anio), anio) if fila else None


def _de_una_edad(titulo: str, anio: int | None) -> Ficha | None:
    hallada = _EDADES.fullmatch(titulo)
    if not hallada:
        return None
    desde, hasta = hallada.groups()
    rango = f"de {desde} años y más" if hasta == "mas" else f"de {desde} a {hasta} años"
    # El único censo con estos grupos en los archivos que conoce el kit.
    return Ficha(f"Población {rango}", PERSONAS, _con_anio(CENSO, anio or 2024), anio or 2024)


def _de_la_sae(titulo: str, anio: int | None) -> Ficha | None:
    hallada = _SAE_OFICIAL.match(titulo)
    if not hallada:
        return None
    que = "Pobreza por ingresos" if hallada[2] == "ingresos" else "Pobreza multidimensional"
    fuente = _con_anio(SAE, anio)
    if hallada[1] == "numero":
        return Ficha(f"Personas en {que[0].lower()}{que[1:]}", PERSONAS, fuente, anio)
    return Ficha(que, POR_CIENTO, fuente, anio)


def _de_sinim(titulo: str, anio: int | None) -> Ficha | None:
    hallada = _VARIABLE_SINIM.match(titulo.strip())
    if not hallada:
        return None
    _, unidad, nombre = hallada.groups()
    dicha = UNIDADES_SINIM.get(unidad.strip().casefold(), unidad.strip())
    return Ficha(" ".join(nombre.split())[:200], dicha, _con_anio(SINIM, anio), anio)


def codigo_de(titulo: str, encima: str = "") -> str:
    """Un nombre estable de la columna, sin su año: sirve para reconocerla al volver a importar.

    >>> codigo_de("pobreza_ingresos_2022"), codigo_de("2023", "IADM75 (%) Dependencia del FCM")
    ('pobreza ingresos', 'iadm75')
    """
    hallada = _VARIABLE_SINIM.match((encima or titulo).strip())
    if hallada:
        return hallada[1].casefold()
    return " ".join(_ANIO.sub("", titulo_comparable(titulo)).split())[:200]


def es_extremo(titulo: str) -> str:
    """«minimo» o «maximo» si la columna es un extremo de intervalo; vacío si no."""
    comparable = titulo_comparable(titulo)
    if comparable in ("limite inferior", "li") or comparable.endswith(" li"):
        return "minimo"
    if comparable in ("limite superior", "ls") or comparable.endswith(" ls"):
        return "maximo"
    return ""
