"""Quién puede invitar a quién: los mejores caminos en la red desde quienes ya están en la Mesa.

Cada paso cuesta el inverso de su intensidad (Newman, 2001; Opsahl, Agneessens y Skvoretz, 2010,
con α = 1): una relación de 3 cuesta un tercio de lo que cuesta una de 1. A igual costo va primero
el camino con menos pasos, después el que no pasa por relaciones de mandato (quien depende de otro
rara vez puede invitarlo) y al final el orden alfabético de ids.

El conflicto no abre puertas: no se camina por un par que lo tiene anotado, aunque además coordine,
ni por quien lo tiene con el invitado. Los costos van en sextos, para que sean enteros exactos.
"""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mesa_territorial.analisis.grafo import TIPOS_QUE_UNEN, elegir
from mesa_territorial.dominio.actores import Estado, Relacion, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa

SENTADOS = frozenset({Estado.INTEGRA, Estado.COMPROMETIDO, Estado.ASESORA})
SEXTOS = 6
ALTERNATIVAS = 3


class Paso(NamedTuple):
    """Lo que cuesta ir de un actor a su vecino y por cuál de sus relaciones se va."""

    costo: int
    mandatos: int
    relacion: str


Pasos = Mapping[str, Mapping[str, Paso]]


class Llegada(NamedTuple):
    """Hasta dónde se llegó y por dónde; el orden de los campos es el de preferencia."""

    costo: int
    pasos: int
    mandatos: int
    actores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Camino:
    """De quien ya está (``actores[0]``) a quien se invita (``actores[-1]``).

    ``relaciones`` lleva el id de la relación que sostiene cada paso; ``costo`` va en sextos.
    """

    actores: tuple[str, ...]
    relaciones: tuple[str, ...]
    costo: int

    @property
    def invita(self) -> str:
        """El actor ya sentado que llama."""
        return self.actores[0]

    @property
    def puerta(self) -> str:
        """El actor que conoce al invitado: quien llama, si lo conoce, o quien los presenta."""
        return self.actores[-2]

    @property
    def presenta(self) -> str:
        """Quien abre la puerta entre los dos; vacío si quien invita ya conoce al invitado."""
        return "" if len(self.actores) == 2 else self.puerta


@dataclass(frozen=True, slots=True)
class Red:
    """Los pasos posibles entre actores, los pares en conflicto y quiénes ya están sentados.

    ``llegadas`` es la mejor manera de llegar a cada actor, sin vedar a nadie.
    """

    pasos: Mapping[str, Mapping[str, Paso]]
    disputas: Mapping[str, frozenset[str]]
    sentados: frozenset[str]
    llegadas: Mapping[str, Llegada]


def armar_red(mesa: Mesa, momento: str | None = None) -> Red:
    """La red por la que se puede invitar; ``None`` es el último momento de la Mesa."""
    seleccion = elegir(mesa, momento)
    vigentes = [r for r in mesa.relaciones.values() if seleccion.incluye(r)]
    disputas = _vecinos(r for r in vigentes if r.tipo is TipoRelacion.CONFLICTO)
    pasos: dict[str, dict[str, Paso]] = {i: {} for i in mesa.actores}
    for r in vigentes:
        if r.tipo in TIPOS_QUE_UNEN and r.hacia not in disputas.get(r.de, ()):
            _anotar(pasos, r)
    sentados = frozenset(i for i, a in mesa.actores.items() if a.estado in SENTADOS)
    return Red(pasos, disputas, sentados, _recorrer(pasos, sentados))


def _vecinos(relaciones: Iterable[Relacion]) -> dict[str, frozenset[str]]:
    juntos: dict[str, set[str]] = {}
    for r in relaciones:
        juntos.setdefault(r.de, set()).add(r.hacia)
        juntos.setdefault(r.hacia, set()).add(r.de)
    return {i: frozenset(otros) for i, otros in juntos.items()}


def _anotar(pasos: dict[str, dict[str, Paso]], r: Relacion) -> None:
    """Entre dos actores con varias relaciones cuenta la más intensa, y mejor si no es mandato."""
    nuevo = Paso(SEXTOS // r.intensidad, int(r.tipo is TipoRelacion.MANDATO), r.id)
    mejor = min(nuevo, pasos[r.de].get(r.hacia, nuevo))
    pasos[r.de][r.hacia] = pasos[r.hacia][r.de] = mejor


def buscar_caminos(red: Red, invitado: str) -> tuple[Camino, ...]:
    """El mejor camino por cada puerta del invitado, del mejor al peor; vacío si no hay ninguno.

    Una puerta es un actor que lo conoce: así las alternativas son de verdad distintas.
    """
    vedados = frozenset({invitado, *red.disputas.get(invitado, ())})
    puertas = red.pasos.get(invitado, {})
    llegadas = red.llegadas
    # Lo recorrido sin vedar a nadie sirve si ninguno de los vedados quedó en el camino.
    if any(not vedados.isdisjoint(llegadas[p].actores) for p in puertas if p in llegadas):
        llegadas = _recorrer(red.pasos, red.sentados, vedados)
    hasta = (_entrar(red.pasos, llegadas[p], invitado) for p in puertas if p in llegadas)
    return tuple(_camino(red, llegada) for llegada in sorted(hasta))


def _entrar(pasos: Pasos, llegada: Llegada, invitado: str) -> Llegada:
    paso = pasos[llegada.actores[-1]][invitado]
    return Llegada(
        llegada.costo + paso.costo,
        llegada.pasos + 1,
        llegada.mandatos + paso.mandatos,
        (*llegada.actores, invitado),
    )


def _recorrer(
    pasos: Pasos, sentados: Collection[str], vedados: Collection[str] = ()
) -> dict[str, Llegada]:
    """La mejor llegada a cada actor desde cualquiera de los sentados (Dijkstra, 1959)."""
    cola = [Llegada(0, 0, 0, (i,)) for i in sorted(sentados) if i not in vedados]
    halladas: dict[str, Llegada] = {}
    while cola:
        llegada = heapq.heappop(cola)
        aqui = llegada.actores[-1]
        if aqui in halladas:
            continue
        halladas[aqui] = llegada
        for otro in pasos[aqui]:
            if otro not in halladas and otro not in vedados:
                heapq.heappush(cola, _entrar(pasos, llegada, otro))
    return halladas


def _camino(red: Red, llegada: Llegada) -> Camino:
    relaciones = tuple(red.pasos[a][b].relacion for a, b in _pares(llegada.actores))
    return Camino(llegada.actores, relaciones, llegada.costo)


def _pares(actores: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return pairwise(actores)
