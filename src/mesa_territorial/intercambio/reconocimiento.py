"""Qué hay en una hoja: dónde está el encabezado, qué forma tiene y qué es cada columna."""

from collections.abc import Mapping, Sequence
from typing import Literal

from rapidfuzz import fuzz

from mesa_territorial.dominio.actores import LARGO_NOMBRE, nombre_comparable
from mesa_territorial.intercambio.libro import (
    MAX_COLUMNAS,
    Celda,
    Fila,
    Hoja,
    esta_vacia,
    texto_de,
)
from mesa_territorial.intercambio.sinonimos import COLUMNAS_DE_ACTOR, COLUMNAS_DE_RELACION

Forma = Literal["actores", "relaciones", "matriz", "netmap"]
FORMAS: tuple[Forma, ...] = ("actores", "relaciones", "matriz", "netmap")
_FILAS_MIRADAS = 30
_MENOR_MATRIZ = 2
_PARECIDO_MINIMO = 86
_LARGO_PARA_PARECIDO = 4
# Lo que una lista de actores dice y una transcripción de Net-Map no.
_PROPIO_DE_ACTORES = frozenset(("influencia", "interes", "legitimidad", "urgencia"))


def sugerir_encabezado(hoja: Hoja) -> int:
    """El índice (desde 0) de la fila que parece el encabezado, entre las primeras 30."""
    miradas = hoja.filas[:_FILAS_MIRADAS]
    puntajes = [_puntaje_de_encabezado(hoja, i) for i in range(len(miradas))]
    return puntajes.index(max(puntajes)) if puntajes else 0


def _puntaje_de_encabezado(hoja: Hoja, indice: int) -> float:
    distintos = {_comparable(c) for c in hoja.filas[indice] if isinstance(c, str) and c.strip()}
    if not distintos:
        return -1.0
    reconocidas = max(
        len(set(_emparejar(tuple(distintos), columnas).values()))
        for columnas in (COLUMNAS_DE_ACTOR, COLUMNAS_DE_RELACION)
    )
    es_matriz = len(nombres_de_matriz(hoja, indice)) > 1
    lleno = len(distintos) / max(1, len(hoja.filas[indice]))
    return reconocidas + (50 if es_matriz else 0) + lleno / 2


def nombres_de_matriz(hoja: Hoja, fila_encabezado: int) -> dict[int, str]:
    """Las columnas que llevan por título a un actor de la primera columna, con su título.

    Vacío si la hoja no es una matriz de actor por actor: al menos la mitad de los títulos, y dos,
    tienen que estar también en la columna de nombres.
    """
    encabezado = hoja.filas[fila_encabezado]
    # Una matriz no tiene más filas que columnas: no hace falta mirar toda una lista larga.
    cuerpo = hoja.filas[fila_encabezado + 1 : fila_encabezado + 1 + MAX_COLUMNAS]
    de_nombres = columna_de_nombres(encabezado, cuerpo)
    titulos = {
        i: texto_de(c) for i, c in enumerate(encabezado) if i > de_nombres and not esta_vacia(c)
    }
    if len(titulos) < _MENOR_MATRIZ:
        return {}
    lado = {_comparable(fila[de_nombres]) for fila in cuerpo if not esta_vacia(fila[de_nombres])}
    comunes = sum(_comparable(titulo) in lado for titulo in titulos.values())
    return titulos if comunes >= _MENOR_MATRIZ and comunes * 2 >= len(titulos) else {}


def _comparable(celda: Celda) -> str:
    """La celda para comparar nombres; lo que pasa del largo de un nombre no se mira."""
    return nombre_comparable(texto_de(celda)[:LARGO_NOMBRE])


def columna_de_nombres(encabezado: Fila, cuerpo: Sequence[Fila]) -> int:
    """La primera columna con algún texto bajo el encabezado."""
    for columna in range(len(encabezado)):
        if any(isinstance(f[columna], str) and f[columna] for f in cuerpo[:_FILAS_MIRADAS]):
            return columna
    return 0


def reconocer(hoja: Hoja, fila_encabezado: int) -> Forma:
    """La forma de la hoja: lista de actores, de relaciones, matriz con nombres o Net-Map."""
    if not hoja.filas:
        return "actores"
    if nombres_de_matriz(hoja, fila_encabezado):
        return "matriz"
    encabezados = hoja.filas[fila_encabezado]
    if {"de", "hacia"} <= set(sugerir_columnas(encabezados, "relaciones").values()):
        return "relaciones"
    campos = set(sugerir_columnas(encabezados, "actores").values())
    es_netmap = "torre" in campos and not campos & _PROPIO_DE_ACTORES
    return "netmap" if es_netmap else "actores"


def sugerir_columnas(encabezados: Sequence[Celda], forma: Forma) -> dict[int, str]:
    """De columna (desde 0) a campo, por sinónimos y parecido; cada campo a lo más una vez.

    En una matriz, la primera columna con título o sin él es ``de`` y las demás ``hacia``.
    """
    if forma == "matriz":
        return _columnas_de_matriz(encabezados)
    textos = [_comparable(c) for c in encabezados]
    columnas = COLUMNAS_DE_RELACION if forma == "relaciones" else COLUMNAS_DE_ACTOR
    pares = _emparejar(textos, columnas)
    if forma == "netmap" and "torre" not in pares.values():
        # En Net-Map, «influencia» y «poder» son la altura de la torre.
        pares = {i: "torre" if campo == "influencia" else campo for i, campo in pares.items()}
    return pares


def _columnas_de_matriz(encabezados: Sequence[Celda]) -> dict[int, str]:
    con_titulo = [i for i, celda in enumerate(encabezados) if not esta_vacia(celda)]
    de = con_titulo[0] - 1 if con_titulo and con_titulo[0] > 0 else 0
    return {de: "de", **{i: "hacia" for i in con_titulo if i > de}}


def _emparejar(textos: Sequence[str], columnas: Mapping[str, tuple[str, ...]]) -> dict[int, str]:
    """Reparte primero las coincidencias más seguras; si empatan, gana la de la izquierda."""
    puntajes = (
        (_parecido(texto, palabras), -i, campo)
        for i, texto in enumerate(textos)
        if texto
        for campo, palabras in columnas.items()
    )
    pares: dict[int, str] = {}
    for puntaje, menos_i, campo in sorted(puntajes, key=lambda p: p[:2], reverse=True):
        libre = -menos_i not in pares and campo not in pares.values()
        if puntaje >= _PARECIDO_MINIMO and libre:
            pares[-menos_i] = campo
    return dict(sorted(pares.items()))


def _parecido(texto: str, palabras: tuple[str, ...]) -> float:
    """De 0 a 100; una coincidencia exacta vale más mientras antes esté en la lista."""
    limpio = " ".join(texto.replace("_", " ").replace("*", " ").strip(" :?¿.").split())
    if limpio in palabras:
        return 100 - palabras.index(limpio) / len(palabras)
    if len(limpio) < _LARGO_PARA_PARECIDO:
        return 0.0
    largas = (p for p in palabras if len(p) >= _LARGO_PARA_PARECIDO)
    return max((min(98.0, fuzz.ratio(limpio, palabra)) for palabra in largas), default=0.0)
