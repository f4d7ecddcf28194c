"""La geometría del dibujo: figuras por sector, curvas entre actores y el zigzag del conflicto."""

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

RADIO = 11.0
_SEPARACION = 18.0
_PASO_ZIGZAG, _AMPLITUD = 7.0, 4.0
_AIRE = 3.0


class Punto(NamedTuple):
    """Un lugar del lienzo, en sus unidades; la vertical crece hacia abajo."""

    x: float
    y: float


class Curva(NamedTuple):
    """Una curva de Bézier cuadrática."""

    inicio: Punto
    control: Punto
    fin: Punto


def redondo(valor: float) -> str:
    """El número con dos decimales, sin ceros de más ni «-0»."""
    texto = f"{valor:.2f}".rstrip("0").rstrip(".")
    return "0" if texto in ("-0", "") else texto


def _poligono(lados: int, giro: float) -> Callable[[float], str]:
    # Con esta escala su área es la del círculo de igual radio: el tamaño se compara por área.
    escala = math.sqrt(2 * math.pi / (lados * math.sin(2 * math.pi / lados)))

    def trazar(radio: float) -> str:
        angulos = (giro + 2 * math.pi * i / lados for i in range(lados))
        puntos = ((math.cos(a) * radio * escala, math.sin(a) * radio * escala) for a in angulos)
        return "M" + "L".join(f"{redondo(x)} {redondo(y)}" for x, y in puntos) + "Z"

    return trazar


def _circulo(radio: float) -> str:
    r = redondo(radio)
    return f"M-{r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1 -{r} 0Z"


FIGURAS: Mapping[str, Callable[[float], str]] = {
    "cuadrado": _poligono(4, math.pi / 4),
    "rombo": _poligono(4, 0.0),
    "triangulo": _poligono(3, -math.pi / 2),
    "circulo": _circulo,
    "hexagono": _poligono(6, 0.0),
}


def curva_entre(de: Punto, hacia: Punto, radios: tuple[float, float], carril: float) -> Curva:
    """La curva de borde a borde; ``carril`` 0 es recta y los demás la apartan hacia un lado."""
    largo = math.dist(de, hacia) or 1.0
    normal = Punto(-(hacia.y - de.y) / largo, (hacia.x - de.x) / largo)
    aparte = carril * _SEPARACION * 2
    medio = Punto((de.x + hacia.x) / 2, (de.y + hacia.y) / 2)
    control = Punto(medio.x + normal.x * aparte, medio.y + normal.y * aparte)
    inicio = _hacia(de, control, radios[0] + _AIRE)
    return Curva(inicio, control, _hacia(hacia, control, radios[1] + _AIRE))


def _hacia(desde: Punto, hasta: Punto, cuanto: float) -> Punto:
    largo = math.dist(desde, hasta) or 1.0
    parte = min(cuanto / largo, 0.9)
    return Punto(desde.x + (hasta.x - desde.x) * parte, desde.y + (hasta.y - desde.y) * parte)


def camino(curva: Curva) -> str:
    """El atributo ``d`` de la curva."""
    inicio, control, fin = (f"{redondo(p.x)} {redondo(p.y)}" for p in curva)
    return f"M{inicio}Q{control} {fin}"


def camino_en_zigzag(curva: Curva) -> str:
    """El atributo ``d`` de la curva quebrada: así se dibuja el conflicto, también sin color."""
    pasos = max(4, int(math.dist(curva.inicio, curva.fin) / _PASO_ZIGZAG))
    puntos = (f"{redondo(p.x)} {redondo(p.y)}" for p in _quebrar(curva, pasos))
    return "M" + "L".join(puntos)


def _quebrar(curva: Curva, pasos: int) -> Iterator[Punto]:
    for i in range(pasos + 1):
        t = i / pasos
        punto, normal = _en(curva, t)
        # Los extremos quedan rectos para que la punta de flecha apunte bien.
        lado = 0.0 if i <= 1 or i >= pasos - 1 else _AMPLITUD * (1 if i % 2 else -1)
        yield Punto(punto.x + normal.x * lado, punto.y + normal.y * lado)


def _en(curva: Curva, t: float) -> tuple[Punto, Punto]:
    """El punto de la curva en ``t`` (0 a 1) y su normal."""
    a, b, c = curva
    x = (1 - t) ** 2 * a.x + 2 * t * (1 - t) * b.x + t * t * c.x
    y = (1 - t) ** 2 * a.y + 2 * t * (1 - t) * b.y + t * t * c.y
    dx = 2 * (1 - t) * (b.x - a.x) + 2 * t * (c.x - b.x)
    dy = 2 * (1 - t) * (b.y - a.y) + 2 * t * (c.y - b.y)
    largo = math.hypot(dx, dy) or 1.0
    return Punto(x, y), Punto(-dy / largo, dx / largo)
