"""Dos maneras de ordenar, lado a lado: en qué actores discrepan y por qué."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from mesa_territorial.analisis.consenso_orden import Concordancia, concordancia
from mesa_territorial.analisis.prioridad.lugares import decir_lugar, lugares
from mesa_territorial.analisis.prioridad.metodos import Orden, ordenar_por
from mesa_territorial.analisis.prioridad.metodos_dichos import NOMBRE_CORTO
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.prioridad_codigos import MetodoDePrioridad

PARTE = 5
"""Se dice que discrepan en un actor si salta al menos un quinto de los comparados."""
SALTO_MINIMO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fila:
    """Un actor en los dos órdenes, entre quienes tienen lugar en ambos.

    ``salto`` son los lugares que hay entre un orden y el otro: 0 si los empates lo dejan en el
    mismo sitio. ``frase`` dice dónde queda con cada uno y por qué.
    """

    id: str
    uno: float
    dos: float
    salto: float
    discrepa: bool
    frase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparacion:
    """Los dos órdenes y sus ``filas``, de la mayor discrepancia a la menor.

    ``concordancia`` es la W de Kendall entre los dos, tratados como dos jueces; ``desde`` es el
    salto desde el cual se dice que discrepan.
    """

    uno: Orden
    dos: Orden
    filas: tuple[Fila, ...]
    desde: float
    concordancia: Concordancia | None

    @property
    def discrepancias(self) -> tuple[Fila, ...]:
        """Los actores en que los dos órdenes se apartan."""
        return tuple(f for f in self.filas if f.discrepa)

    @property
    def falta(self) -> str:
        """Por qué no se puede comparar; vacía si se puede."""
        return self.uno.falta or self.dos.falta or ("" if self.filas else _NADIE)


_NADIE = "Ningún actor tiene lugar en los dos órdenes."


def comparar(
    mesa: Mesa, uno: MetodoDePrioridad | None = None, dos: MetodoDePrioridad | None = None
) -> Comparacion:
    """Los dos órdenes de la Mesa; sin métodos, los que el equipo eligió.

    Los lugares se vuelven a contar entre los actores que están en ambos: si no, saltaría quien
    sólo ganó lugar porque a otros les faltan notas.
    """
    a = ordenar_por(mesa, uno or mesa.prioridad.metodo_uno)
    b = ordenar_por(mesa, dos or mesa.prioridad.metodo_dos)
    comunes = [i for i in mesa.actores if i in a.lugares and i in b.lugares]
    en_a = lugares({i: -a.lugares[i] for i in comunes})
    en_b = lugares({i: -b.lugares[i] for i in comunes})
    desde = float(max(SALTO_MINIMO, ceil(len(comunes) / PARTE)))
    filas = [_fila(mesa, i, (_Puesto(a, en_a), _Puesto(b, en_b)), desde) for i in comunes]
    return Comparacion(
        uno=a,
        dos=b,
        filas=tuple(sorted(filas, key=lambda f: (-f.salto, -abs(f.uno - f.dos), f.uno))),
        desde=desde,
        concordancia=concordancia([[-en[i] for i in comunes] for en in (en_a, en_b)]),
    )


class _Puesto(NamedTuple):
    orden: Orden
    lugares: Mapping[str, float]

    def tramo(self, id_actor: str) -> tuple[float, float]:
        """Del primero al último de los lugares que comparte con quienes empatan con él."""
        lugar = self.lugares[id_actor]
        medio = (list(self.lugares.values()).count(lugar) - 1) / 2
        return lugar - medio, lugar + medio

    def decir(self, id_actor: str) -> str:
        nombre = NOMBRE_CORTO[self.orden.metodo]
        lugar = decir_lugar(self.lugares[id_actor])
        return f"{lugar} por {nombre} ({self.orden.motivos[id_actor]})"


def _fila(mesa: Mesa, id_actor: str, puestos: tuple[_Puesto, _Puesto], desde: float) -> Fila:
    uno, dos = puestos
    (desde_uno, hasta_uno), (desde_dos, hasta_dos) = uno.tramo(id_actor), dos.tramo(id_actor)
    salto = max(0.0, desde_dos - hasta_uno, desde_uno - hasta_dos)
    return Fila(
        id=id_actor,
        uno=uno.lugares[id_actor],
        dos=dos.lugares[id_actor],
        salto=salto,
        discrepa=salto >= desde,
        frase=f"{mesa.actor(id_actor).nombre}: {uno.decir(id_actor)}; {dos.decir(id_actor)}.",
    )
