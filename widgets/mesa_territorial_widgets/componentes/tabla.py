"""La tabla gemela del mapa: los mismos actores y relaciones, como planilla."""

from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra


class Tabla(ComponenteDePizarra):
    """Actores y relaciones en una tabla que se edita, se ordena y recibe lo pegado de Excel."""

    modulo = "tabla"
