"""En qué va la convocatoria de cada actor, y qué se atrasó respecto de un día dado."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mesa_territorial.dominio.actores import Actor, Estado
from mesa_territorial.dominio.convocatoria import Gestion
from mesa_territorial.dominio.mesa import Mesa

DIAS_DE_SILENCIO = 15
DIAS_CERCA = 7
# Por convocar, después en camino, después quien ya respondió: así se lee el tablero.
COLUMNAS = (
    Estado.POR_CONVOCAR,
    Estado.CONTACTADO,
    Estado.REUNION,
    Estado.PENDIENTE,
    Estado.SIN_RESPUESTA,
    Estado.COMPROMETIDO,
    Estado.INTEGRA,
    Estado.ASESORA,
    Estado.OBSERVA,
    Estado.DECLINA,
)
RESPONDIERON = frozenset(
    {Estado.COMPROMETIDO, Estado.INTEGRA, Estado.ASESORA, Estado.OBSERVA, Estado.DECLINA}
)
ESPERAN = frozenset({Estado.CONTACTADO, Estado.REUNION, Estado.SIN_RESPUESTA})


class Plazo(StrEnum):
    """Cómo está la próxima gestión de un actor respecto de hoy."""

    VENCIDO = "vencido"
    HOY = "hoy"
    CERCA = "cerca"
    LEJOS = "lejos"
    SIN_FECHA = "sin_fecha"
    SIN_GESTION = "sin_gestion"


@dataclass(frozen=True, slots=True)
class Seguimiento:
    """Un actor en el tablero: su próxima gestión, cómo está el plazo y cuántos días faltan.

    ``dias`` es negativo si ya pasó; ``None`` si no hay fecha. ``en_silencio`` son los días desde
    que se le escribió o visitó sin que conste respuesta, si pasan de quince; si no, 0.
    """

    actor: str
    estado: Estado
    proxima: Gestion | None
    plazo: Plazo
    dias: int | None
    en_silencio: int = 0

    @property
    def esta_atrasado(self) -> bool:
        """Si hay algo que debió hacerse antes de hoy, o un silencio demasiado largo."""
        return self.plazo is Plazo.VENCIDO or self.en_silencio > 0


def seguir(mesa: Mesa, hoy: date) -> dict[str, Seguimiento]:
    """El seguimiento de cada actor de la Mesa, por id."""
    return {i: _de_uno(mesa, a, hoy) for i, a in mesa.actores.items()}


def _de_uno(mesa: Mesa, actor: Actor, hoy: date) -> Seguimiento:
    proxima = mesa.convocatoria.proxima(actor.id)
    dias = _dias(proxima.fecha, hoy) if proxima else None
    return Seguimiento(
        actor=actor.id,
        estado=actor.estado,
        proxima=proxima,
        plazo=_plazo(proxima, dias),
        dias=dias,
        en_silencio=_silencio(mesa, actor, hoy),
    )


def _dias(fecha: str, hoy: date) -> int | None:
    return (date.fromisoformat(fecha) - hoy).days if fecha else None


def _plazo(proxima: Gestion | None, dias: int | None) -> Plazo:
    if proxima is None:
        return Plazo.SIN_GESTION
    if dias is None:
        return Plazo.SIN_FECHA
    if dias < 0:
        return Plazo.VENCIDO
    if dias == 0:
        return Plazo.HOY
    return Plazo.CERCA if dias <= DIAS_CERCA else Plazo.LEJOS


def _silencio(mesa: Mesa, actor: Actor, hoy: date) -> int:
    """Días desde la última señal con el actor, si se espera su respuesta y pasan de quince."""
    if actor.estado not in ESPERAN:
        return 0
    senales = [f for f in _senales(mesa, actor.id) if f <= hoy.isoformat()]
    dias = -(_dias(max(senales), hoy) or 0) if senales else 0
    return dias if dias > DIAS_DE_SILENCIO else 0


def _senales(mesa: Mesa, id_actor: str) -> Iterator[str]:
    """Las fechas en que hubo algo con el actor: un cambio de estado, una gestión, una carta."""
    convocatoria = mesa.convocatoria
    yield from (c.fecha for c in convocatoria.historia_de(id_actor))
    yield from (g.fecha for g in convocatoria.gestiones_de(id_actor) if g.hecha and g.fecha)
    invitacion = convocatoria.invitaciones.get(id_actor)
    if invitacion and invitacion.fecha:
        yield invitacion.fecha
