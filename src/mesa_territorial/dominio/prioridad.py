"""Las evaluaciones de varios y la decisión sobre cada actor (tema 04).

Las evaluaciones son juicios privados del equipo: no salen en lo que se exporta salvo que alguien
lo pida. La decisión la toman personas, se anota con su razón y no depende de ningún promedio.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mesa_territorial.dominio.actores import NOTA_MAXIMA, NOTA_MINIMA, NOTAS, nombre_comparable
from mesa_territorial.dominio.fechas import exigir_fecha
from mesa_territorial.dominio.prioridad_codigos import (
    MetodoDeCuantil,
    MetodoDePrioridad,
    OrigenDeEvaluacion,
    Trato,
)
from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import Seccion, exigir_claves, exigir_largo

LARGO_DE_EVALUADOR, LARGO_DE_RAZON = 120, 2_000
PESO_MAXIMO, CORTE_MAXIMO, PERSONAS_MAXIMAS = 100, 300, 100_000
_DICHOS = ("La influencia", "El interés", "La legitimidad", "La urgencia")
_ATRIBUTOS = dict(zip(NOTAS, _DICHOS, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluacion:
    """Las notas, de 1 a 5, que un evaluador puso a un actor; ``None`` es «no lo sé»."""

    influencia: float | None = None
    interes: float | None = None
    legitimidad: float | None = None
    urgencia: float | None = None

    def __post_init__(self) -> None:
        for campo in NOTAS:
            exigir_rango(getattr(self, campo), NOTA_MINIMA, NOTA_MAXIMA, _ATRIBUTOS[campo])

    @property
    def esta_en_blanco(self) -> bool:
        """Si no dice nada."""
        return all(getattr(self, campo) is None for campo in NOTAS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluador:
    """Un rol o un grupo que evalúa, nunca una persona con su nombre.

    ``evaluaciones`` va por id de actor; ``personas`` son las que hay detrás y no pesan. Con
    ``cuenta`` en falso se guarda y no se usa. ``fuente`` dice de qué archivo o votación salió.
    """

    id: str
    nombre: str
    origen: OrigenDeEvaluacion = OrigenDeEvaluacion.ESCRITA
    personas: int = 1
    cuenta: bool = True
    fuente: str = ""
    evaluaciones: dict[str, Evaluacion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        exigir(bool(self.nombre.strip()), "Escriba el rol o el grupo que evalúa.")
        exigir_largo(LARGO_DE_EVALUADOR, nombre_del_evaluador=self.nombre)
        exigir_largo(LARGO_DE_RAZON, fuente=self.fuente)
        exigir(
            "@" not in self.nombre,
            f"«{self.nombre}» parece un correo. Escriba el rol o el grupo, no a una persona.",
        )
        exigir_rango(self.personas, 1, PERSONAS_MAXIMAS, "Cuántas personas hay detrás")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDeActor:
    """Lo que el grupo decidió sobre un actor; ``id`` es el del actor.

    ``quien`` es el grupo o la instancia que decidió, no una persona. ``fecha`` es AAAA-MM-DD;
    ``lugar``, el que le dieron (1 es el primero), si lo dieron.
    """

    id: str
    trato: Trato | None = None
    razon: str = ""
    quien: str = ""
    fecha: str = ""
    lugar: int | None = None

    def __post_init__(self) -> None:
        exigir_largo(LARGO_DE_RAZON, razon=self.razon)
        exigir_largo(LARGO_DE_EVALUADOR, quien_decide=self.quien)
        exigir_fecha(self.fecha)
        exigir_rango(self.lugar, 1, CORTE_MAXIMO, "El lugar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioridad(Seccion):
    """Quiénes evaluaron, con qué reglas se ordena y qué se decidió sobre cada actor.

    Los pesos van de 0 a 100 y se reparten a 100. Es alta la nota estrictamente mayor que
    ``umbral``. ``corte`` es cuántos se piensa convocar primero. ``quien`` y ``fecha`` valen para
    las decisiones que no dicen otra cosa.
    """

    evaluadores: dict[str, Evaluador] = field(default_factory=dict)
    decisiones: dict[str, DecisionDeActor] = field(default_factory=dict)
    peso_influencia: float = 50
    peso_interes: float = 50
    peso_legitimidad: float = 0
    peso_urgencia: float = 0
    umbral: float = 3
    corte: int = 10
    metodo_uno: MetodoDePrioridad = MetodoDePrioridad.PODER_INTERES
    metodo_dos: MetodoDePrioridad = MetodoDePrioridad.SUMA
    cuantil: MetodoDeCuantil = MetodoDeCuantil.LINEAL
    quien: str = ""
    fecha: str = ""

    def __post_init__(self) -> None:
        exigir_claves(self.evaluadores, self.decisiones)
        for campo in NOTAS:
            peso, que = getattr(self, f"peso_{campo}"), f"El peso de {campo_dicho(campo)}"
            exigir_rango(peso, 0, PESO_MAXIMO, que)
        exigir(sum(self.pesos.values()) > 0, "Al menos un criterio debe pesar algo.")
        exigir_rango(self.umbral, NOTA_MINIMA, NOTA_MAXIMA, "Desde dónde una nota es alta")
        exigir_rango(self.corte, 1, CORTE_MAXIMO, "Cuántos convocar primero")
        exigir_largo(LARGO_DE_EVALUADOR, quien_decide=self.quien)
        exigir_fecha(self.fecha)
        self._exigir_nombres_distintos()

    def _exigir_nombres_distintos(self) -> None:
        vistos: set[str] = set()
        for evaluador in self.evaluadores.values():
            igual = nombre_comparable(evaluador.nombre)
            exigir(igual not in vistos, f"Ya hay un evaluador llamado «{evaluador.nombre}».")
            vistos.add(igual)

    @property
    def pesos(self) -> dict[str, float]:
        """El peso de cada atributo, tal como se escribió."""
        return {campo: getattr(self, f"peso_{campo}") for campo in NOTAS}

    @property
    def que_cuentan(self) -> tuple[Evaluador, ...]:
        """Los evaluadores que se usan en las cuentas y dijeron algo."""
        return tuple(e for e in self.evaluadores.values() if e.cuenta and e.evaluaciones)

    @property
    def es_de_uno_solo(self) -> bool:
        """Si la mediana sería lo que puso un único evaluador: repartirla lo dejaría a la vista."""
        return len(self.que_cuentan) == 1

    def actores_citados(self) -> Iterator[str]:
        """Los evaluados y aquéllos sobre los que se decidió."""
        yield from self.decisiones
        for evaluador in self.evaluadores.values():
            yield from evaluador.evaluaciones


def campo_dicho(campo: str) -> str:
    """El atributo con su artículo, en minúscula: «la influencia», «el interés»."""
    return _ATRIBUTOS[campo].lower()
