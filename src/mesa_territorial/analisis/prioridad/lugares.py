"""De notas a lugares, con los empates dichos: quienes empatan comparten el promedio."""

from collections.abc import Mapping, Sequence
from math import fsum

from mesa_territorial.analisis.consenso_cuantiles import mediana
from mesa_territorial.analisis.consenso_orden import rangos

Puntajes = Mapping[str, float]


def lugares(puntajes: Puntajes) -> dict[str, float]:
    """El lugar de cada actor, 1 el de más puntaje; los empatados comparten el promedio.

    >>> lugares({"a": 5, "b": 3, "c": 3})
    {'a': 1.0, 'b': 2.5, 'c': 2.5}
    """
    return dict(zip(puntajes, rangos([-round(p, 9) for p in puntajes.values()]), strict=True))


def lugares_completos(puntajes: Puntajes, todos: Sequence[str]) -> dict[str, float]:
    """Los lugares entre ``todos``: a quienes no se puntuó les toca el promedio de los que quedan.

    Es la convención de ``consenso_orden.puntos_de_borda`` para las papeletas incompletas.
    """
    propios = lugares(puntajes)
    resto = (len(propios) + 1 + len(todos)) / 2
    return {uno: propios.get(uno, resto) for uno in todos}


def borda(evaluaciones: Sequence[Puntajes]) -> dict[str, float]:
    """Los puntos de Borda de cada actor: por cada evaluador, tantos como actores deja atrás.

    J.-C. de Borda (1781), «Mémoire sur les élections au scrutin». Un empate se reparte por igual;
    sin empates da lo mismo que ``consenso_orden.puntos_de_borda``.
    """
    todos = _todos(evaluaciones)
    filas = [lugares_completos(e, todos) for e in evaluaciones]
    return {uno: fsum(len(todos) - fila[uno] for fila in filas) for uno in todos}


def mediana_de_lugares(evaluaciones: Sequence[Puntajes]) -> dict[str, float]:
    """El lugar del medio de cada actor entre los evaluadores (Dwork y otros 2001), con empates."""
    todos = _todos(evaluaciones)
    filas = [lugares_completos(e, todos) for e in evaluaciones]
    return {uno: mediana([fila[uno] for fila in filas]) for uno in todos}


def _todos(evaluaciones: Sequence[Puntajes]) -> list[str]:
    return list(dict.fromkeys(uno for e in evaluaciones for uno in e))


def decir_lugar(lugar: float) -> str:
    """«lugar 1», o «lugar 2,5 (empata)» cuando el lugar se comparte.

    >>> decir_lugar(1), decir_lugar(2.5)
    ('lugar 1', 'lugar 2,5 (empata)')
    """
    if float(lugar).is_integer():
        return f"lugar {lugar:.0f}"
    return f"lugar {lugar:.1f} (empata)".replace(".", ",")
