"""La aplicación «Mi Mesa»: las Mesas de la persona y el historial de la que está abierta."""

from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.mi_mesa import MiMesa
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.contexto import Contexto, EstanteDeMesas


def mi_mesa(contexto: Contexto) -> DOMWidget:
    """Las Mesas de la persona; si hay una abierta, también su historial."""
    # En un taller se firma con el nombre con que se entró: no se ofrece cambiarlo aquí.
    autor = "" if contexto.alias else contexto.autor
    pantalla = MiMesa(EstanteDeMesas(contexto), autor=autor)
    if contexto.clave is None:
        return pantalla
    from mesa_territorial_widgets.contexto.historial import historial_de

    titulo = f"Historial de {contexto.pizarra.valor.nombre}"
    piezas = {
        "lienzo": [Pieza("mesas", "Mesas", pantalla)],
        "abajo": [Pieza("historial", titulo, historial_de(contexto))],
        "sueltas": [Pieza("pizarra", "", contexto.pizarra)],
    }
    return Tablero(piezas, recuerdo="mi_mesa")
