"""Encontrar la tabla por comuna dentro de una hoja: dónde está el CUT y dónde los títulos."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mesa_territorial.casos.division import comunas
from mesa_territorial.intercambio.libro import Celda, Fila, Hoja, esta_vacia, texto_de
from mesa_territorial.intercambio.valores import numero_de

COLUMNAS_MIRADAS = 16
MINIMO_DE_FILAS = 3
_CUT_SIN_CERO = re.compile(r"\d{4,5}")
# Más decimales de los que alguien escribe, o notación científica: así salen de un programa.
_LARGO = re.compile(r"[+-]?\d{1,15}[.,]\d{1,40}(?:[eE][+-]?\d{1,2})?")
_DE_MILES = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class TablaComunal:
    """Las filas con un CUT conocido. ``titulos`` es el encabezado y ``encima``, la fila anterior.

    ``arriba`` es el texto que va antes de la tabla (título del cuadro, notas).
    """

    hoja: str
    titulos: tuple[str, ...]
    encima: tuple[str, ...]
    arriba: str
    filas: tuple[tuple[str, Fila], ...]
    columna_cut: int

    @property
    def una_fila_por_comuna(self) -> bool:
        """Si ninguna comuna se repite."""
        return len({cut for cut, _ in self.filas}) == len(self.filas)


@cache
def _cuts() -> frozenset[str]:
    return frozenset(c.cut for c in comunas())


def cut_de(celda: Celda) -> str:
    """El CUT de una celda, con el cero que pierde al leerse como número; vacío si no es uno.

    >>> cut_de(5101), cut_de("05101"), cut_de("Total país")
    ('05101', '05101', '')
    """
    texto = texto_de(celda)
    if isinstance(celda, float) and celda.is_integer():
        texto = str(int(celda))
    cut = texto.zfill(5) if _CUT_SIN_CERO.fullmatch(texto) else ""
    return cut if cut in _cuts() else ""


def buscar_tabla(hoja: Hoja) -> TablaComunal | None:
    """La tabla por comuna de la hoja; ``None`` si no hay una columna con códigos de comuna."""
    columna = _columna_de_cut(hoja.filas)
    if columna is None:
        return None
    filas = hoja.filas
    buenas = [(i, cut) for i, f in enumerate(filas) if (cut := cut_de(f[columna]))]
    encabezado = _encabezado(filas, buenas[0][0], columna)
    return TablaComunal(
        hoja=hoja.nombre,
        titulos=_textos(filas, encabezado),
        encima=_textos(filas, encabezado - 1),
        arriba=" ".join(texto_de(c) for f in filas[: max(0, encabezado)] for c in f if c),
        filas=tuple((cut, filas[i]) for i, cut in buenas),
        columna_cut=columna,
    )


def _columna_de_cut(filas: Sequence[Fila]) -> int | None:
    """La columna con más códigos de comuna, si son al menos tres y la mayoría de sus celdas."""
    ancho = min(COLUMNAS_MIRADAS, len(filas[0]) if filas else 0)
    cuentas = [_cuts_en([f[c] for f in filas]) for c in range(ancho)]
    mejor = max(cuentas, default=0)
    return cuentas.index(mejor) if mejor >= MINIMO_DE_FILAS else None


def _cuts_en(celdas: Sequence[Celda]) -> int:
    """Cuántas celdas son códigos de comuna; cero si la mayoría de las llenas no lo son."""
    llenas = sum(not esta_vacia(c) for c in celdas)
    buenas = sum(bool(cut_de(c)) for c in celdas)
    return buenas if buenas * 2 >= llenas else 0


def _encabezado(filas: Sequence[Fila], primera: int, columna: int) -> int:
    """La última fila antes de los datos que tiene texto sobre la columna del código."""
    antes = (i for i in range(primera - 1, -1, -1) if _es_titulo(filas[i][columna]))
    return next(antes, primera - 1)


def _es_titulo(celda: Celda) -> bool:
    return isinstance(celda, str) and bool(celda.strip()) and numero_de(celda) is None


def _textos(filas: Sequence[Fila], indice: int) -> tuple[str, ...]:
    if indice < 0:
        return ("",) * len(filas[0])
    return tuple(" ".join(texto_de(c).split()) for c in filas[indice])


def numeros_de(celdas: Sequence[Celda]) -> tuple[list[float | None], int, bool]:
    """Los números de una columna, cuántas celdas no se entienden y si el punto separa miles.

    Un punto separa miles sólo si todas las celdas con punto tienen esa forma («284.938»).
    """
    de_miles = _el_punto_separa_miles(celdas)
    numeros = [_numero(c, de_miles) for c in celdas]
    ilegibles = sum(n is None and not esta_vacia(c) for n, c in zip(numeros, celdas, strict=True))
    return numeros, ilegibles, de_miles


def _numero(celda: Celda, de_miles: bool) -> float | None:
    if de_miles and isinstance(celda, str):
        celda = celda.replace(".", "")
    if isinstance(celda, str):
        celda = celda.strip().removesuffix("%").strip()
    valor = numero_de(celda)
    if valor is None and isinstance(celda, str) and _LARGO.fullmatch(celda):
        valor = float(celda.replace(",", "."))
    return None if valor is None else float(valor)


def _el_punto_separa_miles(celdas: Sequence[Celda]) -> bool:
    textos = list(_con_texto(celdas))
    con_punto = [t for t in textos if "." in t]
    sin_punto = [t for t in textos if t.isdigit()]
    cortos = all(len(t) <= 3 for t in sin_punto)
    return bool(con_punto) and cortos and all(_DE_MILES.fullmatch(t) for t in con_punto)


def _con_texto(celdas: Sequence[Celda]) -> Iterator[str]:
    return (c.strip() for c in celdas if isinstance(c, str) and c.strip())
