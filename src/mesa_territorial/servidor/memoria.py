"""Cuánta memoria hay y cuánta ocupa cada página: de ahí sale cuántas caben."""

from collections.abc import Iterable
from pathlib import Path

import psutil

MIB = 1024 * 1024
RESERVA = 512 * MIB
"""Lo que no se reparte: el servidor, la votación y el resto del computador."""
MINIMO, MAXIMO = 2, 300
HOLGURA = 1.25
_LIMITE = Path("/sys/fs/cgroup/memory.max")
_USO = Path("/sys/fs/cgroup/memory.current")


def memoria_disponible() -> int:
    """Los bytes que todavía se pueden usar, también dentro de un contenedor con límite."""
    libre = int(psutil.virtual_memory().available)
    try:
        limite = int(_LIMITE.read_text()) - int(_USO.read_text())
    except (OSError, ValueError):
        return libre
    return max(0, min(libre, limite))


def memoria_de(proceso: int) -> int:
    """Los bytes que ese proceso ocupa de verdad: lo compartido se divide entre quienes lo usan.

    Donde el sistema no lo dice (macOS, Windows) cuenta lo que es sólo suyo. 0 si ya no existe.
    """
    try:
        medida = psutil.Process(proceso).memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(medida, "pss", 0) or medida.uss)


def medir(procesos: Iterable[int]) -> dict[int, int]:
    """Los bytes de cada proceso que sigue vivo. Lee el sistema: va en un hilo aparte."""
    return {p: bytes_ for p in procesos if (bytes_ := memoria_de(p))}


def lugares_que_caben(disponible: int, por_pagina: float, abiertas: int) -> int:
    """El tope: las abiertas más las que entran en lo que queda, entre ``MINIMO`` y ``MAXIMO``.

    >>> lugares_que_caben(2560 * MIB, 50 * MIB, 4)
    36
    """
    caben = int((disponible - RESERVA) / (por_pagina * HOLGURA))
    return max(MINIMO, min(MAXIMO, abiertas + max(0, caben)))
