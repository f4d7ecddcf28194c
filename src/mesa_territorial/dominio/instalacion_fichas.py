"""Las fichas de la instalación: roles, reglas, sesiones, tabla, acuerdos y declaraciones."""

from dataclasses import dataclass

from mesa_territorial.dominio.fechas import exigir_fecha, exigir_hora
from mesa_territorial.dominio.instalacion_codigos import (
    Asistencia,
    AsuntoDeRegla,
    Calidad,
    Instancia,
    Interes,
    Modalidad,
    ReglaDeDecision,
    Resguardo,
    RolDeMesa,
)
from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import exigir_largo

LARGO_FRASE, LARGO_TEXTO = 300, 4_000


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
        exigir_fecha(self.fecha, "La fecha de la sesión")
        exigir_hora(self.hora, "La hora de la sesión")


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
        exigir_fecha(self.plazo, "El plazo")


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
