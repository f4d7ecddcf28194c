"""Las Mesas guardadas, vistas desde la consola."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.ajustes import base_por_defecto

if TYPE_CHECKING:
    from mesa_territorial.almacen import Almacen, Resumen

AUTOR = "consola"


@contextmanager
def almacen_abierto() -> Iterator["Almacen"]:
    """El almacén de la persona (``MESAS_BD`` o el de siempre), hasta salir del bloque."""
    from mesa_territorial.almacen import Almacen

    with Almacen.abrir(base_por_defecto()) as almacen:
        yield almacen


def buscar_mesa(almacen: "Almacen", pedida: str) -> "Resumen":
    """La Mesa de esa clave o de ese nombre; levanta ``ReglaRota`` si no hay una sola."""
    mesas = almacen.listar()
    halladas = [m for m in mesas if m.clave == pedida] or [
        m for m in mesas if m.nombre.casefold() == pedida.casefold()
    ]
    if len(halladas) == 1:
        return halladas[0]
    if halladas:
        claves = ", ".join(m.clave for m in halladas)
        raise ReglaRota(f"Hay varias Mesas llamadas «{pedida}». Use una de sus claves: {claves}.")
    guardadas = "; ".join(f"«{m.nombre}» ({m.clave})" for m in mesas) or "ninguna todavía"
    raise ReglaRota(f"No hay una Mesa «{pedida}». Las guardadas: {guardadas}.")
