"""La portada y el índice en Word."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from mesa_territorial.intercambio.escritos import word_cuadros
from mesa_territorial.intercambio.escritos.modelo import Aviso, Escrito
from mesa_territorial.intercambio.escritos.palabras import (
    DE_EJERCICIO,
    INDICE,
    al_indice,
    datos_de,
    lleva_hoja,
)
from mesa_territorial.intercambio.escritos.texto import enlazado, negrita
from mesa_territorial.intercambio.escritos.word_marcas import elemento, escribir_en


def poner_portada(documento: Any, escrito: Escrito, ancho: float) -> None:
    """El título del escrito: en una hoja entera o arriba de la primera."""
    entera = lleva_hoja(escrito)
    mesa = documento.add_paragraph(style="Subtitle")
    escribir_en(mesa, (negrita(escrito.mesa),) if escrito.mesa else "", color="acento")
    mesa.paragraph_format.space_before = Pt(150 if entera else 0)
    escribir_en(documento.add_paragraph(style="Title"), escrito.titulo)
    if escrito.bajada:
        escribir_en(documento.add_paragraph(style="Subtitle"), escrito.bajada)
    lineas = datos_de(escrito) if entera else (" · ".join(datos_de(escrito)),)
    for linea in lineas:
        escribir_en(documento.add_paragraph(style="Caption"), linea)
    if escrito.ilustrativa:
        aviso = Aviso(DE_EJERCICIO, tono="ejercicio")
        word_cuadros.poner_aviso(documento, aviso, ancho)
    if entera:
        documento.add_page_break()


def poner_indice(documento: Any, escrito: Escrito) -> None:
    """El índice como campo de Word, ya lleno: se ve al abrir y Word le pone páginas con F9."""
    escribir_en(documento.add_paragraph(style="Title"), INDICE)
    entradas = al_indice(escrito)
    for numero, entrada in enumerate(entradas):
        linea = documento.add_paragraph()
        linea.paragraph_format.left_indent = Mm(6 * (entrada.nivel - 1))
        linea.paragraph_format.space_after = Pt(2)
        if numero == 0:
            _abrir_campo(linea, 'TOC \\o "1-2" \\h \\z')
        escribir_en(linea, (enlazado(entrada.texto, f"#{entrada.ancla}"),))
        if numero == len(entradas) - 1:
            linea.add_run()._r.append(elemento("fldChar", fldCharType="end"))
    documento.add_page_break()


def _abrir_campo(parrafo: Any, instruccion: str) -> None:
    orden = elemento("instrText")
    orden.set(qn("xml:space"), "preserve")
    orden.text = f" {instruccion} "
    parrafo.add_run()._r.append(elemento("fldChar", fldCharType="begin"))
    parrafo.add_run()._r.append(orden)
    parrafo.add_run()._r.append(elemento("fldChar", fldCharType="separate"))
