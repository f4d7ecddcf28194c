"""Pesos por comparación de a pares (AHP) entre los criterios de escala.

Los pesos son el autovector principal exacto (Saaty 1977). La razón de consistencia sale distinta
si el autovalor se aproxima por sumas de columna: por eso el método se dice siempre.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from mesa_territorial.analisis.criterios import PesosDePares, pesos_de_pares
from mesa_territorial.analisis.criterios.pares import METODO, TOLERABLE
from mesa_territorial.analisis.frases import contar
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.escala_criterios import CriterioDeEscala, par_de
from mesa_territorial.textos import numero

Par = tuple[CriterioDeEscala, CriterioDeEscala]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balanza:
    """Lo comparado hasta ahora: ``faltan`` pares; ``pesos`` (suman 1, por criterio) al terminar."""

    faltan: tuple[Par, ...]
    resultado: PesosDePares | None
    pesos: dict[str, float]
    frase: str


def pares_de(escala: Escala) -> tuple[Par, ...]:
    """Todos los pares de criterios, cada uno una vez."""
    return tuple(combinations(escala.criterios.values(), 2))


def pesar_de_a_pares(escala: Escala) -> Balanza:
    """Los pesos que salen de las comparaciones, o cuántas faltan para tenerlos."""
    faltan = tuple(p for p in pares_de(escala) if par_de(p[0].id, p[1].id) not in escala.pares)
    if faltan or len(escala.criterios) < 2:
        return Balanza(faltan=faltan, resultado=None, pesos={}, frase=_frase_de_faltan(faltan))
    ids = list(escala.criterios)
    resultado = pesos_de_pares(_matriz(escala, ids))
    return Balanza(
        faltan=(),
        resultado=resultado,
        pesos=dict(zip(ids, resultado.pesos, strict=True)),
        frase=_frase_de_consistencia(resultado),
    )


def _matriz(escala: Escala, ids: Sequence[str]) -> list[list[float]]:
    return [[_veces(escala, fila, columna) for columna in ids] for fila in ids]


def _veces(escala: Escala, uno: str, otro: str) -> float:
    """Cuántas veces pesa ``uno`` frente a ``otro``: de 1/9 a 9."""
    if uno == otro:
        return 1.0
    anotada = escala.pares[par_de(uno, otro)]
    return float(anotada.veces) if anotada.uno == uno else 1 / anotada.veces


def _frase_de_faltan(faltan: Sequence[Par]) -> str:
    if not faltan:
        return "Para comparar de a pares se necesitan dos criterios."
    return contar(len(faltan), "Falta una comparación.", "comparaciones por hacer.")


def _frase_de_consistencia(resultado: PesosDePares) -> str:
    """La razón de consistencia con su método y lo que hay que hacer con ella."""
    if resultado.razon is None:
        return f"Con dos criterios no hay cómo contradecirse. Método: {METODO}."
    razon, tope = numero(resultado.razon, 3), numero(TOLERABLE, 2)
    juicio = (
        f"pasa de {tope}: hay comparaciones que se contradicen. Revíselas antes de usar los pesos"
        if resultado.se_contradice
        else f"no pasa de {tope}: las comparaciones no se contradicen"
    )
    return f"Razón de consistencia {razon}, {juicio}. Método: {METODO} (Saaty 1977)."
