"""El asistente de importación entiende solo las respuestas que bajan de Kobo."""

from intercambio.ayudas import xlsx_con
from intercambio.test_salidas import PAR

from mesa_territorial.intercambio import abrir_planilla
from mesa_territorial.intercambio.codigos_kobo import pregunta_de


def test_las_respuestas_de_kobo_se_abren_como_el_promedio_y_avisan_lo_que_queda_fuera():
    columnas = [pregunta_de("influencia", "a"), pregunta_de("interes", "b")]
    contenido = xlsx_con(Respuestas=[columnas, [2, 5], [5, None], ["muy alta", 4]])

    primera, cruda = abrir_planilla(PAR, "kobo.xlsx", contenido).hojas

    assert primera.nombre == "3 respuestas de Kobo"
    assert [fila[0] for fila in primera.filas[1:]] == ["a", "b"]
    assert 'dice "muy alta"' in primera.avisos[0]
    assert cruda.nombre == "Respuestas"


def test_una_planilla_comun_se_abre_tal_cual():
    contenido = xlsx_con(Lista=[["Institución"], ["SERVIU"]])

    hojas = abrir_planilla(PAR, "lista.xlsx", contenido).hojas

    assert [h.nombre for h in hojas] == ["Lista"]
