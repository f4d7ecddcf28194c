"""MACTOR, segunda mitad: quién está con quién, y en torno a qué.

Las posiciones (2MAO) van de −4 (se opone con todo) a +4 (lo empuja con todo); la fila es el actor y
la columna, el objetivo. Hay tres órdenes: 1 cuenta signos, 2 pesa la importancia que cada quien le
da y 3 multiplica además por su fuerza R*. Fuente: M. Godet, Futures 23(6), 1991.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mesa_territorial.analisis.mactor.influencias import Matriz
from mesa_territorial.dominio.reglas import exigir

POSICION_MAXIMA = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Posiciones:
    """Lo que sale de una matriz de posiciones de n actores ante p objetivos, en un ``orden``.

    ``convergencia`` y ``divergencia`` son n × n; ``ambivalencia`` de un actor va de 0 (siempre con
    los mismos) a 1, o ``None`` si no comparte ningún objetivo con nadie; ``grado`` es la parte de
    los encuentros que son acuerdos, o ``None`` si no hay encuentros. ``a_favor`` y ``en_contra``
    suman por objetivo; ``movilizacion``, en valor absoluto.
    """

    orden: int
    matriz: Matriz
    convergencia: Matriz
    divergencia: Matriz
    ambivalencia: tuple[float | None, ...]
    grado: float | None
    movilizacion_por_actor: tuple[float, ...]
    movilizacion: tuple[float, ...]
    a_favor: tuple[float, ...]
    en_contra: tuple[float, ...]


def exigir_posiciones(posiciones: Sequence[Sequence[float]], actores: int) -> Matriz:
    """La matriz revisada: una fila por actor, de −4 a 4; si no, ``ReglaRota``."""
    exigir(len(posiciones) == actores, "Cada actor necesita su fila de posiciones.")
    ancho = len(posiciones[0]) if posiciones else 0
    exigir(ancho >= 1, "Para estudiar posiciones se necesita al menos un objetivo.")
    for lugar, fila in enumerate(posiciones):
        exigir(len(fila) == ancho, f"A la fila {lugar + 1} le faltan o le sobran objetivos.")
        buenas = all(abs(valor) <= POSICION_MAXIMA for valor in fila)
        exigir(buenas, f"En la fila {lugar + 1} hay una posición fuera de −4 a 4.")
    return tuple(tuple(fila) for fila in posiciones)


def medir_posiciones(
    posiciones: Sequence[Sequence[float]], fuerza: Sequence[float], orden: int = 3
) -> Posiciones:
    """Alianzas y conflictos del ``orden`` pedido (1, 2 o 3); ``ReglaRota`` si no existe."""
    exigir(orden in (1, 2, 3), "Los órdenes de MACTOR son 1, 2 y 3.")
    matriz = _en_orden(exigir_posiciones(posiciones, len(fuerza)), fuerza, orden)
    convergencia, divergencia = encuentros(matriz)
    columnas = tuple(zip(*matriz, strict=True))
    return Posiciones(
        orden=orden,
        matriz=matriz,
        convergencia=convergencia,
        divergencia=divergencia,
        ambivalencia=tuple(map(_ambivalencia, convergencia, divergencia)),
        grado=_grado(convergencia, divergencia),
        movilizacion_por_actor=tuple(sum(map(abs, fila)) for fila in matriz),
        movilizacion=tuple(sum(map(abs, columna)) for columna in columnas),
        a_favor=tuple(sum(v for v in columna if v > 0) for columna in columnas),
        en_contra=tuple(sum(v for v in columna if v < 0) for columna in columnas),
    )


def _en_orden(matriz: Matriz, fuerza: Sequence[float], orden: int) -> Matriz:
    if orden == 1:
        return tuple(tuple(float((v > 0) - (v < 0)) for v in fila) for fila in matriz)
    pesos = fuerza if orden == 3 else (1.0,) * len(matriz)
    return tuple(tuple(peso * v for v in fila) for peso, fila in zip(pesos, matriz, strict=True))


def encuentros(matriz: Matriz) -> tuple[Matriz, Matriz]:
    """CAA y DAA: Σ_o ½(|x_io| + |x_jo|) donde x_io · x_jo es positivo, o negativo."""
    lado = len(matriz)
    acuerdos = [[0.0] * lado for _ in matriz]
    desacuerdos = [[0.0] * lado for _ in matriz]
    # Son simétricas: se calcula cada par una vez.
    for i, una in enumerate(matriz):
        for j in range(i):
            favor, contra = _encuentro(una, matriz[j])
            acuerdos[i][j] = acuerdos[j][i] = favor
            desacuerdos[i][j] = desacuerdos[j][i] = contra
    return tuple(map(tuple, acuerdos)), tuple(map(tuple, desacuerdos))


def _encuentro(una: Sequence[float], otra: Sequence[float]) -> tuple[float, float]:
    favor = contra = 0.0
    for x, y in zip(una, otra, strict=True):
        producto = x * y
        if producto > 0:
            favor += abs(x + y)
        elif producto < 0:
            contra += abs(x - y)
    return favor / 2, contra / 2


def _ambivalencia(convergencia: Sequence[float], divergencia: Sequence[float]) -> float | None:
    """1 − Σ|CAA − DAA| / Σ(CAA + DAA): cuánto alterna entre acuerdo y desacuerdo con cada otro."""
    total = sum(convergencia) + sum(divergencia)
    if not total:
        return None
    return 1 - sum(abs(c - d) for c, d in zip(convergencia, divergencia, strict=True)) / total


def _grado(convergencia: Matriz, divergencia: Matriz) -> float | None:
    acuerdos, desacuerdos = sum(map(sum, convergencia)), sum(map(sum, divergencia))
    total = acuerdos + desacuerdos
    return acuerdos / total if total else None
