"""Lo que se ve en «aplicar» cuando todavía no hay una Mesa abierta."""

import traitlets as t

from mesa_territorial_widgets.componentes.base import Componente


class Invitacion(Componente):
    """``frase`` dice por qué no hay nada que mostrar; la pantalla lleva a crear una Mesa."""

    modulo = "invitacion"
    frase = t.Unicode().tag(sync=True)
