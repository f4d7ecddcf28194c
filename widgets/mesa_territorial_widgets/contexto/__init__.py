"""Quién está, en qué Mesa trabaja y dónde se guarda: la única puerta al almacén."""

from mesa_territorial_widgets.contexto.contexto import Contexto, SinMesa, crear_id
from mesa_territorial_widgets.contexto.estante import EstanteDeMesas

__all__ = ["Contexto", "EstanteDeMesas", "SinMesa", "crear_id"]
