"""Los caminos más cortos de redes grandes: el mismo recorrido de Brandes, por tandas en numpy.

Una tanda recorre varios orígenes a la vez. El par (origen, actor) es una sola posición
``origen · n + actor``, y cada nivel toca únicamente los enlaces de quienes están en el borde: el
trabajo es el de Brandes, sin el costo del intérprete por cada enlace.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mesa_territorial.analisis.caminos import Caminos
from mesa_territorial.analisis.grafo import Grafo

Enteros = NDArray[np.int64]
Reales = NDArray[np.float64]
# Posiciones por tanda: caben en la memoria cercana al procesador y amortizan cada llamada.
POSICIONES_POR_TANDA = 300_000


@dataclass(frozen=True, slots=True)
class _Vecindad:
    """Los vecinos de todos, uno tras otro: los de ``i`` empiezan en ``inicio[i]``."""

    inicio: Enteros
    grado: Enteros
    vecino: Enteros


@dataclass(frozen=True, slots=True)
class _Tanda:
    """Lo que se sabe de cada posición, y los enlaces que avanzan en cada nivel."""

    pasos: NDArray[np.int32]
    maneras: Reales
    avances: list[tuple[Enteros, Enteros]]


def medir_con_numpy(grafo: Grafo) -> Caminos:
    """Los caminos más cortos desde cada actor, igual que ``medir_en_python``."""
    vecindad, n = _vecindad(grafo), grafo.nodos
    dependencia = np.zeros(n)
    filas: list[NDArray[Any]] = []
    por_tanda = max(1, POSICIONES_POR_TANDA // max(1, 2 * grafo.enlaces + n))
    for desde in range(0, n, por_tanda):
        origenes = np.arange(desde, min(desde + por_tanda, n))
        tanda = _alejarse(vecindad, origenes, n)
        dependencia += _devolverse(tanda, origenes, n)
        pasos = tanda.pasos.reshape(len(origenes), n)
        cerca = ((pasos == 1) | (pasos == 2)).sum(axis=1)
        filas.append(np.stack((pasos.clip(0).sum(axis=1), (pasos > 0).sum(axis=1), cerca)))
    distancia, alcanzados, a_dos_pasos = np.concatenate(filas, axis=1).tolist()
    return Caminos(dependencia.tolist(), distancia, alcanzados, a_dos_pasos)


def _vecindad(grafo: Grafo) -> _Vecindad:
    grado = np.array([len(otros) for otros in grafo.vecinos], dtype=np.int64)
    vecino = np.array([j for otros in grafo.vecinos for j in otros], dtype=np.int64)
    return _Vecindad(np.cumsum(grado) - grado, grado, vecino)


def _alejarse(vecindad: _Vecindad, origenes: Enteros, n: int) -> _Tanda:
    """Avanza nivel por nivel desde todos los orígenes de la tanda a la vez."""
    posiciones = len(origenes) * n
    tanda = _Tanda(np.full(posiciones, -1, dtype=np.int32), np.zeros(posiciones), [])
    marca = np.empty(posiciones, dtype=np.int64)
    borde = np.arange(len(origenes)) * n + origenes
    tanda.pasos[borde], tanda.maneras[borde] = 0, 1.0
    while len(borde):
        de, hacia = _enlaces_del_borde(vecindad, borde, n)
        nuevos = tanda.pasos[hacia] < 0
        de, hacia = de[nuevos], hacia[nuevos]
        np.add.at(tanda.maneras, hacia, tanda.maneras[de])
        tanda.avances.append((de, hacia))
        tanda.pasos[hacia] = len(tanda.avances)
        turno = np.arange(len(hacia))
        marca[hacia] = turno  # gana la última vez que aparece: así cada posición queda una vez
        borde = hacia[marca[hacia] == turno]
    return tanda


def _enlaces_del_borde(vecindad: _Vecindad, borde: Enteros, n: int) -> tuple[Enteros, Enteros]:
    """Los enlaces que salen del borde: posición de partida y posición de llegada."""
    actor = borde % n
    grado = vecindad.grado[actor]
    de = np.repeat(borde, grado)
    # Lugar de cada enlace en la lista de vecinos: inicio de su actor más su turno.
    corrido = np.repeat(vecindad.inicio[actor] - np.cumsum(grado) + grado, grado)
    llegada = vecindad.vecino[corrido + np.arange(len(de))]
    return de, np.repeat(borde - actor, grado) + llegada


def _devolverse(tanda: _Tanda, origenes: Enteros, n: int) -> Reales:
    """Cuánto dependen de cada actor los caminos que salen de los orígenes de la tanda."""
    parte = np.zeros(len(tanda.pasos))
    for de, hacia in reversed(tanda.avances):
        cuota = (1.0 + parte[hacia]) / tanda.maneras[hacia]
        np.add.at(parte, de, tanda.maneras[de] * cuota)
    tabla = parte.reshape(len(origenes), n)
    tabla[np.arange(len(origenes)), origenes] = 0.0
    suma: Reales = tabla.sum(axis=0)
    return suma
