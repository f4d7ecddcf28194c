"""Cómo leen las pruebas las planillas de ``datos_ejemplo``, sin pasar por el cargador."""

import csv
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
DATOS = RAIZ / "datos_ejemplo"


def filas(ruta: str) -> list[dict[str, str]]:
    """Las filas de una planilla, todo como texto."""
    with (DATOS / ruta).open(encoding="utf-8", newline="") as archivo:
        return list(csv.DictReader(archivo))


def columnas(ruta: str) -> list[str]:
    """El encabezado de una planilla."""
    with (DATOS / ruta).open(encoding="utf-8", newline="") as archivo:
        return next(csv.reader(archivo))


def planillas() -> list[str]:
    """Todas las planillas, por su ruta dentro de ``datos_ejemplo``."""
    return sorted(str(p.relative_to(DATOS)) for p in DATOS.rglob("*.csv"))
