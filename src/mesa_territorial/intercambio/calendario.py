"""Un calendario (.ics) que se puede volver a importar: cada cita conserva su identificador.

RFC 5545: el programa de calendario reconoce una cita por su UID y la reemplaza si SEQUENCE es
mayor; por eso el UID sale de la Mesa y de la ficha, y SEQUENCE, del momento en que se exporta.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mesa_territorial.dominio.convocatoria import Gestion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.esquemas.convocatoria import CANALES

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONA = "America/Santiago"
MINUTOS = 60
_PRIMER_DIA = datetime(2020, 1, 1, tzinfo=UTC)
_QUIEN_LO_HACE = "-//Mesa Territorial//Convocatoria//ES"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cita:
    """Algo con fecha (AAAA-MM-DD). Sin ``hora`` (HH:MM de Chile continental) dura todo el día."""

    uid: str
    titulo: str
    fecha: str
    hora: str = ""
    minutos: int = MINUTOS
    lugar: str = ""
    detalle: str = ""


def escribir_calendario(nombre: str, citas: Iterable[Cita], ahora: datetime) -> bytes:
    """El calendario con esas citas; ``ahora`` lleva zona horaria y fecha el archivo.

    Levanta ``ReglaRota`` si no hay ninguna cita con fecha.
    """
    from icalendar import Calendar

    citas = list(citas)
    exigir(bool(citas), "No hay fechas que llevar al calendario: anote primero una gestión.")
    calendario = Calendar.new(
        name=nombre, prodid=_QUIEN_LO_HACE, method="PUBLISH", language="es-CL"
    )
    # La biblioteca le inventa un identificador al archivo; los que importan son los de las citas.
    calendario.pop("UID", None)
    for parte in (*_zonas(citas), *(_suceso(c, ahora) for c in citas)):
        calendario.add_component(parte)
    contenido: bytes = calendario.to_ical()
    return contenido


def _zonas(citas: Iterable[Cita]) -> Iterator["Timezone"]:
    """Los cambios de hora de Chile que abarcan las citas con hora; sin ellas no hacen falta."""
    from icalendar import Timezone

    anios = [int(c.fecha[:4]) for c in citas if c.hora]
    if anios:
        desde, hasta = date(min(anios) - 1, 1, 1), date(max(anios) + 2, 1, 1)
        zona = Timezone.from_tzinfo(ZoneInfo(ZONA), first_date=desde, last_date=hasta)
        # La biblioteca agrega un comentario en inglés.
        zona.pop("COMMENT", None)
        yield zona


def _suceso(cita: Cita, ahora: datetime) -> "Event":
    from icalendar import TRANSP, Event

    desde, hasta = _cuando(cita)
    return Event.new(
        uid=cita.uid,
        summary=cita.titulo,
        start=desde,
        end=hasta,
        location=cita.lugar or None,
        description=cita.detalle or None,
        stamp=ahora.astimezone(UTC),
        sequence=int((ahora - _PRIMER_DIA).total_seconds() // 60),
        # Lo de todo el día es un recordatorio: no ocupa la agenda.
        transparency=TRANSP.OPAQUE if cita.hora else TRANSP.TRANSPARENT,
    )


def _cuando(cita: Cita) -> tuple[date, date]:
    dia = date.fromisoformat(cita.fecha)
    if not cita.hora:
        return dia, dia + timedelta(days=1)
    desde = datetime.combine(dia, time.fromisoformat(cita.hora), tzinfo=ZoneInfo(ZONA))
    return desde, desde + timedelta(minutes=cita.minutos)


def citas_de_convocatoria(mesa: Mesa) -> Iterator[Cita]:
    """La primera sesión y cada gestión con fecha; las hechas lo dicen en su título."""
    c = mesa.convocatoria
    if c.sesion_fecha:
        yield Cita(
            uid=_uid(mesa, "primera-sesion"),
            titulo=f"Primera sesión: {mesa.nombre}",
            fecha=c.sesion_fecha,
            hora=c.sesion_hora,
            minutos=2 * MINUTOS,
            lugar=c.sesion_lugar,
        )
    for gestion in c.gestiones.values():
        if gestion.fecha:
            yield _de_gestion(mesa, gestion)


def _uid(mesa: Mesa, cual: str) -> str:
    return f"{mesa.id}-{cual}@mesa-territorial"


def _de_gestion(mesa: Mesa, g: Gestion) -> Cita:
    actor = mesa.actor(g.actor).nombre
    hecha = "Hecha: " if g.hecha else ""
    return Cita(
        uid=_uid(mesa, f"gestion-{g.id}"),
        titulo=f"{hecha}{g.que.strip() or 'Gestión'} ({actor})",
        fecha=g.fecha,
        hora=g.hora,
        minutos=g.minutos or MINUTOS,
        lugar=g.lugar,
        detalle="\n".join(_detalle(mesa, g)),
    )


def _detalle(mesa: Mesa, g: Gestion) -> Iterator[str]:
    yield f"Mesa: {mesa.nombre}"
    if g.responsable.strip():
        yield f"Responsable: {g.responsable.strip()}"
    if g.responsable_actor:
        yield f"Lo lleva: {mesa.actor(g.responsable_actor).nombre}"
    if g.canal:
        yield f"Canal: {CANALES[g.canal]}"
    if g.resultado.strip():
        yield f"En qué quedó: {g.resultado.strip()}"
