"""Lectura de planillas: buenas, raras y malintencionadas."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from intercambio.ayudas import xlsx_con
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio import leer_archivo
from mesa_territorial.intercambio.formulas import desproteger, proteger

FILAS = [["Nombre", "Interés"], ["FOSIS", 5], ["Ñuñoa & Cía.", 3.5]]


def _rearmar(contenido: bytes, **cambios: bytes) -> bytes:
    """El mismo zip con otras partes, por su nombre."""
    nuevos = dict(cambios)
    memoria = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contenido)) as viejo, zipfile.ZipFile(memoria, "w", 8) as nuevo:
        for parte in viejo.namelist():
            nuevo.writestr(parte, nuevos.pop(parte, viejo.read(parte)))
        for parte, valor in nuevos.items():
            nuevo.writestr(parte, valor)
    return memoria.getvalue()


def _ods(filas: list[list[object]]) -> bytes:
    documento = OpenDocumentSpreadsheet()
    tabla = Table(name="Actores")
    for fila in filas:
        renglon = TableRow()
        for valor in fila:
            if isinstance(valor, str):
                celda = TableCell(valuetype="string")
                celda.addElement(P(text=valor))
            else:
                celda = TableCell(valuetype="float", value=str(valor))
            renglon.addElement(celda)
        tabla.addElement(renglon)
    documento.spreadsheet.addElement(tabla)
    memoria = io.BytesIO()
    documento.save(memoria)
    return memoria.getvalue()


def test_un_xlsx_se_lee_con_sus_tipos():
    libro = leer_archivo("lista.xlsx", xlsx_con(Actores=FILAS))

    assert libro.hojas[0].nombre == "Actores"
    assert libro.hojas[0].filas == (("Nombre", "Interés"), ("FOSIS", 5), ("Ñuñoa & Cía.", 3.5))


def test_un_ods_se_lee_igual_que_un_xlsx():
    filas = leer_archivo("lista.ods", _ods(FILAS)).hojas[0].filas

    assert filas == (("Nombre", "Interés"), ("FOSIS", 5), ("Ñuñoa & Cía.", 3.5))


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separador", [";", ",", "\t"])
def test_un_csv_se_lee_con_cualquier_codificacion_y_separador(codificacion, separador):
    lineas = [["Institución", "Interés"], ["Ñuñoa", "3"], ["Viña", "5"]]
    texto = "\r\n".join(separador.join(linea) for linea in lineas)

    hoja = leer_archivo("lista.csv", texto.encode(codificacion)).hojas[0]

    assert hoja.filas == (("Institución", "Interés"), ("Ñuñoa", "3"), ("Viña", "5"))


def test_un_csv_con_coma_decimal_se_separa_por_punto_y_coma():
    texto = "Nombre;Interés\nFOSIS;3,5\nSERVIU;4,0\n"

    assert leer_archivo("a.csv", texto.encode()).hojas[0].filas[1] == ("FOSIS", "3,5")


def test_la_linea_sep_de_excel_no_corre_los_numeros_de_fila():
    hoja = leer_archivo("a.csv", b"sep=;\r\nNombre;Sector\r\nFOSIS;publico").hojas[0]

    assert hoja.filas[2] == ("FOSIS", "publico")


def test_las_celdas_combinadas_toman_la_superior_y_se_avisa():
    memoria = io.BytesIO()
    libro = xlsxwriter.Workbook(memoria)
    hoja = libro.add_worksheet("Lista")
    hoja.merge_range("A2:A3", "Público")
    hoja.write_column("B1", ["Nombre", "FOSIS", "SERVIU"])
    hoja.write("A1", "Sector")
    libro.close()

    leida = leer_archivo("a.xlsx", memoria.getvalue()).hojas[0]

    assert leida.filas[1:] == (("Público", "FOSIS"), ("Público", "SERVIU"))
    assert "A2:A3" in leida.avisos[0]


def test_las_hojas_marcadas_para_ignorar_no_se_leen():
    contenido = xlsx_con(**{"Notas (Ignorar)": [["x"]], "Lista": FILAS})

    assert [h.nombre for h in leer_archivo("a.xlsx", contenido).hojas] == ["Lista"]


def _libro_a1_xfd() -> bytes:
    hoja = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    return _cambiar_hoja(hoja.encode())


def _cambiar_hoja(hoja: bytes) -> bytes:
    return _rearmar(xlsx_con(Lista=FILAS), **{"xl/worksheets/sheet1.xml": hoja})


def _con_doctype(codificacion: str) -> bytes:
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    return _cambiar_hoja(xml.encode(codificacion))


def _bomba() -> bytes:
    return _rearmar(xlsx_con(Lista=FILAS), **{"xl/media/relleno.bin": b"\x00" * 60_000_000})


def _con_muchas_entradas() -> bytes:
    return _rearmar(xlsx_con(Lista=FILAS), **{f"xl/a{i}.bin": b"x" for i in range(500)})


def _cifrado(nombre: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100 + nombre


MALOS = {
    "vacio": (lambda: b"", "está vacío"),
    "pesado": (lambda: b"a;b\n" * 1_400_000, "más de 5 MB"),
    "a1_xfd": (_libro_a1_xfd, "más de 5.000 filas"),
    "doctype": (lambda: _con_doctype("utf-8"), "por seguridad"),
    "doctype_utf16": (lambda: _con_doctype("utf-16"), "por seguridad"),
    "bomba": (_bomba, "se infla demasiado"),
    "entradas": (_con_muchas_entradas, "se infla demasiado"),
    "filas": (lambda: xlsx_con(Lista=[["x"]] * 5_001), "más de 5.000 filas"),
    "columnas": (lambda: xlsx_con(Lista=[["x"] * 201]), "más de 200 columnas"),
    "cifrado": (lambda: _cifrado("EncryptedPackage".encode("utf-16-le")), "contraseña"),
    "antiguo": (lambda: _cifrado("Workbook".encode("utf-16-le")), "guárdelo como .xlsx"),
    "pdf": (lambda: b"%PDF-1.7 ...", "es un PDF"),
    "web": (lambda: b"<html><table></table></html>", "página web"),
    "cortado": (lambda: xlsx_con(Lista=FILAS)[:-200], "dañado"),
    "hoja_rota": (lambda: _cambiar_hoja(b"<worksheet><sheetData><row>"), "dañado"),
    "sin_datos": (lambda: xlsx_con(Lista=[[None]]), "no tiene datos"),
    "binario": (lambda: bytes(range(256)) * 50, "no es una planilla"),
}


@pytest.mark.parametrize("caso", MALOS)
def test_un_archivo_malo_se_rechaza_con_una_frase_clara(caso):
    fabricar, frase = MALOS[caso]

    with pytest.raises(ReglaRota) as regla:
        leer_archivo("lista.xlsx", fabricar())

    assert frase in str(regla.value)
    assert "«" in str(regla.value)


def test_un_xls_se_rechaza_diciendo_como_guardarlo():
    with pytest.raises(ReglaRota, match=r"guárdelo como \.xlsx"):
        leer_archivo("lista.XLS", b"cualquier cosa")


def test_una_formula_entra_por_su_valor_y_nunca_como_formula():
    libro = openpyxl.Workbook()
    libro.active.append(["Nombre", "=1+1"])
    memoria = io.BytesIO()
    libro.save(memoria)

    assert leer_archivo("a.xlsx", memoria.getvalue()).hojas[0].filas == (("Nombre",),)


@pytest.mark.parametrize("texto", ["=1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "'=1", "''=1"])
def test_lo_que_parece_formula_se_protege_y_se_recupera(texto):
    protegido = proteger(texto)

    assert protegido == f"'{texto}"
    assert desproteger(protegido) == texto
