"""Actores del territorio y las relaciones entre ellos."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mesa_territorial.dominio.reglas import exigir, exigir_rango

NOTA_MINIMA, NOTA_MAXIMA = 1, 5
CAPITAL_MAXIMO = 3
INTENSIDADES = (1, 2, 3)
LARGO_NOMBRE, LARGO_NOTA = 200, 4_000
TORRE_MAXIMA = 1_000
LIENZO = 1_000_000


class Sector(StrEnum):
    """Los cuatro sectores de la Mesa y el de los organismos internacionales."""

    PUBLICO = "publico"
    PRIVADO = "privado"
    ACADEMIA = "academia"
    SOCIEDAD_CIVIL = "sociedad_civil"
    ORGANISMO_INTERNACIONAL = "organismo_internacional"


class Nivel(StrEnum):
    """La escala en que actúa un actor, de la más cercana a la más amplia."""

    CAMPAMENTO = "campamento"
    BARRIO = "barrio"
    UNIDAD_VECINAL = "unidad_vecinal"
    COMUNA = "comuna"
    INTERCOMUNAL = "intercomunal"
    REGION = "region"
    NACIONAL = "nacional"


class Estado(StrEnum):
    """En qué va la convocatoria de un actor."""

    POR_CONVOCAR = "por_convocar"
    CONTACTADO = "contactado"
    REUNION = "reunion"
    COMPROMETIDO = "comprometido"
    INTEGRA = "integra"
    ASESORA = "asesora"
    OBSERVA = "observa"
    PENDIENTE = "pendiente"
    SIN_RESPUESTA = "sin_respuesta"
    DECLINA = "declina"


class Procedencia(StrEnum):
    """De dónde salió un dato: lo anotó el equipo, vino en un archivo o en un caso."""

    EQUIPO = "equipo"
    IMPORTADO = "importado"
    FUENTE = "fuente"
    ILUSTRATIVO = "ilustrativo"


class TipoRelacion(StrEnum):
    """Qué une a dos actores."""

    COORDINACION = "coordinacion"
    INFORMACION = "informacion"
    FINANCIAMIENTO = "financiamiento"
    MANDATO = "mandato"
    CONFLICTO = "conflicto"


CAPITALES = ("capital_politico", "capital_economico", "capital_cultural", "capital_social")
NOTAS = ("influencia", "interes", "legitimidad", "urgencia")
_ETIQUETAS = dict(
    zip(
        CAPITALES + NOTAS,
        (
            "El capital político",
            "El capital económico",
            "El capital cultural",
            "El capital social",
            "La influencia",
            "El interés",
            "La legitimidad",
            "La urgencia",
        ),
        strict=True,
    )
)


# Cada cambio vuelve a comprobar que no haya dos nombres iguales: casi todos ya se vieron.
@lru_cache(maxsize=4_096)
def nombre_comparable(nombre: str) -> str:
    """``nombre`` sin tildes, mayúsculas ni espacios de más: dos iguales son el mismo."""
    if nombre.isascii():
        return " ".join(nombre.casefold().split())
    plano = unicodedata.normalize("NFKD", nombre).casefold()
    letras = "".join(c for c in plano if not unicodedata.combining(c))
    return " ".join(letras.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Una institución u organización del territorio; nunca una persona.

    ``influencia``, ``interes``, ``legitimidad`` y ``urgencia`` van de 1 a 5, los capitales de
    0 a 3, ``posicion`` de −1 (se opone) a 1 (apoya); ``None`` quiere decir «no se sabe».
    ``torre`` es la altura de la torre de influencia de Net-Map, un entero desde 0.
    ``x`` e ``y`` son el lugar en el mapa, en unidades del lienzo; ``fijado`` impide moverlo.
    Levanta ``ReglaRota`` si algo no cumple.
    """

    id: str
    nombre: str
    sector: Sector
    tipo: str = ""
    nivel: Nivel | None = None
    estado: Estado = Estado.POR_CONVOCAR
    influencia: float | None = None
    interes: float | None = None
    legitimidad: float | None = None
    urgencia: float | None = None
    posicion: int | None = None
    torre: int | None = None
    capital_politico: int | None = None
    capital_economico: int | None = None
    capital_cultural: int | None = None
    capital_social: int | None = None
    comite: bool = False
    nota: str = ""
    x: float | None = None
    y: float | None = None
    fijado: bool = False
    procedencia: Procedencia = Procedencia.EQUIPO
    fuente: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "El actor necesita un identificador.")
        exigir(bool(self.nombre.strip()), "El actor necesita un nombre.")
        exigir(len(self.nombre) <= LARGO_NOMBRE, f"El nombre admite {LARGO_NOMBRE} letras.")
        exigir(len(self.nota) <= LARGO_NOTA, f"La nota admite {LARGO_NOTA} letras.")
        for campo in NOTAS:
            exigir_rango(getattr(self, campo), NOTA_MINIMA, NOTA_MAXIMA, _ETIQUETAS[campo])
        for campo in CAPITALES:
            exigir_rango(getattr(self, campo), 0, CAPITAL_MAXIMO, _ETIQUETAS[campo])
        exigir_rango(self.posicion, -1, 1, "La posición")
        exigir_rango(self.torre, 0, TORRE_MAXIMA, "La torre de influencia")
        for lugar in (self.x, self.y):
            exigir_rango(lugar, -LIENZO, LIENZO, "El lugar en el mapa")

    @property
    def tiene_lugar(self) -> bool:
        """Si ya está puesto en el mapa."""
        return self.x is not None and self.y is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relacion:
    """Un vínculo de ``de`` hacia ``hacia``, ambos ids de actores, en un momento de la Mesa."""

    id: str
    de: str
    hacia: str
    tipo: TipoRelacion
    intensidad: int = 1
    dirigida: bool = True
    momento: str = "actual"
    nota: str = ""
    procedencia: Procedencia = Procedencia.EQUIPO

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "La relación necesita un identificador.")
        exigir(self.de != self.hacia, "Una relación une a dos actores distintos.")
        exigir(self.intensidad in INTENSIDADES, "La intensidad de la relación es 1, 2 o 3.")
        exigir(len(self.nota) <= LARGO_NOTA, f"La nota admite {LARGO_NOTA} letras.")

    @property
    def huella(self) -> tuple[str, str, str, str]:
        """Lo que no se repite: extremos (sin orden si no es dirigida), tipo y momento."""
        extremos = (self.de, self.hacia) if self.dirigida else tuple(sorted((self.de, self.hacia)))
        return (extremos[0], extremos[1], self.tipo, self.momento)
