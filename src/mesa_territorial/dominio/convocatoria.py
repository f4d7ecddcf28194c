"""La convocatoria: a quién se invita, por qué, quién lo hace y en qué va (tema 07).

El estado de cada invitación vive en ``Actor.estado``, que es el mismo del mapa; aquí queda la
historia fechada de sus cambios. Los datos de contacto de las personas no se guardan aquí: la
sección viaja en las exportaciones y ellos no.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mesa_territorial.dominio.actores import Estado, Sector
from mesa_territorial.dominio.fechas import exigir_fecha, exigir_hora
from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

LARGO_BREVE, LARGO_TEXTO, LARGO_CARTA = 200, 600, 3_000
MINUTOS_MAXIMOS = 720


class Canal(StrEnum):
    """Por dónde se llega a un actor."""

    CARTA = "carta"
    OFICIO = "oficio"
    CORREO = "correo"
    LLAMADA = "llamada"
    REUNION = "reunion"
    VISITA = "visita"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitacion:
    """Lo que se le dice a un actor al invitarlo; su ``id`` es el del actor.

    ``invita`` es quien lo llama y ``presenta``, si hace falta, quien abre la puerta entre los dos:
    ambos son actores. ``carta`` es el texto que alguien corrigió a mano; vacía, sale de la
    plantilla de su sector.
    """

    id: str
    por_que: str = ""
    ofrece: str = ""
    pide: str = ""
    invita: str | None = None
    presenta: str | None = None
    canal: Canal | None = None
    fecha: str = ""
    carta: str = ""

    def __post_init__(self) -> None:
        exigir_largo(
            LARGO_TEXTO,
            por_que_importa=self.por_que,
            que_se_ofrece=self.ofrece,
            que_se_pide=self.pide,
        )
        exigir_largo(LARGO_CARTA, carta=self.carta)
        exigir_fecha(self.fecha, "La fecha de la invitación")
        exigir(self.invita != self.id, "Un actor no se invita a sí mismo.")
        exigir(self.presenta != self.id, "A un actor lo presenta otro.")

    @property
    def esta_escrita(self) -> bool:
        """Si dice las tres cosas: por qué importa, qué se le ofrece y qué se le pide."""
        return all(t.strip() for t in (self.por_que, self.ofrece, self.pide))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gestion:
    """Un paso concreto ante un actor: una llamada, una carta, una reunión.

    La lleva un ``responsable`` (el cargo o rol, nunca una persona con nombre) o un actor de la
    Mesa. Con ``hora`` (HH:MM, hora de Chile continental) ocupa ``minutos`` del calendario, 60 si no
    se dice.
    """

    id: str
    actor: str
    que: str = ""
    fecha: str = ""
    hora: str = ""
    minutos: int | None = None
    lugar: str = ""
    canal: Canal | None = None
    responsable: str = ""
    responsable_actor: str | None = None
    hecha: bool = False
    resultado: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.actor), "La gestión necesita un actor: ¿ante quién se hace?")
        exigir_largo(LARGO_BREVE, gestion=self.que, lugar=self.lugar)
        exigir_largo(LARGO_BREVE, responsable=self.responsable)
        exigir_largo(LARGO_TEXTO, resultado=self.resultado)
        exigir_fecha(self.fecha, "La fecha de la gestión")
        exigir_hora(self.hora, "La hora de la gestión")
        exigir_rango(self.minutos, 5, MINUTOS_MAXIMOS, "La duración en minutos")

    @property
    def tiene_responsable(self) -> bool:
        """Si alguien la tiene a su cargo."""
        return bool(self.responsable.strip() or self.responsable_actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class CambioDeEstado:
    """Un actor que pasó ``de`` un estado ``a`` otro, el día ``fecha`` (AAAA-MM-DD)."""

    id: str
    actor: str
    de: Estado
    a: Estado
    fecha: str
    nota: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.fecha), "Un cambio de estado lleva la fecha en que ocurrió.")
        exigir_fecha(self.fecha, "La fecha del cambio")
        exigir_largo(LARGO_TEXTO, nota=self.nota)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantillaDeCarta:
    """El texto de la carta para un sector, que es su ``id``; los huecos van como ``{actor}``."""

    id: Sector
    texto: str = ""

    def __post_init__(self) -> None:
        exigir_largo(LARGO_CARTA, plantilla=self.texto)


@dataclass(frozen=True, slots=True, kw_only=True)
class Convocatoria(Seccion):
    """Invitaciones (por id de actor), gestiones, historia de estados y textos de la carta.

    ``convoca`` es el actor que firma; ``cargo`` el del firmante. ``sesion_*`` es la reunión a la
    que se invita y ``responder_hasta`` el plazo que se pide. El horario y los cuidados que se
    ofrecen están en la estrategia de género.
    """

    convoca: str | None = None
    cargo: str = ""
    sesion_fecha: str = ""
    sesion_hora: str = ""
    sesion_lugar: str = ""
    responder_hasta: str = ""
    invitaciones: dict[str, Invitacion] = field(default_factory=dict)
    gestiones: dict[str, Gestion] = field(default_factory=dict)
    cambios: dict[str, CambioDeEstado] = field(default_factory=dict)
    plantillas: dict[str, PlantillaDeCarta] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exigir_claves(self.invitaciones, self.gestiones, self.cambios, self.plantillas)
        exigir_largo(LARGO_BREVE, cargo=self.cargo, lugar=self.sesion_lugar)
        exigir_fecha(self.sesion_fecha, "La fecha de la primera sesión")
        exigir_hora(self.sesion_hora, "La hora de la primera sesión")
        exigir_fecha(self.responder_hasta, "El plazo para responder")

    def actores_citados(self) -> Iterator[str]:
        """Quien convoca, los invitados, quienes invitan y presentan, y los de cada gestión."""
        yield from citas(self.convoca, self.invitaciones)
        for i in self.invitaciones.values():
            yield from citas(i.invita, i.presenta)
        for g in self.gestiones.values():
            yield from citas(g.actor, g.responsable_actor)
        for c in self.cambios.values():
            yield c.actor

    def gestiones_de(self, id_actor: str) -> tuple[Gestion, ...]:
        """Las gestiones ante el actor, por fecha; las que no la tienen, al final."""
        suyas = (g for g in self.gestiones.values() if g.actor == id_actor)
        return tuple(sorted(suyas, key=lambda g: (not g.fecha, g.fecha, g.hora, g.id)))

    def proxima(self, id_actor: str) -> Gestion | None:
        """La primera gestión sin hacer ante el actor; ``None`` si no queda ninguna."""
        return next((g for g in self.gestiones_de(id_actor) if not g.hecha), None)

    def historia_de(self, id_actor: str) -> tuple[CambioDeEstado, ...]:
        """Los cambios de estado del actor, del primero al último."""
        suyos = (c for c in self.cambios.values() if c.actor == id_actor)
        return tuple(sorted(suyos, key=lambda c: (c.fecha, c.id)))
