"""La hoja del tema 01: cabe en una página, dice lo anotado y separa consejo y decisión."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.coalicion import CONDICIONES, Coalicion, Condicion, Respuesta
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.coalicion_escrito import (
    condiciones_y_tipo,
    los_hechos,
    recortar,
)
from mesa_territorial.intercambio.escritos import escribir_docx, escribir_pdf

CAMPANILLA, SAN_PEDRO = cargar_caso("mesa_campanilla"), cargar_caso("mesa_san_pedro")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
HOY = "2026-03-14"
LARGO = "una tarea que se explica con muchas palabras " * 40
HOSTIL = "<script>alert(1)</script> =SUMA(A1) & «ñ»"


def llena(texto: str) -> Mesa:
    """Una Mesa de verdad (no de ejercicio) con ese texto en todo lo que se escribe."""
    condiciones = {
        c: Condicion(
            id=c,
            respuesta=Respuesta.EN_PARTE,
            evidencia=texto[:2_000],
            pendiente=texto[:2_000],
            a_cargo="A10",
            revisar=HOY,
        )
        for c in CONDICIONES
    }
    coalicion = replace(
        CAMPANILLA.coalicion,
        condiciones=condiciones,
        razon=texto[:2_000],
        decidido_por=texto[:2_000],
    )
    return CAMPANILLA.con(ilustrativa=False, nombre="Mesa larga " * 15, coalicion=coalicion)


def paginas(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def dicho(escrito) -> str:
    documento = Document(io.BytesIO(escribir_docx(escrito)))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    return "\n".join([*(p.text for p in documento.paragraphs), *celdas])


@pytest.mark.parametrize(
    "mesa",
    [CAMPANILLA, SAN_PEDRO, VACIA, llena(LARGO)],
    ids=["campanilla", "san_pedro", "vacia", "llena"],
)
def test_la_hoja_cabe_en_una_pagina(mesa):
    assert paginas(escribir_pdf(condiciones_y_tipo(mesa, HOY))) == 1


def test_la_hoja_dice_el_veredicto_las_diez_condiciones_y_la_decision_con_su_razon():
    texto = dicho(condiciones_y_tipo(CAMPANILLA, HOY))

    assert "Hay condiciones para partir, con 5 por afirmar." in texto
    assert "recursos para sostenerla; tiempo" in texto.replace("Recursos", "recursos")
    assert "El equipo: Mesa territorial" in texto
    assert "Conviene una Mesa territorial." in texto
    assert "La comunidad está en el campamento" in texto
    assert "Municipio de Valparaíso" in texto


def test_sin_decision_la_hoja_no_la_inventa():
    texto = dicho(condiciones_y_tipo(CAMPANILLA.con(coalicion=Coalicion()), HOY))

    assert "El equipo: por decidir" in texto
    assert "Por escribir" in texto
    assert "Mesa territorial" in texto


def test_lo_que_la_hoja_corta_va_entero_en_el_respaldo():
    mesa = llena(LARGO)

    assert LARGO[:1_900] in dicho(los_hechos(mesa, HOY))
    assert "5 más, en el respaldo." in dicho(condiciones_y_tipo(mesa, HOY))


def test_el_respaldo_trae_cada_observacion_con_su_fecha_y_su_hecho():
    texto = dicho(los_hechos(CAMPANILLA, HOY))

    assert "La coalición al 24 de septiembre de 2020: Sesión 1, instalación" in texto
    assert "Por primera vez se habló del barrio después de la radicación." in texto


def test_lo_que_escribe_una_persona_sale_tal_cual():
    assert HOSTIL in dicho(los_hechos(llena(HOSTIL), HOY))
    assert paginas(escribir_pdf(los_hechos(llena(HOSTIL), HOY))) >= 1


def test_recortar_corta_en_una_palabra_y_deja_lo_corto_igual():
    assert recortar("  Una   asamblea ", 40) == "Una asamblea"
    assert recortar("Una asamblea con acta", 14) == "Una asamblea…"
