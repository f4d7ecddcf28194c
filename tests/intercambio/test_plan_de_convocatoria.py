"""El plan de convocatoria: lo mismo en Word, PDF y planilla, y marcado como del equipo."""

import io
from datetime import date

import openpyxl
import pytest
from docx import Document

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.plan_de_convocatoria import archivo_de_plan, gestiones_en_orden

HOY = date(2020, 11, 20)
CAMPANILLA = cargar_caso("mesa_campanilla")


def palabras(contenido: bytes) -> str:
    documento = Document(io.BytesIO(contenido))
    celdas = (c.text for t in documento.tables for fila in t.rows for c in fila.cells)
    cabeceras = (p.text for s in documento.sections for p in s.header.paragraphs)
    return "\n".join([*(p.text for p in documento.paragraphs), *celdas, *cabeceras])


def test_word_dice_a_quien_por_que_camino_y_que_sigue():
    nombre, contenido = archivo_de_plan(CAMPANILLA, HOY, "Word")

    texto = palabras(contenido)
    assert nombre.endswith(".docx")
    assert "Uso interno del equipo" in texto
    assert "Centro de salud familiar del sector (caso) → Municipio de Valparaíso" in texto
    assert "venció hace 8 días" in texto
    assert "12-11-2020 15:00" in texto


def test_quien_declino_u_observa_no_ocupa_una_ficha_en_blanco():
    texto = palabras(archivo_de_plan(CAMPANILLA, HOY, "Word")[1])

    assert "AGCID" not in texto
    assert "Asociación de comercio" not in texto


def test_la_planilla_lleva_el_plan_las_gestiones_y_la_historia():
    _, contenido = archivo_de_plan(CAMPANILLA, HOY, "Excel")

    libro = openpyxl.load_workbook(io.BytesIO(contenido))
    assert libro.sheetnames[:3] == ["Plan", "Gestiones", "Cambios de estado"]
    assert libro["Plan"]["A2"].value == "Municipio de Valparaíso"
    assert libro["Gestiones"].max_row == 1 + len(CAMPANILLA.convocatoria.gestiones)
    cambios = [f[0].value for f in libro["Cambios de estado"].iter_rows(min_row=2)]
    assert cambios == sorted(cambios)


def test_lo_hecho_va_al_final():
    assert [g.id for g in gestiones_en_orden(CAMPANILLA)] == ["G01", "G02", "G03"]


def test_lo_que_no_se_puede_hacer_se_dice():
    vacia = Mesa(id="m", nombre="M", territorio=Territorio(cut_comuna="05101"))

    with pytest.raises(ReglaRota, match="no hay actores que convocar"):
        archivo_de_plan(vacia, HOY, "Word")
    with pytest.raises(ReglaRota, match="no se hace en"):
        archivo_de_plan(CAMPANILLA, HOY, "Papiro")
