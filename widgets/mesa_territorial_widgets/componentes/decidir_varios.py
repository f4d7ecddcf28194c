"""Anotar la misma decisión, con su razón, sobre varios actores de una vez."""

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.prioridad import TRATOS
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra


class DecidirVarios(ComponenteDePizarra):
    """``tratos`` son las decisiones posibles; manda la orden ``decidir`` de la pizarra."""

    modulo = "decidir_varios"
    tratos: "t.Dict[str, str]" = t.Dict().tag(sync=True)

    def __init__(self, pizarra: Pizarra | Mesa) -> None:
        super().__init__(pizarra, tratos=dict(TRATOS))
