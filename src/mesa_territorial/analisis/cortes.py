"""Por dónde se puede partir la red: componentes, puntos de corte y puentes.

Fuente: Hopcroft y Tarjan (1973), recorrido en profundidad; aquí sin recursión, para que una red
en cadena no agote la pila.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mesa_territorial.analisis.grafo import Grafo


@dataclass(frozen=True, slots=True)
class Cortes:
    """Qué pasa si se va un actor o se corta un enlace.

    ``partes[i]`` es en cuántas se parte la componente de ``i`` si se va (1: no se parte, 0: estaba
    aislado) y ``separados[i]`` cuántos actores quedan fuera de la mayor de ellas. ``puentes`` son
    los enlaces que, si se cortan, separan a alguien.
    """

    partes: list[int]
    separados: list[int]
    puentes: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Recorrido:
    """El orden en que se visitó a los actores, el turno de cada uno y desde quién se llegó."""

    orden: list[int]
    turno: list[int]
    padre: list[int]


def componentes(grafo: Grafo, sin: int | None = None) -> list[list[int]]:
    """Los grupos de actores unidos entre sí, de mayor a menor; ``sin`` deja fuera a un actor."""
    vistos: set[int | None] = {sin}
    grupos = []
    for inicio in range(grafo.nodos):
        if inicio not in vistos:
            vistos.add(inicio)
            grupos.append(sorted(_alcanzar(grafo, inicio, vistos)))
    return sorted(grupos, key=lambda grupo: (-len(grupo), grupo))


def _alcanzar(grafo: Grafo, inicio: int, vistos: set[int | None]) -> list[int]:
    """Los actores alcanzables desde ``inicio`` que no estaban en ``vistos``, y los agrega."""
    grupo = [inicio]
    for actor in grupo:
        nuevos = [otro for otro in grafo.vecinos[actor] if otro not in vistos]
        vistos.update(nuevos)
        grupo.extend(nuevos)
    return grupo


def buscar_cortes(grafo: Grafo) -> Cortes:
    """Los puntos de corte y los puentes, en un recorrido."""
    recorrido = _recorrer_en_profundidad(grafo)
    turno, padre = recorrido.turno, recorrido.padre
    mas_atras = turno.copy()
    cuelgan = [1] * grafo.nodos  # cuántos hay en la rama de cada actor, contándolo
    ramas: list[list[int]] = [[] for _ in turno]  # tamaños de las ramas que su salida separa
    puentes = []
    for hijo in reversed(recorrido.orden):
        mas_atras[hijo] = min(_regresos(grafo, recorrido, mas_atras, hijo))
        arriba = padre[hijo]
        if arriba >= 0:
            cuelgan[arriba] += cuelgan[hijo]
            if mas_atras[hijo] >= turno[arriba]:
                ramas[arriba].append(cuelgan[hijo])
            if mas_atras[hijo] > turno[arriba]:
                puentes.append((min(hijo, arriba), max(hijo, arriba)))
    _agregar_el_resto(recorrido, cuelgan, ramas)
    partes = [len(suyas) for suyas in ramas]
    separados = [sum(suyas) - max(suyas, default=0) for suyas in ramas]
    return Cortes(partes, separados, sorted(puentes))


def _agregar_el_resto(recorrido: _Recorrido, cuelgan: list[int], ramas: list[list[int]]) -> None:
    """Agrega a cada actor la parte que no cuelga de él: la que contiene a su padre."""
    total = cuelgan.copy()
    for actor in recorrido.orden:
        if recorrido.padre[actor] >= 0:
            total[actor] = total[recorrido.padre[actor]]
            ramas[actor].append(total[actor] - 1 - sum(ramas[actor]))


def _regresos(
    grafo: Grafo, recorrido: _Recorrido, mas_atras: list[int], actor: int
) -> Iterator[int]:
    """Los turnos a que se puede volver desde ``actor`` o desde quienes cuelgan de él."""
    yield recorrido.turno[actor]
    for otro in grafo.vecinos[actor]:
        if recorrido.padre[otro] == actor:
            yield mas_atras[otro]
        elif otro != recorrido.padre[actor]:
            yield recorrido.turno[otro]


def _recorrer_en_profundidad(grafo: Grafo) -> _Recorrido:
    n = grafo.nodos
    recorrido = _Recorrido([], [-1] * n, [-1] * n)
    pendientes = [iter(otros) for otros in grafo.vecinos]
    for raiz in range(n):
        if recorrido.turno[raiz] < 0:
            _bajar(recorrido, pendientes, raiz)
    return recorrido


def _bajar(recorrido: _Recorrido, pendientes: list[Iterator[int]], raiz: int) -> None:
    """Visita todo lo que cuelga de ``raiz``, siempre hacia lo más hondo."""
    pila = [raiz]
    while pila:
        actor = pila[-1]
        if recorrido.turno[actor] < 0:
            recorrido.turno[actor] = len(recorrido.orden)
            recorrido.orden.append(actor)
        nuevo = next((o for o in pendientes[actor] if recorrido.turno[o] < 0), None)
        if nuevo is None:
            pila.pop()
        else:
            recorrido.padre[nuevo] = actor
            pila.append(nuevo)
