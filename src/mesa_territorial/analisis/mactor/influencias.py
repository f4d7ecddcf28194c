"""MACTOR, primera mitad: quién puede mover a quién.

Fuente: M. Godet, «Actors' moves and strategies: the MACTOR method. An air transport case study»,
Futures 23(6), 1991; las fórmulas de la fuerza relativa siguen la versión publicada del método.
Las matrices son tuplas de filas; la fila es quien influye y la columna, quien recibe.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mesa_territorial.dominio.reglas import exigir

Matriz = tuple[tuple[float, ...], ...]
INFLUENCIA_MAXIMA = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuerzas:
    """Lo que sale de una matriz de influencias entre n actores.

    ``total`` es la matriz (con su diagonal); ``influencia`` y ``dependencia``, sus sumas por fila y
    por columna sin la diagonal; ``fuerza``, la relación de fuerzas, de promedio 1; ``saldo``, lo
    que cada uno influye en cada otro menos lo que recibe de él.
    """

    total: Matriz
    influencia: tuple[float, ...]
    dependencia: tuple[float, ...]
    fuerza: tuple[float, ...]
    saldo: Matriz


def exigir_influencias(directas: Sequence[Sequence[float]]) -> Matriz:
    """La matriz revisada: cuadrada, de 0 a 4, con ceros en la diagonal; si no, ``ReglaRota``."""
    lado = len(directas)
    exigir(lado >= 2, "Para estudiar influencias se necesitan al menos dos actores.")
    for lugar, fila in enumerate(directas):
        exigir(len(fila) == lado, f"A la fila {lugar + 1} le faltan o le sobran casillas.")
        exigir(fila[lugar] == 0, f"La casilla de la fila {lugar + 1} consigo misma debe ser 0.")
        buenas = all(0 <= valor <= INFLUENCIA_MAXIMA for valor in fila)
        exigir(buenas, f"En la fila {lugar + 1} hay una influencia fuera de 0 a 4.")
    return tuple(tuple(fila) for fila in directas)


def directas_e_indirectas(directas: Sequence[Sequence[float]]) -> Matriz:
    """La MDII: MID[a, b] + Σ_c mín(MID[a, c], MID[c, b]), con c por todos y la diagonal puesta.

    No es el producto de matrices de MICMAC: un intermediario transmite, a lo más, lo que recibe.
    """
    matriz = exigir_influencias(directas)
    columnas = tuple(zip(*matriz, strict=True))
    return tuple(
        tuple(
            valor + sum(map(min, fila, columna))
            for valor, columna in zip(fila, columnas, strict=True)
        )
        for fila in matriz
    )


def maximas(directas: Sequence[Sequence[float]]) -> Matriz:
    """La MMDII: máx(MID[a, b], máx_c mín(MID[a, c], MID[c, b])), con ceros en la diagonal."""
    matriz = exigir_influencias(directas)
    columnas = tuple(zip(*matriz, strict=True))
    return tuple(
        tuple(
            0 if a == b else max(fila[b], *map(min, fila, columna))
            for b, columna in enumerate(columnas)
        )
        for a, fila in enumerate(matriz)
    )


def medir_fuerzas(directas: Sequence[Sequence[float]]) -> Fuerzas:
    """Influencia, dependencia, fuerza R* y saldo sobre la MDII.

    r_a = (I_a − MDII[a, a]) / ΣI · I_a / (I_a + D_a);  R*_a = n · r_a / Σr.
    """
    total = directas_e_indirectas(directas)
    propia = tuple(fila[a] for a, fila in enumerate(total))
    return _fuerzas(total, propia)


def medir_fuerzas_maximas(directas: Sequence[Sequence[float]]) -> Fuerzas:
    """Lo mismo sobre la MMDII: su fuerza es Q*, con q_a = I_a / ΣI · I_a / (I_a + D_a)."""
    total = maximas(directas)
    return _fuerzas(total, (0.0,) * len(total))


def _fuerzas(total: Matriz, propia: Sequence[float]) -> Fuerzas:
    columnas = tuple(zip(*total, strict=True))
    influencia = tuple(sum(fila) - fila[a] for a, fila in enumerate(total))
    dependencia = tuple(sum(columna) - columna[a] for a, columna in enumerate(columnas))
    saldo = tuple(
        tuple(va - viene for va, viene in zip(fila, columna, strict=True))
        for fila, columna in zip(total, columnas, strict=True)
    )
    return Fuerzas(
        total=total,
        influencia=influencia,
        dependencia=dependencia,
        fuerza=_relativas(influencia, dependencia, propia),
        saldo=saldo,
    )


def _relativas(
    influencia: Sequence[float], dependencia: Sequence[float], propia: Sequence[float]
) -> tuple[float, ...]:
    """La fuerza de cada uno con promedio 1; todas 1 si nadie influye en nadie."""
    suma = sum(influencia)
    crudas = (
        [
            (i - p) / suma * (i / (i + d)) if i + d else 0.0
            for i, d, p in zip(influencia, dependencia, propia, strict=True)
        ]
        if suma
        else []
    )
    total = sum(crudas)
    if not total:
        return (1.0,) * len(influencia)
    return tuple(len(crudas) * cruda / total for cruda in crudas)
