"""Las condiciones para una Mesa, el estado de la coalición y el tipo de Mesa (tema 01)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mesa_territorial.dominio.fechas import exigir_fecha
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

LARGO = 2_000
DE_PARTIDA = ("problema", "convocante", "comunidad", "recursos", "tiempo")
EN_EL_CAMINO = ("decision", "sectores", "confianza", "participacion", "continuidad")
CONDICIONES = (*DE_PARTIDA, *EN_EL_CAMINO)
ELEMENTOS = ("dominio", "diversidad", "recursos", "objetivos", "vision")


class Respuesta(StrEnum):
    """Qué se responde a una condición."""

    SI = "si"
    EN_PARTE = "en_parte"
    NO = "no"
    NO_SABEMOS = "no_sabemos"


class EstadoDeElemento(StrEnum):
    """En qué está un elemento de la coalición, de menos a más."""

    NO_HAY = "no_hay"
    ASOMA = "asoma"
    EN_CURSO = "en_curso"
    FIRME = "firme"


class Alcance(StrEnum):
    """Hasta dónde llega el problema que la Mesa quiere mover."""

    PARTE = "parte"
    COMUNA = "comuna"
    COMUNAS = "comunas"
    REGION = "region"


class LugarDeLaComunidad(StrEnum):
    """Qué lugar tiene la comunidad en lo que se decide."""

    INTEGRA = "integra"
    CONSULTADA = "consultada"
    BENEFICIARIA = "beneficiaria"


class Tarea(StrEnum):
    """Qué se espera hacer en conjunto."""

    INICIATIVA = "iniciativa"
    CARTERA = "cartera"
    PROCESO = "proceso"


class TipoDeMesa(StrEnum):
    """Del convenio entre tres a la mesa regional."""

    CONVENIO = "convenio"
    TERRITORIAL = "territorial"
    COMUNAL = "comunal"
    INTERCOMUNAL = "intercomunal"
    REGIONAL = "regional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condicion:
    """La respuesta a una de las diez condiciones; su ``id`` es la condición.

    ``evidencia`` es el hecho que la muestra, ``pendiente`` lo que falta hacer, ``a_cargo`` el actor
    que lo hará y ``revisar`` la fecha en que se vuelve a mirar.
    """

    id: str
    respuesta: Respuesta | None = None
    evidencia: str = ""
    pendiente: str = ""
    a_cargo: str = ""
    revisar: str = ""

    def __post_init__(self) -> None:
        exigir(self.id in CONDICIONES, f"No hay una condición «{self.id}».")
        exigir_largo(LARGO, el_hecho=self.evidencia, lo_que_falta=self.pendiente)
        exigir_fecha(self.revisar, "Cuándo se vuelve a mirar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observacion:
    """Cómo estaba la coalición en una fecha: el estado de cada elemento y el hecho que lo muestra.

    ``None`` quiere decir que ese día no se miró.
    """

    id: str
    fecha: str
    ocasion: str = ""
    dominio: EstadoDeElemento | None = None
    hecho_dominio: str = ""
    diversidad: EstadoDeElemento | None = None
    hecho_diversidad: str = ""
    recursos: EstadoDeElemento | None = None
    hecho_recursos: str = ""
    objetivos: EstadoDeElemento | None = None
    hecho_objetivos: str = ""
    vision: EstadoDeElemento | None = None
    hecho_vision: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.fecha), "La observación necesita una fecha.")
        exigir_fecha(self.fecha)
        exigir_largo(LARGO, la_ocasion=self.ocasion)
        for elemento in ELEMENTOS:
            exigir_largo(LARGO, el_hecho=self.hecho(elemento))

    def estado(self, elemento: str) -> EstadoDeElemento | None:
        """El estado de ese elemento (uno de ``ELEMENTOS``)."""
        estado: EstadoDeElemento | None = getattr(self, elemento)
        return estado

    def hecho(self, elemento: str) -> str:
        """El hecho que muestra el estado de ese elemento, o vacío."""
        return str(getattr(self, f"hecho_{elemento}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalicion(Seccion):
    """Las condiciones, las observaciones de la coalición y el tipo de Mesa que decidió el equipo.

    ``convoca`` es el id del actor que llama. Todo puede ir vacío; ``tipo`` es la decisión, con su
    razón, quién la tomó y cuándo: el consejo de la herramienta no se guarda aquí.
    """

    condiciones: dict[str, Condicion] = field(default_factory=dict)
    observaciones: dict[str, Observacion] = field(default_factory=dict)
    convoca: str = ""
    alcance: Alcance | None = None
    lugar_de_la_comunidad: LugarDeLaComunidad | None = None
    tarea: Tarea | None = None
    tipo: TipoDeMesa | None = None
    razon: str = ""
    decidido_por: str = ""
    fecha_de_decision: str = ""

    def __post_init__(self) -> None:
        exigir_claves(self.condiciones, self.observaciones)
        exigir_largo(LARGO, la_razon=self.razon, quienes_decidieron=self.decidido_por)
        exigir_fecha(self.fecha_de_decision, "La fecha de la decisión")

    def actores_citados(self) -> Iterator[str]:
        """Quien convoca y quienes quedaron a cargo de una condición."""
        return citas(self.convoca, (c.a_cargo for c in self.condiciones.values()))

    def respuesta(self, condicion: str) -> Respuesta | None:
        """Lo respondido a esa condición, o ``None`` si no se ha respondido."""
        puesta = self.condiciones.get(condicion)
        return puesta.respuesta if puesta else None

    @property
    def observaciones_en_orden(self) -> tuple[Observacion, ...]:
        """Las observaciones, de la primera a la última."""
        return tuple(sorted(self.observaciones.values(), key=lambda o: (o.fecha, o.id)))
