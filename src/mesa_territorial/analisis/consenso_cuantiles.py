"""Cuantiles con el método dicho por su nombre: el mismo recorrido cambia según cómo se corte.

Fuente: R. J. Hyndman e Y. Fan (1996), «Sample quantiles in statistical packages», The American
Statistician 50(4), 361–365.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from mesa_territorial.dominio.reglas import exigir


@dataclass(frozen=True, slots=True)
class Metodo:
    """Un método de cuantil: el lugar en la muestra es ``alfa + p·(n + 1 − alfa − beta)``."""

    clave: str
    nombre: str
    alfa: float
    beta: float


METODOS: Mapping[str, Metodo] = {
    m.clave: m
    for m in (
        Metodo("lineal", "lineal (tipo 7 de R, CUARTIL.INC de Excel)", 1, 1),
        Metodo("weibull", "de Weibull (tipo 6 de R, CUARTIL.EXC de Excel, SPSS)", 0, 0),
        Metodo("mediana_insesgada", "de mediana insesgada (tipo 8 de R)", 1 / 3, 1 / 3),
        Metodo("hazen", "de Hazen (tipo 5 de R)", 0.5, 0.5),
    )
}
POR_DEFECTO = "lineal"


def metodo_de(clave: str) -> Metodo:
    """El método con esa clave; levanta ``ReglaRota`` si no se conoce."""
    conocidos = ", ".join(METODOS)
    exigir(clave in METODOS, f"No se conoce el método «{clave}». Elija uno de: {conocidos}.")
    return METODOS[clave]


def cuantil(valores: Sequence[float], p: float, metodo: str = POR_DEFECTO) -> float:
    """El cuantil ``p`` (0 a 1) de ``valores``, en sus mismas unidades.

    Hyndman y Fan (1996), tipos 5 a 8. Levanta ``ReglaRota`` si no hay valores o ``p`` se sale.

    >>> cuantil([1, 2, 3, 4], 0.25), cuantil([1, 2, 3, 4], 0.25, "weibull")
    (1.75, 1.25)
    """
    exigir(bool(valores), "Sin votos no hay cuantiles que calcular.")
    exigir(0 <= p <= 1, "Un cuantil va entre 0 y 1.")
    m, orden = metodo_de(metodo), sorted(valores)
    lugar = m.alfa + p * (len(orden) + 1 - m.alfa - m.beta)
    lugar = min(max(lugar, 1.0), float(len(orden)))
    base = min(floor(lugar + 1e-12), len(orden) - 1) or 1
    if len(orden) == 1:
        return float(orden[0])
    desde, hasta = orden[base - 1], orden[base]
    return min(max(desde + (lugar - base) * (hasta - desde), desde), hasta)


def mediana(valores: Sequence[float]) -> float:
    """El valor del medio; en cantidad par, el punto medio de los dos centrales."""
    return cuantil(valores, 0.5)


def recorrido_intercuartil(valores: Sequence[float], metodo: str = POR_DEFECTO) -> float:
    """El ancho de la mitad central de ``valores``: tercer cuartil menos el primero.

    Hyndman y Fan (1996). Con escala de 5 puntos suele tomarse como consenso hasta 1 (von der
    Gracht 2012, «Consensus measurement in Delphi studies», TFSC 79, 1525–1536).
    """
    return cuantil(valores, 0.75, metodo) - cuantil(valores, 0.25, metodo)
