"""La portada: su Mesa y la ruta de los temas."""

import traitlets as t

from mesa_territorial_widgets.componentes.base import Componente


class Ruta(Componente):
    """``temas`` es la lista de fichas de la ruta; ``mesa``, la ficha de la Mesa abierta o vacía."""

    modulo = "ruta"
    temas = t.List().tag(sync=True)
    mesa = t.Dict().tag(sync=True)
