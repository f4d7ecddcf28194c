"""El tema 07: de la invitación al acta de constitución, en el caso y en la Mesa propia."""

from collections.abc import Sequence

from ipywidgets import DOMWidget

from mesa_territorial_widgets.componentes.constitucion import Constitucion
from mesa_territorial_widgets.componentes.convocatoria import (
    lamina_de_balance,
    piezas_de_convocatoria,
    razones_de_convocatoria,
)
from mesa_territorial_widgets.componentes.instalacion import (
    faltas_del_acta,
    piezas_de_instalacion,
    razones_de_decision,
)
from mesa_territorial_widgets.componentes.lente_de_genero import lente_de_genero
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pila import Pila
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tablero import Pieza
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.contactos import contactos_de
from mesa_territorial_widgets.contexto.mesa_de_trabajo import Zonas, recorrer, trabajar

CLAVE = "07_convocatoria_e_instalacion"
ARRIBA = ("invitaciones", "cartas", "balance")
"""Las piezas de la convocatoria que se alternan arriba; las demás se despliegan abajo."""


def explorar(contexto: Contexto) -> DOMWidget:
    """El recorrido por el caso, donde la persona lo dejó; nada de lo que haga ahí se guarda."""
    return recorrer(contexto, CLAVE, _para_mirar)


def _para_mirar(pizarra: Pizarra) -> Sequence[DOMWidget]:
    return (
        Mapa(pizarra),
        razones_de_convocatoria(pizarra),
        lamina_de_balance(pizarra),
        Constitucion(pizarra),
        razones_de_decision(pizarra),
        faltas_del_acta(pizarra),
    )


def aplicar(contexto: Contexto) -> DOMWidget:
    """La herramienta sobre la Mesa abierta; sin Mesa, invita a crear una."""
    return trabajar(contexto, CLAVE, lambda p: _armar(contexto, p))


def _armar(contexto: Contexto, pizarra: Pizarra) -> Zonas:
    piezas = {p.clave: p for p in piezas_de_convocatoria(contexto, pizarra)}
    # Lo que se dice va bajo el tablero: a un lado le quitaría el ancho a las demás vistas.
    tablero = Pila([piezas.pop("estados").componente, piezas.pop("razones").componente])
    libreta = Tiempo(lambda: contactos_de(contexto), titulo="Abriendo la libreta")
    return {
        "lienzo": [
            Pieza("estados", "Tablero", tablero),
            *(piezas.pop(clave) for clave in ARRIBA),
            *piezas_de_instalacion(pizarra),
        ],
        "abajo": [
            *piezas.values(),
            Pieza("contactos", "Contactos de las instituciones", libreta),
            lente_de_genero(pizarra, CLAVE),
        ],
    }
