"""Si el orden aguanta: qué pasa con los primeros cuando faltan relaciones por anotar."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

from mesa_territorial.analisis.frases import contar, de_cada_cien, enumerar
from mesa_territorial.analisis.grafo import Grafo, elegir, grafo_de_mesa
from mesa_territorial.analisis.lugar import CALCULOS
from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.red import AnalisisRed
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir

PRIMEROS = 5
FIRME = 0.9  # desde esta proporción de pruebas se dice que el lugar es firme


@dataclass(frozen=True, slots=True)
class Robustez:
    """Cuánto se sostienen los primeros de una medida al quitar enlaces al azar.

    ``permanencia`` va de id a la proporción de pruebas en que sigue entre los primeros, en el
    orden de la red completa; con empate en el último lugar, siguen todos los empatados.
    """

    medida: str
    semilla: int
    quitados: int
    repeticiones: int
    permanencia: Mapping[str, float]
    frase: str


def probar_robustez(
    mesa: Mesa,
    analisis: AnalisisRed,
    medida: str = "intermediacion",
    *,
    semilla: int,
    fraccion: float = 0.1,
    repeticiones: int = 200,
) -> Robustez:
    """Quita al azar la ``fraccion`` (0 a 1) de los enlaces, ``repeticiones`` veces.

    La misma ``semilla`` da siempre el mismo resultado. Idea de Borgatti, Carley y Krackhardt
    (2006), «On the robustness of centrality measures under conditions of imperfect data».
    Levanta ``ReglaRota`` si la medida no se puede repetir o un número está fuera de rango.
    """
    exigir(medida in CALCULOS, f"No hay prueba de robustez para la medida «{medida}».")
    exigir(0 < fraccion < 1, "La fracción de enlaces que se quita va entre 0 y 1.")
    exigir(repeticiones > 0, "La prueba se repite al menos una vez.")
    grafo = grafo_de_mesa(mesa, elegir(mesa, analisis.momento, analisis.tipos, analisis.ids))
    quitados = max(1, round(fraccion * grafo.enlaces)) if grafo.enlaces else 0
    veces, azar = Counter[str](), Random(semilla)
    for _ in range(repeticiones if quitados else 0):
        veces.update(_entre_los_primeros(medida, CALCULOS[medida](_podar(grafo, quitados, azar))))
    primeros = _primeros(medida, analisis.valores[medida])
    permanencia = {i: veces[i] / repeticiones for i in primeros}
    frase = _redactar(mesa, medida, permanencia)
    return Robustez(medida, semilla, quitados, repeticiones, permanencia, frase)


def _podar(grafo: Grafo, cuantos: int, azar: Random) -> Grafo:
    """La misma red con ``cuantos`` enlaces menos, elegidos al azar."""
    vecinos = [set(otros) for otros in grafo.vecinos]
    for i, j in azar.sample(grafo.pares, cuantos):
        vecinos[i].discard(j)
        vecinos[j].discard(i)
    return Grafo(grafo.ids, tuple(tuple(sorted(otros)) for otros in vecinos))


def _primeros(medida: str, valores: Mapping[str, float]) -> tuple[str, ...]:
    """Los primeros que tienen algo: estar empatado en cero no es un lugar."""
    return MEDIDAS[medida].primeros({i: v for i, v in valores.items() if v > 0}, PRIMEROS)


def _entre_los_primeros(medida: str, valores: Mapping[str, float]) -> list[str]:
    """Quienes llegan a la altura del quinto, contando los empates."""
    altura = MEDIDAS[medida].altura
    alturas = {i: altura(v) for i, v in valores.items() if v > 0}
    piso = min(sorted(alturas.values(), reverse=True)[:PRIMEROS], default=0.0)
    return [i for i, alto in alturas.items() if alto >= piso]


def _redactar(mesa: Mesa, medida: str, permanencia: Mapping[str, float]) -> str:
    nombre = MEDIDAS[medida].nombre.lower()
    if not permanencia:
        return f"Todavía no hay relaciones con qué probar si el orden en {nombre} se sostiene."
    dudosos = [mesa.actores[i].nombre for i, veces in permanencia.items() if veces < FIRME]
    que = _con_dudas(dudosos, len(permanencia)) if dudosos else _sin_dudas(permanencia.values())
    return f"Aunque faltara una parte de las relaciones, en {nombre} {que}."


def _con_dudas(dudosos: list[str], todos: int) -> str:
    firmes = contar(
        todos - len(dudosos), "sólo un lugar es firme", "lugares son firmes", "nada es firme"
    )
    return f"{firmes}: no dé por seguro el lugar de {enumerar(dudosos, PRIMEROS)}"


def _sin_dudas(proporciones: Collection[float]) -> str:
    menos = min(proporciones)
    veces = "en todas las pruebas" if menos == 1 else f"en {de_cada_cien(menos)} pruebas o más"
    if len(proporciones) == 1:
        return f"el primero se mantiene: {veces}"
    return f"los {len(proporciones)} primeros se mantienen: {veces}"
