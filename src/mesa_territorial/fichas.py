"""Las fichas de diseño: tipografía, color y espacio, iguales en pantalla y papel."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_ARCHIVO = Path(__file__).with_name("fichas_de_diseno.toml")


@cache
def fichas() -> dict[str, Any]:
    """Las fichas como dict anidado: ``fichas()["sector"]["publico"]["color"]``."""
    return tomllib.loads(_ARCHIVO.read_text(encoding="utf-8"))


def color(nombre: str) -> str:
    """Un color por su nombre, en hexadecimal."""
    valor: str = fichas()["color"][nombre]
    return valor


def color_de_sector(sector: str) -> str:
    """El color de un sector, en hexadecimal."""
    valor: str = fichas()["sector"][sector]["color"]
    return valor


def forma_de_sector(sector: str) -> str:
    """La forma de un sector: cuadrado, rombo, triangulo, circulo o hexagono."""
    valor: str = fichas()["sector"][sector]["forma"]
    return valor


def trazo_de_relacion(tipo: str) -> tuple[str, str]:
    """El patrón de guiones (SVG) y el color de un tipo de relación."""
    ficha = fichas()["relacion"][tipo]
    return ficha["trazo"], ficha["color"]
