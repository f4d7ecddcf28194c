"""Los nombres del dibujo: cortados en dos líneas y puestos donde no se tapan."""

import re
import textwrap
from collections.abc import Mapping
from typing import NamedTuple

from mesa_territorial.intercambio.trazo import Punto

LETRA, RENGLON = 11.0, 13.0
_ANCHO_DE_LETRA = 5.9
_LETRAS_POR_LINEA, _LINEAS = 24, 2


class Caja(NamedTuple):
    """Un rectángulo del lienzo."""

    x: float
    y: float
    ancho: float
    alto: float

    def tapa(self, otra: "Caja") -> float:
        """El área en que se encima con otra."""
        ancho = min(self.x + self.ancho, otra.x + otra.ancho) - max(self.x, otra.x)
        alto = min(self.y + self.alto, otra.y + otra.alto) - max(self.y, otra.y)
        return max(0.0, ancho) * max(0.0, alto)


class Rotulo(NamedTuple):
    """Las líneas de un nombre y la caja que ocupan."""

    lineas: tuple[str, ...]
    caja: Caja


def partir(nombre: str) -> tuple[str, ...]:
    """El nombre en una o dos líneas de 24 letras; lo que no cabe termina en «…»."""
    lineas = textwrap.wrap(
        nombre, _LETRAS_POR_LINEA, max_lines=_LINEAS, placeholder="…", break_on_hyphens=False
    )
    return tuple(re.sub(r"[\s,;.(]+…$", "…", linea) for linea in lineas) or (nombre,)


def poner_rotulos(
    nombres: Mapping[str, str], lugares: Mapping[str, Punto], radios: Mapping[str, float]
) -> dict[str, Rotulo]:
    """El rótulo de cada actor: abajo si cabe; si no, arriba, a la derecha o a la izquierda."""
    nodos = {
        i: Caja(p.x - radios[i], p.y - radios[i], 2 * radios[i], 2 * radios[i])
        for i, p in lugares.items()
    }
    puestos: dict[str, Rotulo] = {}
    for i in nombres:
        lineas = partir(nombres[i])
        ajenas = [caja for otro, caja in nodos.items() if otro != i]
        ajenas += [rotulo.caja for rotulo in puestos.values()]
        cajas = _candidatas(lineas, lugares[i], radios[i])
        mejor = min(cajas, key=lambda caja: sum(caja.tapa(otra) for otra in ajenas))
        puestos[i] = Rotulo(lineas, mejor)
    return puestos


def _candidatas(lineas: tuple[str, ...], lugar: Punto, radio: float) -> tuple[Caja, ...]:
    ancho = max(len(linea) for linea in lineas) * _ANCHO_DE_LETRA
    alto = len(lineas) * RENGLON
    izquierda, arriba = lugar.x - ancho / 2, lugar.y - alto / 2
    aparte = radio + 4
    return (
        Caja(izquierda, lugar.y + aparte, ancho, alto),
        Caja(izquierda, lugar.y - aparte - alto, ancho, alto),
        Caja(lugar.x + aparte, arriba, ancho, alto),
        Caja(lugar.x - aparte - ancho, arriba, ancho, alto),
    )
