"""Decidir con criterios: suma ponderada, qué la daría vuelta y pesos por comparación de pares."""

from mesa_territorial.analisis.criterios.pares import PesosDePares, pesos_de_pares
from mesa_territorial.analisis.criterios.suma import (
    Orden,
    PesoDeEmpate,
    Prueba,
    con_peso,
    ordenar,
    pesos_de_empate,
    probar_pesos,
)

__all__ = [
    "Orden",
    "PesoDeEmpate",
    "PesosDePares",
    "Prueba",
    "con_peso",
    "ordenar",
    "pesos_de_empate",
    "pesos_de_pares",
    "probar_pesos",
]
