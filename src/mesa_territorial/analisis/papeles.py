"""Papeles de intermediación de Gould y Fernandez (1989), por grupo.

Un actor v media cuando hay camino a → v → b y no hay a → b. Según el grupo de a, v y b hace de
coordinador (AAA), consultor (ABA), representante (AAB), portero (ABB) o enlace (ABC).
En una red no dirigida cada mediación se cuenta dos veces, de ida y de vuelta, como en el paquete
sna de R.
"""

from collections import Counter
from collections.abc import Sequence, Set
from itertools import product

PAPELES = ("coordinador", "consultor", "representante", "portero", "enlace")


def medir_papeles(
    entradas: Sequence[Set[int]], salidas: Sequence[Set[int]], grupo: Sequence[str]
) -> list[dict[str, int]]:
    """Por actor, cuántas veces cumple cada papel.

    ``entradas[v]`` son quienes llegan a v y ``salidas[v]`` a quienes llega; en una red no
    dirigida son lo mismo.
    """
    return [_papeles_de(v, entradas, salidas, grupo) for v in range(len(grupo))]


def _papeles_de(
    v: int, entradas: Sequence[Set[int]], salidas: Sequence[Set[int]], grupo: Sequence[str]
) -> dict[str, int]:
    """Todos los pares por grupo, menos los que no necesitan a v porque ya se hablan."""
    llegan = Counter(grupo[a] for a in entradas[v])
    salen = Counter(grupo[b] for b in salidas[v])
    directos = Counter(
        (grupo[a], grupo[b])
        for a in entradas[v]
        for b in (salidas[v] & salidas[a]) | (salidas[v] & {a})
    )
    cuenta = dict.fromkeys(PAPELES, 0)
    for ga, gb in product(llegan, salen):
        cuenta[_papel(ga, grupo[v], gb)] += llegan[ga] * salen[gb] - directos[ga, gb]
    return cuenta


def _papel(de: str, propio: str, hacia: str) -> str:
    """El papel de quien es del grupo ``propio`` y media entre ``de`` y ``hacia``."""
    igualdades = (de == propio, hacia == propio, de == hacia)
    return _SEGUN_IGUALDADES[igualdades]


# (de es de los míos, hacia es de los míos, de y hacia son del mismo grupo)
_SEGUN_IGUALDADES = {
    (True, True, True): "coordinador",
    (False, False, True): "consultor",
    (True, False, False): "representante",
    (False, True, False): "portero",
    (False, False, False): "enlace",
}
