"""Con qué se compara un nivel con otro: criterios, notas, comparaciones de a pares y votos."""

from dataclasses import dataclass, field

from mesa_territorial.dominio.actores import (
    LARGO_NOMBRE,
    LARGO_NOTA,
    NOTA_MAXIMA,
    NOTA_MINIMA,
    Nivel,
)
from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import exigir_largo

CRITERIOS_MAXIMOS = 10
PESO_MAXIMO = 100
VECES_MAXIMAS = 9
ALCANCE, PARTICIPACION = "alcance", "participacion"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterioDeEscala:
    """Algo que se pregunta a cada nivel; ``peso`` va de 0 a 100 y se reparte sobre el total."""

    id: str
    nombre: str
    peso: float = 0
    pregunta: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "El criterio necesita un nombre.")
        exigir_rango(self.peso, 0, PESO_MAXIMO, f"El peso de «{self.nombre}»")
        exigir_largo(LARGO_NOMBRE, criterio=self.nombre)
        exigir_largo(LARGO_NOTA, pregunta=self.pregunta)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotasDeNivel:
    """Las notas de 1 a 5 de un nivel (su ``id``), por criterio, y por qué se pusieron."""

    id: str
    notas: dict[str, float] = field(default_factory=dict)
    razon: str = ""

    def __post_init__(self) -> None:
        exigir(self.id in set(Nivel), f"«{self.id}» no es un nivel.")
        for nota in self.notas.values():
            exigir_rango(nota, NOTA_MINIMA, NOTA_MAXIMA, "La nota de un nivel")
        exigir_largo(LARGO_NOTA, razon=self.razon)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparacionDePares:
    """Cuántas veces importa más ``uno`` que ``otro``, ambos criterios: de 1 (igual) a 9."""

    id: str
    uno: str
    otro: str
    veces: int = 1

    def __post_init__(self) -> None:
        exigir(self.uno != self.otro, "Se comparan dos criterios distintos.")
        exigir_rango(self.veces, 1, VECES_MAXIMAS, "La comparación")


@dataclass(frozen=True, slots=True, kw_only=True)
class PesosVotados:
    """De qué ronda de una votación salieron los pesos; ``huella`` identifica sus votos."""

    titulo: str
    ronda: int
    votantes: int
    huella: str
    pesos: dict[str, float] = field(default_factory=dict)


def par_de(uno: str, otro: str) -> str:
    """El id de la comparación entre dos criterios, el mismo en cualquier orden.

    >>> par_de("recurso", "alcance")
    'alcance|recurso'
    """
    return "|".join(sorted((uno, otro)))


_DE_PARTIDA = (
    ("competencia", 30, "Competencia legal", "¿La ley le da la decisión sobre la solución?"),
    ("recurso", 25, "Control del recurso crítico", "¿Maneja el suelo, el subsidio o la plata?"),
    (ALCANCE, 20, "Alcance del problema", "¿Cabe entero aquí, o sus causas están más arriba?"),
    (PARTICIPACION, 15, "Participación directa", "¿Pueden las familias estar y hablar aquí?"),
    ("coordinacion", 10, "Costo de coordinación", "¿Qué tan poco cuesta reunirse? 5: cuesta poco."),
)


def criterios_de_partida() -> dict[str, CriterioDeEscala]:
    """Los cinco criterios y pesos que propone el kit; el equipo los cambia."""
    criterios = (CriterioDeEscala(id=i, nombre=n, peso=p, pregunta=q) for i, p, n, q in _DE_PARTIDA)
    return {c.id: c for c in criterios}
