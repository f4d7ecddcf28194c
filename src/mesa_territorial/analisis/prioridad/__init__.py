"""Ordenar a los actores: cuadrantes, saliencia y CLIP."""

from mesa_territorial.analisis.prioridad.clases import (
    UMBRAL,
    Clase,
    clip,
    cuadrante,
    es_alto,
    saliencia,
)

__all__ = ["UMBRAL", "Clase", "clip", "cuadrante", "es_alto", "saliencia"]
