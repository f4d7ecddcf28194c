"""El juego de actores, MACTOR; son juicios privados del equipo (tema 05).

Una casilla vacía no es un cero: cero dice «no puede nada» o «le es indiferente»; vacía, «todavía
no lo hemos conversado».
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Self

from mesa_territorial.dominio.reglas import exigir, exigir_rango
from mesa_territorial.dominio.secciones import Seccion, exigir_claves, exigir_largo

INFLUENCIA_MAXIMA = 4
POSICION_MAXIMA = 4
LARGO_CORTO, LARGO_TEXTO = 60, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Carne:
    """Lo que el equipo sabe de un actor antes de ponerle números; su ``id`` es el del actor."""

    id: str
    fines: str = ""
    problemas: str = ""
    medios: str = ""
    fortalezas: str = ""
    debilidades: str = ""

    def __post_init__(self) -> None:
        exigir_largo(
            LARGO_TEXTO,
            fines=self.fines,
            problemas=self.problemas,
            medios=self.medios,
            fortalezas=self.fortalezas,
            debilidades=self.debilidades,
        )

    @property
    def esta_vacio(self) -> bool:
        """Si nadie ha escrito nada todavía."""
        partes = (self.fines, self.problemas, self.medios, self.fortalezas, self.debilidades)
        return not any(texto.strip() for texto in partes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjetivoEnJuego:
    """Algo que unos actores quieren y otros no; ``corto`` es como se ve en la matriz."""

    id: str
    nombre: str
    corto: str = ""
    detalle: str = ""

    def __post_init__(self) -> None:
        exigir(bool(self.id.strip()), "El objetivo necesita un identificador.")
        exigir(bool(self.nombre.strip()), "El objetivo necesita un nombre.")
        exigir_largo(200, nombre_del_objetivo=self.nombre)
        exigir_largo(LARGO_CORTO, nombre_corto=self.corto)
        exigir_largo(LARGO_TEXTO, detalle=self.detalle)

    @property
    def rotulo(self) -> str:
        """El nombre corto, o el largo si no lo tiene."""
        return self.corto.strip() or self.nombre


@dataclass(frozen=True, slots=True, kw_only=True)
class InfluenciaDirecta:
    """Cuánto puede ``quien`` sobre ``sobre`` (ids de actores), de 0 a 4; ``None``, sin conversar.

    ``dudosa`` la marca el equipo cuando no está de acuerdo o no está seguro, y ``porque`` guarda
    en qué se apoya el juicio.
    """

    id: str
    quien: str
    sobre: str
    valor: int | None = None
    dudosa: bool = False
    porque: str = ""

    def __post_init__(self) -> None:
        exigir(self.quien != self.sobre, "Nadie se influye a sí mismo en esta matriz.")
        exigir(self.id == casilla(self.quien, self.sobre), "Esa casilla no es de esos actores.")
        exigir_rango(self.valor, 0, INFLUENCIA_MAXIMA, "La influencia")
        exigir_largo(LARGO_TEXTO, **{"porqué": self.porque})

    @property
    def esta_vacia(self) -> bool:
        """Si no dice nada: sin valor, sin duda y sin porqué."""
        return self.valor is None and not self.dudosa and not self.porque


@dataclass(frozen=True, slots=True, kw_only=True)
class PosicionAnteObjetivo:
    """Qué hace ``actor`` ante ``objetivo``: de −4, lo combate con todo, a +4, lo empuja con todo.

    Cero es indiferente o neutral; ``None``, sin conversar.
    """

    id: str
    actor: str
    objetivo: str
    valor: int | None = None
    dudosa: bool = False
    porque: str = ""

    def __post_init__(self) -> None:
        exigir(self.id == casilla(self.actor, self.objetivo), "Esa casilla no es de ese objetivo.")
        exigir_rango(self.valor, -POSICION_MAXIMA, POSICION_MAXIMA, "La posición")
        exigir_largo(LARGO_TEXTO, **{"porqué": self.porque})

    @property
    def esta_vacia(self) -> bool:
        """Si no dice nada: sin valor, sin duda y sin porqué."""
        return self.valor is None and not self.dudosa and not self.porque


def casilla(fila: str, columna: str) -> str:
    """El id de una casilla.

    >>> casilla("A01", "A02")
    'A01>A02'
    """
    return f"{fila}>{columna}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Juego(Seccion):
    """El juego de actores: quiénes entran, sus carnés, los objetivos y las dos matrices.

    ``actores`` son los ids que el equipo eligió, en el orden de las matrices. Sacar a uno no borra
    lo que se dijo de él; quitar un objetivo sí se lleva las posiciones ante él.
    """

    actores: tuple[str, ...] = ()
    carnes: dict[str, Carne] = field(default_factory=dict)
    objetivos: dict[str, ObjetivoEnJuego] = field(default_factory=dict)
    influencias: dict[str, InfluenciaDirecta] = field(default_factory=dict)
    posiciones: dict[str, PosicionAnteObjetivo] = field(default_factory=dict)
    resguardo: str = ""

    def __post_init__(self) -> None:
        exigir(len(set(self.actores)) == len(self.actores), "Un actor está dos veces en el juego.")
        exigir_claves(self.carnes, self.objetivos, self.influencias, self.posiciones)
        exigir_largo(LARGO_TEXTO, resguardo=self.resguardo)
        quedan = {i: p for i, p in self.posiciones.items() if p.objetivo in self.objetivos}
        if len(quedan) < len(self.posiciones):
            # Un objetivo quitado se lleva sus posiciones: lo privado no queda guardado sin dueño.
            object.__setattr__(self, "posiciones", quedan)

    def actores_citados(self) -> Iterator[str]:
        """Quienes entran y de quienes hay carné o juicio."""
        yield from self.actores
        yield from self.carnes
        for influencia in self.influencias.values():
            yield influencia.quien
            yield influencia.sobre
        for posicion in self.posiciones.values():
            yield posicion.actor

    def con_influencias(self, *influencias: InfluenciaDirecta) -> Self:
        """El mismo juego con esas casillas; las que no dicen nada se borran."""
        todas = {**self.influencias, **{i.id: i for i in influencias}}
        return replace(self, influencias={k: i for k, i in todas.items() if not i.esta_vacia})

    def con_posiciones(self, *posiciones: PosicionAnteObjetivo) -> Self:
        """El mismo juego con esas casillas; las que no dicen nada se borran."""
        for posicion in posiciones:
            exigir(posicion.objetivo in self.objetivos, "Ese objetivo ya no está en el juego.")
        todas = {**self.posiciones, **{p.id: p for p in posiciones}}
        return replace(self, posiciones={k: p for k, p in todas.items() if not p.esta_vacia})

    @property
    def esta_vacio(self) -> bool:
        """Si el equipo todavía no ha puesto nada."""
        return not (self.actores or self.carnes or self.objetivos or self.influencias)
