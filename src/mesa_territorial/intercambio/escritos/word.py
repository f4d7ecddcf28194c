"""Escribir un documento de Word que se puede seguir editando: los mismos bytes cada vez."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.shared import Mm, Pt

from mesa_territorial.intercambio.atado import atar
from mesa_territorial.intercambio.escritos import word_cuadros
from mesa_territorial.intercambio.escritos.hojas import MARGEN, MEDIDAS
from mesa_territorial.intercambio.escritos.modelo import (
    Aviso,
    Campos,
    Dibujo,
    Escrito,
    Firmas,
    Imagen,
    Lista,
    Parrafo,
    Portada,
    Salto,
    Tabla,
    Titulo,
)
from mesa_territorial.intercambio.escritos.palabras import (
    con_anclas,
)
from mesa_territorial.intercambio.escritos.texto import trozos
from mesa_territorial.intercambio.escritos.word_formato import formatear
from mesa_territorial.intercambio.escritos.word_marcas import (
    anclar_parrafo,
    escribir_en,
)
from mesa_territorial.intercambio.escritos.word_portada import poner_indice, poner_portada
from mesa_territorial.intercambio.tablas import texto_para_xml


def escribir_docx(escrito: Escrito) -> bytes:
    """El escrito en Word, con títulos, índice y campos que Word entiende."""
    documento = Document()
    formatear(documento, escrito)
    pluma = _Pluma(documento, MEDIDAS[escrito.papel][0] - 2 * MARGEN)
    if escrito.portada is not Portada.NINGUNA:
        poner_portada(documento, escrito, pluma.ancho)
    if escrito.indice:
        poner_indice(documento, escrito)
    for bloque in con_anclas(escrito):
        _PONER[type(bloque)](pluma, bloque)
    return _cerrar(documento)


def _cerrar(documento: Any) -> bytes:
    memoria = BytesIO()
    documento.save(memoria)
    with ZipFile(memoria) as partes:
        return atar({nombre: partes.read(nombre) for nombre in partes.namelist()})


@dataclass(slots=True)
class _Pluma:
    documento: Any
    ancho: float
    anclas: int = 0


def _poner_titulo(pluma: _Pluma, titulo: Titulo) -> None:
    parrafo = pluma.documento.add_paragraph(style=f"Heading {titulo.nivel}")
    escribir_en(parrafo, titulo.texto)
    pluma.anclas += 1
    anclar_parrafo(parrafo, titulo.ancla, pluma.anclas)


def _poner_parrafo(pluma: _Pluma, parrafo: Parrafo) -> None:
    estilo = "Caption" if parrafo.suave else "Normal"
    escribir_en(pluma.documento.add_paragraph(style=estilo), parrafo.texto)


def _poner_lista(pluma: _Pluma, lista: Lista) -> None:
    numeral = _numeral_nuevo(pluma.documento, lista.desde) if lista.numerada else None
    for punto in lista.puntos:
        estilo = "List Number" if lista.numerada else "List Bullet"
        linea = pluma.documento.add_paragraph(style=estilo)
        if numeral is not None:
            _numerar(linea, numeral)
        escribir_en(linea, punto)
        for corrida in linea.runs if lista.suave else ():
            corrida.font.size = Pt(9)


def _numeral_nuevo(documento: Any, desde: int) -> int:
    """Una numeración que empieza en ``desde``: si no, Word sigue la cuenta de la lista anterior."""
    estilo = documento.styles["List Number"].element
    numeros = documento.part.numbering_part.element
    base = estilo.pPr.numPr.numId.val
    abstracto = numeros.num_having_numId(base).abstractNumId.val
    nuevo = numeros.add_num(abstracto)
    nuevo.add_lvlOverride(ilvl=0).add_startOverride(desde)
    return int(nuevo.numId)


def _numerar(linea: Any, numeral: int) -> None:
    propiedades = linea._p.get_or_add_pPr().get_or_add_numPr()
    propiedades.get_or_add_ilvl().val = 0
    propiedades.get_or_add_numId().val = numeral


def _poner_salto(pluma: _Pluma, _: Salto) -> None:
    pluma.documento.add_page_break()


def _poner_imagen(pluma: _Pluma, imagen: Imagen) -> None:
    ancho = Mm(min(imagen.ancho_mm, pluma.ancho))
    foto = pluma.documento.add_picture(BytesIO(imagen.png), width=ancho)
    foto._inline.docPr.set("descr", texto_para_xml(imagen.descripcion))
    if trozos(imagen.pie):
        escribir_en(pluma.documento.add_paragraph(style="Caption"), imagen.pie)


def _poner_dibujo(pluma: _Pluma, dibujo: Dibujo) -> None:
    texto = f"{dibujo.descripcion.rstrip('.')}."
    word_cuadros.poner_aviso(pluma.documento, Aviso(texto, titulo="Figura"), pluma.ancho)
    if trozos(dibujo.pie):
        escribir_en(pluma.documento.add_paragraph(style="Caption"), dibujo.pie)


_PONER: Mapping[type, Callable[[_Pluma, Any], None]] = {
    Titulo: _poner_titulo,
    Parrafo: _poner_parrafo,
    Lista: _poner_lista,
    Tabla: lambda p, b: word_cuadros.poner_tabla(p.documento, b, p.ancho),
    Aviso: lambda p, b: word_cuadros.poner_aviso(p.documento, b, p.ancho),
    Campos: lambda p, b: word_cuadros.poner_campos(p.documento, b, p.ancho),
    Firmas: lambda p, b: word_cuadros.poner_firmas(p.documento, b, p.ancho),
    Salto: _poner_salto,
    Imagen: _poner_imagen,
    Dibujo: _poner_dibujo,
}
