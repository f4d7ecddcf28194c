"""MACTOR completo: influencias, fuerzas, posiciones ante los objetivos, alianzas y conflictos."""

from mesa_territorial.analisis.mactor.influencias import (
    Fuerzas,
    Matriz,
    directas_e_indirectas,
    maximas,
    medir_fuerzas,
    medir_fuerzas_maximas,
)
from mesa_territorial.analisis.mactor.objetivos import Posiciones, medir_posiciones
from mesa_territorial.analisis.mactor.sensibilidad import Vuelco, vuelcos_de

__all__ = [
    "Fuerzas",
    "Matriz",
    "Posiciones",
    "Vuelco",
    "directas_e_indirectas",
    "maximas",
    "medir_fuerzas",
    "medir_fuerzas_maximas",
    "medir_posiciones",
    "vuelcos_de",
]
