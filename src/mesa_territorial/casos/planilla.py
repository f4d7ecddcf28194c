"""Lectura de las planillas de ``datos_ejemplo/``: texto, nunca números adivinados."""

import csv

from mesa_territorial import contenido
from mesa_territorial.dominio.actores import nombre_comparable

Fila = dict[str, str]


def leer_filas(*partes: str) -> list[Fila]:
    """Las filas de un CSV de ``datos_ejemplo/``, por nombre de columna; todo valor es texto.

    Así un CUT como «05101» conserva su cero. Levanta ``FileNotFoundError`` si el archivo no está.
    """
    ruta = contenido.ruta("datos_ejemplo", *partes)
    with ruta.open(encoding="utf-8", newline="") as archivo:
        return list(csv.DictReader(archivo))


def a_codigo(etiqueta: str) -> str:
    """El código de una etiqueta: minúsculas, sin tildes y con guiones bajos.

    >>> a_codigo("Sociedad civil")
    'sociedad_civil'
    """
    return nombre_comparable(etiqueta).replace(" ", "_")


def a_entero(texto: str | None) -> int | None:
    """El entero de una celda; ``None`` si la columna no existe o la celda viene vacía."""
    return int(texto) if texto else None


def a_decimal(texto: str) -> float | None:
    """El número con punto decimal de una celda; ``None`` si viene vacía."""
    return float(texto) if texto else None
