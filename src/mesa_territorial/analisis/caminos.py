"""Los caminos más cortos entre actores, en un solo recorrido por actor.

De cada recorrido salen la intermediación (Brandes 2001), las distancias para la cercanía y
cuántos quedan a dos pasos. Con redes chicas se hace en Python; con redes grandes, en numpy.
"""

from dataclasses import dataclass

from mesa_territorial.analisis.grafo import Grafo

# Pasos (actores × enlaces en ambos sentidos) desde los que conviene cargar numpy: ver bench.
PASOS_PARA_NUMPY = 60_000


@dataclass(frozen=True, slots=True)
class Caminos:
    """Una cifra por actor, en el orden de ``Grafo.ids``.

    ``dependencia`` es la intermediación sin normalizar y contada desde ambos extremos (el doble
    de la de Freeman), ``distancia`` la suma de pasos hasta quienes alcanza, ``alcanzados``
    cuántos son (sin contarse) y ``a_dos_pasos`` cuántos quedan a uno o dos pasos.
    """

    dependencia: list[float]
    distancia: list[int]
    alcanzados: list[int]
    a_dos_pasos: list[int]


def medir_caminos(grafo: Grafo) -> Caminos:
    """Los caminos más cortos desde cada actor."""
    if 2 * grafo.enlaces * grafo.nodos >= PASOS_PARA_NUMPY:
        from mesa_territorial.analisis.caminos_numpy import medir_con_numpy

        return medir_con_numpy(grafo)
    return medir_en_python(grafo)


def medir_en_python(grafo: Grafo) -> Caminos:
    """Los caminos más cortos, con listas; el recorrido de Brandes (2001), nivel por nivel."""
    caminos = Caminos([0.0] * grafo.nodos, [], [], [])
    for origen in range(grafo.nodos):
        niveles, pasos, maneras = _alejarse(grafo.vecinos, origen)
        _devolverse(grafo.vecinos, niveles, pasos, maneras, caminos.dependencia)
        tamanos = [len(nivel) for nivel in niveles]
        caminos.distancia.append(sum(d * cuantos for d, cuantos in enumerate(tamanos)))
        caminos.alcanzados.append(sum(tamanos) - 1)
        caminos.a_dos_pasos.append(sum(tamanos[1:3]))
    return caminos


def _alejarse(
    vecinos: tuple[tuple[int, ...], ...], origen: int
) -> tuple[list[list[int]], list[int], list[float]]:
    """Quién está a cada distancia de ``origen``, a cuántos pasos y por cuántos caminos."""
    pasos, maneras = [-1] * len(vecinos), [0.0] * len(vecinos)
    pasos[origen], maneras[origen] = 0, 1.0
    niveles = [[origen]]
    while niveles[-1]:
        aqui, proximos = len(niveles), []
        for v in niveles[-1]:
            for w in vecinos[v]:
                if pasos[w] < 0:
                    pasos[w] = aqui
                    proximos.append(w)
                if pasos[w] == aqui:
                    maneras[w] += maneras[v]
        niveles.append(proximos)
    niveles.pop()
    return niveles, pasos, maneras


def _devolverse(
    vecinos: tuple[tuple[int, ...], ...],
    niveles: list[list[int]],
    pasos: list[int],
    maneras: list[float],
    dependencia: list[float],
) -> None:
    """Suma en ``dependencia`` cuánto dependen de cada actor los caminos que salen del origen."""
    parte = [0.0] * len(vecinos)
    for nivel in range(len(niveles) - 1, 0, -1):
        for w in niveles[nivel]:
            cuota = (1.0 + parte[w]) / maneras[w]
            dependencia[w] += parte[w]
            for v in vecinos[w]:
                if pasos[v] == nivel - 1:
                    parte[v] += maneras[v] * cuota


def intermediacion(caminos: Caminos) -> list[float]:
    """Proporción de los caminos más cortos entre los demás que pasan por cada actor, 0 a 1.

    Fuente: Freeman (1977), normalizada por (n − 1)(n − 2)/2; con menos de tres actores es 0.
    """
    n = len(caminos.dependencia)
    pares = (n - 1) * (n - 2)
    return [d / pares if pares > 0 else 0.0 for d in caminos.dependencia]


def cercania(caminos: Caminos) -> list[float]:
    """Qué tan cerca está cada actor de los demás, 0 a 1; sin relaciones es 0.

    Fuente: Wasserman y Faust (1994), ec. 5.22: la cercanía dentro de su parte de la red por la
    proporción de actores que alcanza. Sin esa corrección, dos actores unidos sólo entre sí
    tendrían la cercanía máxima.
    """
    otros = len(caminos.alcanzados) - 1
    return [
        (r / d) * (r / otros) if d else 0.0
        for r, d in zip(caminos.alcanzados, caminos.distancia, strict=True)
    ]


def alcance(caminos: Caminos) -> list[float]:
    """Proporción de los demás actores que está a uno o dos pasos, 0 a 1."""
    otros = len(caminos.a_dos_pasos) - 1
    return [cuantos / otros if otros > 0 else 0.0 for cuantos in caminos.a_dos_pasos]
