"""El estado de la coalición y las condiciones para una Mesa (tema 01)."""

from dataclasses import dataclass

from mesa_territorial.dominio.secciones import Seccion


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalicion(Seccion):
    """El estado de la coalición y las condiciones para una Mesa (tema 01)."""
