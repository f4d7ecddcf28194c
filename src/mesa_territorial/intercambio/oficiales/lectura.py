"""De un archivo oficial a sus indicadores posibles y sus campamentos, sin tocar la Mesa."""

from collections.abc import Iterator, Sequence

from mesa_territorial.analisis.frases import contar
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.libro import Celda, Hoja
from mesa_territorial.intercambio.oficiales.apertura import abrir_oficial
from mesa_territorial.intercambio.oficiales.archivo import ArchivoOficial, Campamento, Candidato
from mesa_territorial.intercambio.oficiales.catastro import es_catastro, leer_catastro
from mesa_territorial.intercambio.oficiales.conocidas import (
    Ficha,
    anio_de,
    codigo_de,
    es_extremo,
    reconocer,
    titulo_comparable,
)
from mesa_territorial.intercambio.oficiales.tabla import TablaComunal, buscar_tabla, numeros_de

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
_SIN_CUT = (
    "«{}» no trae una columna con el código de comuna (CUT). Se cruza por código y nunca por "
    "nombre, porque varias comunas tienen dos grafías: baje la versión que lo incluye."
)


def leer_oficial(nombre: str, contenido: bytes) -> ArchivoOficial:
    """Lo que el archivo puede aportar a una ficha territorial.

    Levanta ``ReglaRota`` si no se puede leer, si no trae códigos de comuna o si no hay en él
    ningún indicador ni campamento.
    """
    libro, avisos = abrir_oficial(nombre, contenido)
    candidatos: list[Candidato] = []
    campamentos: list[Campamento] = []
    dichos, hay_tabla, anio = list(avisos), False, None
    for hoja in libro.hojas:
        tabla = buscar_tabla(hoja)
        hay_tabla = hay_tabla or tabla is not None
        if tabla is None:
            continue
        if es_catastro(tabla):
            campamentos += leer_catastro(tabla)
            anio = anio_de(nombre, tabla.arriba, tabla.hoja)
        elif tabla.una_fila_por_comuna:
            candidatos += _candidatos(tabla, nombre)
        else:
            dichos.append(_repite(hoja))
    exigir(hay_tabla, _SIN_CUT.format(nombre))
    exigir(
        bool(candidatos or campamentos),
        f"«{nombre}» no trae números por comuna. " + " ".join(dichos),
    )
    return ArchivoOficial(
        nombre=nombre,
        candidatos=tuple(candidatos),
        campamentos=tuple(campamentos),
        anio_del_catastro=anio,
        avisos=tuple(dichos),
    )


def _repite(hoja: Hoja) -> str:
    return (
        f"La hoja «{hoja.nombre}» tiene varias filas por comuna (por edad o por año) y no se leyó: "
        "use la que trae una fila por comuna."
    )


def _candidatos(tabla: TablaComunal, archivo: str) -> Iterator[Candidato]:
    anio = anio_de(tabla.arriba, archivo)
    for columna, titulo in enumerate(tabla.titulos):
        if columna == tabla.columna_cut or not _puede_ser(titulo):
            continue
        celdas = [fila[columna] for _, fila in tabla.filas]
        numeros, ilegibles, de_miles = numeros_de(celdas)
        if sum(n is not None for n in numeros) < MINIMO_DE_NUMEROS:
            continue
        yield _candidato(tabla, columna, anio, numeros, _avisos(numeros, ilegibles, de_miles))


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
    return Candidato(
        clave=f"{tabla.hoja}|{columna}",
        codigo=codigo_de(titulo, encima),
        nombre=ficha.nombre,
        unidad=ficha.unidad,
        anio=ficha.anio,
        fuente=ficha.fuente,
        hoja=tabla.hoja,
        valores=_por_cut(tabla, numeros, factor),
        minimos=_por_cut(tabla, extremos.get("minimo", ()), factor),
        maximos=_por_cut(tabla, extremos.get("maximo", ()), factor),
        avisos=avisos,
    )


def _ficha(tabla: TablaComunal, titulo: str, encima: str, anio: int | None) -> Ficha:
    if _es_del_censo(tabla) and titulo_comparable(titulo) in ("hombres", "mujeres"):
        titulo = f"pob_{titulo}"
    conocida = reconocer(titulo, encima, anio)
    propio = anio_de(titulo) or anio
    return conocida or Ficha(" ".join((encima or titulo).split())[:200], "", "", propio)


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
