"""Planillas ods (LibreOffice) leídas con el XML defendido, sin cargar el documento entero."""

import zipfile
from collections.abc import Iterator
from typing import Any

from mesa_territorial.dominio.reglas import exigir
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

_OFICINA = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXTO = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMEROS = ("float", "percentage", "currency")


def leer_ods(nombre: str, envoltura: zipfile.ZipFile) -> Libro:
    """Las hojas con datos de una planilla ods ya comprobada.

    Levanta ``ReglaRota`` si está cifrada o excede los límites; dañada, lo que levante el XML.
    """
    from defusedxml.ElementTree import iterparse

    partes = envoltura.namelist()
    manifiesto = (
        envoltura.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in partes else b""
    )
    exigir(
        b"encryption-data" not in manifiesto,
        f"«{nombre}» está protegido con contraseña. Quítesela y vuelva a elegirlo.",
    )
    with envoltura.open("content.xml") as flujo:
        eventos = iterparse(flujo, events=("start", "end"), forbid_dtd=True)
        return Libro(nombre, tuple(_hojas(eventos)))


def _hojas(eventos: Iterator[tuple[str, Any]]) -> Iterator[Hoja]:
    for evento, elemento in eventos:
        if evento == "start" and elemento.tag == _TABLA + "table":
            titulo = elemento.get(_TABLA + "name") or "Hoja"
            lectura = _LecturaDeHoja(titulo)
            lectura.recorrer(eventos, elemento)
            if ORDEN_IGNORAR not in titulo.casefold():
                yield lectura.hoja()


class _LecturaDeHoja:
    """Acumula las filas de una tabla a medida que el XML las entrega."""

    def __init__(self, titulo: str) -> None:
        self._titulo = titulo
        self._filas: list[list[Celda]] = []
        self._pendientes = 0
        self._rangos: list[Rango] = []

    def recorrer(self, eventos: Iterator[tuple[str, Any]], tabla: Any) -> None:
        """Consume ``eventos`` hasta que se cierra ``tabla``."""
        for evento, elemento in eventos:
            if evento == "end" and elemento.tag == _TABLA + "table-row":
                self._agregar(elemento)
                elemento.clear()
            elif evento == "end" and elemento is tabla:
                return

    def hoja(self) -> Hoja:
        """La hoja leída, con las celdas combinadas rellenas."""
        avisos = rellenar_combinadas(self._titulo, self._filas, self._rangos)
        return armar_hoja(self._titulo, self._filas, avisos)

    def _agregar(self, fila: Any) -> None:
        veces = _veces(fila, "number-rows-repeated")
        celdas = self._celdas(fila)
        if not celdas:
            # Las filas vacías del final vienen como una sola, repetida un millón de veces.
            self._pendientes += veces
            return
        total = len(self._filas) + self._pendientes + veces
        exigir_tamano(self._titulo, total, len(celdas))
        self._filas.extend([] for _ in range(self._pendientes))
        self._filas.extend(list(celdas) for _ in range(veces))
        self._pendientes = 0

    def _celdas(self, fila: Any) -> list[Celda]:
        celdas: list[Celda] = []
        vacias = 0
        for celda in fila:
            if celda.tag not in (_TABLA + "table-cell", _TABLA + "covered-table-cell"):
                continue
            veces, valor = _veces(celda, "number-columns-repeated"), _valor(celda)
            if valor is None:
                vacias += veces
                continue
            exigir_tamano(self._titulo, 0, len(celdas) + vacias + veces)
            celdas.extend([None] * vacias)
            self._anotar_rango(celda, len(celdas))
            celdas.extend([valor] * veces)
            vacias = 0
        return celdas

    def _anotar_rango(self, celda: Any, columna: int) -> None:
        ancho = _veces(celda, "number-columns-spanned")
        alto = _veces(celda, "number-rows-spanned")
        if ancho > 1 or alto > 1:
            arriba = len(self._filas) + self._pendientes
            derecha = min(columna + ancho - 1, MAX_COLUMNAS)
            self._rangos.append(Rango(arriba, columna, min(arriba + alto, MAX_FILAS) - 1, derecha))


def _veces(elemento: Any, atributo: str) -> int:
    return max(1, int(elemento.get(_TABLA + atributo) or 1))


def _valor(celda: Any) -> Celda:
    tipo = celda.get(_OFICINA + "value-type")
    if tipo in _NUMEROS:
        valor = float(celda.get(_OFICINA + "value"))
        return int(valor) if valor.is_integer() else valor
    if tipo == "boolean":
        return bool(celda.get(_OFICINA + "boolean-value") == "true")
    if tipo == "date":
        return str(celda.get(_OFICINA + "date-value"))
    parrafos = ("".join(_textos(p)) for p in celda.findall(_TEXTO + "p"))
    return "\n".join(parrafos)[:MAX_LETRAS_POR_CELDA] or None


def _textos(parrafo: Any) -> Iterator[str]:
    """El texto de un párrafo; ods escribe aparte los blancos repetidos, tabuladores y saltos."""
    yield parrafo.text or ""
    for hijo in parrafo:
        if hijo.tag == _TEXTO + "s":
            yield " " * min(int(hijo.get(_TEXTO + "c") or 1), 1_000)
        elif hijo.tag in (_TEXTO + "tab", _TEXTO + "line-break"):
            yield "\t" if hijo.tag == _TEXTO + "tab" else "\n"
        elif hijo.tag != _OFICINA + "annotation":
            yield from _textos(hijo)
        yield hijo.tail or ""
