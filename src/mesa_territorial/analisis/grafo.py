"""De la Mesa a una red simple: actores numerados y listas de vecinos.

La red es no dirigida y sin repetir: dos actores con una o más relaciones en el momento elegido
quedan unidos por un solo enlace. El conflicto no une, salvo que se pida: quien está en conflicto
no le abre camino a nadie.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from mesa_territorial.dominio.actores import Relacion, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir

TIPOS_QUE_UNEN = frozenset(TipoRelacion) - {TipoRelacion.CONFLICTO}


@dataclass(frozen=True, slots=True)
class Grafo:
    """Una red simple no dirigida.

    ``ids`` va en orden alfabético, así el resultado no depende del orden en que se anotó a los
    actores; ``vecinos[i]`` son los números de quienes tienen enlace con ``ids[i]``, de menor a
    mayor.
    """

    ids: tuple[str, ...]
    vecinos: tuple[tuple[int, ...], ...]

    @property
    def nodos(self) -> int:
        """Cuántos actores hay."""
        return len(self.ids)

    @property
    def enlaces(self) -> int:
        """Cuántos pares de actores están unidos."""
        return sum(map(len, self.vecinos)) // 2

    @property
    def pares(self) -> list[tuple[int, int]]:
        """Los enlaces, cada uno una vez, con el número menor primero."""
        return [(i, j) for i, otros in enumerate(self.vecinos) for j in otros if i < j]


@dataclass(frozen=True, slots=True)
class Seleccion:
    """Qué parte de la Mesa se mira: un momento, unos tipos de relación y unos actores."""

    momento: str
    tipos: frozenset[TipoRelacion]
    ids: frozenset[str]

    def incluye(self, relacion: Relacion) -> bool:
        """Si la relación es del momento y une a dos de los actores, del tipo que sea."""
        return (
            relacion.momento == self.momento
            and relacion.de in self.ids
            and relacion.hacia in self.ids
        )


def armar_grafo(ids: Iterable[str], pares: Iterable[tuple[str, str]]) -> Grafo:
    """La red simple de ``ids`` unidos por ``pares``; los pares repetidos cuentan una vez."""
    orden = tuple(sorted(ids))
    numero = {id_: i for i, id_ in enumerate(orden)}
    juntos: list[set[int]] = [set() for _ in orden]
    for de, hacia in pares:
        i, j = numero[de], numero[hacia]
        if i != j:
            juntos[i].add(j)
            juntos[j].add(i)
    return Grafo(orden, tuple(tuple(sorted(otros)) for otros in juntos))


def elegir(
    mesa: Mesa,
    momento: str | None = None,
    tipos: Collection[str] | None = None,
    ids: Collection[str] | None = None,
) -> Seleccion:
    """Qué se mira de la Mesa; ``None`` es el último momento, los tipos que unen y todos.

    Los ``ids`` que ya no están en la Mesa se dejan pasar, porque otra persona pudo borrarlos.
    Levanta ``ReglaRota`` si el momento o un tipo no existe.
    """
    elegido = mesa.momentos_en_orden[-1].id if momento is None else momento
    exigir(elegido in mesa.momentos, f"El momento «{elegido}» no existe en esta Mesa.")
    return Seleccion(
        elegido,
        TIPOS_QUE_UNEN if tipos is None else frozenset(_tipo(t) for t in tipos),
        frozenset(mesa.actores) if ids is None else frozenset(mesa.actores.keys() & set(ids)),
    )


def _tipo(nombre: str) -> TipoRelacion:
    try:
        return TipoRelacion(nombre)
    except ValueError:
        posibles = ", ".join(TipoRelacion)
        raise ReglaRota(f"No hay relaciones de tipo «{nombre}»; use {posibles}.") from None


def relaciones_elegidas(mesa: Mesa, seleccion: Seleccion) -> list[Relacion]:
    """Las relaciones del momento entre los actores elegidos, de los tipos que cuentan."""
    return [
        r for r in mesa.relaciones.values() if r.tipo in seleccion.tipos and seleccion.incluye(r)
    ]


def grafo_de_mesa(mesa: Mesa, seleccion: Seleccion) -> Grafo:
    """La red simple de lo que se eligió mirar."""
    pares = ((r.de, r.hacia) for r in relaciones_elegidas(mesa, seleccion))
    return armar_grafo(seleccion.ids, pares)
