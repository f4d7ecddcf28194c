"""La ficha: lo que dice el mapa cuando nadie está elegido, y el actor cuando lo está."""

import traitlets as t

from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra


class Ficha(ComponenteDePizarra):
    """El panel lateral del mapa.

    ``medidas`` explica cada medida de la red: una lista de ``{clave, nombre, para_que,
    que_no_dice}`` y, si se quiere, ``decimales``; los valores llegan por la pizarra.
    """

    modulo = "ficha"
    medidas = t.List(t.Dict()).tag(sync=True)
