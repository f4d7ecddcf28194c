"""MACTOR entero con 100 actores y 30 objetivos, en Python puro: se pide a lo más 300 ms.

.venv/bin/python bench/bench_mactor.py
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

from mesa_territorial.analisis.mactor import (
    Planteo,
    distancias_de_actores,
    distancias_de_objetivos,
    resolver,
)

ACTORES, OBJETIVOS, SEMILLA = 100, 30, 1991
VECES = 7
TOPE_MS = 300


def planteo(actores: int, objetivos: int, semilla: int = SEMILLA) -> Planteo:
    """Un planteo lleno, siempre el mismo con la misma semilla."""
    azar = random.Random(semilla)
    return Planteo(
        ids=tuple(f"a{i}" for i in range(actores)),
        objetivos=tuple(f"o{i}" for i in range(objetivos)),
        influencias=tuple(
            tuple(0 if a == b else azar.randint(0, 4) for b in range(actores))
            for a in range(actores)
        ),
        posiciones=tuple(
            tuple(azar.randint(-4, 4) for _ in range(objetivos)) for _ in range(actores)
        ),
    )


def todo(uno: Planteo) -> None:
    """MDII, MMDII, R*, Q*, saldo, 1/2/3MAO, convergencias, divergencias y distancias."""
    resultado = resolver(uno)
    for medido in resultado.posiciones:
        distancias_de_actores(medido)
        distancias_de_objetivos(medido)


def medir(hacer: Callable[[], None], veces: int = VECES) -> list[float]:
    """Los milisegundos de procesador de cada corrida, de menor a mayor."""
    hacer()
    corridas = []
    for _ in range(veces):
        inicio = time.process_time()
        hacer()
        corridas.append(1_000 * (time.process_time() - inicio))
    return sorted(corridas)


def principal() -> int:
    """Escribe la tabla; sale con 1 si la mediana pasa del tope."""
    grande = planteo(ACTORES, OBJETIVOS)
    chico = planteo(20, 8)
    ms = medir(lambda: todo(grande))
    taller = medir(lambda: todo(chico))
    mediana = statistics.median(ms)
    sys.stdout.write(
        f"{ACTORES} actores × {OBJETIVOS} objetivos: mediana {mediana:.0f} ms, "
        f"menor {ms[0]:.0f}, mayor {ms[-1]:.0f} (tope {TOPE_MS})\n"
        f"20 actores × 8 objetivos (un taller): mediana {statistics.median(taller):.1f} ms\n"
        f"razón con el tope: {mediana / TOPE_MS:.2f}\n"
    )
    return int(mediana > TOPE_MS)


if __name__ == "__main__":
    raise SystemExit(principal())
