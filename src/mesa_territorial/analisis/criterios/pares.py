"""Pesos desde comparaciones de a pares (AHP), con su razón de consistencia.

Fuente: T. L. Saaty, «A scaling method for priorities in hierarchical structures», Journal of
Mathematical Psychology 15(3), 1977. Aquí los pesos son el autovector exacto; con λ aproximado por
sumas de columna la razón de consistencia sale otra, y por eso se dice el método.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mesa_territorial.dominio.reglas import exigir

METODO = "autovector principal exacto"
INDICE_AL_AZAR = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.51)
"""El índice de consistencia medio de matrices al azar, según su tamaño (Saaty)."""
TOLERABLE = 0.10
_VUELTAS = 10_000
_CASI = 1e-13


@dataclass(frozen=True, slots=True, kw_only=True)
class PesosDePares:
    """``pesos`` que suman 1; ``autovalor`` λmáx; ``indice`` (λ − n)/(n − 1) y ``razon``.

    ``razon`` es ``None`` con menos de tres criterios: dos juicios no pueden contradecirse.
    """

    pesos: tuple[float, ...]
    autovalor: float
    indice: float
    razon: float | None
    metodo: str = METODO

    @property
    def se_contradice(self) -> bool:
        """Si la razón pasa de 0,10: conviene revisar las comparaciones antes de usarlas."""
        return self.razon is not None and self.razon > TOLERABLE


def pesos_de_pares(comparaciones: Sequence[Sequence[float]]) -> PesosDePares:
    """Los pesos de una matriz recíproca n × n (la fila frente a la columna, de 1/9 a 9).

    Levanta ``ReglaRota`` si la matriz no es recíproca o pasa de 10 criterios.
    """
    exigir_reciproca(comparaciones)
    lado = len(comparaciones)
    pesos, autovalor = _autovector(comparaciones)
    indice = (autovalor - lado) / (lado - 1) if lado > 1 else 0.0
    azar = INDICE_AL_AZAR[lado]
    razon = indice / azar if azar else None
    return PesosDePares(pesos=pesos, autovalor=autovalor, indice=indice, razon=razon)


def exigir_reciproca(comparaciones: Sequence[Sequence[float]]) -> None:
    """Levanta ``ReglaRota`` con la casilla que no calza."""
    lado = len(comparaciones)
    exigir(1 <= lado < len(INDICE_AL_AZAR), "Se comparan de a pares entre 1 y 10 criterios.")
    for a, fila in enumerate(comparaciones):
        exigir(len(fila) == lado, f"A la fila {a + 1} le faltan o le sobran comparaciones.")
        exigir(
            all(v > 0 for v in fila),
            f"En la fila {a + 1} hay una comparación que no es mayor que 0.",
        )
        exigir(fila[a] == 1, f"El criterio {a + 1} comparado consigo mismo debe ser 1.")
        for b in range(a):
            calza = abs(fila[b] * comparaciones[b][a] - 1) <= 1e-6
            exigir(calza, f"La comparación {a + 1}–{b + 1} debe ser la inversa de {b + 1}–{a + 1}.")


def _autovector(matriz: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], float]:
    """Por potencias: una matriz positiva converge siempre a su autovector (Perron)."""
    pesos = (1 / len(matriz),) * len(matriz)
    suma = float(len(matriz))
    for _ in range(_VUELTAS):
        imagen = [sum(v * p for v, p in zip(fila, pesos, strict=True)) for fila in matriz]
        suma = sum(imagen)
        nuevos = tuple(v / suma for v in imagen)
        cambio = max(abs(a - b) for a, b in zip(nuevos, pesos, strict=True))
        pesos = nuevos
        if cambio <= _CASI:
            break
    return pesos, suma
