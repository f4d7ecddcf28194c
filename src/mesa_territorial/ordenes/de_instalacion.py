"""La orden propia de la instalación: acordar el objetivo de la Mesa.

El Comité de Coordinación no tiene orden aparte: es la marca ``comite`` de cada actor.
"""

from collections.abc import Callable, Mapping

from mesa_territorial.dominio.actores import LARGO_NOTA
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.secciones import exigir_largo
from mesa_territorial.ordenes.construccion import Datos, Orden


def _acordar_objetivo(mesa: Mesa, datos: Datos) -> Orden:
    objetivo = str(datos["objetivo"]).strip()
    exigir_largo(LARGO_NOTA, objetivo=objetivo)
    antes, despues = (t[:80] or "(vacío)" for t in (mesa.objetivo, objetivo))
    return f"Objetivo de la Mesa: {antes} → {despues}", lambda m: m.con(objetivo=objetivo)


DE_INSTALACION: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "acordar_objetivo": _acordar_objetivo
}
