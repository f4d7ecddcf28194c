"""Quién está, en qué Mesa trabaja y dónde se guarda: la única puerta al almacén."""

from mesa_territorial_widgets.contexto.contexto import Contexto, SinMesa

__all__ = ["Contexto", "SinMesa"]
