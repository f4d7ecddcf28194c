"""Todas las medidas de la red, por su clave: la misma de ``AnalisisRed.valores``."""

from collections.abc import Mapping

from mesa_territorial.analisis.medida import Medida
from mesa_territorial.analisis.medidas_de_grupo import MEDIDAS_DE_GRUPO
from mesa_territorial.analisis.medidas_de_lugar import MEDIDAS_DE_LUGAR

MEDIDAS: Mapping[str, Medida] = {m.clave: m for m in (*MEDIDAS_DE_LUGAR, *MEDIDAS_DE_GRUPO)}
