"""Celdas combinadas: cada celda del rango toma el valor de la superior izquierda."""

from collections.abc import Iterable
from typing import NamedTuple

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.libro import Celda, letra_de_columna

_MAX_CELDAS = 100_000
_MAX_RANGOS = 5_000


class Rango(NamedTuple):
    """Un rectángulo de celdas, con filas y columnas contadas desde 0 y extremos incluidos."""

    arriba: int
    izquierda: int
    abajo: int
    derecha: int

    @property
    def direccion(self) -> str:
        """El rango como lo nombra la planilla: «A1:C1»."""
        desde, hasta = letra_de_columna(self.izquierda), letra_de_columna(self.derecha)
        return f"{desde}{self.arriba + 1}:{hasta}{self.abajo + 1}"


def rellenar_combinadas(
    nombre: str, filas: list[list[Celda]], rangos: Iterable[Rango]
) -> tuple[str, ...]:
    """Rellena ``filas`` en su lugar y devuelve los avisos para la persona.

    Levanta ``ReglaRota`` si las celdas combinadas son tantas que no parecen una lista.
    """
    hechos: list[Rango] = []
    celdas = 0
    for rango in rangos:
        celdas += _rellenar(filas, rango)
        hechos.append(rango)
        exigir(
            celdas <= _MAX_CELDAS and len(hechos) <= _MAX_RANGOS,
            f"La hoja «{nombre}» tiene demasiadas celdas combinadas: sepárelas primero.",
        )
    return _avisos(hechos)


def _rellenar(filas: list[list[Celda]], rango: Rango) -> int:
    if rango.arriba >= len(filas) or rango.izquierda >= len(filas[rango.arriba]):
        return 0
    valor = filas[rango.arriba][rango.izquierda]
    ultima = min(rango.abajo, len(filas) - 1)
    if valor is None or ultima < rango.arriba or rango.derecha < rango.izquierda:
        return 0
    ancho = rango.derecha - rango.izquierda + 1
    for fila in filas[rango.arriba : ultima + 1]:
        fila.extend([None] * (rango.derecha + 1 - len(fila)))
        fila[rango.izquierda : rango.derecha + 1] = [valor] * ancho
    return ancho * (ultima - rango.arriba + 1)


def _avisos(rangos: list[Rango]) -> tuple[str, ...]:
    if not rangos:
        return ()
    muestra = ", ".join(rango.direccion for rango in rangos[:3])
    mas = f" y {len(rangos) - 3} más" if len(rangos) > 3 else ""
    return (
        f"Hay celdas combinadas ({muestra}{mas}): se usó el valor de la celda superior en todas. "
        "Revise que sea lo que quería.",
    )
