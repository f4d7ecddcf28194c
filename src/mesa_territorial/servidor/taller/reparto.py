"""Repartir gente en mesas de tamaño parejo."""

import math
from collections.abc import Sequence

MINIMO, MAXIMO = 4, 6
TAMANOS = range(MINIMO, MAXIMO + 1)


def repartir(personas: Sequence[str], tamano: int) -> list[list[str]]:
    """Las personas en mesas de unas ``tamano``: ninguna difiere de otra en más de una.

    Se reparten de una en una, como naipes: quienes llegaron juntas no quedan juntas. Nadie queda
    fuera, y las mesas son de cuatro a seis siempre que el número lo permite (con 7 no se puede).

    >>> [len(m) for m in repartir([str(n) for n in range(13)], 5)]
    [5, 4, 4]
    """
    total = len(personas)
    menos = math.ceil(total / MAXIMO)
    mas = max(menos, total // MINIMO)
    cuantas = min(max(round(total / tamano), menos, 1), mas)
    return [list(personas[n::cuantas]) for n in range(cuantas)]
