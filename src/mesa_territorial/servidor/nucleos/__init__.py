"""Los núcleos: un proceso por página abierta, brotado de uno tibio donde el sistema lo permite."""

from mesa_territorial.servidor.cupo import SinLugar
from mesa_territorial.servidor.nucleos.administracion import Nucleos, Turno
from mesa_territorial.servidor.nucleos.especificacion import EspecificacionPropia

__all__ = ["EspecificacionPropia", "Nucleos", "SinLugar", "Turno"]
