"""El acta de constitución y las reglas de la Mesa (tema 07).

Aquí no se repite lo que ya está en otra parte: el objetivo y el nombre son de la Mesa, el tipo es
de la coalición, los niveles son de la escala, el Comité de Coordinación es la marca ``comite`` de
cada actor y lo contado por género es de su sesión. Los nombres de personas no se guardan: van a
mano en la hoja de firmas.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mesa_territorial.dominio.fechas import exigir_fecha, exigir_hora
from mesa_territorial.dominio.instalacion_codigos import (
    Modalidad,
    Publicidad,
    ReglaDeDecision,
    RolDeMesa,
    SinAcuerdo,
)
from mesa_territorial.dominio.instalacion_fichas import (
    LARGO_FRASE,
    LARGO_TEXTO,
    AcuerdoDeMesa,
    CompromisoInicial,
    Declaracion,
    PuntoDeTabla,
    ReglaDelJuego,
    RolAsignado,
    SesionPrevista,
)
from mesa_territorial.dominio.reglas import exigir_rango
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

MITAD, CIEN = 51, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalacion(Seccion):
    """La sesión de instalación y lo que en ella se acuerda.

    ``quorum`` es el porcentaje de integrantes que debe asistir; ``quorum_sectores``, cuántos
    sectores distintos. ``umbral`` es el porcentaje de la mayoría calificada, sobre la mitad.
    """

    fecha: str = ""
    hora_inicio: str = ""
    hora_termino: str = ""
    modalidad: Modalidad | None = None
    lugar: str = ""
    regla: ReglaDeDecision | None = None
    umbral: int | None = None
    sin_acuerdo: SinAcuerdo | None = None
    quorum: int | None = None
    quorum_sectores: int | None = None
    encargo_al_comite: str = ""
    publicidad: Publicidad | None = None
    reserva: str = ""
    version: str = ""
    roles: dict[str, RolAsignado] = field(default_factory=dict)
    reglas: dict[str, ReglaDelJuego] = field(default_factory=dict)
    sesiones: dict[str, SesionPrevista] = field(default_factory=dict)
    tabla: dict[str, PuntoDeTabla] = field(default_factory=dict)
    acuerdos: dict[str, AcuerdoDeMesa] = field(default_factory=dict)
    compromisos: dict[str, CompromisoInicial] = field(default_factory=dict)
    declaraciones: dict[str, Declaracion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exigir_claves(self.roles, self.reglas, self.sesiones, self.tabla)
        exigir_claves(self.acuerdos, self.compromisos, self.declaraciones)
        exigir_fecha(self.fecha, "La fecha de la sesión")
        exigir_hora(self.hora_inicio, "La hora de inicio")
        exigir_hora(self.hora_termino, "La hora de término")
        exigir_rango(self.umbral, MITAD, CIEN, "La mayoría calificada, en porcentaje,")
        exigir_rango(self.quorum, 1, CIEN, "El quórum, en porcentaje,")
        exigir_rango(self.quorum_sectores, 1, 5, "Los sectores que deben estar: la cuenta")
        exigir_largo(LARGO_FRASE, lugar=self.lugar, version=self.version)
        exigir_largo(LARGO_TEXTO, encargo=self.encargo_al_comite, reserva=self.reserva)

    def actores_citados(self) -> Iterator[str]:
        """Titulares, subrogantes, responsables y quienes declaran."""
        return citas(
            (a for r in self.roles.values() for a in (r.actor, r.subrogante)),
            (c.responsable for c in self.compromisos.values()),
            self.declaraciones,
        )

    def con_rol(self, rol: RolDeMesa) -> tuple[RolAsignado, ...]:
        """Quienes tienen ese rol y un actor puesto."""
        return tuple(r for r in self.roles.values() if r.rol is rol and r.actor)
