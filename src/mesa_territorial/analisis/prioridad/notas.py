"""Qué nota vale para cada actor: la mediana de los evaluadores o, sin ellos, la del mapa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from mesa_territorial.analisis.criterios.suma import repartir
from mesa_territorial.dominio.actores import NOTAS
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad import Evaluador

NOMBRES: Mapping[str, str] = {
    "influencia": "influencia",
    "interes": "interés",
    "legitimidad": "legitimidad",
    "urgencia": "urgencia",
}


@dataclass(frozen=True, slots=True)
class Nota:
    """Una nota de 1 a 5 y de cuántos evaluadores sale; con 0 es la del mapa."""

    valor: float
    evaluadores: int = 0


Juicio = Mapping[str, Nota]
"""Las notas de un actor, por atributo; el que no se sabe no aparece."""


def notas_de(
    mesa: Mesa, evaluadores: Sequence[Evaluador] | None = None
) -> dict[str, dict[str, Nota]]:
    """La nota de cada actor en cada atributo: la mediana de quienes cuentan o la del mapa.

    Con ``evaluadores`` se usan sólo esos. La mediana es la de siempre: el valor del medio o el
    punto medio de los dos centrales.
    """
    quienes = mesa.prioridad.que_cuentan if evaluadores is None else tuple(evaluadores)
    return {
        id_actor: {
            campo: nota
            for campo in NOTAS
            if (nota := _nota(puestas(quienes, id_actor, campo), getattr(actor, campo)))
        }
        for id_actor, actor in mesa.actores.items()
    }


def puestas(evaluadores: Sequence[Evaluador], id_actor: str, campo: str) -> tuple[float, ...]:
    """Las notas que le pusieron a ese actor en ese atributo, en el orden de los evaluadores."""
    dichas = (e.evaluaciones.get(id_actor) for e in evaluadores)
    notas = (getattr(e, campo) for e in dichas if e is not None)
    return tuple(n for n in notas if n is not None)


def _nota(dadas: tuple[float, ...], en_el_mapa: float | None) -> Nota | None:
    if dadas:
        return Nota(median(dadas), len(dadas))
    return None if en_el_mapa is None else Nota(en_el_mapa)


def pesos_justos(pesos: Mapping[str, float]) -> dict[str, float]:
    """Los atributos que pesan algo, con sus pesos llevados a sumar 1; ``ReglaRota`` si ninguno."""
    justos = repartir(list(pesos.values()))
    return {c: p for c, p in zip(pesos, justos, strict=True) if p > 0}


def sumar(notas: Mapping[str, float], pesos: Mapping[str, float]) -> float | None:
    """La suma ponderada de las notas (Hwang y Yoon 1981), de 1 a 5; ``None`` si falta alguna.

    ``pesos`` ya suman 1 (ver ``pesos_justos``). Lo que falta no se rellena con un promedio: se
    dice que falta.
    """
    if any(campo not in notas for campo in pesos):
        return None
    return round(sum(peso * notas[campo] for campo, peso in pesos.items()), 9)
