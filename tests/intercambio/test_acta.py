"""El acta lleva lo del oráculo, dice lo que le falta y no guarda nombres de personas."""

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.acta_de_constitucion import (
    BORRADOR,
    acta_de_constitucion,
    acta_en_pdf,
    acta_en_word,
)
from mesa_territorial.intercambio.citas_de_sesiones import citas_de_sesiones

CAMPANILLA = cargar_caso("mesa_campanilla")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
ORACULO = json.loads(
    (Path(__file__).parents[1] / "casos/oraculos/22_acta_campos.json").read_text(encoding="utf-8")
)
# Por cada campo del oráculo, lo que debe leerse en el acta.
SE_LEE = {
    "n° de sesión y tipo (ordinaria/extraordinaria)": ["N.º 1, de instalación"],
    "fecha, hora inicio y término": ["Fecha", "Hora de inicio", "Hora de término"],
    "lugar o enlace": ["Lugar o enlace"],
    "quién preside y quién actúa de secretaría/ministro de fe": ["Preside", "fe de lo acordado"],
    "asistentes: nombre, organización, sector, sexo/género (autodeclarado), titular o subrogante": [
        "Organización", "Sector", "En calidad de", "Nombre", "Género (si quiere declararlo)",
    ],
    "excusas e inasistencias": ["Excusas", "Inasistencias"],
    "lectura/aprobación del acta anterior y seguimiento de compromisos": ["Acta anterior"],
    "tabla (orden del día)": ["Tabla y síntesis"],
    "síntesis del debate por punto": ["Se acordó que el objetivo depende"],
    "acuerdos (texto, quórum o consenso, disensos)": ["Se tomó por consenso", "Quórum", "Disensos"],
    "compromisos: id, descripción, responsable (organización + persona), plazo, medio de "
    "verificación, estado": [
        "N.º", "Tarea", "Responsable", "Plazo", "Medio de verificación", "Estado",
    ],
    "próxima sesión": ["Próxima sesión", "29 de octubre de 2020, a las 15:00"],
    "firmas/validación y versión": ["Firmas", "Versión 1"],
    "n° mujeres/hombres/otras": ["mujeres 24, hombres 21"],
    "minutos o turnos por sexo": ["mujeres 22, hombres 33"],
    "compromisos a cargo de mujeres": ["Compromisos a cargo"],
    "horario y si hubo cuidado infantil": ["Horario acordado", "Cuidado durante la sesión"],
    "quién moderó": ["Quién moderó"],
}  # fmt: skip


def leer(mesa):
    """Todo lo que se lee en el Word, tablas incluidas."""
    documento = docx.Document(io.BytesIO(acta_en_word(mesa)[1]))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    return "\n".join([*(p.text for p in documento.paragraphs), *celdas])


@pytest.fixture(scope="module")
def acta():
    """Lo que se lee en el acta del caso."""
    return leer(CAMPANILLA)


def test_las_claves_de_esta_prueba_son_las_del_oraculo():
    assert list(SE_LEE) == ORACULO["obligatorios"] + ORACULO["genero"]


@pytest.mark.parametrize("campo", SE_LEE)
def test_el_acta_lleva_cada_campo_del_oraculo(acta, campo):
    for frase in SE_LEE[campo]:
        assert frase in acta, frase


def test_el_acta_nombra_a_cada_integrante_y_al_comite_con_su_razon(acta):
    for actor in CAMPANILLA.actores.values():
        assert (actor.estado != "integra") or actor.nombre in acta
    assert "Tiene la competencia en «Radicación del campamento»" in acta


def test_sin_verificador_sale_como_borrador_y_dice_que_falta(acta):
    assert BORRADOR in acta
    assert "Un compromiso con responsable, plazo y medio de verificación" in acta
    assert acta_de_constitucion(CAMPANILLA).reservado == "Borrador"


def test_al_completar_lo_que_falta_deja_de_ser_borrador():
    compromisos = CAMPANILLA.instalacion.compromisos
    listo = {**compromisos, "c1": replace(compromisos["c1"], verificador="Correo de envío")}
    mesa = CAMPANILLA.con(instalacion=replace(CAMPANILLA.instalacion, compromisos=listo))

    assert acta_de_constitucion(mesa).reservado == ""
    assert BORRADOR not in leer(mesa)


def test_el_acta_de_una_mesa_vacia_es_una_hoja_para_llenar_a_mano():
    texto = leer(VACIA)

    assert "____" in texto and BORRADOR in texto
    assert acta_en_pdf(VACIA)[1].startswith(b"%PDF")


def test_quien_no_declaro_consta_por_su_nombre(acta):
    assert "No han declarado: " in acta
    assert "Se abstiene de decidir" in acta


def test_el_acta_del_mismo_dia_son_los_mismos_bytes():
    assert acta_en_pdf(CAMPANILLA) == acta_en_pdf(CAMPANILLA)
    assert (
        acta_en_word(CAMPANILLA)[0] == "Campamento_Campanilla_Acta_de_constitución_2020-09-24.docx"
    )


def test_las_sesiones_van_al_calendario_con_su_hora():
    citas = list(citas_de_sesiones(CAMPANILLA))

    assert [(c.fecha, c.hora, c.minutos) for c in citas] == [
        ("2020-09-24", "15:00", 120),
        ("2020-10-29", "15:00", 120),
        ("2020-12-03", "15:00", 120),
    ]
    assert citas[0].titulo.startswith("Mesa: Instalación")
    with pytest.raises(ReglaRota, match="sesiones con fecha"):
        list(citas_de_sesiones(VACIA))
