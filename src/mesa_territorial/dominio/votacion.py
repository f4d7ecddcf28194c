"""Una votación: qué se consulta y por qué momentos pasa cada ronda.

Primero cada quien responde a ciegas; después se revela, se conversa y se vuelve a votar.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from mesa_territorial.dominio.actores import LARGO_NOMBRE, LARGO_NOTA, Sector
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion_codigo import es_codigo

OPCIONES_MAXIMAS = 60
RONDAS_MAXIMAS = 2
PUNTOS_MAXIMOS = 1_000


class TipoConsulta(StrEnum):
    """Qué se le pregunta a quien vota."""

    ACTORES = "actores"
    PUNTOS = "puntos"
    RANKING = "ranking"
    ACUERDO = "acuerdo"
    PESOS = "pesos"

    @property
    def va_entera(self) -> bool:
        """Si una respuesta depende de las demás y la papeleta se entrega completa."""
        return self in (TipoConsulta.PUNTOS, TipoConsulta.RANKING)


class EstadoRonda(StrEnum):
    """En qué va una ronda; sólo abierta recibe votos."""

    ABIERTA = "abierta"
    REVELADA = "revelada"
    CONVERSANDO = "conversando"
    CERRADA = "cerrada"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opcion:
    """Algo sobre lo que se vota: un actor, un problema, una afirmación o un criterio."""

    id: str
    nombre: str
    ayuda: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "Cada opción necesita un identificador.")
        exigir(len(self.id) <= LARGO_NOMBRE, f"El identificador admite {LARGO_NOMBRE} letras.")
        exigir(bool(self.nombre.strip()), "Cada opción necesita un nombre.")
        exigir(len(self.nombre) <= LARGO_NOMBRE, f"El nombre admite {LARGO_NOMBRE} letras.")
        exigir(len(self.ayuda) <= LARGO_NOTA, f"La ayuda admite {LARGO_NOTA} letras.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronda:
    """Una vuelta de la votación y cuándo pasó por cada momento (con zona horaria)."""

    numero: int
    estado: EstadoRonda = EstadoRonda.ABIERTA
    abierta: datetime
    revelada: datetime | None = None
    cerrada: datetime | None = None

    @property
    def esta_a_la_vista(self) -> bool:
        """Si sus resultados ya se pueden mostrar."""
        return self.revelada is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Votacion:
    """Una consulta con sus opciones y sus rondas. Levanta ``ReglaRota`` si algo no cumple.

    ``codigo`` es el que se escribe en el celular; vacío, lo inventa la urna. ``mesa`` es la clave
    de su Mesa, o vacío. ``sectores`` son los que se ofrecen a quien vota, que puede no decirlo;
    sin ninguno no se pregunta. ``puntos`` es cuánto reparte cada quien si el tipo es por puntos.
    """

    id: str
    tipo: TipoConsulta
    titulo: str
    opciones: tuple[Opcion, ...]
    codigo: str = ""
    mesa: str = ""
    ayuda: str = ""
    sectores: tuple[Sector, ...] = tuple(Sector)
    puntos: int = 10
    ilustrativa: bool = False
    rondas: tuple[Ronda, ...] = ()
    cerrada: datetime | None = None

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "La votación necesita un identificador.")
        exigir(bool(self.titulo.strip()), "La votación necesita un título.")
        exigir(len(self.titulo) <= LARGO_NOMBRE, f"El título admite {LARGO_NOMBRE} letras.")
        exigir(len(self.ayuda) <= LARGO_NOTA, f"La ayuda admite {LARGO_NOTA} letras.")
        exigir(not self.codigo or es_codigo(self.codigo), _CODIGO_MALO)
        self._exigir_opciones()

    def _exigir_opciones(self) -> None:
        cuantas, entera = len(self.opciones), self.tipo.va_entera
        exigir(cuantas >= 1, "La votación necesita al menos una opción.")
        exigir(cuantas >= 2 or not entera, "Para repartir u ordenar se necesitan dos opciones.")
        exigir(
            cuantas <= OPCIONES_MAXIMAS,
            f"Una votación admite hasta {OPCIONES_MAXIMAS} opciones; hay {cuantas}. "
            "Divídala en dos para que nadie se canse.",
        )
        exigir(len({o.id for o in self.opciones}) == cuantas, "Hay dos opciones repetidas.")
        exigir(1 <= self.puntos <= PUNTOS_MAXIMOS, f"Se reparten de 1 a {PUNTOS_MAXIMOS} puntos.")

    @property
    def ronda(self) -> Ronda | None:
        """La última ronda, o ``None`` si todavía no se abre la primera."""
        return self.rondas[-1] if self.rondas else None

    @property
    def recibe_votos(self) -> bool:
        """Si hay una ronda abierta."""
        return self.ronda is not None and self.ronda.estado is EstadoRonda.ABIERTA

    @property
    def esta_cerrada(self) -> bool:
        """Si ya terminó: nada suyo cambia más."""
        return self.cerrada is not None

    def con_ronda_nueva(self, ahora: datetime) -> Self:
        """La misma con otra ronda abierta; la anterior queda cerrada.

        Levanta ``ReglaRota`` si está cerrada, si hay una ronda sin revelar o si ya van todas.
        """
        self._exigir_viva()
        exigir(
            not self.recibe_votos,
            "Ya hay una ronda abierta. Revélela antes de abrir la siguiente.",
        )
        numero = len(self.rondas) + 1
        exigir(numero <= RONDAS_MAXIMAS, f"Una votación tiene hasta {RONDAS_MAXIMAS} rondas.")
        previas = tuple(_cerrar(r, ahora) for r in self.rondas)
        return replace(self, rondas=(*previas, Ronda(numero=numero, abierta=ahora)))

    def con_ronda_revelada(self, ahora: datetime) -> Self:
        """La misma con su ronda revelada: deja de recibir votos y se muestran los resultados."""
        ronda = self._exigir_en(EstadoRonda.ABIERTA, "No hay una ronda abierta que revelar.")
        return self._con_ultima(replace(ronda, estado=EstadoRonda.REVELADA, revelada=ahora))

    def con_conversacion(self) -> Self:
        """La misma con su ronda en conversación, después de revelada."""
        ronda = self._exigir_en(
            EstadoRonda.REVELADA, "Primero revele la ronda; después se conversa."
        )
        return self._con_ultima(replace(ronda, estado=EstadoRonda.CONVERSANDO))

    def con_cierre(self, ahora: datetime) -> Self:
        """La misma, terminada y congelada; levanta ``ReglaRota`` si ya lo estaba."""
        self._exigir_viva()
        return replace(self, rondas=tuple(_cerrar(r, ahora) for r in self.rondas), cerrada=ahora)

    def _con_ultima(self, ronda: Ronda) -> Self:
        return replace(self, rondas=(*self.rondas[:-1], ronda))

    def _exigir_viva(self) -> None:
        exigir(not self.esta_cerrada, "Esta votación ya se cerró y no cambia más.")

    def _exigir_en(self, estado: EstadoRonda, mensaje: str) -> Ronda:
        self._exigir_viva()
        exigir(self.ronda is not None and self.ronda.estado is estado, mensaje)
        return self.rondas[-1]


_CODIGO_MALO = "El código de una votación tiene de 4 a 6 letras, sin vocales."


def _cerrar(ronda: Ronda, ahora: datetime) -> Ronda:
    if ronda.estado is EstadoRonda.CERRADA:
        return ronda
    # Cerrar sin haber revelado también pone a la vista: nadie más puede votar.
    return replace(
        ronda, estado=EstadoRonda.CERRADA, cerrada=ahora, revelada=ronda.revelada or ahora
    )
