"""La estrategia de género, de la primera etapa a la última (tema 06).

Sólo guarda agregados y datos de organizaciones: nunca el género de una persona con nombre, y en
todo conteo cabe «otra / no declara».
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mesa_territorial.dominio.fechas import exigir_fecha
from mesa_territorial.dominio.genero_codigos import (
    Conduccion,
    Contestacion,
    Cuidado,
    EstadoDeMedida,
    EtapaDeMesa,
    Gen,
    LugarDeReunion,
    NivelLongwe,
    ReglaDePalabra,
)
from mesa_territorial.dominio.genero_sesion import RegistroDeSesion
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

LARGO_FRASE, LARGO_TEXTO = 300, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RespuestaDeGenero:
    """Lo que el equipo responde a una pregunta del diagnóstico o de los resultados.

    ``id`` es el de la pregunta. Un «sí» sin ``evidencia`` se guarda, pero no acredita resultados.
    """

    id: str
    respuesta: Contestacion | None = None
    evidencia: str = ""

    def __post_init__(self) -> None:
        exigir_largo(LARGO_TEXTO, evidencia=self.evidencia)

    @property
    def acredita(self) -> bool:
        """Si es un «sí» con su prueba escrita."""
        return self.respuesta is Contestacion.SI and bool(self.evidencia.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class MedidaDeGenero:
    """Algo que la Mesa hará para que las mujeres participen y decidan.

    Responde una organización del mapa (``responsable``, su id) o un ``rol`` (secretaría técnica,
    moderación); nunca una persona con nombre. ``fecha`` es AAAA-MM-DD.
    """

    id: str
    medida: str
    etapa: EtapaDeMesa = EtapaDeMesa.MAPEO
    responsable: str = ""
    rol: str = ""
    fecha: str = ""
    estado: EstadoDeMedida = EstadoDeMedida.PENDIENTE
    longwe: NivelLongwe | None = None
    evidencia: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.medida.strip()), "Escriba qué se hará: una medida necesita su frase.")
        exigir_largo(LARGO_FRASE, medida=self.medida, rol=self.rol)
        exigir_largo(LARGO_TEXTO, evidencia=self.evidencia)
        exigir_fecha(self.fecha)

    @property
    def tiene_dueno(self) -> bool:
        """Si alguien responde por ella: una organización o un rol."""
        return bool(self.responsable or self.rol.strip())

    @property
    def acredita(self) -> bool:
        """Si está cumplida y dice cómo se sabe."""
        return self.estado is EstadoDeMedida.CUMPLIDA and bool(self.evidencia.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Representacion:
    """Quién conduce una organización, quién toma la palabra por ella y a quiénes representa.

    ``id`` es el del actor. ``de_mujeres`` marca a las organizaciones de mujeres o de cuidados.
    """

    id: str
    conduccion: Conduccion | None = None
    voceria: Conduccion | None = None
    de_mujeres: bool = False
    representa_a: str = ""

    def __post_init__(self) -> None:
        exigir_largo(LARGO_FRASE, representa_a=self.representa_a)

    @property
    def es_liderada_por_mujeres(self) -> bool:
        """Si la dirigen sobre todo mujeres, o es una organización de mujeres."""
        return self.de_mujeres or self.conduccion is Conduccion.MUJERES

    @property
    def se_sabe(self) -> bool:
        """Si alguien averiguó quién la conduce."""
        return self.de_mujeres or self.conduccion not in (None, Conduccion.NO_SE_SABE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Genero(Seccion):
    """Diagnóstico por etapa, medidas, representación, condiciones de participación y sesiones.

    ``gen`` es la contribución planificada del proyecto, que declara el equipo; el resultado (GRES)
    no se guarda: se deduce cada vez de lo anotado.
    """

    respuestas: dict[str, RespuestaDeGenero] = field(default_factory=dict)
    medidas: dict[str, MedidaDeGenero] = field(default_factory=dict)
    representaciones: dict[str, Representacion] = field(default_factory=dict)
    sesiones: dict[str, RegistroDeSesion] = field(default_factory=dict)
    horario: str = ""
    horario_acordado: Contestacion | None = None
    cuidados: tuple[Cuidado, ...] = ()
    lugar: str = ""
    lugar_tiene: tuple[LugarDeReunion, ...] = ()
    palabra: tuple[ReglaDePalabra, ...] = ()
    gen: Gen | None = None
    gen_razon: str = ""

    def __post_init__(self) -> None:
        exigir_claves(self.respuestas, self.medidas, self.representaciones, self.sesiones)
        exigir_largo(LARGO_FRASE, horario=self.horario, lugar=self.lugar)
        exigir_largo(LARGO_TEXTO, razon=self.gen_razon)

    def actores_citados(self) -> Iterator[str]:
        """Responsables de medidas y organizaciones con su representación anotada."""
        return citas(
            (m.responsable for m in self.medidas.values()),
            self.representaciones,
        )
