"""Lo que el almacén entrega y recibe: valores inmutables, sin conexión a la base."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from mesa_territorial.documento import VERSION
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Parche
from mesa_territorial.dominio.reglas import exigir

TipoSuceso = Literal["cambio", "deshacer", "rehacer", "crear", "importar"]
_CORREOS_PERSONALES = ("gmail.", "hotmail.", "outlook.", "yahoo.", "live.", "icloud.", "vtr.net")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registro:
    """Una Mesa tal como está guardada.

    ``version`` es el número de su último suceso; ``parche`` y ``frase`` dicen qué se acaba de
    cambiar (al leer, ``parche`` viene vacío y ``frase`` es la del último suceso).
    """

    mesa: Mesa
    version: int
    guardado: datetime
    parche: Parche
    puede_deshacer: bool
    puede_rehacer: bool
    frase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumen:
    """Una línea de la lista de Mesas; ``borrada`` es cuándo fue a la papelera.

    ``papel`` es el de la persona a cuyo nombre se listó («duenia», «integrante» o «tutoria»); vacío
    si se listó sin persona.
    """

    clave: str
    nombre: str
    cut_comuna: str
    lugar: str
    actores: int
    relaciones: int
    version: int
    cambiada: datetime
    ilustrativa: bool
    borrada: datetime | None = None
    papel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suceso:
    """Una línea de la bitácora: quién, cuándo, qué dijo que hacía y qué campos cambió.

    ``deshecho`` dice si ese cambio no está en pie hoy; ``formato`` es la versión del documento
    en que se escribió ``parche``; ``persona`` es la identidad de quien lo hizo, si se guardó.
    """

    numero: int
    autor: str
    cuando: datetime
    frase: str
    tipo: TipoSuceso
    parche: Parche
    deshecho: bool = False
    formato: int = VERSION
    persona: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respuesta:
    """Lo que una persona contestó a un ítem; ``evento`` es único y permite reintentar."""

    evento: str
    persona: str
    tema: str
    item: str
    version_contenido: str
    dada: Any
    correcta: bool | None
    puntaje: float | None
    intento: int
    pistas: int
    rendida: bool
    cuando: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacto:
    """El cargo y el correo institucional con que se contacta a un actor, y por qué se guardan.

    ``finalidad`` y ``base`` responden a la ley 21.719; desde ``caduca`` deja de estar.
    Levanta ``ReglaRota`` si falta algo o el correo no es de la institución.
    """

    id: str
    mesa: str
    actor_id: str
    cargo: str
    correo: str
    finalidad: str
    base: str
    caduca: date

    def __post_init__(self) -> None:
        exigir(bool(self.cargo.strip()), "El contacto necesita un cargo; no anote nombres.")
        exigir(bool(self.finalidad.strip()), "Escriba para qué se guarda este contacto.")
        exigir(bool(self.base.strip()), "Escriba qué le permite guardar este contacto.")
        casilla, arroba, dominio = self.correo.partition("@")
        exigir(
            bool(casilla and arroba and "." in dominio and " " not in self.correo),
            f"«{self.correo}» no es un correo; revise que tenga la forma cargo@institucion.cl.",
        )
        exigir(
            not dominio.casefold().startswith(_CORREOS_PERSONALES),
            "Anote el correo de la institución, no uno personal.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Salud:
    """El estado de la base; ``frases`` lo cuenta en palabras llanas. Los tamaños van en bytes."""

    motor: str
    lugar: str
    integra: bool
    esquema: str
    al_dia: bool
    mesas: int
    en_papelera: int
    sucesos: int
    tamano: int
    wal: int
    libre: int | None
    frases: tuple[str, ...]

    @property
    def esta_bien(self) -> bool:
        """Si se puede trabajar con tranquilidad."""
        return self.integra and self.al_dia
