"""Dónde está una comuna entre las de su región: mediana, posición con empates e intervalo.

El promedio se calcula sólo para mostrar cuánto se aparta de la mediana; nunca va solo.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any

from mesa_territorial.casos.regiones import comunas_de_region, region_de
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import Indicador
from mesa_territorial.dominio.mesa import Mesa

MINIMO_PARA_COMPARAR = 3
"""Con menos comunas que estas no hay mediana que valga."""
CUARTOS = 4


@dataclass(frozen=True, slots=True)
class Dato:
    """El valor de un indicador en una comuna, con el intervalo que publica la fuente, si lo da."""

    valor: float
    minimo: float | None = None
    maximo: float | None = None

    @property
    def tiene_intervalo(self) -> bool:
        """Si la fuente publicó los dos extremos."""
        return self.minimo is not None and self.maximo is not None

    @property
    def extremos(self) -> tuple[float, float]:
        """El intervalo, o el propio valor dos veces si la fuente no lo da."""
        bajo = self.valor if self.minimo is None else self.minimo
        alto = self.valor if self.maximo is None else self.maximo
        return bajo, alto

    def se_cruza_con(self, otro: "Dato") -> bool:
        """Si los dos intervalos comparten algún punto."""
        return self.extremos[0] <= otro.extremos[1] and otro.extremos[0] <= self.extremos[1]


@dataclass(frozen=True, slots=True)
class Comparacion:
    """Una comuna entre las ``n`` de su región que tienen el dato.

    ``puesto`` cuenta de mayor a menor (1 es el valor más alto) y ``empatan`` son los CUT que lo
    comparten. Con intervalo, ``desde`` y ``hasta`` son los puestos entre los que podría estar y
    ``cruzan``, los CUT cuyo intervalo se cruza con el suyo; sin intervalo van ``None`` y vacío.
    """

    cut: str
    dato: Dato
    n: int
    mediana: float
    promedio: float
    sobre_el_promedio: int
    puesto: int
    empatan: tuple[str, ...]
    sin_dato: tuple[str, ...]
    desde: int | None
    hasta: int | None
    cruzan: tuple[str, ...]

    @property
    def mediana_dentro(self) -> bool:
        """Si la mediana de la región cae dentro de su intervalo."""
        bajo, alto = self.dato.extremos
        return self.dato.tiene_intervalo and bajo <= self.mediana <= alto


def comunas_de_la_mesa(mesa: Mesa) -> tuple[str, ...]:
    """El CUT de la Mesa y, si es intercomunal, los de las demás comunas, sin repetir."""
    propio = mesa.territorio.cut_comuna
    otras = mesa.ficha_territorial.comunas if mesa.territorio.nivel is Nivel.INTERCOMUNAL else {}
    return (propio, *(cut for cut in otras if cut != propio))


def datos_por_comuna(indicador: Indicador, cut_mesa: str) -> dict[str, Dato]:
    """El dato de cada comuna que trae el indicador; vacío si no describe comunas.

    ``cut_mesa`` es la comuna a la que se refiere su ``valor`` cuando no dice otra.
    """
    if indicador.nivel is not Nivel.COMUNA:
        return {}
    datos = {
        cut: Dato(valor, indicador.minimos.get(cut), indicador.maximos.get(cut))
        for cut, valor in indicador.valores.items()
    }
    if indicador.valor is not None:
        propio = Dato(indicador.valor, indicador.minimo, indicador.maximo)
        datos[indicador.cut or cut_mesa] = propio
    return datos


def comparar_en_su_region(datos: Mapping[str, Dato], cut: str) -> Comparacion | None:
    """La comuna entre las de su región; ``None`` si le falta el dato o hay menos de tres."""
    cuts = [c.cut for c in comunas_de_region(region_de(cut))]
    return comparar(datos, cut, cuts)


def comparar(datos: Mapping[str, Dato], cut: str, entre: Iterable[str]) -> Comparacion | None:
    """La comuna ``cut`` entre las de ``entre`` que tienen dato, ella incluida."""
    cuts = list(entre)
    hay = {c: datos[c] for c in cuts if c in datos}
    if cut not in hay or len(hay) < MINIMO_PARA_COMPARAR:
        return None
    otros = {c: d for c, d in hay.items() if c != cut}
    return Comparacion(
        cut=cut,
        dato=hay[cut],
        n=len(hay),
        sin_dato=tuple(c for c in cuts if c not in hay),
        empatan=tuple(c for c, d in otros.items() if d.valor == hay[cut].valor),
        **_del_valor(hay[cut], [d.valor for d in hay.values()]),
        **_del_intervalo(hay[cut], otros),
    )


def _del_valor(propio: Dato, valores: list[float]) -> dict[str, Any]:
    promedio = fmean(valores)
    return {
        "mediana": median(valores),
        "promedio": promedio,
        "sobre_el_promedio": sum(v > promedio for v in valores),
        "puesto": 1 + sum(v > propio.valor for v in valores),
    }


def _del_intervalo(propio: Dato, otros: Mapping[str, Dato]) -> dict[str, Any]:
    """Los puestos posibles si cada valor estuviera en cualquier punto de su intervalo."""
    if not propio.tiene_intervalo:
        return {"desde": None, "hasta": None, "cruzan": ()}
    bajo, alto = propio.extremos
    seguro_mas = sum(o.extremos[0] > alto for o in otros.values())
    seguro_menos = sum(o.extremos[1] < bajo for o in otros.values())
    return {
        "desde": 1 + seguro_mas,
        "hasta": 1 + len(otros) - seguro_menos,
        "cruzan": tuple(c for c, d in otros.items() if propio.se_cruza_con(d)),
    }


def cuartos(datos: Mapping[str, Dato]) -> dict[str, int]:
    """En qué cuarto queda cada comuna, de 1 (valores más bajos) a 4; las empatadas, en el mismo."""
    valores = [d.valor for d in datos.values()]
    return {
        cut: 1 + CUARTOS * sum(v < d.valor for v in valores) // len(valores)
        for cut, d in datos.items()
    }
