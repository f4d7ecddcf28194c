"""Qué tan de acuerdo está un grupo sobre una nota: centro, dispersión y consenso.

Con menos de cinco votos nada se calcula hacia fuera: se podría adivinar el voto de alguien.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log2, sqrt

from mesa_territorial.analisis.consenso_cuantiles import (
    POR_DEFECTO,
    cuantil,
    mediana,
    metodo_de,
    recorrido_intercuartil,
)
from mesa_territorial.dominio.reglas import exigir

MINIMO_DE_VOTOS = 5
ESCALA = (1.0, 5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acuerdo:
    """Lo que dicen las notas de un grupo sobre una misma cosa.

    ``desviacion`` es la de una muestra (divide por n − 1); ``cuartiles`` son el primero y el
    tercero por el ``metodo`` nombrado y ``recorrido``, lo que hay entre ellos; ``consenso`` es el
    de Tastle y Wierman, de 0 (mitades opuestas) a 1.
    """

    votos: int
    media: float
    mediana: float
    desviacion: float
    cuartiles: tuple[float, float]
    recorrido: float
    metodo: str
    consenso: float


def media(notas: Sequence[float]) -> float:
    """El promedio de ``notas``; levanta ``ReglaRota`` si no hay ninguna."""
    exigir(bool(notas), "Sin votos no hay promedio.")
    return fsum(notas) / len(notas)


def desviacion(notas: Sequence[float]) -> float:
    """La desviación típica de una muestra (n − 1); 0 si hay una sola nota."""
    centro = media(notas)
    return sqrt(fsum((x - centro) ** 2 for x in notas) / max(1, len(notas) - 1))


def consenso(notas: Sequence[float], escala: tuple[float, float] = ESCALA) -> float:
    """El consenso de Tastle y Wierman de ``notas`` en una ``escala`` (mínimo, máximo): 0 a 1.

    Cns = 1 + Σ pᵢ·log₂(1 − |xᵢ − μ| / (máx − mín)). W. J. Tastle y M. J. Wierman (2007),
    «Consensus and dissention: A measure of ordinal dispersion», IJAR 45(3), 531–545.
    Levanta ``ReglaRota`` si no hay notas o alguna se sale de la escala.

    >>> consenso([5, 5, 5]), consenso([1, 5])
    (1.0, 0.0)
    """
    minimo, maximo = escala
    exigir(minimo < maximo, "La escala necesita un mínimo menor que su máximo.")
    dentro = all(minimo <= x <= maximo for x in notas)
    exigir(dentro, f"Hay una nota fuera de la escala de {minimo:g} a {maximo:g}.")
    centro, ancho = media(notas), maximo - minimo
    cercania = fsum(log2(1 - abs(x - centro) / ancho) for x in notas) / len(notas)
    return min(1.0, max(0.0, 1 + cercania))


def medir_acuerdo(
    notas: Sequence[float],
    *,
    escala: tuple[float, float] = ESCALA,
    metodo: str = POR_DEFECTO,
    minimo_de_votos: int = MINIMO_DE_VOTOS,
) -> Acuerdo | None:
    """El acuerdo sobre una cosa; ``None`` (oculto) con menos de ``minimo_de_votos`` notas.

    Fuentes: las de cada medida. Levanta ``ReglaRota`` si una nota se sale o el método no existe.
    """
    metodo_de(metodo)
    if len(notas) < max(1, minimo_de_votos):
        return None
    return Acuerdo(
        votos=len(notas),
        media=media(notas),
        mediana=mediana(notas),
        desviacion=desviacion(notas),
        cuartiles=(cuantil(notas, 0.25, metodo), cuantil(notas, 0.75, metodo)),
        recorrido=recorrido_intercuartil(notas, metodo),
        metodo=metodo,
        consenso=consenso(notas, escala),
    )
