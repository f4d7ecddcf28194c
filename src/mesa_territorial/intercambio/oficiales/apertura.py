"""Abrir un archivo oficial: además de las planillas del kit, el «xls» de SINIM y el GeoJSON."""

import io
from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.envoltura import abrir_zip
from mesa_territorial.intercambio.lectura import leer_archivo
from mesa_territorial.intercambio.libro import MAX_COLUMNAS, MAX_FILAS, Hoja, Libro, armar_hoja
from mesa_territorial.intercambio.oficiales.geojson import es_geojson, leer_geojson
from mesa_territorial.intercambio.oficiales.spreadsheetml import (
    es_spreadsheetml,
    leer_spreadsheetml,
)

MAX_BYTES = 20 * 1024 * 1024
_SHAPE = (".shp", ".shx", ".dbf", ".gdb", ".kml", ".kmz")


def abrir_oficial(nombre: str, contenido: bytes) -> tuple[Libro, tuple[str, ...]]:
    """El libro y los avisos sobre lo que no se leyó.

    Levanta ``ReglaRota`` con su remedio si el archivo no sirve.
    """
    exigir(len(contenido) <= MAX_BYTES, f"«{nombre}» pesa más de 20 MB. Deje sólo su región.")
    exigir(
        not nombre.lower().endswith(_SHAPE),
        f"«{nombre}» es cartografía. Baje el mismo catastro como .geojson o .csv.",
    )
    if es_spreadsheetml(contenido):
        return leer_spreadsheetml(nombre, contenido), ()
    if es_geojson(contenido):
        return leer_geojson(nombre, contenido), ()
    if contenido.startswith(b"PK") and nombre.lower().endswith(".xlsx"):
        return _leer_xlsx(nombre, contenido)
    return leer_archivo(nombre, contenido), ()


def _leer_xlsx(nombre: str, contenido: bytes) -> tuple[Libro, tuple[str, ...]]:
    """Las hojas que caben: un libro oficial trae otras enormes que aquí no se usan."""
    try:
        with abrir_zip(nombre, contenido):
            hojas, avisos = _hojas_que_caben(contenido)
    except ReglaRota:
        raise
    except Exception as error:
        raise ReglaRota(
            f"«{nombre}» está dañado y no se puede leer. Vuelva a bajarlo de la página oficial."
        ) from error
    exigir(bool(hojas), " ".join((f"«{nombre}» no tiene una hoja que se pueda leer.", *avisos)))
    return Libro(nombre, tuple(hojas)), tuple(avisos)


def _hojas_que_caben(contenido: bytes) -> tuple[list[Hoja], list[str]]:
    from openpyxl import load_workbook  # pesa: arrastra numpy

    libro = load_workbook(io.BytesIO(contenido), read_only=True, data_only=True, keep_links=False)
    hojas, avisos = [], []
    try:
        for hoja in libro.worksheets:
            filas = _filas(hoja)
            if filas is None:
                avisos.append(f"La hoja «{hoja.title}» es demasiado grande y no se leyó.")
            elif any(filas):
                hojas.append(armar_hoja(hoja.title, filas))
    finally:
        libro.close()
    return hojas, avisos


def _filas(hoja: Any) -> list[list[Any]] | None:
    """Las celdas de la hoja, o ``None`` si pasa de los límites."""
    hoja.reset_dimensions()
    filas: list[list[Any]] = []
    for fila in hoja.iter_rows(values_only=True):
        celdas = [c if isinstance(c, str | int | float | bool) else None for c in fila]
        while celdas and celdas[-1] is None:
            celdas.pop()
        filas.append(celdas)
        if len(filas) > MAX_FILAS or len(celdas) > MAX_COLUMNAS:
            return None
    return filas
