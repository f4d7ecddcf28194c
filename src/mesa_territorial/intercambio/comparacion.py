"""En qué cambia una ficha con lo que trae la planilla."""

import math
from collections.abc import Mapping
from typing import Any

from mesa_territorial.dominio.actores import Actor, Relacion


def cambios_entre(
    antes: Actor | Relacion, valores: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """De campo a (antes, después), sólo los que cambian de verdad."""
    return {
        campo: (getattr(antes, campo), valor)
        for campo, valor in valores.items()
        if not es_lo_mismo(getattr(antes, campo), valor)
    }


def es_lo_mismo(antes: Any, despues: Any) -> bool:
    """Si dos valores dicen lo mismo en una planilla, que redondea y no guarda blancos al borde."""
    if isinstance(antes, str) and isinstance(despues, str):
        return antes.strip() == despues.strip()
    if isinstance(antes, int | float) and isinstance(despues, int | float):
        return math.isclose(antes, despues, rel_tol=1e-12, abs_tol=1e-9)
    return bool(antes == despues)
