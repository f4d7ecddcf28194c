"""El seguimiento en palabras: qué se atrasó, qué viene y a quién nadie tiene a su cargo."""

from collections import Counter
from collections.abc import Iterator, Mapping

from mesa_territorial.analisis.convocatoria.seguimiento import (
    COLUMNAS,
    RESPONDIERON,
    Plazo,
    Seguimiento,
)
from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import con_mayuscula, contar, enumerar
from mesa_territorial.analisis.lectura import Tono, nombrar
from mesa_territorial.analisis.lecturas_de_presencia import INFLUENCIA_ALTA
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import ESTADOS

Seguidos = Mapping[str, Seguimiento]
DIAS_DE_UN_ANIO = 365


def decir_dias(dias: int) -> str:
    """«1 día», «20 días»; pasado un año, la cuenta ya no dice nada."""
    return "más de un año" if dias > DIAS_DE_UN_ANIO else contar(dias, "1 día", "días")


def decir_plazo(s: Seguimiento) -> str:
    """Cómo está la próxima gestión: «venció hace 3 días», «es hoy», «en 5 días»."""
    dias = s.dias or 0
    return {
        Plazo.VENCIDO: f"venció hace {decir_dias(-dias)}",
        Plazo.HOY: "es hoy",
        Plazo.CERCA: f"en {decir_dias(dias)}",
        Plazo.LEJOS: f"en {decir_dias(dias)}",
        Plazo.SIN_FECHA: "sin fecha",
        Plazo.SIN_GESTION: "sin próxima gestión",
    }[s.plazo]


def leer_uno(s: Seguimiento) -> Iterator[Dicho]:
    """Lo que conviene hacer ya con un actor: lo vencido, el silencio y lo que nadie lleva."""
    if s.plazo is Plazo.VENCIDO and s.proxima:
        yield Dicho(
            texto=f"Atrasado: «{s.proxima.que}» {decir_plazo(s)}.", tono=Tono.ALERTA, ids=(s.actor,)
        )
    if s.en_silencio:
        yield Dicho(
            texto=f"{con_mayuscula(decir_dias(s.en_silencio))} sin respuesta.",
            tono=Tono.ALERTA,
            que_hacer="Cambie de canal o de camino; no insista por el mismo.",
            ids=(s.actor,),
        )
    if s.proxima and not s.proxima.tiene_responsable:
        yield Dicho(texto="La próxima gestión no tiene responsable.", tono=Tono.ALERTA)


def leer_seguimiento(mesa: Mesa, seguidos: Seguidos) -> Iterator[Dicho]:
    """En qué va la convocatoria entera: la cuenta por estado y lo que pide actuar."""
    yield _cuenta(seguidos)
    yield from _atrasados(mesa, seguidos)
    yield from _en_silencio(mesa, seguidos)
    yield from _sin_cargo(mesa, seguidos)
    yield from _esta_semana(mesa, seguidos)


def _cuenta(seguidos: Seguidos) -> Dicho:
    cuantos = Counter(s.estado for s in seguidos.values())
    partes = [f"{cuantos[e]} en «{ESTADOS[e]}»" for e in COLUMNAS if cuantos[e]]
    if not partes:
        return Dicho(texto="Todavía no hay actores en el mapa.")
    return Dicho(texto=f"{enumerar(partes, len(COLUMNAS))}.")


def _atrasados(mesa: Mesa, seguidos: Seguidos) -> Iterator[Dicho]:
    ids = tuple(i for i, s in seguidos.items() if s.plazo is Plazo.VENCIDO)
    if ids:
        cuenta = contar(len(ids), "Hay una gestión atrasada", "gestiones atrasadas")
        yield Dicho(texto=f"{cuenta}: {nombrar(mesa, ids)}.", tono=Tono.ALERTA, ids=ids)


def _en_silencio(mesa: Mesa, seguidos: Seguidos) -> Iterator[Dicho]:
    ids = tuple(i for i, s in seguidos.items() if s.en_silencio)
    if ids:
        yield Dicho(
            texto=f"Más de quince días sin respuesta: {nombrar(mesa, ids)}.",
            tono=Tono.ALERTA,
            que_hacer="Cambie de canal o de camino; no insista por el mismo.",
            ids=ids,
        )


def _sin_cargo(mesa: Mesa, seguidos: Seguidos) -> Iterator[Dicho]:
    """Los actores con influencia alta que faltan y no tienen una gestión con responsable."""
    ids = tuple(i for i, s in seguidos.items() if _nadie_lo_lleva(mesa, s))
    if ids:
        yield Dicho(
            texto=f"Nadie tiene a su cargo a {nombrar(mesa, ids)}.",
            tono=Tono.ALERTA,
            por_que="Tienen influencia 4 o más y no hay una gestión próxima con responsable.",
            que_hacer="Agregue la gestión que sigue, con responsable y fecha.",
            ids=ids,
        )


def _nadie_lo_lleva(mesa: Mesa, s: Seguimiento) -> bool:
    if s.estado in RESPONDIERON or (mesa.actores[s.actor].influencia or 0) < INFLUENCIA_ALTA:
        return False
    return s.proxima is None or not s.proxima.tiene_responsable


def _esta_semana(mesa: Mesa, seguidos: Seguidos) -> Iterator[Dicho]:
    ids = tuple(i for i, s in seguidos.items() if s.plazo in (Plazo.HOY, Plazo.CERCA))
    if ids:
        yield Dicho(texto=f"Para los próximos siete días: {nombrar(mesa, ids)}.", ids=ids)
