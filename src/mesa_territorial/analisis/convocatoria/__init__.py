"""La convocatoria: por qué camino invitar, cómo quedaría la Mesa y qué se atrasó."""

from mesa_territorial.analisis.convocatoria.balance import (
    Aspecto,
    Balance,
    Escenario,
    Renglon,
    hacer_balance,
    lideradas_de,
)
from mesa_territorial.analisis.convocatoria.caminos import (
    SENTADOS,
    Camino,
    Red,
    armar_red,
    buscar_caminos,
)
from mesa_territorial.analisis.convocatoria.seguimiento import (
    COLUMNAS,
    Plazo,
    Seguimiento,
    seguir,
)
from mesa_territorial.analisis.dicho import Dicho

__all__ = [
    "COLUMNAS",
    "SENTADOS",
    "Aspecto",
    "Balance",
    "Camino",
    "Dicho",
    "Escenario",
    "Plazo",
    "Red",
    "Renglon",
    "Seguimiento",
    "armar_red",
    "buscar_caminos",
    "hacer_balance",
    "lideradas_de",
    "seguir",
]
