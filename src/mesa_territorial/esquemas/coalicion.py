"""Cómo se pregunta lo de la sección «coalicion»."""

from mesa_territorial.esquemas.esquema import Esquema

ESQUEMAS: tuple[Esquema, ...] = ()
