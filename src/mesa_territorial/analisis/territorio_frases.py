"""Lo que dice un indicador, en palabras que se pueden llevar a una reunión."""

import re
from collections.abc import Iterator

from mesa_territorial.analisis.frases import contar, enumerar
from mesa_territorial.analisis.lectura import Lectura, Tono
from mesa_territorial.analisis.territorio import (
    Comparacion,
    comparar_en_su_region,
    comunas_de_la_mesa,
    datos_por_comuna,
)
from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import nombrar, nombre_de_region, region_de
from mesa_territorial.dominio.actores import Nivel, Procedencia
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import NIVELES, numero

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
    return (*frases, *_lo_que_falta(mesa, indicador, comparo=bool(frases)))


def _lectura(clave: str, frase: str, por_que: str, tono: Tono = Tono.DATO) -> Lectura:
    return Lectura(clave=clave, frase=frase, ids=(), tono=tono, por_que=por_que)


def _comparar(indicador: Indicador, c: Comparacion) -> Iterator[Lectura]:
    yield _posicion(indicador, c)
    if c.dato.tiene_intervalo:
        yield _intervalo(indicador, c)
    if _el_promedio_engana(c):
        yield _promedio(indicador, c)


def _posicion(indicador: Indicador, c: Comparacion) -> Lectura:
    unidad = unidad_corta(indicador)
    nombre, region = comuna(c.cut).nombre, nombre_de_region(region_de(c.cut))
    empate = f", empatada con {enumerar(nombrar(c.empatan))}" if c.empatan else ""
    frase = (
        f"{nombre}: {decir_numero(c.dato.valor, unidad)}. Puesto {c.puesto} de {c.n} "
        f"de mayor a menor{empate}. La mediana de la {region} es {decir_numero(c.mediana, unidad)}."
    )
    faltan = (
        f"Sin dato: {enumerar(nombrar(c.sin_dato))}." if c.sin_dato else "Todas tienen el dato."
    )
    conteo = " Es un conteo: una comuna con más gente suele tener más."
    ojo = conteo if es_conteo(indicador) else ""
    return _lectura("posicion", frase, f"Se ordenan las comunas de la región. {faltan}{ojo}")


def _intervalo(indicador: Indicador, c: Comparacion) -> Lectura:
    bajo, alto = c.dato.extremos
    unidad = unidad_corta(indicador)
    rango = f"Su intervalo va de {decir_numero(bajo)} a {decir_numero(alto, unidad)}"
    lugar = (
        "y la mediana de la región cae dentro: no se puede decir que esté sobre ella ni bajo ella"
        if c.mediana_dentro
        else "y la mediana de la región queda fuera"
    )
    cruce = contar(len(c.cruzan), "el de otra comuna", "otras comunas", "el de ninguna otra comuna")
    puestos = (
        f"su puesto podría ir del {c.desde} al {c.hasta}"
        if c.desde != c.hasta
        else (f"su puesto es el {c.puesto} en cualquier caso")
    )
    con = cruce if len(c.cruzan) < 2 else f"el de {cruce}"
    return _lectura(
        "intervalo",
        f"{rango}, {lugar}.",
        f"El intervalo lo publica la fuente. Se cruza con {con}; {puestos}.",
    )


def _el_promedio_engana(c: Comparacion) -> bool:
    return abs(c.promedio - c.mediana) > LEJOS * abs(c.mediana)


def _promedio(indicador: Indicador, c: Comparacion) -> Lectura:
    unidad = unidad_corta(indicador)
    cuantas = contar(c.sobre_el_promedio, "una comuna", "comunas", "ninguna comuna")
    return _lectura(
        "promedio",
        f"El promedio regional ({decir_numero(c.promedio, unidad)}) engaña: "
        f"sólo {cuantas} de {c.n} lo supera{'n' if c.sobre_el_promedio != 1 else ''}.",
        "Unas pocas comunas muy distintas arrastran el promedio; la mediana no se mueve con ellas.",
    )


def _lo_que_falta(mesa: Mesa, indicador: Indicador, *, comparo: bool) -> Iterator[Lectura]:
    faltan = [
        nombre
        for nombre, esta in (
            ("la unidad", indicador.unidad),
            ("el año", indicador.anio),
            ("la fuente", indicador.fuente),
        )
        if not esta
    ]
    if faltan:
        yield _lectura(
            "apellidos",
            f"A «{indicador.nombre}» le falta {enumerar(faltan)}.",
            "Sin eso nadie puede comprobar el dato. Búsquelo o anote quién lo dijo.",
            Tono.ALERTA,
        )
    if otra := _es_de_otra_comuna(mesa, indicador):
        yield otra
    if not comparo:
        yield _sin_comparar(indicador)


def _es_de_otra_comuna(mesa: Mesa, indicador: Indicador) -> Lectura | None:
    if not indicador.cut or indicador.cut in comunas_de_la_mesa(mesa):
        return None
    return _lectura(
        "otra_comuna",
        f"«{indicador.nombre}» es de {comuna(indicador.cut).nombre}, que no es comuna de la Mesa.",
        "El territorio de la Mesa cambió después de anotarlo. Quítelo o busque el de ahora.",
        Tono.ALERTA,
    )


def _sin_comparar(indicador: Indicador) -> Lectura:
    if indicador.nivel is not Nivel.COMUNA:
        lugar = NIVELES[indicador.nivel].lower()
        return _lectura(
            "otro_nivel",
            f"Es un dato de «{lugar}»: no se compara con comunas.",
            "Comparar un lugar con comunas enteras confunde dos niveles.",
        )
    if indicador.procedencia is Procedencia.IMPORTADO and indicador.valores:
        return _lectura(
            "sin_su_dato",
            "El archivo no trae este dato para la comuna de la Mesa.",
            "Vea en la fuente por qué falta antes de buscar otro número.",
        )
    return _lectura(
        "sin_region",
        "No hay con qué compararlo: falta el dato de las demás comunas de la región.",
        "Importe el archivo oficial que lo trae y se comparará solo.",
    )
