"""Los problemas del territorio por nivel y la decisión de escala (tema 02)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from mesa_territorial.dominio.actores import LARGO_NOMBRE, LARGO_NOTA, Nivel, Procedencia
from mesa_territorial.dominio.escala_criterios import (
    CRITERIOS_MAXIMOS,
    ComparacionDePares,
    CriterioDeEscala,
    NotasDeNivel,
    PesosVotados,
    criterios_de_partida,
)
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.secciones import Seccion, citas, exigir_claves, exigir_largo

CAMPOS_DE_PAPEL: Mapping[str, tuple[str, str]] = {
    "competencia": ("competente", "competente_fuera"),
    "recurso": ("recurso_de", "recurso_fuera"),
    "pago": ("paga", "paga_fuera"),
}
"""Por papel, el campo con el id del actor y el que nombra a quien no está en el mapa."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemaDelTerritorio:
    """Un problema y quién lo tiene en sus manos: competencia, recurso crítico y pago.

    ``central`` dice que el objetivo de la Mesa depende de él. ``nivel_vive`` es donde se siente y
    ``nivel_decide``, donde se resuelve. ``competencia`` es una clave del catálogo. ``competente``,
    ``recurso_de`` y ``paga`` son ids de actores; si quien los tiene no está en el mapa, su nombre
    va en ``competente_fuera``, ``recurso_fuera`` o ``paga_fuera``. Vacío quiere decir «no se sabe».
    """

    id: str
    nombre: str
    central: bool = False
    nivel_vive: Nivel | None = None
    nivel_decide: Nivel | None = None
    competencia: str = ""
    competente: str = ""
    competente_fuera: str = ""
    recurso: str = ""
    recurso_de: str = ""
    recurso_fuera: str = ""
    paga: str = ""
    paga_fuera: str = ""
    nota: str = ""
    procedencia: Procedencia = Procedencia.EQUIPO

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "El problema necesita un nombre.")
        exigir_largo(
            LARGO_NOMBRE,
            problema=self.nombre,
            recurso=self.recurso,
            quien_tiene_la_competencia=self.competente_fuera,
            quien_tiene_el_recurso=self.recurso_fuera,
            quien_paga=self.paga_fuera,
        )
        exigir_largo(LARGO_NOTA, nota=self.nota)

    def actores_citados(self) -> Iterator[str]:
        """Los actores que tienen algo de este problema en sus manos."""
        return citas(self.competente, self.recurso_de, self.paga)


@dataclass(frozen=True, slots=True, kw_only=True)
class Escala(Seccion):
    """Los problemas, los criterios con que se compara cada nivel y lo que el equipo decidió.

    La decisión son tres niveles —donde se ancla el objetivo, el de la Mesa y los que deben estar
    en el Comité de Coordinación— con su ``razon``, su ``fecha`` (AAAA-MM-DD) y ``quienes`` la
    tomaron. La cuenta aconseja; esto lo escriben las personas.
    """

    problemas: dict[str, ProblemaDelTerritorio] = field(default_factory=dict)
    criterios: dict[str, CriterioDeEscala] = field(default_factory=criterios_de_partida)
    niveles: dict[str, NotasDeNivel] = field(default_factory=dict)
    pares: dict[str, ComparacionDePares] = field(default_factory=dict)
    votados: PesosVotados | None = None
    nivel_objetivo: Nivel | None = None
    nivel_mesa: Nivel | None = None
    niveles_comite: tuple[Nivel, ...] = ()
    razon: str = ""
    fecha: str = ""
    quienes: str = ""

    def __post_init__(self) -> None:
        exigir_claves(self.problemas, self.criterios, self.niveles, self.pares)
        exigir(
            len(self.criterios) <= CRITERIOS_MAXIMOS,
            f"Se comparan hasta {CRITERIOS_MAXIMOS} criterios; con más, nadie los pesa bien.",
        )
        exigir_largo(LARGO_NOTA, razon=self.razon, quienes=self.quienes)

    def actores_citados(self) -> Iterator[str]:
        """Los actores que tienen la competencia, el recurso o el pago de algún problema."""
        return chain.from_iterable(p.actores_citados() for p in self.problemas.values())

    @property
    def esta_decidida(self) -> bool:
        """Si el equipo ya anotó el nivel del objetivo y el de la Mesa."""
        return self.nivel_objetivo is not None and self.nivel_mesa is not None
