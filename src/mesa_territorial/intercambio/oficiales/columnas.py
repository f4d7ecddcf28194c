"""De cada columna de una tabla por comuna a un indicador posible, con su intervalo si lo trae."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mesa_territorial.analisis.frases import contar
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.oficiales.archivo import Candidato
from mesa_territorial.intercambio.oficiales.conocidas import (
    Ficha,
    anio_de,
    codigo_de,
    es_extremo,
    reconocer,
    sin_anio,
    titulo_comparable,
)
from mesa_territorial.intercambio.oficiales.diccionario import A_SECAS
from mesa_territorial.intercambio.oficiales.tabla import TablaComunal, numeros_de

MINIMO_DE_CONOCIDAS = 5
"""Con tantas columnas conocidas, la planilla es la que parece."""
DECIMALES = 4
"""Con cuántos decimales se guarda lo importado."""
MINIMO_DE_NUMEROS = 3
_NO_SON_INDICADOR = frozenset(
    [
        "cut",
        "codigo",
        "cut",
        "comuna",
        "codigo",
        "comuna",
        "cut",
        "region",
        "codigo",
        "region",
        "region",
        "cut",
        "provincia",
        "comuna",
        "lat",
        "lon",
        "orden",
        "norte",
        "sur",
        "id",
        "objectid",
    ]
) | {"codigo comuna", "cut comuna", "cut region", "codigo region", "codigo provincia"}


def leer_columnas(tabla: TablaComunal, archivo: str) -> Iterator[Candidato]:
    """Los indicadores posibles de una tabla con una fila por comuna."""
    anio = anio_de(tabla.arriba, archivo) or _anio_de_los_titulos(tabla)
    for columna, titulo in enumerate(tabla.titulos):
        if columna == tabla.columna_cut or not _puede_ser(titulo):
            continue
        celdas = [fila[columna] for _, fila in tabla.filas]
        numeros, ilegibles, de_miles = numeros_de(celdas)
        if sum(n is not None for n in numeros) < MINIMO_DE_NUMEROS:
            continue
        yield _candidato(tabla, columna, anio, numeros, _avisos(numeros, ilegibles, de_miles))


def _anio_de_los_titulos(tabla: TablaComunal) -> int | None:
    """El año que dicen los títulos, si dicen uno solo."""
    anios = {anio_de(t) for t in tabla.titulos} - {None}
    return anios.pop() if len(anios) == 1 else None


def _puede_ser(titulo: str) -> bool:
    return (
        bool(titulo)
        and titulo_comparable(titulo) not in _NO_SON_INDICADOR
        and not es_extremo(titulo)
    )


def _avisos(numeros: Sequence[float | None], ilegibles: int, de_miles: bool) -> tuple[str, ...]:
    avisos = []
    if ilegibles:
        celdas = contar(ilegibles, "una celda", "celdas")
        avisos.append(f"{celdas} no dicen un número y quedan sin dato.".capitalize())
    if de_miles:
        mayor = max(n for n in numeros if n is not None)
        avisos.append(
            f"Se leyó el punto como separador de miles: el valor más alto es {mayor:.0f}."
        )
    return tuple(avisos)


def _candidato(
    tabla: TablaComunal,
    columna: int,
    anio: int | None,
    numeros: Sequence[float | None],
    avisos: tuple[str, ...],
) -> Candidato:
    titulo, encima = tabla.titulos[columna], tabla.encima[columna]
    ficha = _ficha(tabla, titulo, encima, anio)
    factor = _factor(ficha, numeros)
    extremos = _extremos(tabla, columna)
    sabido = {c: getattr(ficha, c) for c in ("nombre", "unidad", "anio", "fuente")}
    return Candidato(
        clave=f"{tabla.hoja}|{columna}",
        codigo=codigo_de(titulo, encima),
        hoja=tabla.hoja,
        valores=_por_cut(tabla, numeros, factor),
        minimos=_por_cut(tabla, extremos.get("minimo", ()), factor),
        maximos=_por_cut(tabla, extremos.get("maximo", ()), factor),
        avisos=avisos,
        **sabido,
    )


def _ficha(tabla: TablaComunal, titulo: str, encima: str, anio: int | None) -> Ficha:
    if _es_del_censo(tabla) and titulo_comparable(titulo) in ("hombres", "mujeres"):
        titulo = f"pob_{titulo}"
    conocida = reconocer(titulo, encima, anio)
    if conocida and _puede_ser_otra_cosa(tabla, titulo):
        conocida = replace(conocida, fuente="")
    propio = anio_de(titulo) or anio
    return conocida or Ficha(sin_anio(encima or titulo)[:200], "", "", propio)


def _puede_ser_otra_cosa(tabla: TablaComunal, titulo: str) -> bool:
    """«Hogares» a secas no dice de qué fuente es, salvo que venga con otras columnas conocidas."""
    conocidas = sum(reconocer(t) is not None for t in tabla.titulos)
    return sin_anio(titulo_comparable(titulo)) in A_SECAS and conocidas < MINIMO_DE_CONOCIDAS


def _es_del_censo(tabla: TablaComunal) -> bool:
    return any(titulo_comparable(t) == "poblacion censada" for t in tabla.titulos)


def _factor(ficha: Ficha, numeros: Sequence[float | None]) -> float:
    """100 si la fuente publica el porcentaje como proporción de 0 a 1, como la pobreza SAE."""
    hay = [n for n in numeros if n is not None]
    return 100.0 if ficha.nombre.startswith("Pobreza") and max(hay) <= 1 else 1.0


def _extremos(tabla: TablaComunal, columna: int) -> dict[str, Sequence[float | None]]:
    """Las columnas del intervalo: las que llevan el mismo nombre, o las que vienen a su derecha."""
    titulos = [titulo_comparable(t) for t in tabla.titulos]
    del_mismo = {
        i for i, t in enumerate(titulos) if es_extremo(t) and t.startswith(f"{titulos[columna]} ")
    }
    seguidas = []
    for i in range(columna + 1, len(titulos)):
        if titulos[i] not in ("limite inferior", "limite superior"):
            break
        seguidas.append(i)
    return {es_extremo(titulos[i]): _numeros(tabla, i) for i in (*seguidas, *sorted(del_mismo))}


def _numeros(tabla: TablaComunal, columna: int) -> Sequence[float | None]:
    celdas: list[Celda] = [fila[columna] for _, fila in tabla.filas]
    return numeros_de(celdas)[0]


def _por_cut(
    tabla: TablaComunal, numeros: Sequence[float | None], factor: float
) -> dict[str, float]:
    pares = zip(tabla.filas, numeros, strict=False)
    return {cut: round(n * factor, DECIMALES) for (cut, _), n in pares if n is not None}
