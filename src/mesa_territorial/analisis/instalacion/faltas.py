"""Lo que le falta al acta de constitución antes de firmarla.

Lo obligatorio es lo que llevan las actas públicas de consejos comunales que sirvieron de modelo,
más lo propio de una Mesa: objetivo, Comité y regla. Lo demás conviene y no impide firmar.
"""

from mesa_territorial.analisis.instalacion.falta import Falta
from mesa_territorial.analisis.instalacion.faltas_que_convienen import QUE_CONVIENEN
from mesa_territorial.analisis.instalacion.faltas_que_impiden import QUE_IMPIDEN
from mesa_territorial.dominio.mesa import Mesa


def revisar_acta(mesa: Mesa) -> tuple[Falta, ...]:
    """Lo que le falta al acta: primero lo que impide firmarla, en el orden en que se lee."""
    impiden = (r.hallar(mesa, impide=True) for r in QUE_IMPIDEN)
    convienen = (r.hallar(mesa, impide=False) for r in QUE_CONVIENEN)
    return tuple(f for f in (*impiden, *convienen) if f)
