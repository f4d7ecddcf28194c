"""Lo que se lee de la instalación: Comité, regla de decisión, probidad y faltas del acta."""

from mesa_territorial.analisis.instalacion.comite import (
    AsientoDeComite,
    asientos_del_comite,
    leer_comite,
)
from mesa_territorial.analisis.instalacion.decision import IMPLICANCIAS, Implicancia, leer_decision
from mesa_territorial.analisis.instalacion.falta import Falta
from mesa_territorial.analisis.instalacion.faltas import revisar_acta
from mesa_territorial.analisis.instalacion.probidad import leer_probidad
from mesa_territorial.analisis.instalacion.quorum import Quorum, quorum_de
from mesa_territorial.analisis.instalacion.sala import (
    asistentes,
    contado_en_la_sala,
    integrantes,
    sesion_de_instalacion,
)

__all__ = [
    "IMPLICANCIAS",
    "AsientoDeComite",
    "Falta",
    "Implicancia",
    "Quorum",
    "asientos_del_comite",
    "asistentes",
    "contado_en_la_sala",
    "integrantes",
    "leer_comite",
    "leer_decision",
    "leer_probidad",
    "quorum_de",
    "revisar_acta",
    "sesion_de_instalacion",
]
