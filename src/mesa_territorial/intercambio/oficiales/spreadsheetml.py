"""El «Excel» que entrega SINIM: un XML de planilla (2003) con extensión .xls."""

from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.libro import (
    MAX_COLUMNAS,
    MAX_FILAS,
    Celda,
    Hoja,
    Libro,
    armar_hoja,
)

_ESPACIO = b"urn:schemas-microsoft-com:office:spreadsheet"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_TITULO = "{urn:schemas-microsoft-com:office:spreadsheet}Name"
_MUESTRA = 4_096


def es_spreadsheetml(contenido: bytes) -> bool:
    """Si el contenido es un XML de planilla de 2003."""
    inicio = contenido[:_MUESTRA]
    return inicio.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and _ESPACIO in inicio


def leer_spreadsheetml(nombre: str, contenido: bytes) -> Libro:
    """Las hojas del archivo; una celda combinada a lo ancho repite su texto.

    Levanta ``ReglaRota`` si el XML está mal formado o declara entidades.
    """
    from defusedxml.ElementTree import fromstring

    try:
        raiz = fromstring(contenido, forbid_dtd=True)
        hojas = tuple(_hoja(h) for h in raiz.iter(f"{_SS}Worksheet"))
    except ReglaRota:
        raise
    except Exception as error:
        raise ReglaRota(
            f"«{nombre}» viene mal formado. Ábralo en Excel o LibreOffice, guárdelo como .xlsx y "
            "vuelva a elegirlo."
        ) from error
    exigir(bool(hojas), f"«{nombre}» no trae ninguna hoja.")
    return Libro(nombre, hojas)


def _hoja(hoja: Any) -> Hoja:
    filas: list[list[Celda]] = []
    for fila in hoja.iter(f"{_SS}Row"):
        lugar = int(fila.get(f"{_SS}Index", len(filas) + 1))
        exigir(len(filas) < lugar <= MAX_FILAS, "La planilla tiene demasiadas filas.")
        filas += [[] for _ in range(lugar - 1 - len(filas))]
        filas.append(_fila(fila))
    return armar_hoja(hoja.get(_TITULO) or "Hoja", filas)


def _fila(fila: Any) -> list[Celda]:
    celdas: list[Celda] = []
    for celda in fila.iter(f"{_SS}Cell"):
        lugar = int(celda.get(f"{_SS}Index", len(celdas) + 1))
        ancho = 1 + int(celda.get(f"{_SS}MergeAcross", 0))
        exigir(
            len(celdas) < lugar and lugar + ancho <= MAX_COLUMNAS + 2,
            "La planilla tiene demasiadas columnas. Elija menos variables en SINIM.",
        )
        celdas += [None] * (lugar - 1 - len(celdas))
        celdas += [_valor(celda)] * ancho
    return celdas


def _valor(celda: Any) -> Celda:
    dato = celda.find(f"{_SS}Data")
    texto = "".join(dato.itertext()).strip() if dato is not None else ""
    if not texto:
        return None
    if dato.get(f"{_SS}Type") == "Number":
        try:
            return float(texto)
        except ValueError:
            return texto
    return _sin_doble_codificacion(texto)


def _sin_doble_codificacion(texto: str) -> str:
    """SINIM a veces entrega UTF-8 leído como latin-1 («ParticipaciÃ³n»)."""
    try:
        return texto.encode("latin-1").decode("utf-8") if "Ã" in texto else texto
    except UnicodeError:
        return texto
