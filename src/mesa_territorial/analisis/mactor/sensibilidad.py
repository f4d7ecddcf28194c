"""Qué depende de un juicio dudoso: se cambia una casilla y se mira qué conclusión se da vuelta."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mesa_territorial.analisis.mactor.influencias import INFLUENCIA_MAXIMA, Matriz, medir_fuerzas


@dataclass(frozen=True, slots=True, kw_only=True)
class Vuelco:
    """Con ``valor`` en la casilla (``quien``, ``sobre``), ``sube`` pasa a ser más fuerte que
    ``baja`` en la relación de fuerzas; los números son lugares en la matriz, desde 0."""

    quien: int
    sobre: int
    antes: float
    valor: float
    sube: int
    baja: int


def vuelcos_de(directas: Sequence[Sequence[float]], quien: int, sobre: int) -> tuple[Vuelco, ...]:
    """Los cambios de orden que produce mover esa casilla un punto hacia arriba o hacia abajo."""
    matriz = tuple(tuple(fila) for fila in directas)
    antes = medir_fuerzas(matriz).fuerza
    hallados: list[Vuelco] = []
    for valor in _vecinos(matriz[quien][sobre]):
        ahora = medir_fuerzas(_con(matriz, quien, sobre, valor)).fuerza
        hallados += [
            Vuelco(
                quien=quien, sobre=sobre, antes=matriz[quien][sobre], valor=valor, sube=s, baja=b
            )
            for s, b in _cruces(antes, ahora)
        ]
    return tuple(hallados)


def _vecinos(valor: float) -> tuple[float, ...]:
    return tuple(v for v in (valor - 1, valor + 1) if 0 <= v <= INFLUENCIA_MAXIMA)


def _con(matriz: Matriz, quien: int, sobre: int, valor: float) -> Matriz:
    fila = tuple(valor if b == sobre else v for b, v in enumerate(matriz[quien]))
    return (*matriz[:quien], fila, *matriz[quien + 1 :])


def _cruces(antes: Sequence[float], ahora: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Los pares (sube, baja) cuyo orden se invirtió; un empate que se rompe no es un vuelco."""
    lugares = range(len(antes))
    for s in lugares:
        for b in lugares:
            if antes[s] < antes[b] and ahora[s] > ahora[b]:
                yield s, b
