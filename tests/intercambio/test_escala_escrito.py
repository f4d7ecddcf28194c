"""La decisión de escala se lleva en una o dos páginas, y nada de lo escrito se interpreta."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.intercambio.escala_escrito import decision_de_escala
from mesa_territorial.intercambio.escritos import archivo_pdf, archivo_word

CASO = cargar_caso("mesa_campanilla")
DECIDIDA = replace(
    CASO,
    escala=replace(
        CASO.escala,
        nivel_objetivo="region",
        nivel_mesa="comuna",
        niveles_comite=("region", "campamento", "comuna"),
        razon="Se decide en la región; las familias llegan a la comuna.",
        fecha="2026-11-20",
        quienes="FOSIS y comité de vivienda",
    ),
)


def palabras(mesa) -> str:
    documento = Document(BytesIO(archivo_word(decision_de_escala(mesa, "2026-11-21"))[1]))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    return "\n".join([p.text for p in documento.paragraphs] + celdas)


def test_dice_lo_decidido_las_razones_y_la_compuerta():
    texto = palabras(DECIDIDA)

    for dicho in (
        "El campamento, la comuna y la región",
        "20 de noviembre de 2026",
        "Se decide en la región; las familias llegan a la comuna.",
        "Faltan 3 actores sin quien el objetivo no avanza",
        "La región obtiene 4,05 de 5; le sigue la comuna, con 3,65.",
        "SERVIU de Valparaíso (integra la Mesa)",
        "no se sabe",
        "comuna 3,65 (3,56 a 3,74)",
    ):
        assert dicho in texto


def test_cabe_en_dos_paginas():
    _, contenido = archivo_pdf(decision_de_escala(DECIDIDA, "2026-11-21"))

    assert len(re.findall(rb"/Type\s*/Page\b", contenido)) <= 2


def test_una_mesa_vacia_tambien_se_puede_llevar_y_dice_que_falta():
    texto = palabras(replace(CASO, escala=Escala()))

    assert "por decidir" in texto
    assert "falta información para aconsejar" in texto


@pytest.mark.parametrize("hostil", ["<b>x</b>", "=1+1", "{{7*7}}", "]]>&amp;"])
def test_lo_que_se_escribe_sale_tal_cual(hostil):
    mesa = replace(DECIDIDA, escala=replace(DECIDIDA.escala, razon=hostil, quienes=hostil))

    assert palabras(mesa).count(hostil) == 2
