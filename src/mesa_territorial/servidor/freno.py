"""El freno: quien se equivoca demasiado, espera. Los aciertos no cuentan.

Una sala entera puede llegar desde la misma dirección (el mismo wifi): por eso se cuentan sólo los
fallos, y por eso hay además un tope para todas las direcciones juntas.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from mesa_territorial.dominio.reglas import ReglaRota


class Frenado(ReglaRota):
    """Hay que esperar antes de intentar de nuevo; ``espera`` son los segundos que faltan."""

    def __init__(self, espera: float) -> None:
        self.espera = max(1, round(espera))
        super().__init__(
            f"Hubo demasiados intentos fallidos. Espere {self.espera} segundos y pruebe de nuevo."
        )


@dataclass
class Freno:
    """Cuenta fallos en una ``ventana`` de segundos: por dirección y ``en_total``."""

    por_direccion: int = 10
    en_total: int = 300
    ventana: float = 60.0
    reloj: Callable[[], float] = time.monotonic
    _todos: deque[float] = field(default_factory=deque, init=False)
    _fallos: dict[str, deque[float]] = field(default_factory=dict, init=False)

    def espera(self, direccion: str) -> float:
        """Los segundos que esa dirección tiene que esperar; 0 si puede intentar."""
        ahora = self.reloj()
        suyos = self._fallos.get(direccion, deque())
        return max(
            self._falta(suyos, self.por_direccion, ahora),
            self._falta(self._todos, self.en_total, ahora),
        )

    def exigir_paso(self, direccion: str) -> None:
        """Levanta ``Frenado`` si esa dirección tiene que esperar."""
        if espera := self.espera(direccion):
            raise Frenado(espera)

    def fallar(self, direccion: str) -> None:
        """Anota un fallo de esa dirección."""
        ahora = self.reloj()
        self._olvidar(ahora)
        self._todos.append(ahora)
        self._fallos.setdefault(direccion, deque()).append(ahora)

    def fallos(self) -> int:
        """Cuántos fallos hubo en la última ventana, de todas las direcciones."""
        self._olvidar(self.reloj())
        return len(self._todos)

    def _falta(self, fallos: deque[float], tope: int, ahora: float) -> float:
        self._recortar(fallos, ahora)
        return fallos[-tope] + self.ventana - ahora if len(fallos) >= tope else 0.0

    def _recortar(self, fallos: deque[float], ahora: float) -> None:
        while fallos and fallos[0] + self.ventana <= ahora:
            fallos.popleft()

    def _olvidar(self, ahora: float) -> None:
        self._recortar(self._todos, ahora)
        # La memoria no crece con cada dirección que alguna vez falló.
        for direccion, suyos in list(self._fallos.items()):
            self._recortar(suyos, ahora)
            if not suyos:
                del self._fallos[direccion]
