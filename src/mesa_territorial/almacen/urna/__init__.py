"""La urna: dónde caen los votos. Un archivo propio, sin nombres ni direcciones de nadie."""

from mesa_territorial.almacen.urna.archivo import lugar_de_la_urna
from mesa_territorial.almacen.urna.urna import Urna
from mesa_territorial.almacen.urna.valores import (
    Acuse,
    Cambios,
    Carga,
    Conteo,
    Envio,
    FilaMala,
    Motivo,
)

__all__ = [
    "Acuse",
    "Cambios",
    "Carga",
    "Conteo",
    "Envio",
    "FilaMala",
    "Motivo",
    "Urna",
    "lugar_de_la_urna",
]
