"""Ordenar a los actores: cuadrantes, saliencia, evaluadores, firmeza y la decisión del grupo."""

from mesa_territorial.analisis.prioridad.clases import (
    UMBRAL,
    Clase,
    clip,
    cuadrante,
    es_alto,
    saliencia,
)
from mesa_territorial.analisis.prioridad.decision import Priorizado, actores_priorizados

__all__ = [
    "UMBRAL",
    "Clase",
    "Priorizado",
    "actores_priorizados",
    "clip",
    "cuadrante",
    "es_alto",
    "saliencia",
]
