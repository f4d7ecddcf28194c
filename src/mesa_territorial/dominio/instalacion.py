"""El acta de constitución y las reglas de la Mesa (tema 07).

Aquí no se repite lo que ya está en otra parte: el objetivo y el nombre son de la Mesa, el tipo es
de la coalición, los niveles son de la escala, el Comité de Coordinación es la marca ``comite`` de
cada actor y lo contado por género es de su sesión. Los nombres de personas no se guardan: van a
mano en la hoja de firmas.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from mesa_territorial.dominio.instalacion_codigos import (
    Asistencia,
    AsuntoDeRegla,
    Calidad,
    Instancia,
    Interes,
    Modalidad,
    Publicidad,
    ReglaDeDecision,
    Resguardo,
    RolDeMesa,
    SinAcuerdo,
)
from mesa_territorial.dominio.reglas import ReglaRota, exigir, exigir_rango
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

LARGO_FRASE, LARGO_TEXTO = 300, 4_000
MITAD, CIEN = 51, 100


def _exigir_fecha(fecha: str, que: str) -> None:
    try:
        date.fromisoformat(fecha or "2000-01-01")
    except ValueError as error:
        raise ReglaRota(f"{que}: «{fecha}» no es una fecha; escríbala como 14-03-2026.") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class RolAsignado:
    """Quién hace qué: un actor titular y su subrogante, los dos por id."""

    id: str
    rol: RolDeMesa = RolDeMesa.OTRO
    actor: str = ""
    subrogante: str = ""
    tarea: str = ""

    def __post_init__(self) -> None:
        exigir_largo(LARGO_FRASE, tarea=self.tarea)
        exigir(
            not self.actor or self.actor != self.subrogante,
            "Quien subroga no puede ser el mismo titular.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReglaDelJuego:
    """Una regla que se puede comprobar en la sala."""

    id: str
    texto: str
    asunto: AsuntoDeRegla = AsuntoDeRegla.OTRO

    def __post_init__(self) -> None:
        exigir(bool(self.texto.strip()), "Escriba la regla como se leería en la sala.")
        exigir_largo(LARGO_FRASE, regla=self.texto)


@dataclass(frozen=True, slots=True, kw_only=True)
class SesionPrevista:
    """Una sesión del calendario: ``fecha`` es AAAA-MM-DD y ``hora``, HH:MM."""

    id: str
    asunto: str
    instancia: Instancia = Instancia.MESA
    fecha: str = ""
    hora: str = ""
    minutos: int | None = None
    modalidad: Modalidad | None = None
    lugar: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.asunto.strip()), "Diga para qué es la sesión.")
        exigir_largo(LARGO_FRASE, asunto=self.asunto, lugar=self.lugar)
        exigir_rango(self.minutos, 1, 1_440, "La duración, en minutos,")
        _exigir_fecha(self.fecha, "Sesión")


@dataclass(frozen=True, slots=True, kw_only=True)
class PuntoDeTabla:
    """Un punto de la tabla y la síntesis de lo que se conversó."""

    id: str
    asunto: str
    sintesis: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.asunto.strip()), "Escriba el punto de la tabla.")
        exigir_largo(LARGO_FRASE, asunto=self.asunto)
        exigir_largo(LARGO_TEXTO, sintesis=self.sintesis)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuerdoDeMesa:
    """Un acuerdo: cómo se tomó, con cuántos votos si se votó, y quién pensó distinto."""

    id: str
    texto: str
    regla: ReglaDeDecision | None = None
    a_favor: int | None = None
    en_contra: int | None = None
    se_abstienen: int | None = None
    disenso: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.texto.strip()), "Escriba el acuerdo.")
        exigir_largo(LARGO_TEXTO, acuerdo=self.texto, disenso=self.disenso)
        for votos in (self.a_favor, self.en_contra, self.se_abstienen):
            exigir_rango(votos, 0, 10_000, "Los votos: la cuenta")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompromisoInicial:
    """Una tarea que se lleva un actor: su plazo es AAAA-MM-DD."""

    id: str
    tarea: str
    responsable: str = ""
    cargo: str = ""
    plazo: str = ""
    verificador: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.tarea.strip()), "Escriba la tarea: qué se va a hacer.")
        exigir_largo(LARGO_FRASE, tarea=self.tarea, cargo=self.cargo, medio=self.verificador)
        _exigir_fecha(self.plazo, "Compromiso")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaracion:
    """Un actor en la instalación: si vino, en qué calidad y qué declara. Su id es el del actor."""

    id: str
    asistencia: Asistencia | None = None
    calidad: Calidad | None = None
    interes: Interes | None = None
    detalle: str = ""
    resguardo: Resguardo | None = None
    acepta_reserva: bool = False

    def __post_init__(self) -> None:
        exigir_largo(LARGO_FRASE, detalle=self.detalle)

    @property
    def pide_resguardo(self) -> bool:
        """Si declara un conflicto, seguro o posible."""
        return self.interes in (Interes.POSIBLE, Interes.TIENE)


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
        _exigir_fecha(self.fecha, "Sesión de instalación")
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
