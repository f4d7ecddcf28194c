"""De qué partes de la Mesa depende lo que dice la convocatoria."""

from collections.abc import Sequence
from typing import Any

from mesa_territorial.dominio.actores import CAPITALES
from mesa_territorial.dominio.mesa import Mesa

_DEL_ACTOR = ("id", "nombre", "sector", "nivel", "estado", "influencia", "interes", *CAPITALES)


def mirar_convocatoria(mesa: Mesa) -> Sequence[Any]:
    """Lo que, al cambiar, obliga a decirlo todo de nuevo; mover un actor en el mapa no está."""
    actores = [[getattr(a, c) for c in _DEL_ACTOR] for a in mesa.actores.values()]
    de_la_mesa = (mesa.nombre, mesa.objetivo, mesa.territorio, mesa.relaciones, mesa.convocatoria)
    return actores, *de_la_mesa, mesa.prioridad, mesa.escala, mesa.genero
