"""Libros xlsx con openpyxl en sólo lectura: valores, nunca fórmulas ni macros."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from mesa_territorial.intercambio.combinadas import Rango, rellenar_combinadas
from mesa_territorial.intercambio.libro import (
    MAX_COLUMNAS,
    MAX_FILAS,
    MAX_LETRAS_POR_CELDA,
    ORDEN_IGNORAR,
    Celda,
    Hoja,
    Libro,
    armar_hoja,
    exigir_tamano,
)

_COMBINADA = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"'
)
_ESCAPE = re.compile(r"_x(000[1-9A-Fa-f]|001[0-9A-Fa-f])_")
_MAX_VACIAS_AL_FINAL = 20_000


def leer_xlsx(nombre: str, contenido: bytes, envoltura: zipfile.ZipFile) -> Libro:
    """Las hojas con datos; las que dicen «(ignorar)» en su nombre no se leen.

    ``envoltura`` es el mismo archivo, ya comprobado. Levanta ``ReglaRota`` si una hoja excede
    los límites; un libro dañado levanta lo que levante openpyxl.
    """
    from openpyxl import load_workbook  # pesa: arrastra numpy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        libro = load_workbook(
            io.BytesIO(contenido), read_only=True, data_only=True, keep_links=False
        )
        try:
            hojas = [h for h in libro.worksheets if ORDEN_IGNORAR not in h.title.casefold()]
            return Libro(nombre, tuple(_leer_hoja(hoja, envoltura) for hoja in hojas))
        finally:
            libro.close()


def _leer_hoja(hoja: Any, envoltura: zipfile.ZipFile) -> Hoja:
    # La dimensión declarada puede mentir: se mira lo que hay.
    hoja.reset_dimensions()
    filas = list(_filas_hasta_el_limite(hoja.title, hoja.iter_rows(values_only=True)))
    rangos = _rangos(envoltura.read(hoja._worksheet_path))
    avisos = rellenar_combinadas(hoja.title, filas, rangos)
    return armar_hoja(hoja.title, filas, avisos)


def _filas_hasta_el_limite(nombre: str, filas: Iterable[Iterable[object]]) -> Iterator[list[Celda]]:
    for numero, fila in enumerate(filas, start=1):
        celdas = [_celda(valor) for valor in fila]
        while celdas and celdas[-1] is None:
            celdas.pop()
        if celdas:
            exigir_tamano(nombre, numero, len(celdas))
        elif numero > MAX_FILAS + _MAX_VACIAS_AL_FINAL:
            exigir_tamano(nombre, numero, 0)
        if numero <= MAX_FILAS:
            yield celdas


def _celda(valor: object) -> Celda:
    if valor is None or isinstance(valor, bool | int | float):
        return valor
    if isinstance(valor, str):
        return texto_sin_escapes(valor)[:MAX_LETRAS_POR_CELDA] or None
    if isinstance(valor, datetime) and valor.time() == time():
        return valor.date().isoformat()
    if isinstance(valor, datetime | date | time):
        return valor.isoformat()
    return str(valor) if isinstance(valor, timedelta) else None


def texto_sin_escapes(texto: str) -> str:
    """El texto con los escapes de Excel (``_x000D_``) vueltos a su carácter de control.

    openpyxl ya deshizo ``_x005F_``, así que un escape de letra que quede es texto de la persona.

    >>> texto_sin_escapes("uno_x000A_dos _x0041_")
    'uno\\ndos _x0041_'
    """
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), texto)


def _rangos(hoja: bytes) -> Iterator[Rango]:
    for coincidencia in _COMBINADA.finditer(hoja):
        desde, arriba, hasta, abajo = coincidencia.groups()
        columnas = _columna(desde), min(_columna(hasta), MAX_COLUMNAS)
        yield Rango(int(arriba) - 1, columnas[0], int(abajo) - 1, columnas[1])


def _columna(letras: bytes) -> int:
    numero = 0
    for letra in letras:
        numero = numero * 26 + letra - ord("A") + 1
    return numero - 1
