"""De la sección de la Mesa a las dos matrices con que se calcula, y lo que sale de ellas.

Una casilla vacía se calcula como 0 y se cuenta aparte: mientras falten, el resultado es provisorio.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from mesa_territorial.analisis.mactor.influencias import (
    Fuerzas,
    Matriz,
    medir_fuerzas,
    medir_fuerzas_maximas,
)
from mesa_territorial.analisis.mactor.objetivos import Posiciones, medir_posiciones
from mesa_territorial.dominio.juego import casilla
from mesa_territorial.dominio.mesa import Mesa

Casilla = tuple[int, int]
ORDENES_DE_POSICION = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planteo:
    """Las matrices de un juego: MID de ``influencias`` y 2MAO de ``posiciones``.

    ``dudas_*`` y ``vacias_*`` son lugares (fila, columna) desde 0; ninguno está en la diagonal.
    """

    ids: tuple[str, ...]
    objetivos: tuple[str, ...]
    influencias: Matriz
    posiciones: Matriz
    dudas_de_influencia: tuple[Casilla, ...] = ()
    dudas_de_posicion: tuple[Casilla, ...] = ()
    vacias_de_influencia: tuple[Casilla, ...] = ()
    vacias_de_posicion: tuple[Casilla, ...] = ()

    @property
    def se_puede_calcular(self) -> bool:
        """Si hay al menos dos actores."""
        return len(self.ids) >= 2

    @property
    def casillas(self) -> int:
        """Cuántas hay por conversar en total, llenas o vacías."""
        lado = len(self.ids)
        return lado * (lado - 1) + lado * len(self.objetivos)

    @property
    def vacias(self) -> int:
        """Cuántas faltan por conversar."""
        return len(self.vacias_de_influencia) + len(self.vacias_de_posicion)

    def con_influencia(self, lugar: Casilla, valor: float) -> Self:
        """El mismo planteo con otra influencia en ese lugar."""
        return replace(self, influencias=_con(self.influencias, lugar, valor))

    def con_posicion(self, lugar: Casilla, valor: float) -> Self:
        """El mismo planteo con otra posición en ese lugar."""
        return replace(self, posiciones=_con(self.posiciones, lugar, valor))


def _con(matriz: Matriz, lugar: Casilla, valor: float) -> Matriz:
    fila, columna = lugar
    nueva = tuple(valor if c == columna else v for c, v in enumerate(matriz[fila]))
    return (*matriz[:fila], nueva, *matriz[fila + 1 :])


def plantear(mesa: Mesa) -> Planteo:
    """El planteo del juego de una Mesa, con los actores y objetivos en su orden."""
    juego = mesa.juego
    ids, objetivos = juego.actores, tuple(juego.objetivos)
    influencia = _juicios(juego.influencias, ids, ids)
    posicion = _juicios(juego.posiciones, ids, objetivos)
    return Planteo(
        ids=ids,
        objetivos=objetivos,
        influencias=_matriz(influencia, len(ids), len(ids)),
        posiciones=_matriz(posicion, len(ids), len(objetivos)),
        dudas_de_influencia=_dudas(influencia),
        dudas_de_posicion=_dudas(posicion),
        vacias_de_influencia=_vacias(influencia),
        vacias_de_posicion=_vacias(posicion),
    )


def _juicios(
    anotados: Mapping[str, object], filas: tuple[str, ...], columnas: tuple[str, ...]
) -> dict[Casilla, object]:
    """El juicio de cada casilla, o nada si no se conversó; sin la diagonal."""
    return {
        (f, c): anotados.get(casilla(fila, columna))
        for f, fila in enumerate(filas)
        for c, columna in enumerate(columnas)
        if fila != columna
    }


def _matriz(juicios: dict[Casilla, object], filas: int, columnas: int) -> Matriz:
    return tuple(
        tuple(float(getattr(juicios.get((f, c)), "valor", None) or 0) for c in range(columnas))
        for f in range(filas)
    )


def _dudas(juicios: dict[Casilla, object]) -> tuple[Casilla, ...]:
    return tuple(lugar for lugar, j in juicios.items() if getattr(j, "dudosa", False))


def _vacias(juicios: dict[Casilla, object]) -> tuple[Casilla, ...]:
    return tuple(lugar for lugar, j in juicios.items() if getattr(j, "valor", None) is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultado:
    """Todo MACTOR de un planteo: ``fuerzas`` (MDII, I, D, R*, saldo), ``maximas`` (MMDII, Q*) y
    las ``posiciones`` de los órdenes 1, 2 y 3, que faltan si no hay objetivos."""

    planteo: Planteo
    fuerzas: Fuerzas
    maximas: Fuerzas
    posiciones: tuple[Posiciones, ...]

    @property
    def pesadas(self) -> Posiciones | None:
        """Las posiciones de orden 3: importancia por fuerza."""
        return self.posiciones[-1] if self.posiciones else None


def resolver(planteo: Planteo) -> Resultado:
    """Todo lo que MACTOR calcula; levanta ``ReglaRota`` con menos de dos actores."""
    fuerzas = medir_fuerzas(planteo.influencias)
    ordenes = ORDENES_DE_POSICION if planteo.objetivos else ()
    return Resultado(
        planteo=planteo,
        fuerzas=fuerzas,
        maximas=medir_fuerzas_maximas(planteo.influencias),
        posiciones=tuple(
            medir_posiciones(planteo.posiciones, fuerzas.fuerza, orden) for orden in ordenes
        ),
    )
