"""Llevar lo votado a la Mesa: qué cambiaría, y el cambio con la huella de la ronda."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import floor

from mesa_territorial.analisis.consenso_conteo import Conteo
from mesa_territorial.analisis.frases import contar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import Votacion

LARGO_DE_TITULO = 80
Par = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Propuesta:
    """Lo que la ronda propone para un actor: (interés, influencia) de antes y de después."""

    id: str
    antes: Par
    despues: tuple[float, float]

    @property
    def es_igual(self) -> bool:
        """Si la Mesa ya dice eso."""
        return self.antes == self.despues


def proponer(mesa: Mesa, conteo: Conteo) -> tuple[Propuesta, ...]:
    """Una propuesta por actor que sigue en la Mesa y tiene votos suficientes, a un decimal."""
    propuestas = []
    for cosa, lectura in conteo.lecturas.items():
        actor = mesa.actores.get(cosa)
        if actor is None or len(lectura.medias) != 2:
            continue
        interes, influencia = (_a_un_decimal(media) for media in lectura.medias)
        propuestas.append(Propuesta(cosa, (actor.interes, actor.influencia), (interes, influencia)))
    return tuple(propuestas)


def _a_un_decimal(media: float) -> float:
    # Como lo muestra la pantalla: 4,25 sube a 4,3 (``round`` lo bajaría al par, 4,2).
    return floor(media * 10 + 0.5 + 1e-9) / 10


def adoptar(
    mesa: Mesa, conteo: Conteo, elegidos: Collection[str]
) -> tuple[tuple[Propuesta, ...], Callable[[Mesa], Mesa]]:
    """Las propuestas de los ``elegidos`` y la transición que las pone todas de una vez.

    Levanta ``ReglaRota`` si no se eligió a nadie o si alguien no tiene con qué cambiar.
    """
    propuestas = tuple(p for p in proponer(mesa, conteo) if p.id in elegidos)
    exigir(bool(elegidos), "Elija al menos un actor.")
    exigir(
        {p.id for p in propuestas} == set(elegidos),
        "Uno de los actores elegidos ya no está en la Mesa o no tiene votos suficientes. "
        "Vuelva a mirar la lista.",
    )

    def transicion(m: Mesa) -> Mesa:
        for p in propuestas:
            m = m.con_cambio_de_actor(p.id, interes=p.despues[0], influencia=p.despues[1])
        return m

    return propuestas, transicion


def huella(ronda: int, conteo: Conteo) -> str:
    """Ocho letras que identifican los votos de una ronda: si uno cambia, cambia la huella.

    Sale de lo votado y no de quién: no permite reconocer a nadie.
    """
    lineas = sorted(f"{v.cosa}|{v.votante}|{v.notas}" for v in conteo.todos())
    crudo = "\n".join([str(ronda), *lineas])
    return hashlib.sha256(crudo.encode()).hexdigest()[:8]


def frase_de_adopcion(votacion: Votacion, ronda: int, conteo: Conteo, cuantos: int) -> str:
    """Lo que queda en el historial, con cuántas personas votaron y la huella de la ronda."""
    titulo = votacion.titulo[:LARGO_DE_TITULO]
    votaron = contar(conteo.votantes, "1 persona votó", "personas votaron")
    actores = contar(cuantos, "1 actor", "actores")
    return (
        f"Adoptó la ronda {ronda} de la votación «{titulo}» ({votaron}; huella "
        f"{huella(ronda, conteo)}): influencia e interés de {actores}"
    )
