"""Planillas dañadas a propósito, con semilla: la misma semilla da siempre los mismos archivos."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

from intercambio.ayudas import actor, contador, mesa_con, xlsx_con
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio import (
    Supuestos,
    aplicar,
    exportar_xlsx,
    leer_archivo,
    plantilla,
    reconocer,
    revisar,
    sugerir_columnas,
    sugerir_encabezado,
)

_FICHAS = (
    b"<!DOCTYPE x>", b"<!ENTITY a 'b'>", b"&#0;", b"&a;", b'r="1048576"', b"XFD1048576", b"1e999",
    b"NaN", b"-1", b"99999999999999999999", b"\x00", b'"', b"'", b";", b"\r", b"\n", b"<c>",
    b"</row>", b"=cmd|'/C calc'!A0", b'number-columns-repeated="16384"',
    b'number-rows-repeated="1048576"',
    b'number-columns-repeated="-5"', b'<mergeCell ref="A1:XFD1048576"/>', b't="s"', b't="d"',
    b"<v>7</v>", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"sep=|\n", "＝1".encode(),
    b'office:value-type="float"', b"<v>1e308</v>", b"_xD800_", b"xl/worksheets/sheet9.xml",
    b'office:value="x"',
)  # fmt: skip
_FILAS = [
    ["Institución", "Sector", "Interés", "Estado", "Nota"],
    ["FOSIS Valparaíso", "público", 5, "integra", "convoca"],
    ["Junta de Vecinos N° 5", "ONG", 3, "contactado", "=1+1"],
    ["Universidad de la Costa", "academia", 2.5, "", "ñandú"],
    ["Constructora del Sur", "empresa", "alto", "declina", None],
]
_MATRIZ = [
    ["", "FOSIS", "SERVIU", "Los Pinos"],
    ["FOSIS", 0, 2, 3],
    ["SERVIU", 1, 0, 0],
    ["Los Pinos", 3, 1, 0],
]


def mesa_base() -> Mesa:
    """La Mesa contra la que se revisa todo."""
    return mesa_con(actor("a", "FOSIS", interes=3), actor("b", "Los Pinos", Sector.SOCIEDAD_CIVIL))


@cache
def bases() -> tuple[tuple[str, bytes], ...]:
    """Los archivos sanos de donde salen los mutados."""
    largas = [
        _FILAS[0],
        *([f"Actor {i}", "público", i % 5 + 1, "", "x" * 40] for i in range(1_500)),
    ]
    texto = "\r\n".join(";".join(str(c).replace(".", ",") for c in fila) for fila in _FILAS)
    return (
        (
            "lista.xlsx",
            xlsx_con(Lista=_FILAS, Relaciones=[["De", "Hacia"], ["FOSIS", "Los Pinos"]]),
        ),
        ("mesa.xlsx", exportar_xlsx(mesa_base())),
        ("plantilla.xlsx", plantilla()),
        ("matriz.xlsx", xlsx_con(Matriz=_MATRIZ)),
        ("larga.xlsx", xlsx_con(Lista=largas)),
        ("lista.ods", _ods(_FILAS)),
        ("matriz.ods", _ods(_MATRIZ)),
        ("lista.csv", texto.encode("cp1252")),
        ("lista8.csv", texto.encode("utf-8-sig")),
        ("lista16.csv", texto.encode("utf-16")),
        ("comas.csv", texto.replace(";", "\t").encode()),
    )


def _ods(filas: list[list[object]]) -> bytes:
    documento = OpenDocumentSpreadsheet()
    tabla = Table(name="Hoja1")
    for fila in filas:
        renglon = TableRow()
        for valor in fila:
            es_numero = isinstance(valor, int | float)
            celda = TableCell(valuetype="float", value=str(valor)) if es_numero else TableCell()
            if not es_numero:
                celda.addElement(P(text=str(valor or "")))
            renglon.addElement(celda)
        tabla.addElement(renglon)
    documento.spreadsheet.addElement(tabla)
    memoria = io.BytesIO()
    documento.save(memoria)
    return memoria.getvalue()


def mutar(numero: int, semilla: int = 2026) -> tuple[str, bytes]:
    """El archivo mutado ``numero``: su nombre y sus bytes."""
    azar = random.Random(semilla * 1_000_003 + numero)
    nombre, contenido = bases()[numero % len(bases())]
    if nombre.endswith(".csv") or azar.random() < 0.2:
        return nombre, _mutar_bytes(contenido, azar)
    return nombre, _mutar_partes(contenido, azar)


def danar(contenido: bytes, azar: random.Random) -> bytes:
    """Los mismos bytes con unos daños; un libro comprimido se daña casi siempre por dentro."""
    comprimido = contenido.startswith(b"PK") and azar.random() > 0.2
    return _mutar_partes(contenido, azar) if comprimido else _mutar_bytes(contenido, azar)


def _mutar_bytes(contenido: bytes, azar: random.Random) -> bytes:
    for _ in range(azar.randint(1, 6)):
        contenido = azar.choice(_MUTACIONES)(contenido, azar)
    return contenido


def _mutar_partes(contenido: bytes, azar: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(contenido)) as viejo:
        partes = {nombre: viejo.read(nombre) for nombre in viejo.namelist()}
    for nombre in azar.sample(sorted(partes), azar.randint(1, min(3, len(partes)))):
        if azar.random() < 0.1:
            del partes[nombre]
        else:
            partes[nombre] = _mutar_bytes(partes[nombre], azar)
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as nuevo:
        for nombre, parte in partes.items():
            nuevo.writestr(nombre, parte)
    return memoria.getvalue()


def _cambiar_bits(contenido: bytes, azar: random.Random) -> bytes:
    roto = bytearray(contenido or b"x")
    for _ in range(azar.randint(1, 8)):
        roto[azar.randrange(len(roto))] ^= 1 << azar.randrange(8)
    return bytes(roto)


def _cortar(contenido: bytes, azar: random.Random) -> bytes:
    return contenido[: azar.randint(0, len(contenido))]


def _quitar_un_trozo(contenido: bytes, azar: random.Random) -> bytes:
    desde = azar.randint(0, len(contenido))
    return contenido[:desde] + contenido[desde + azar.randint(1, 200) :]


def _repetir_un_trozo(contenido: bytes, azar: random.Random) -> bytes:
    desde = azar.randint(0, len(contenido))
    trozo = contenido[desde : desde + azar.randint(1, 2_000)]
    return contenido[:desde] + trozo * azar.choice((2, 3, 50, 2_000)) + contenido[desde:]


def _meter_una_ficha(contenido: bytes, azar: random.Random) -> bytes:
    # Entre marcas, para que el XML siga siendo legible la mitad de las veces.
    donde = azar.randint(0, len(contenido))
    if azar.random() < 0.5:
        donde = contenido.find(b">", donde) + 1
    return contenido[:donde] + azar.choice(_FICHAS) + contenido[donde:]


def _cambiar_un_numero(contenido: bytes, azar: random.Random) -> bytes:
    cifras = [i for i, byte in enumerate(contenido) if 48 <= byte <= 57]
    if not cifras:
        return contenido
    donde = azar.choice(cifras)
    nuevo = azar.choice((b"0", b"-1", b"1048576", b"999999999", b"1e9", b"x"))
    return contenido[:donde] + nuevo + contenido[donde + 1 :]


_MUTACIONES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cambiar_bits,
    _cortar,
    _quitar_un_trozo,
    _repetir_un_trozo,
    _meter_una_ficha,
    _meter_una_ficha,
    _cambiar_un_numero,
    _cambiar_un_numero,
)


def recorrer(nombre: str, contenido: bytes) -> str:
    """Lleva el archivo por todo el asistente: «leído», o «rechazado» con su frase.

    Cualquier otra excepción se escapa: es lo que se busca.
    """
    mesa = mesa_base()
    crear_id = contador()
    try:
        for hoja in leer_archivo(nombre, contenido).hojas:
            encabezado = sugerir_encabezado(hoja)
            forma = reconocer(hoja, encabezado)
            columnas = sugerir_columnas(hoja.filas[encabezado], forma) if hoja.filas else {}
            try:
                revision = revisar(
                    mesa, hoja, encabezado, columnas, forma=forma, archivo=nombre,
                    crear_id=crear_id, supuestos=Supuestos(sector=Sector.PRIVADO),
                )  # fmt: skip
                mesa = aplicar(mesa, revision, decisiones={})
            except ReglaRota as regla:
                _exigir_frase(str(regla))
    except ReglaRota as regla:
        _exigir_frase(str(regla))
        return "rechazado"
    return "leído"


def _exigir_frase(frase: str) -> None:
    assert frase.endswith((".", "?", ")"))
    assert "Traceback" not in frase
