"""Lo que dice una ronda: por cosa votada, por sector de quien vota y para toda la ronda.

Sólo sale lo que tiene cinco votos o más. Un sector con menos se oculta, y con él los que hagan
falta para que no se pueda despejar restando a los demás del total.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from mesa_territorial.analisis.consenso import (
    ESCALA,
    MINIMO_DE_VOTOS,
    Acuerdo,
    medir_acuerdo,
)
from mesa_territorial.analisis.consenso_cuantiles import POR_DEFECTO
from mesa_territorial.analisis.consenso_lugar import Elipse, elipse_de

MAS_DISPUTADAS = 3


class Voto(NamedTuple):
    """Lo que un votante puso a una cosa: una nota por dimensión (en el tablero, interés e
    influencia, en ese orden); ``None`` en la que dejó en blanco. ``sector`` es el del votante;
    vacío si no lo dijo."""

    votante: str
    cosa: str
    notas: tuple[float | None, ...]
    sector: str = ""

    @property
    def esta_en_blanco(self) -> bool:
        """Si no dice nada: un voto retirado."""
        return all(nota is None for nota in self.notas)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regla:
    """Con qué se mide una ronda: escala de las notas, método del cuantil y mínimo de votos."""

    escala: tuple[float, float] = ESCALA
    metodo: str = POR_DEFECTO
    minimo_de_votos: int = MINIMO_DE_VOTOS

    @property
    def recorrido_de_consenso(self) -> float:
        """Hasta qué recorrido intercuartil hay consenso: 1 en una escala de 1 a 5.

        H. A. von der Gracht (2012), «Consensus measurement in Delphi studies», Technological
        Forecasting and Social Change 79(8), 1525–1536; llevado aquí a un cuarto de la escala.
        """
        return (self.escala[1] - self.escala[0]) / 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LecturaDeCosa:
    """Lo que un grupo dijo de una cosa. Oculta (``acuerdos`` vacío) con pocos votos.

    ``distancia`` es cuánto se apartan las opiniones de su centro, en puntos de la escala;
    ``por_sector`` trae un acuerdo por dimensión de cada sector que se puede mostrar.
    """

    cosa: str
    votos: int
    acuerdos: tuple[Acuerdo, ...] = ()
    elipse: Elipse | None = None
    distancia: float = 0.0
    disputada: bool = False
    por_sector: Mapping[str, tuple[Acuerdo, ...]]
    sectores_ocultos: tuple[str, ...] = ()

    @property
    def esta_oculta(self) -> bool:
        """Si tiene menos votos que el mínimo."""
        return not self.acuerdos

    @property
    def medias(self) -> tuple[float, ...]:
        """La media de cada dimensión; vacío si está oculta."""
        return tuple(a.media for a in self.acuerdos)


def leer_cosa(cosa: str, votos: Sequence[Voto], regla: Regla) -> LecturaDeCosa:
    """La lectura de una cosa con los ``votos`` que recibió (uno por votante)."""
    visibles, ocultos = separar_sectores(votos, regla.minimo_de_votos)
    acuerdos = _acuerdos(votos, regla)
    if not acuerdos:
        return LecturaDeCosa(
            cosa=cosa, votos=len(votos), por_sector={}, sectores_ocultos=tuple(ocultos)
        )
    return LecturaDeCosa(
        cosa=cosa,
        votos=len(votos),
        acuerdos=acuerdos,
        elipse=_elipse(votos, regla),
        # La distancia típica (Bachi 1963): la raíz de la suma de las varianzas de cada eje.
        distancia=hypot(*(a.desviacion for a in acuerdos)),
        disputada=any(a.recorrido > regla.recorrido_de_consenso + 1e-9 for a in acuerdos),
        por_sector={s: _acuerdos(suyos, regla) for s, suyos in visibles.items()},
        sectores_ocultos=tuple(ocultos),
    )


def separar_sectores(
    votos: Sequence[Voto], minimo: int
) -> tuple[dict[str, list[Voto]], dict[str, list[Voto]]]:
    """Los votos de los sectores que se pueden mostrar y los de los que se ocultan.

    Se oculta todo sector con menos de ``minimo`` votos y, mientras los ocultos juntos no lleguen a
    ``minimo``, también el menor de los demás: si no, bastaría restar para saber qué votaron.
    Supresión secundaria, como en A. Hundepool y otros (2012), «Statistical Disclosure Control».
    """
    grupos: dict[str, list[Voto]] = {}
    for voto in votos:
        grupos.setdefault(voto.sector, []).append(voto)
    de_menor_a_mayor = sorted(grupos, key=lambda s: (len(grupos[s]), s))
    ocultos: dict[str, list[Voto]] = {}
    for sector in de_menor_a_mayor:
        juntos = sum(map(len, ocultos.values()))
        if len(grupos[sector]) < minimo or 0 < juntos < minimo:
            ocultos[sector] = grupos[sector]
    return {s: grupos[s] for s in sorted(grupos) if s not in ocultos}, ocultos


def _acuerdos(votos: Sequence[Voto], regla: Regla) -> tuple[Acuerdo, ...]:
    """El acuerdo en cada dimensión; vacío si a alguna le faltan votos para mostrarse."""
    medidos = [
        medir_acuerdo(
            [nota for nota in notas if nota is not None],
            escala=regla.escala,
            metodo=regla.metodo,
            minimo_de_votos=regla.minimo_de_votos,
        )
        for notas in zip(*(v.notas for v in votos), strict=True)
    ]
    visibles = tuple(a for a in medidos if a is not None)
    return visibles if len(visibles) == len(medidos) else ()


def _puntos(votos: Sequence[Voto]) -> list[tuple[float, float]]:
    pares = (v.notas for v in votos if len(v.notas) == 2)
    return [(x, y) for x, y in pares if x is not None and y is not None]


def _elipse(votos: Sequence[Voto], regla: Regla) -> Elipse | None:
    puntos = _puntos(votos)
    return elipse_de(puntos) if len(puntos) >= regla.minimo_de_votos else None


def mas_disputadas(
    lecturas: Iterable[LecturaDeCosa], cuantas: int = MAS_DISPUTADAS
) -> tuple[str, ...]:
    """Las cosas en que más se abren las opiniones, entre las que no alcanzan consenso.

    Se ordenan por su distancia típica (Bachi 1963; ver ``distancia_tipica``); los empates, por id.
    """
    abiertas = [x for x in lecturas if x.disputada]
    orden = sorted(abiertas, key=lambda x: (-round(x.distancia, 9), x.cosa))
    return tuple(x.cosa for x in orden[:cuantas])
