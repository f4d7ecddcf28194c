"""Acuerdo entre órdenes: cuánto coinciden los votantes en quién va antes, y qué orden resulta."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from mesa_territorial.analisis.consenso_cuantiles import mediana
from mesa_territorial.dominio.reglas import exigir


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordancia:
    """La W de Kendall con lo que hace falta para leerla; ``w`` va de 0 a 1.

    ``suma_de_desvios`` es S; ``ji_cuadrado`` y ``grados`` son los de la prueba de Friedman.
    """

    w: float
    jueces: int
    cosas: int
    suma_de_desvios: float
    ji_cuadrado: float
    grados: int


def rangos(valores: Sequence[float]) -> tuple[float, ...]:
    """El lugar de cada valor, de menor a mayor desde 1; los empates comparten su promedio.

    >>> rangos([10, 30, 10])
    (1.5, 3.0, 1.5)
    """
    primero: dict[float, int] = {}
    for i, valor in enumerate(sorted(valores)):
        primero.setdefault(valor, i)
    veces = Counter(valores)
    return tuple(primero[v] + (veces[v] + 1) / 2 for v in valores)


def concordancia(notas: Sequence[Sequence[float]]) -> Concordancia | None:
    """La W de Kendall corregida por empates, de ``notas[juez][cosa]``; ``None`` si no se define.

    W = 12·S / (m²(n³ − n) − m·ΣT), con T = Σ(t³ − t) por cada grupo de t empates de un juez.
    M. G. Kendall y B. Babington Smith (1939), «The problem of m rankings», Annals of Mathematical
    Statistics 10(3), 275–287. No se define con menos de dos jueces o cosas, ni si todos empatan
    todo. Levanta ``ReglaRota`` si a un juez le faltan notas.
    """
    exigir(len({len(fila) for fila in notas}) <= 1, "Cada votante debe haber calificado todo.")
    return concordancia_de_rangos([rangos(fila) for fila in notas])


def concordancia_de_rangos(filas: Sequence[Sequence[float]]) -> Concordancia | None:
    """Lo mismo (Kendall y Babington Smith 1939), con los ``rangos`` de cada juez ya sacados."""
    m, n = len(filas), len(filas[0]) if filas else 0
    if m < 2 or n < 2:
        return None
    s = fsum((fsum(columna) - m * (n + 1) / 2) ** 2 for columna in zip(*filas, strict=True))
    abajo = m**2 * (n**3 - n) - m * sum(map(_empates, filas))
    if abajo <= 0:
        return None
    w = min(1.0, 12 * s / abajo)
    return Concordancia(
        w=w, jueces=m, cosas=n, suma_de_desvios=s, ji_cuadrado=m * (n - 1) * w, grados=n - 1
    )


def _empates(lugares: Sequence[float]) -> int:
    return sum(veces**3 - veces for veces in Counter(lugares).values())


Papeletas = Sequence[Sequence[str]]
"""Una por votante: las cosas, de la preferida a la última."""


def puntos_de_borda(papeletas: Papeletas) -> dict[str, float]:
    """Los puntos de cada cosa: tantos por papeleta como cosas deja abajo.

    J.-C. de Borda (1781), «Mémoire sur les élections au scrutin». Lo que una papeleta no ordena
    se reparte por igual los puntos que quedan. Levanta ``ReglaRota`` si una repite.
    """
    todas = _cosas(papeletas)
    puntos = dict.fromkeys(todas, 0.0)
    for papeleta in papeletas:
        for cosa, lugar in _lugares(papeleta, todas).items():
            puntos[cosa] += len(todas) - lugar
    return puntos


def mediana_de_lugares(papeletas: Papeletas) -> dict[str, float]:
    """El lugar del medio de cada cosa (1 es la preferida): resiste a quien vota para torcer.

    C. Dwork, R. Kumar, M. Naor y D. Sivakumar (2001), «Rank aggregation methods for the web»,
    WWW10, 613–622 (mediana de posiciones). Levanta ``ReglaRota`` si una papeleta repite.
    """
    todas = _cosas(papeletas)
    lugares = [_lugares(p, todas) for p in papeletas]
    return {cosa: mediana([suyos[cosa] for suyos in lugares]) for cosa in todas}


def duelos(papeletas: Papeletas) -> dict[str, dict[str, int]]:
    """Cuántas papeletas ponen a cada cosa por sobre cada otra.

    Condorcet (1785), «Essai sur l'application de l'analyse…».
    """
    todas = _cosas(papeletas)
    cuenta = {a: {b: 0 for b in todas if b != a} for a in todas}
    for papeleta in papeletas:
        lugar = _lugares(papeleta, todas)
        for a, contra in cuenta.items():
            for b in contra:
                contra[b] += lugar[a] < lugar[b]
    return cuenta


def gana_todos_los_duelos(papeletas: Papeletas) -> str | None:
    """La cosa que vence a cada otra por mayoría (Condorcet, 1785); ``None`` si no hay."""
    cuenta = duelos(papeletas)
    for a, contra in cuenta.items():
        if contra and all(contra[b] > cuenta[b][a] for b in contra):
            return a
    return None


def _cosas(papeletas: Papeletas) -> list[str]:
    exigir(all(len(set(p)) == len(p) for p in papeletas), "Una papeleta repite una opción.")
    return sorted({cosa for papeleta in papeletas for cosa in papeleta})


def _lugares(papeleta: Sequence[str], todas: Sequence[str]) -> Mapping[str, float]:
    """El lugar de cada cosa desde 1; las que faltan comparten el promedio de los que quedan."""
    resto = (len(papeleta) + 1 + len(todas)) / 2
    puestos = {cosa: float(i) for i, cosa in enumerate(papeleta, start=1)}
    return {cosa: puestos.get(cosa, resto) for cosa in todas}
