"""El resumen de la red entera: tamaño, partes, cortes y E-I."""

from dataclasses import dataclass

from mesa_territorial.analisis.cortes import Cortes
from mesa_territorial.analisis.grafo import Grafo
from mesa_territorial.analisis.grupos import EIPorGrupo


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumen:
    """La red en cifras; los actores van por id.

    ``componentes`` va de la parte mayor a la menor; ``puntos_de_corte`` y ``puentes``, en orden
    alfabético. ``densidad`` es la proporción de enlaces posibles que existen.
    """

    nodos: int
    enlaces: int
    densidad: float
    componentes: tuple[tuple[str, ...], ...]
    aislados: tuple[str, ...]
    puntos_de_corte: tuple[str, ...]
    puentes: tuple[tuple[str, str], ...]
    ei_sector: EIPorGrupo
    ei_nivel: EIPorGrupo


def resumir(
    grafo: Grafo, partes: list[list[int]], cortes: Cortes, sector: EIPorGrupo, nivel: EIPorGrupo
) -> Resumen:
    """El resumen de la red, con los números de actor cambiados por sus ids."""
    ids = grafo.ids
    return Resumen(
        nodos=grafo.nodos,
        enlaces=grafo.enlaces,
        densidad=densidad(grafo),
        componentes=tuple(tuple(ids[i] for i in parte) for parte in partes),
        aislados=tuple(ids[i] for i, otros in enumerate(grafo.vecinos) if not otros),
        puntos_de_corte=tuple(ids[i] for i, cuantas in enumerate(cortes.partes) if cuantas > 1),
        puentes=tuple((ids[i], ids[j]) for i, j in cortes.puentes),
        ei_sector=sector,
        ei_nivel=nivel,
    )


def densidad(grafo: Grafo) -> float:
    """Enlaces que existen sobre enlaces posibles, n(n − 1)/2; con menos de dos actores es 0."""
    posibles = grafo.nodos * (grafo.nodos - 1) / 2
    return grafo.enlaces / posibles if posibles else 0.0
