"""Los cuatro papeles del plano de influencias y dependencias, y por quién se llega a otro.

Los cuatro nombres son los del método (Arcade, Godet, Meunier y Roubelat, «Estrategia de los actores
con el método MACTOR», Millennium Project, 1999); el corte en el promedio es de este kit.
"""

from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.mactor.influencias import Fuerzas, Matriz

CASI = 1e-9


class Papel(StrEnum):
    """Dónde queda un actor según cuánto influye y cuánto depende, frente al promedio."""

    DOMINANTE = "dominante"
    DE_ENLACE = "de_enlace"
    AUTONOMO = "autonomo"
    DOMINADO = "dominado"


_PAPELES = {
    (True, False): Papel.DOMINANTE,
    (True, True): Papel.DE_ENLACE,
    (False, False): Papel.AUTONOMO,
    (False, True): Papel.DOMINADO,
}


def papeles(fuerzas: Fuerzas) -> tuple[Papel, ...]:
    """El papel de cada uno; «alta» es estrictamente sobre el promedio."""
    corte = promedio(fuerzas.influencia)
    return tuple(
        _PAPELES[i > corte + CASI, d > corte + CASI]
        for i, d in zip(fuerzas.influencia, fuerzas.dependencia, strict=True)
    )


def promedio(valores: tuple[float, ...]) -> float:
    """El promedio; el de influencias y el de dependencias siempre coinciden (ΣI = ΣD)."""
    return sum(valores) / len(valores) if valores else 0.0


@dataclass(frozen=True, slots=True)
class Camino:
    """Cómo llega ``quien`` a ``sobre``: lo ``directo`` y el mejor intermediario, si lo hay.

    ``por`` es ``None`` si ningún tercero ayuda; ``transmite`` es lo que ese tercero deja pasar.
    """

    quien: int
    sobre: int
    directo: float
    por: int | None
    transmite: float


def camino(directas: Matriz, quien: int, sobre: int) -> Camino:
    """El camino de ``quien`` a ``sobre`` por una sola persona: un tercero transmite a lo más lo
    que recibe, mín(MID[quien, c], MID[c, sobre])."""
    terceros = (c for c in range(len(directas)) if c not in (quien, sobre))
    mejor = max(terceros, key=lambda c: min(directas[quien][c], directas[c][sobre]), default=None)
    pasa = 0.0 if mejor is None else min(directas[quien][mejor], directas[mejor][sobre])
    return Camino(quien, sobre, directas[quien][sobre], mejor if pasa else None, pasa)
