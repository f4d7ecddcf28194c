"""El índice E-I: si los enlaces unen a grupos distintos o quedan dentro del grupo.

Fuente: Krackhardt y Stern (1988): (E − I) / (E + I), de −1 (todo adentro) a +1 (todo afuera).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mesa_territorial.analisis.grafo import Grafo


@dataclass(frozen=True, slots=True)
class EI:
    """Enlaces externos e internos de un actor, de un grupo o de la red."""

    externos: int = 0
    internos: int = 0

    @property
    def indice(self) -> float | None:
        """El índice, contando cada enlace interno una vez; ``None`` si no hay enlaces."""
        total = self.externos + self.internos
        return (self.externos - self.internos) / total if total else None

    @property
    def indice_dos_veces(self) -> float | None:
        """El índice de un grupo como lo da UCINET: cada enlace interno cuenta por sus dos
        extremos; ``None`` si no hay enlaces."""
        return EI(self.externos, 2 * self.internos).indice


@dataclass(frozen=True, slots=True)
class EIPorGrupo:
    """El E-I de la red entera y de cada grupo, y cuántos actores quedaron sin grupo."""

    red: EI
    grupos: Mapping[str, EI]
    sin_grupo: int


def medir_ei(grafo: Grafo, grupo: Sequence[str | None]) -> EIPorGrupo:
    """El E-I según el grupo de cada actor; ``None`` es «no se sabe» y sus enlaces no cuentan."""
    externos, internos = Counter[str](), Counter[str]()
    for i, j in grafo.pares:
        uno, otro = grupo[i], grupo[j]
        if uno is not None and otro is not None:
            if uno == otro:
                internos[uno] += 1
            else:
                externos.update((uno, otro))
    return EIPorGrupo(
        EI(externos.total() // 2, internos.total()),  # cada externo se anotó en sus dos grupos
        {g: EI(externos[g], internos[g]) for g in sorted({g for g in grupo if g is not None})},
        sum(g is None for g in grupo),
    )


def ei_por_actor(grafo: Grafo, grupo: Sequence[str | None]) -> dict[int, float]:
    """El E-I de cada actor; queda fuera quien no tiene grupo o enlaces con quien lo tenga."""
    suyos = {i: _ei_de_actor(grafo, grupo, i).indice for i, g in enumerate(grupo) if g is not None}
    return {i: indice for i, indice in suyos.items() if indice is not None}


def _ei_de_actor(grafo: Grafo, grupo: Sequence[str | None], actor: int) -> EI:
    grupos = [grupo[j] for j in grafo.vecinos[actor] if grupo[j] is not None]
    internos = sum(g == grupo[actor] for g in grupos)
    return EI(len(grupos) - internos, internos)
