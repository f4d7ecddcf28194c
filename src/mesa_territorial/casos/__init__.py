"""Los casos de práctica y la división comunal, leídos de ``datos_ejemplo/``."""

from mesa_territorial.casos.division import Comuna, buscar_comunas, comuna, comunas
from mesa_territorial.casos.mesas import Caso, cargar_caso, listar_casos

__all__ = [
    "Caso",
    "Comuna",
    "buscar_comunas",
    "cargar_caso",
    "comuna",
    "comunas",
    "listar_casos",
]
