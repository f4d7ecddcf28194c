"""Distancias netas: cuánto más coinciden que chocan dos actores, o dos objetivos.

El programa MACTOR dibuja «distancias netas» y no se halló publicada su fórmula; aquí son la
convergencia menos la divergencia del mismo orden (definición de este kit). Entre objetivos se hace
lo mismo mirando quiénes toman igual o contraria posición ante los dos.
"""

from mesa_territorial.analisis.mactor.influencias import Matriz
from mesa_territorial.analisis.mactor.objetivos import Posiciones, encuentros


def distancias_de_actores(medido: Posiciones) -> Matriz:
    """CAA − DAA, n × n: positiva si coinciden más de lo que chocan; 0 en la diagonal."""
    return _resta(medido.convergencia, medido.divergencia)


def distancias_de_objetivos(medido: Posiciones) -> Matriz:
    """Lo mismo entre objetivos, p × p: positiva si los apoyan y resisten los mismos."""
    return _resta(*encuentros(tuple(zip(*medido.matriz, strict=True))))


def _resta(una: Matriz, otra: Matriz) -> Matriz:
    return tuple(
        tuple(a - b for a, b in zip(fila, suya, strict=True))
        for fila, suya in zip(una, otra, strict=True)
    )
