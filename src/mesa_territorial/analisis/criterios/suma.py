"""Elegir entre alternativas con criterios que pesan distinto, y saber qué lo daría vuelta.

Suma ponderada simple (C. L. Hwang y K. Yoon, «Multiple Attribute Decision Making», 1981): el
puntaje de una alternativa es Σ peso · nota, con pesos que suman 1. Al mover un peso, los demás se
reescalan en proporción.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mesa_territorial.dominio.reglas import exigir

Notas = Mapping[str, Sequence[float]]
CASI = 1e-9
PUNTOS = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Orden:
    """Alternativas de mayor a menor puntaje; ``empatadas``, las que comparten el primer lugar."""

    puntajes: Mapping[str, float]
    orden: tuple[str, ...]
    empatadas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prueba:
    """El orden que sale si el peso de un ``criterio`` (su lugar, desde 0) cambia en ``delta``."""

    criterio: int
    delta: float
    pesos: tuple[float, ...]
    orden: Orden


@dataclass(frozen=True, slots=True, kw_only=True)
class PesoDeEmpate:
    """Con ``peso`` en ``criterio``, ``rival`` alcanza a la que va primera; hoy pesa ``actual``."""

    criterio: int
    rival: str
    peso: float
    actual: float


def repartir(pesos: Sequence[float]) -> tuple[float, ...]:
    """Los pesos llevados a sumar 1; ``ReglaRota`` si alguno es negativo o todos son 0."""
    exigir(all(p >= 0 for p in pesos), "Ningún peso puede ser negativo.")
    total = sum(pesos)
    exigir(total > 0, "Al menos un criterio debe pesar algo.")
    return tuple(p / total for p in pesos)


def ordenar(notas: Notas, pesos: Sequence[float]) -> Orden:
    """Las alternativas por su suma ponderada; ``ReglaRota`` si a alguna le faltan notas."""
    exigir(bool(notas), "Para comparar se necesita al menos una alternativa.")
    justos = repartir(pesos)
    for nombre, suyas in notas.items():
        exigir(len(suyas) == len(justos), f"A «{nombre}» le faltan o le sobran notas.")
    puntajes = {n: sum(p * v for p, v in zip(justos, s, strict=True)) for n, s in notas.items()}
    orden = tuple(sorted(puntajes, key=lambda n: -puntajes[n]))
    mejor = puntajes[orden[0]]
    iguales = tuple(n for n in orden if mejor - puntajes[n] <= CASI)
    return Orden(puntajes=puntajes, orden=orden, empatadas=iguales)


def probar_pesos(
    notas: Notas, pesos: Sequence[float], puntos: float = PUNTOS
) -> tuple[Prueba, ...]:
    """El orden con cada peso bajado y subido en ``puntos`` (0,10 = diez puntos porcentuales)."""
    justos = repartir(pesos)
    pruebas = []
    for criterio, peso in enumerate(justos):
        for delta in (-puntos, puntos):
            movidos = con_peso(justos, criterio, min(1.0, max(0.0, peso + delta)))
            pruebas.append(
                Prueba(criterio=criterio, delta=delta, pesos=movidos, orden=ordenar(notas, movidos))
            )
    return tuple(pruebas)


def con_peso(pesos: Sequence[float], criterio: int, peso: float) -> tuple[float, ...]:
    """Los pesos con ese criterio en ``peso`` y los demás reescalados en proporción."""
    resto = sum(p for c, p in enumerate(pesos) if c != criterio)
    if resto <= 0:
        # Sin otros pesos que reescalar, lo que este deja se reparte parejo.
        parejo = (1 - peso) / max(1, len(pesos) - 1)
        return tuple(peso if c == criterio else parejo for c in range(len(pesos)))
    factor = (1 - peso) / resto
    return tuple(peso if c == criterio else p * factor for c, p in enumerate(pesos))


def pesos_de_empate(notas: Notas, pesos: Sequence[float]) -> tuple[PesoDeEmpate, ...]:
    """Con qué peso de cada criterio la primera deja de ganar, del cambio más chico al más grande.

    El puntaje es una recta en el peso w de un criterio: w · nota + (1 − w) · resto, donde resto es
    el promedio de las demás notas con sus pesos de hoy. Dos rectas se cruzan a lo más una vez.
    """
    justos = repartir(pesos)
    primera = ordenar(notas, justos).orden[0]
    cruces = [
        _cruce(notas[primera], notas[rival], justos, criterio, rival)
        for criterio in range(len(justos))
        for rival in notas
        if rival != primera
    ]
    hallados = [c for c in cruces if c is not None]
    return tuple(sorted(hallados, key=lambda c: abs(c.peso - c.actual)))


def _cruce(
    primera: Sequence[float],
    otra: Sequence[float],
    pesos: Sequence[float],
    criterio: int,
    rival: str,
) -> PesoDeEmpate | None:
    resto = sum(p for c, p in enumerate(pesos) if c != criterio)
    if resto <= 0:
        return None
    en_el_criterio = primera[criterio] - otra[criterio]
    en_el_resto = (
        sum(
            p * (a - b)
            for c, (p, a, b) in enumerate(zip(pesos, primera, otra, strict=True))
            if c != criterio
        )
        / resto
    )
    pendiente = en_el_criterio - en_el_resto
    if abs(pendiente) <= CASI:
        return None
    peso = -en_el_resto / pendiente
    if not -CASI <= peso <= 1 + CASI:
        return None
    peso = min(1.0, max(0.0, peso))
    return PesoDeEmpate(criterio=criterio, rival=rival, peso=peso, actual=pesos[criterio])
