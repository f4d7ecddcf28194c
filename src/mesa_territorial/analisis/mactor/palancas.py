"""Quién puede mover a quién hacia qué objetivo: aliados con más influencia que la que reciben."""

from collections.abc import Iterator
from dataclasses import dataclass

from mesa_territorial.analisis.mactor.papeles import Camino, camino
from mesa_territorial.analisis.mactor.planteo import Resultado


@dataclass(frozen=True, slots=True)
class Palanca:
    """Ante ``objetivo``, ``sobre`` resiste y ``por`` es quien mejor lo mueve (``None``: nadie).

    ``saldo`` es lo que ``por`` influye en ``sobre`` menos lo que recibe de él (MDII).
    """

    objetivo: int
    sobre: int
    por: Camino | None
    saldo: float
    peso: float


def palancas(resultado: Resultado) -> tuple[Palanca, ...]:
    """Una por cada resistencia, de la que más pesa (posición por fuerza) a la que menos."""
    halladas = list(_todas(resultado))
    return tuple(sorted(halladas, key=lambda p: (-p.peso, p.objetivo, p.sobre)))


def _todas(resultado: Resultado) -> Iterator[Palanca]:
    posiciones = resultado.planteo.posiciones
    for objetivo in range(len(resultado.planteo.objetivos)):
        favor = [a for a, fila in enumerate(posiciones) if fila[objetivo] > 0]
        for sobre, fila in enumerate(posiciones):
            if fila[objetivo] < 0:
                yield _mejor(resultado, objetivo, sobre, favor)


def _mejor(resultado: Resultado, objetivo: int, sobre: int, favor: list[int]) -> Palanca:
    saldo, posiciones = resultado.fuerzas.saldo, resultado.planteo.posiciones
    pueden = [a for a in favor if saldo[a][sobre] > 0]
    # A igual saldo, quien más empuja el objetivo y después quien más pesa.
    quien = max(
        pueden,
        key=lambda a: (saldo[a][sobre], posiciones[a][objetivo], resultado.fuerzas.fuerza[a]),
        default=None,
    )
    peso = -posiciones[sobre][objetivo] * resultado.fuerzas.fuerza[sobre]
    if quien is None:
        return Palanca(objetivo, sobre, None, 0.0, peso)
    por = camino(resultado.planteo.influencias, quien, sobre)
    return Palanca(objetivo, sobre, por, saldo[quien][sobre], peso)
