"""Qué depende de un juicio dudoso: se cambia la casilla y se mira qué conclusión se da vuelta.

Las conclusiones que se vigilan son las que se llevan a una reunión: quién pesa más, la alianza y el
conflicto más fuertes, y hacia dónde se inclina cada objetivo.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from mesa_territorial.analisis.mactor.distancias import distancias_de_actores
from mesa_territorial.analisis.mactor.influencias import (
    INFLUENCIA_MAXIMA,
    Fuerzas,
    Matriz,
    medir_fuerzas,
)
from mesa_territorial.analisis.mactor.objetivos import (
    POSICION_MAXIMA,
    Posiciones,
    medir_posiciones,
)
from mesa_territorial.analisis.mactor.papeles import CASI
from mesa_territorial.analisis.mactor.planteo import Casilla, Planteo, Resultado

Asunto = tuple[str, int]
Conclusiones = dict[Asunto, tuple[int, ...]]
MAS_PESA: Asunto = ("pesa", 0)
ALIANZA: Asunto = ("alianza", 0)
CONFLICTO: Asunto = ("conflicto", 0)
PRESUPUESTO = 1_500_000
"""Cuánto se calcula a lo más (actores al cubo por prueba): con muchos actores se prueban menos."""
MENOS = 4
"""Las dudas que se prueban siempre, por muchos actores que haya."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencia:
    """Con ``valor`` en la casilla (de influencia o de posición) cambian esas conclusiones.

    ``cambios`` va de asunto a (antes, ahora): lugares de actores, o −1, 0, 1 en un objetivo.
    """

    de_posicion: bool
    lugar: Casilla
    antes: float
    valor: float
    cambios: Mapping[Asunto, tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Prueba:
    """Las dudas que cambian algo, y cuántas se alcanzaron a probar del total."""

    dependencias: tuple[Dependencia, ...]
    probadas: int
    total: int


def concluir(resultado: Resultado) -> Conclusiones:
    """Las conclusiones de un resultado; un empate nombra a todos los empatados."""
    return _concluir(resultado.fuerzas, resultado.pesadas)


def _concluir(fuerzas: Fuerzas, pesadas: Posiciones | None) -> Conclusiones:
    hallado: Conclusiones = {MAS_PESA: _mayores(fuerzas.fuerza)}
    if pesadas is not None:
        hallado[ALIANZA] = _par_mayor(distancias_de_actores(pesadas))
        hallado[CONFLICTO] = _par_mayor(pesadas.divergencia)
        saldos = zip(pesadas.a_favor, pesadas.en_contra, strict=True)
        hallado |= {("objetivo", o): (_signo(f + c),) for o, (f, c) in enumerate(saldos)}
    return hallado


def _concluir_de(planteo: Planteo) -> Conclusiones:
    """Lo mismo desde las matrices, sin calcular lo que ninguna conclusión usa."""
    fuerzas = medir_fuerzas(planteo.influencias)
    if not planteo.objetivos:
        return _concluir(fuerzas, None)
    return _concluir(fuerzas, medir_posiciones(planteo.posiciones, fuerzas.fuerza))


def _signo(valor: float) -> int:
    return (valor > CASI) - (valor < -CASI)


def _mayores(valores: tuple[float, ...]) -> tuple[int, ...]:
    mayor = max(valores)
    return tuple(i for i, v in enumerate(valores) if mayor - v <= CASI)


def _par_mayor(matriz: Matriz) -> tuple[int, ...]:
    """El par que más tiene (los dos lugares), o nada si ninguno pasa de 0 o hay empate."""
    pares = sorted(combinations(range(len(matriz)), 2), key=lambda p: -matriz[p[0]][p[1]])
    valores = [matriz[a][b] for a, b in pares[:2]]
    solo = len(valores) < 2 or valores[0] - valores[1] > CASI
    return pares[0] if valores[0] > CASI and solo else ()


def probar_dudas(planteo: Planteo, resultado: Resultado) -> Prueba:
    """Lo que cambia si cada casilla dudosa valiera un punto más o un punto menos."""
    de_hoy = concluir(resultado)
    dudas = [(False, x) for x in planteo.dudas_de_influencia]
    dudas += [(True, x) for x in planteo.dudas_de_posicion]
    caben = max(MENOS, PRESUPUESTO // max(1, len(planteo.ids)) ** 3)
    halladas = [d for duda in dudas[:caben] for d in _de_una(planteo, de_hoy, *duda)]
    return Prueba(tuple(halladas), min(caben, len(dudas)), len(dudas))


def _de_una(
    planteo: Planteo, de_hoy: Conclusiones, de_posicion: bool, lugar: Casilla
) -> Iterator[Dependencia]:
    matriz = planteo.posiciones if de_posicion else planteo.influencias
    con = planteo.con_posicion if de_posicion else planteo.con_influencia
    antes = matriz[lugar[0]][lugar[1]]
    for valor in _vecinos(antes, -POSICION_MAXIMA if de_posicion else 0):
        ahora = _concluir_de(con(lugar, valor))
        cambios = {k: (v, ahora[k]) for k, v in de_hoy.items() if v != ahora[k]}
        if cambios:
            yield Dependencia(
                de_posicion=de_posicion, lugar=lugar, antes=antes, valor=valor, cambios=cambios
            )


def _vecinos(valor: float, minimo: float) -> tuple[float, ...]:
    return tuple(v for v in (valor - 1, valor + 1) if minimo <= v <= INFLUENCIA_MAXIMA)
