"""Lo que entra y sale de la urna."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_votos import Marca, Voto


class Motivo(StrEnum):
    """Por qué no se guardó un envío: ya no se recibe, o lo marcado no vale."""

    FUERA_DE_RONDA = "fuera_de_ronda"
    NO_VALE = "no_vale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envio:
    """Las marcas que manda un aparato de una vez; se guardan todas o ninguna.

    ``orden`` crece con cada envío del mismo aparato: uno que llega tarde no pisa a uno posterior,
    y repetir el mismo no cambia nada. ``None`` quiere decir «después de todo lo anterior».
    """

    votacion: str
    ronda: int
    ficha: str
    marcas: tuple[Marca, ...]
    sector: Sector | None = None
    orden: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acuse:
    """Si el envío quedó en disco. ``orden`` es el mayor que se conoce de ese aparato."""

    motivo: Motivo | None = None
    frase: str = ""
    orden: int = 0

    @property
    def esta_guardado(self) -> bool:
        """Si se puede decir «guardado»."""
        return self.motivo is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cambios:
    """Lo nuevo desde una marca: la votación como está y los votos que cambiaron.

    Un voto en blanco (``voto.esta_en_blanco``) es uno que se retiró. ``marca`` se pasa la
    próxima vez.
    """

    votacion: Votacion
    votos: tuple[Voto, ...]
    marca: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conteo:
    """Cuánto se ha votado en una ronda: cuántos votan, cuántas marcas y cuántas por opción."""

    votantes: int = 0
    marcas: int = 0
    por_opcion: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilaMala:
    """Una papeleta que no se guardó: su fila en lo entregado (desde 1), su testigo y por qué."""

    fila: int
    testigo: str
    frase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carga:
    """Lo que pasó al cargar papeletas: cuántas se guardaron y cuáles no."""

    guardadas: int = 0
    errores: tuple[FilaMala, ...] = ()
