"""Cuánto coinciden los evaluadores: en la nota de cada actor y en el orden de todos."""

from collections.abc import Mapping
from dataclasses import dataclass

from mesa_territorial.analisis.consenso import Acuerdo, medir_acuerdo
from mesa_territorial.analisis.consenso_orden import Concordancia, concordancia
from mesa_territorial.analisis.prioridad.notas import puestas
from mesa_territorial.dominio.actores import NOTAS
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluador

MINIMO = 2
"""Son grupos con su nombre, no votos secretos: el acuerdo se muestra desde dos."""
POCOS = 5
"""Con menos evaluadores que éstos, un solo cambio mueve mucho las cifras, y se dice."""
RECORRIDO_DE_CONSENSO = 1.0
"""Hasta este recorrido intercuartil hay consenso en una escala de 1 a 5 (von der Gracht 2012)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuerdoSobreActor:
    """Lo que dicen los evaluadores de un actor en un ``atributo``.

    ``extremos`` son las notas menor y mayor con quiénes las pusieron.
    """

    id: str
    atributo: str
    acuerdo: Acuerdo
    menor: tuple[float, tuple[str, ...]]
    mayor: tuple[float, tuple[str, ...]]

    @property
    def disputado(self) -> bool:
        """Si su mitad central es más ancha de lo que se acepta como consenso."""
        return self.acuerdo.recorrido > RECORRIDO_DE_CONSENSO + 1e-9


def medir_acuerdos(mesa: Mesa) -> tuple[AcuerdoSobreActor, ...]:
    """El acuerdo en cada actor y atributo que dos o más evaluadores calificaron.

    Del menor consenso al mayor (Tastle y Wierman 2007), con el método de cuantil del equipo.
    """
    medidos = [
        uno
        for id_actor in mesa.actores
        for atributo in NOTAS
        if (uno := _medir(mesa, id_actor, atributo)) is not None
    ]
    return tuple(
        sorted(medidos, key=lambda x: (round(x.acuerdo.consenso, 9), -x.acuerdo.recorrido))
    )


def _medir(mesa: Mesa, id_actor: str, atributo: str) -> AcuerdoSobreActor | None:
    evaluadores = mesa.prioridad.que_cuentan
    notas = puestas(evaluadores, id_actor, atributo)
    acuerdo = medir_acuerdo(notas, metodo=mesa.prioridad.cuantil, minimo_de_votos=MINIMO)
    if acuerdo is None:
        return None
    return AcuerdoSobreActor(
        id=id_actor,
        atributo=atributo,
        acuerdo=acuerdo,
        menor=(min(notas), _quienes(evaluadores, id_actor, atributo, min(notas))),
        mayor=(max(notas), _quienes(evaluadores, id_actor, atributo, max(notas))),
    )


def _quienes(
    evaluadores: tuple[Evaluador, ...], id_actor: str, atributo: str, nota: float
) -> tuple[str, ...]:
    return tuple(e.nombre for e in evaluadores if puestas((e,), id_actor, atributo) == (nota,))


def medir_ordenes(mesa: Mesa) -> Mapping[str, Concordancia | None]:
    """La W de Kendall de los evaluadores en cada atributo que al menos dos calificaron.

    Kendall y Babington Smith (1939), corregida por empates. Cuenta sólo a los actores que
    calificaron todos los que usaron ese atributo: con huecos la W no se define.
    """
    medidas: dict[str, Concordancia | None] = {}
    for atributo in NOTAS:
        quienes = [
            e
            for e in mesa.prioridad.que_cuentan
            if any(getattr(x, atributo) is not None for x in e.evaluaciones.values())
        ]
        if len(quienes) < MINIMO:
            continue
        comunes = [i for i in mesa.actores if len(puestas(quienes, i, atributo)) == len(quienes)]
        filas = [[puestas((e,), i, atributo)[0] for i in comunes] for e in quienes]
        medidas[atributo] = concordancia(filas) if len(comunes) >= MINIMO else None
    return medidas
