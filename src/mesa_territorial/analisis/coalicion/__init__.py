"""¿Hay condiciones para una Mesa, cómo está la coalición y qué tipo conviene? (tema 01)"""

from mesa_territorial.analisis.coalicion.condiciones import (
    TONOS,
    Chequeo,
    RazonDeCondicion,
    Veredicto,
    chequear,
    decir_condicion,
)
from mesa_territorial.analisis.coalicion.decision import TipoDeLaMesa, tipo_de_la_mesa
from mesa_territorial.analisis.coalicion.estado import (
    Cambio,
    cambios,
    leer_cambios,
    leer_coalicion,
    nombrar_elemento,
)
from mesa_territorial.analisis.coalicion.razon import Razon, Sentido
from mesa_territorial.analisis.coalicion.tipo import (
    Consejo,
    OrigenDelAlcance,
    aconsejar_tipo,
    con_articulo,
    pugna_con_la_escala,
    que_lo_cambiaria,
)

__all__ = [
    "TONOS",
    "Cambio",
    "Chequeo",
    "Consejo",
    "OrigenDelAlcance",
    "Razon",
    "RazonDeCondicion",
    "Sentido",
    "TipoDeLaMesa",
    "Veredicto",
    "aconsejar_tipo",
    "cambios",
    "chequear",
    "con_articulo",
    "decir_condicion",
    "leer_cambios",
    "leer_coalicion",
    "nombrar_elemento",
    "pugna_con_la_escala",
    "que_lo_cambiaria",
    "tipo_de_la_mesa",
]
