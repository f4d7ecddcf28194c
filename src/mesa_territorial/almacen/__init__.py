"""El almacén: dónde viven las Mesas y su historia. Nada de lo confirmado se pierde."""

from mesa_territorial.almacen.almacen import Almacen
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.conflictos import Conflicto, Pugna
from mesa_territorial.almacen.errores import FallaDeAlmacen
from mesa_territorial.almacen.padron import Padron
from mesa_territorial.almacen.presencia import Presente
from mesa_territorial.almacen.restauracion import restaurar
from mesa_territorial.almacen.valores import (
    Contacto,
    Registro,
    Respuesta,
    Resumen,
    Salud,
    Suceso,
)

__all__ = [
    "Almacen",
    "Autor",
    "Conflicto",
    "Contacto",
    "FallaDeAlmacen",
    "Padron",
    "Presente",
    "Pugna",
    "Registro",
    "Respuesta",
    "Resumen",
    "Salud",
    "Suceso",
    "restaurar",
]
