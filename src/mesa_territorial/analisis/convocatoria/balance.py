"""Cómo quedaría la Mesa si quienes faltan aceptan: se mira antes de enviar las cartas.

Se compara tres veces la misma mesa: la de hoy, la que resulta si cumplen los comprometidos, y la
que resulta si aceptan todos los invitados. Son cuentas de organizaciones, no de personas.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.genero.quienes import quienes as quienes_lideran
from mesa_territorial.dominio.actores import CAPITALES, Actor, Estado, Nivel, Sector
from mesa_territorial.dominio.mesa import Mesa

CAPITAL_QUE_PESA = 2
SIN_DATO = "sin_dato"
_EN_CAMINO = frozenset({Estado.CONTACTADO, Estado.REUNION, Estado.PENDIENTE, Estado.SIN_RESPUESTA})


class Aspecto(StrEnum):
    """Desde dónde se mira el balance."""

    SECTOR = "sector"
    NIVEL = "nivel"
    CAPITAL = "capital"
    LIDERAZGO = "liderazgo"


class Escenario(StrEnum):
    """Quiénes se cuentan como sentados."""

    HOY = "hoy"
    COMPROMETIDOS = "comprometidos"
    INVITADOS = "invitados"


@dataclass(frozen=True, slots=True)
class Renglon:
    """Cuántas organizaciones hay de una ``clave`` (un sector, un nivel…) en cada escenario."""

    aspecto: Aspecto
    clave: str
    hoy: int
    comprometidos: int
    invitados: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Los renglones de cada aspecto y quiénes se cuentan en cada escenario."""

    renglones: tuple[Renglon, ...]
    quienes: Mapping[Escenario, tuple[str, ...]]

    def de(self, aspecto: Aspecto) -> tuple[Renglon, ...]:
        """Los renglones de un aspecto, en su orden."""
        return tuple(r for r in self.renglones if r.aspecto is aspecto)

    def total(self, escenario: Escenario) -> int:
        """Cuántas organizaciones se cuentan en el escenario."""
        return len(self.quienes[escenario])


def esta_invitado(mesa: Mesa, actor: Actor) -> bool:
    """Si ya se lo contactó y no ha dicho que no, o si tiene una invitación escrita por enviar."""
    if actor.estado is Estado.POR_CONVOCAR:
        invitacion = mesa.convocatoria.invitaciones.get(actor.id)
        return invitacion is not None and invitacion.esta_escrita
    return actor.estado in _EN_CAMINO


def hacer_balance(mesa: Mesa, lideradas: Mapping[str, bool | None]) -> Balance:
    """El balance de la Mesa; ``lideradas`` dice, por id, si a la organización la lidera una mujer.

    Quien no está en ``lideradas``, o va con ``None``, se cuenta como «no se sabe»: nunca se supone.
    """
    quienes = _quienes(mesa)
    renglones = (
        *_contar(mesa, quienes, Aspecto.SECTOR, tuple(Sector), lambda a: (a.sector,)),
        *_contar(mesa, quienes, Aspecto.NIVEL, (*Nivel, SIN_DATO), _niveles),
        *_contar(mesa, quienes, Aspecto.CAPITAL, CAPITALES, _capitales),
        *_contar(
            mesa,
            quienes,
            Aspecto.LIDERAZGO,
            ("mujeres", "otra", SIN_DATO),
            lambda a: (_liderazgo(lideradas.get(a.id)),),
        ),
    )
    return Balance(renglones, quienes)


def _quienes(mesa: Mesa) -> dict[Escenario, tuple[str, ...]]:
    actores = mesa.actores.values()
    hoy = tuple(a.id for a in actores if a.estado is Estado.INTEGRA)
    comprometidos = tuple(a.id for a in actores if a.estado is Estado.COMPROMETIDO)
    invitados = tuple(a.id for a in actores if esta_invitado(mesa, a))
    return {
        Escenario.HOY: hoy,
        Escenario.COMPROMETIDOS: hoy + comprometidos,
        Escenario.INVITADOS: hoy + comprometidos + invitados,
    }


def _contar(
    mesa: Mesa,
    quienes: Mapping[Escenario, tuple[str, ...]],
    aspecto: Aspecto,
    claves: Collection[str],
    de: Callable[[Actor], Collection[str]],
) -> Iterator[Renglon]:
    for clave in claves:
        cuentas = (
            sum(clave in de(mesa.actores[i]) for i in quienes[escenario]) for escenario in Escenario
        )
        yield Renglon(aspecto, str(clave), *cuentas)


def _niveles(actor: Actor) -> tuple[str, ...]:
    return (actor.nivel or SIN_DATO,)


def _capitales(actor: Actor) -> tuple[str, ...]:
    """Los capitales que el actor aporta con peso: 2 o 3 de 3."""
    return tuple(c for c in CAPITALES if (getattr(actor, c) or 0) >= CAPITAL_QUE_PESA)


def _liderazgo(lidera_mujer: bool | None) -> str:
    return SIN_DATO if lidera_mujer is None else "mujeres" if lidera_mujer else "otra"


def lideradas_de(mesa: Mesa) -> dict[str, bool]:
    """Por organización, si la lideran mujeres según lo anotado en la estrategia de género."""
    anotado = quienes_lideran(mesa)
    return dict.fromkeys(anotado.lideradas, True) | dict.fromkeys(anotado.otras, False)
