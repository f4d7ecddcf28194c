"""Lo que dice un indicador, en palabras que se pueden llevar a una reunión."""

import re
from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Lectura
from mesa_territorial.analisis.territorio import (
    Comparacion,
    comparar_en_su_region,
    comunas_de_la_mesa,
    datos_por_comuna,
)
from mesa_territorial.analisis.territorio_faltas import decir, leer_faltas
from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import nombrar, nombre_de_region, region_de
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero

LEJOS = 0.25
"""Desde qué diferencia relativa entre promedio y mediana se advierte que el promedio engaña."""
SIN_DECIMALES = 1_000
"""Desde aquí un decimal no agrega nada."""
_CONTEOS = re.compile(
    r"personas|hogares|viviendas|campamentos|organizaciones|establecimientos|.*pesos"
)


def decir_numero(valor: float, unidad: str = "") -> str:
    """El número a la chilena, con los decimales que le hacen falta, y su unidad.

    >>> decir_numero(7.3764, "%"), decir_numero(284938, "personas"), decir_numero(0.35)
    ('7,4 %', '284.938 personas', '0,35')
    """
    return f"{numero(valor, _decimales(valor))} {unidad}".strip()


def _decimales(valor: float) -> int:
    if float(valor).is_integer() or abs(valor) >= SIN_DECIMALES:
        return 0
    return 1 if abs(valor) >= 1 else 2


def es_conteo(indicador: Indicador) -> bool:
    """Si cuenta cosas o plata, y entonces crece con el tamaño de la comuna."""
    return bool(_CONTEOS.fullmatch(indicador.unidad))


def unidad_corta(indicador: Indicador) -> str:
    """La unidad para ir pegada al número: de «% de las personas» queda «%»."""
    return "%" if indicador.unidad.startswith("%") else indicador.unidad


def leer_indicador(mesa: Mesa, indicador: Indicador) -> tuple[Lectura, ...]:
    """Las frases de un indicador: dónde está cada comuna de la Mesa y qué le falta al dato."""
    datos = datos_por_comuna(indicador, mesa.territorio.cut_comuna)
    frases: list[Lectura] = []
    for cut in comunas_de_la_mesa(mesa):
        comparacion = comparar_en_su_region(datos, cut) if datos else None
        if comparacion:
            frases += _comparar(indicador, comparacion)
    return (*frases, *leer_faltas(mesa, indicador, comparo=bool(frases)))


def _comparar(indicador: Indicador, c: Comparacion) -> Iterator[Lectura]:
    yield _posicion(indicador, c)
    if c.dato.tiene_intervalo:
        yield _intervalo(indicador, c)
    if abs(c.promedio - c.mediana) > LEJOS * abs(c.mediana):
        yield _promedio(indicador, c)


def _posicion(indicador: Indicador, c: Comparacion) -> Lectura:
    region = nombre_de_region(region_de(c.cut))
    valor, mediana = (decir_numero(v, unidad_corta(indicador)) for v in (c.dato.valor, c.mediana))
    empate = f", empatada con {enumerar(nombrar(c.empatan))}" if c.empatan else ""
    faltan = f"Sin dato: {enumerar(nombrar(c.sin_dato))}" if c.sin_dato else "Todas tienen el dato"
    ojo = " Es un conteo: una comuna con más gente suele tener más." if es_conteo(indicador) else ""
    return decir(
        "posicion",
        f"{comuna(c.cut).nombre}: {valor}. Puesto {c.puesto} de {c.n} de mayor a menor{empate}. "
        f"La mediana de la {region} es {mediana}.",
        f"Se ordenan las comunas de la región. {faltan}.{ojo}",
    )


def _intervalo(indicador: Indicador, c: Comparacion) -> Lectura:
    bajo, alto = c.dato.extremos
    dentro = "cae dentro: no se puede decir que esté sobre ella ni bajo ella"
    return decir(
        "intervalo",
        f"Su intervalo va de {decir_numero(bajo)} a {decir_numero(alto, unidad_corta(indicador))}, "
        f"y la mediana de la región {dentro if c.mediana_dentro else 'queda fuera'}.",
        f"El intervalo lo publica la fuente. {_cruces(c)}; {_puestos(c)}.",
    )


def _cruces(c: Comparacion) -> str:
    if not c.cruzan:
        return "No se cruza con el de ninguna otra comuna"
    return f"Se cruza con el de {contar(len(c.cruzan), 'otra comuna', 'otras comunas')}"


def _puestos(c: Comparacion) -> str:
    if c.desde == c.hasta:
        return f"su puesto es el {c.puesto} en cualquier caso"
    return f"su puesto podría ir del {c.desde} al {c.hasta}"


def _promedio(indicador: Indicador, c: Comparacion) -> Lectura:
    cuantas = contar(c.sobre_el_promedio, "una comuna", "comunas", "ninguna comuna")
    supera = "supera" if c.sobre_el_promedio == 1 else "superan"
    return decir(
        "promedio",
        f"El promedio regional ({decir_numero(c.promedio, unidad_corta(indicador))}) engaña: "
        f"sólo {cuantas} de {c.n} lo {supera}.",
        "Unas pocas comunas muy distintas arrastran el promedio; la mediana no se mueve con ellas.",
    )
