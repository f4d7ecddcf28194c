"""Archivos csv chilenos: con ``;``, con coma decimal y guardados por cualquier Excel."""

import codecs
import csv
import io
from collections import Counter

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.formulas import desproteger
from mesa_territorial.intercambio.libro import (
    MAX_FILAS,
    MAX_LETRAS_POR_CELDA,
    Celda,
    Libro,
    armar_hoja,
    exigir_tamano,
)

SEPARADORES = ";,\t"
_MUESTRA = 30
_SEPARADOR_DICHO = 5


def leer_csv(nombre: str, contenido: bytes) -> Libro:
    """El csv como un libro de una hoja; las celdas son textos.

    Prueba UTF-16 con su marca, UTF-8 y cp1252, en ese orden; el separador es el que da las
    filas más parejas. Levanta ``ReglaRota`` si no es texto o excede los límites.
    """
    texto = _decodificar(nombre, contenido)
    separador, texto = _separar_aviso(texto)
    filas = _filas(nombre, texto, separador or _separador_mas_parejo(texto))
    return Libro(nombre, (armar_hoja(_sin_extension(nombre), filas),))


def _sin_extension(nombre: str) -> str:
    return nombre.rsplit(".", 1)[0] or nombre


def _decodificar(nombre: str, contenido: bytes) -> str:
    if contenido.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        texto = contenido.decode("utf-16", errors="replace")
    else:
        try:
            texto = contenido.decode("utf-8-sig")
        except UnicodeDecodeError:
            # cp1252 deja cinco bytes sin letra; un archivo real no los usa.
            texto = contenido.decode("cp1252", errors="replace")
    ajenos = sum(1 for c in texto if (c < " " and c not in "\t\r\n\f") or c == "\ufffd")
    es_texto = "\x00" not in texto and ajenos * 20 <= len(texto)
    exigir(es_texto, f"«{nombre}» no es una planilla. Elija una planilla .xlsx, .ods o .csv.")
    return texto


def _separar_aviso(texto: str) -> tuple[str | None, str]:
    primera, _, resto = texto.partition("\n")
    dicho = primera.strip("\r")
    if dicho.lower().startswith("sep=") and len(dicho) == _SEPARADOR_DICHO:
        # La fila del aviso se conserva vacía: los números de fila son los que se ven.
        return dicho[4], "\n" + resto
    return None, texto


def _separador_mas_parejo(texto: str) -> str:
    return max(SEPARADORES, key=lambda separador: _parejura(texto, separador))


def _parejura(texto: str, separador: str) -> tuple[int, int]:
    """Cuántas filas de la muestra tienen el ancho más común (si es más de 1), y ese ancho."""
    try:
        lector = csv.reader(io.StringIO(texto, newline=""), delimiter=separador)
        anchos = Counter(len(fila) for fila, _ in zip(lector, range(_MUESTRA), strict=False))
    except csv.Error:
        return (0, 0)
    ancho, veces = max(
        ((a, n) for a, n in anchos.items() if a > 1),
        key=lambda par: (par[1], par[0]),
        default=(0, 0),
    )
    return (veces, ancho)


def _filas(nombre: str, texto: str, separador: str) -> list[list[Celda]]:
    filas: list[list[Celda]] = []
    try:
        for fila in csv.reader(io.StringIO(texto, newline=""), delimiter=separador):
            filas.append([_celda(dicho) for dicho in fila])
            if len(filas) > MAX_FILAS + 1_000:
                exigir_tamano(nombre, len(filas), 0)
    except csv.Error as error:
        raise ReglaRota(
            f"«{nombre}» tiene una celda mal cerrada cerca de la fila {len(filas) + 1}: revise "
            "las comillas, o guárdelo como .xlsx."
        ) from error
    return filas


def _celda(texto: str) -> Celda:
    return desproteger(texto)[:MAX_LETRAS_POR_CELDA] if texto.strip() else None
