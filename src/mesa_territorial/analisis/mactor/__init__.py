"""MACTOR completo: influencias, fuerzas, posiciones ante los objetivos, alianzas y conflictos."""

from mesa_territorial.analisis.mactor.dependencias import Dependencia, concluir, probar_dudas
from mesa_territorial.analisis.mactor.distancias import (
    distancias_de_actores,
    distancias_de_objetivos,
)
from mesa_territorial.analisis.mactor.influencias import (
    Fuerzas,
    Matriz,
    directas_e_indirectas,
    maximas,
    medir_fuerzas,
    medir_fuerzas_maximas,
)
from mesa_territorial.analisis.mactor.objetivos import Posiciones, medir_posiciones
from mesa_territorial.analisis.mactor.palancas import Palanca, palancas
from mesa_territorial.analisis.mactor.papeles import Camino, Papel, camino, papeles, promedio
from mesa_territorial.analisis.mactor.planteo import Planteo, Resultado, plantear, resolver
from mesa_territorial.analisis.mactor.sensibilidad import Vuelco, vuelcos_de

__all__ = [
    "Camino",
    "Dependencia",
    "Fuerzas",
    "Matriz",
    "Palanca",
    "Papel",
    "Planteo",
    "Posiciones",
    "Resultado",
    "Vuelco",
    "camino",
    "concluir",
    "directas_e_indirectas",
    "distancias_de_actores",
    "distancias_de_objetivos",
    "maximas",
    "medir_fuerzas",
    "medir_fuerzas_maximas",
    "medir_posiciones",
    "palancas",
    "papeles",
    "plantear",
    "probar_dudas",
    "promedio",
    "resolver",
    "vuelcos_de",
]
