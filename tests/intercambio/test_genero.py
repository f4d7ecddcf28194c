"""La estrategia baja a Word, PDF y Excel, y lo que escribe una persona sale tal cual."""

import io
from dataclasses import replace

import openpyxl
import pytest
from docx import Document

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.genero import Genero, MedidaDeGenero
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.escritos import escribir_docx, escribir_pdf
from mesa_territorial.intercambio.genero_escrito import estrategia_de_genero
from mesa_territorial.intercambio.genero_libro import medidas_en_planilla

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101"))
HOSTIL = '=HYPERLINK("x") <b>&amp;</b>'


def _texto(mesa: Mesa) -> str:
    crudo = escribir_docx(estrategia_de_genero(mesa, "2026-03-14"))
    documento = Document(io.BytesIO(crudo))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    return "\n".join([p.text for p in documento.paragraphs] + celdas)


def test_la_estrategia_de_campanilla_dice_hasta_donde_alcanza_y_que_falta():
    texto = _texto(CAMPANILLA)

    assert "a lo más, para «dirigido»" in texto
    assert "Reglas de palabra y moderación con enfoque de género" in texto
    assert "24 de 45 (53" in texto and "0,75" in texto and "3 de 7" in texto
    assert "Valores de ejercicio" in texto


@pytest.mark.parametrize("mesa", [CAMPANILLA, VACIA], ids=["caso", "vacia"])
def test_sale_en_pdf_y_en_word_tambien_sin_nada_anotado(mesa):
    escrito = estrategia_de_genero(mesa, "2026-03-14")

    assert escribir_pdf(escrito).startswith(b"%PDF")
    assert escribir_docx(escrito).startswith(b"PK")


def test_lo_que_escribe_una_persona_sale_tal_cual():
    medida = MedidaDeGenero(id="m", medida=HOSTIL, responsable="A24", rol="moderación")
    mesa = CAMPANILLA.con(genero=replace(CAMPANILLA.genero, medidas={"m": medida}))

    hoja = _libro(mesa)["Medidas"]

    assert HOSTIL in _texto(mesa)
    assert hoja["A2"].value == HOSTIL and hoja["A2"].data_type == "s"
    assert hoja["C2"].value == "Organización de mujeres del campamento (ficticia), moderación"


def _libro(mesa: Mesa) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(medidas_en_planilla(mesa)))


def test_la_planilla_trae_medidas_y_cuentas_y_deja_vacio_lo_no_contado():
    libro = _libro(CAMPANILLA)
    titulos = [c.value for c in libro["Sesiones"][1]]
    primera = dict(zip(titulos, [c.value for c in libro["Sesiones"][2]], strict=True))

    assert libro["Medidas"].max_row == 11
    assert primera["Asistentes: mujeres"] == 24
    assert primera["Minutos de palabra: mujeres"] is None
    assert primera["Índice de voz, turnos"] == pytest.approx(0.75)


def test_una_mesa_vacia_da_una_planilla_con_sus_titulos():
    libro = _libro(VACIA.con(genero=Genero()))

    assert [h.max_row for h in libro] == [1, 1]
