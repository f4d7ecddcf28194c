"""Tablas, recuadros, campos y firmas en Word."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from mesa_territorial.intercambio.escritos.modelo import Aviso, Campos, Firma, Firmas, Tabla
from mesa_territorial.intercambio.escritos.palabras import COLORES, RAYA, titulo_de
from mesa_territorial.intercambio.escritos.texto import Texto, negrita, trozos
from mesa_territorial.intercambio.escritos.word_marcas import (
    bordear,
    elemento,
    escribir_en,
    no_partir,
    pintar_fondo,
    repetir_encabezado,
)


def poner_tabla(documento: Any, tabla: Tabla, ancho: float) -> None:
    """La tabla con su título y su nota; el encabezado se repite en cada hoja."""
    if tabla.titulo:
        titulo = documento.add_paragraph()
        titulo.paragraph_format.keep_with_next = True
        escribir_en(titulo, (negrita(tabla.titulo),))
    partes = tabla.anchos or [1.0] * len(tabla.columnas)
    anchos = [ancho * parte / sum(partes) for parte in partes]
    cuadro = _cuadro(documento, 1 + len(tabla.filas), anchos)
    repetir_encabezado(cuadro.rows[0])
    for fila, textos in zip(cuadro.rows, (tabla.columnas, *tabla.filas), strict=True):
        _poner_fila(fila, textos, tabla.derecha, encabeza=fila._index == 0)
    nota = documento.add_paragraph(style="Caption")
    escribir_en(nota, tabla.nota)


def _cuadro(documento: Any, filas: int, anchos: Sequence[float]) -> Any:
    cuadro = documento.add_table(rows=filas, cols=len(anchos))
    cuadro.alignment, cuadro.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for columna, ancho in zip(cuadro.columns, anchos, strict=True):
        columna.width = Mm(ancho)
    _margenes(cuadro)
    return cuadro


def _margenes(cuadro: Any) -> None:
    caja = elemento("tblCellMar")
    for lado, valor in (("top", 50), ("left", 90), ("bottom", 50), ("right", 90)):
        caja.append(elemento(lado, w=str(valor), type="dxa"))
    # El formato exige este orden; Word no abre un archivo que no lo respete.
    cuadro._tbl.tblPr.find(qn("w:tblLook")).addprevious(caja)


def _poner_fila(
    fila: Any, textos: Sequence[Texto], derecha: Sequence[int], *, encabeza: bool
) -> None:
    for numero, (celda, texto) in enumerate(zip(fila.cells, textos, strict=True)):
        bordear(celda, {"bottom": ("linea", 4)})
        if encabeza:
            pintar_fondo(celda, "acento_suave")
        parrafo = _primer_parrafo(celda)
        parrafo.alignment = WD_ALIGN_PARAGRAPH.RIGHT if numero in derecha else None
        escribir_en(parrafo, texto, negrita=encabeza)
        for corrida in parrafo.runs:
            corrida.font.size = Pt(9.5)


def _primer_parrafo(celda: Any) -> Any:
    parrafo = celda.paragraphs[0]
    parrafo.paragraph_format.space_after = Pt(0)
    return parrafo


def poner_aviso(documento: Any, aviso: Aviso, ancho: float) -> None:
    """Un recuadro con raya y fondo; su título dice el tono con palabras."""
    raya, fondo = COLORES[aviso.tono]
    celda = _cuadro(documento, 1, [ancho]).rows[0].cells[0]
    bordear(celda, {"left": (raya, 24)})
    pintar_fondo(celda, fondo)
    parrafo = _primer_parrafo(celda)
    escribir_en(parrafo, (negrita(titulo_de(aviso)),))
    if trozos(aviso.texto):
        parrafo = celda.add_paragraph()
        parrafo.paragraph_format.space_after = Pt(0)
        escribir_en(parrafo, aviso.texto)
    _respirar(documento)


def _respirar(documento: Any) -> None:
    documento.add_paragraph().paragraph_format.space_after = Pt(2)


def poner_campos(documento: Any, campos: Campos, ancho: float) -> None:
    """Rótulo y valor por fila; sin valor, una raya para escribirlo a mano."""
    if not campos.filas:
        return
    cuadro = _cuadro(documento, len(campos.filas), [ancho * 0.32, ancho * 0.68])
    for fila, (rotulo, valor) in zip(cuadro.rows, campos.filas, strict=True):
        izquierda, derecha = fila.cells
        escribir_en(_primer_parrafo(izquierda), (negrita(rotulo),), color="tinta_2")
        escribir_en(_primer_parrafo(derecha), valor if trozos(valor) else RAYA)
    _respirar(documento)


def poner_firmas(documento: Any, firmas: Firmas, ancho: float) -> None:
    """Dos firmas por fila; ninguna fila se parte entre hojas."""
    if not firmas.firmas:
        return
    cuantas = (len(firmas.firmas) + 1) // 2
    cuadro = _cuadro(documento, cuantas, [ancho / 2, ancho / 2])
    for fila in cuadro.rows:
        no_partir(fila)
    celdas = [celda for fila in cuadro.rows for celda in fila.cells]
    for celda, firma in zip(celdas, firmas.firmas, strict=False):
        _poner_firma(celda, firma)


def _poner_firma(celda: Any, firma: Firma) -> None:
    parrafo = _primer_parrafo(celda)
    parrafo.paragraph_format.space_before = Pt(44)
    escribir_en(parrafo, RAYA)
    for texto in ((negrita(firma.nombre),), firma.cargo, firma.en_nombre_de):
        if trozos(texto):
            linea = celda.add_paragraph()
            linea.paragraph_format.space_after = Pt(0)
            escribir_en(linea, texto)
