"""Lo que se guarda de cada respuesta, y lo que sale de la práctica para guardarse."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Respuesta(Protocol):
    """Lo que se guarda de cada respuesta, como ``almacen.Respuesta``.

    ``correcta`` es None si no se juzga; sin ``puntaje`` además, es un borrador.
    """

    @property
    def item(self) -> str:
        """El id del ítem."""

    @property
    def correcta(self) -> bool | None:
        """Si acertó; None si no se juzga."""

    @property
    def puntaje(self) -> float | None:
        """De 0 a 1; None en un borrador."""

    @property
    def intento(self) -> int:
        """Desde 1 en cada vuelta."""

    @property
    def pistas(self) -> int:
        """Cuántas había abierto."""

    @property
    def rendida(self) -> bool:
        """Si pidió la solución."""

    @property
    def cuando(self) -> datetime:
        """Cuándo respondió."""

    @property
    def version_contenido(self) -> str:
        """La versión del ítem que respondió."""

    @property
    def dada(self) -> Any:
        """Lo que respondió, en tipos JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RespuestaDada:
    """Una respuesta tal como sale de la práctica; quien la guarda le agrega persona y tema.

    ``intento`` parte de 1 en cada vuelta, ``pistas`` es cuántas se habían abierto y ``evento`` es
    único: guardarla dos veces no la duplica.
    """

    evento: str
    item: str
    version_contenido: str
    dada: Any
    correcta: bool | None
    puntaje: float | None
    intento: int
    pistas: int
    rendida: bool
    cuando: datetime
