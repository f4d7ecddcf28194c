"""El descanso: el servidor de una persona se apaga solo cuando nadie lo usa."""

from collections.abc import Callable


class Descanso:
    """Cuenta cuánto lleva el servidor sin páginas abiertas. Los tiempos van en segundos."""

    def __init__(self, plazo: float, reloj: Callable[[], float]) -> None:
        self._plazo = plazo
        self._reloj = reloj
        self._desde: float | None = None

    def toca(self, abiertas: int) -> bool:
        """Si ya pasó el plazo entero sin una sola página; ``plazo`` cero es nunca."""
        if abiertas or not self._plazo:
            self._desde = None
            return False
        if self._desde is None:
            self._desde = self._reloj()
        return self._reloj() - self._desde >= self._plazo
