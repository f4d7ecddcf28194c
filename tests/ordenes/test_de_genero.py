"""Responder el diagnóstico y sumar la palabra que midió el cronómetro."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

MESA = cargar_caso("mesa_campanilla")
PALABRA = {
    "id": "S3",
    "minutos": {"mujeres": 12.5, "hombres": 20},
    "turnos": {"mujeres": 3, "hombres": 4, "otra": 1},
}


def test_responder_guarda_y_la_frase_dice_la_pregunta_y_la_respuesta():
    datos = {"id": "reglas", "pregunta": "¿Hay reglas?", "respuesta": "en_parte"}

    frase, transicion = preparar("responder_genero", MESA, datos)

    assert frase == "Diagnóstico de género: ¿Hay reglas? En parte"
    assert transicion(MESA).genero.respuestas["reglas"].respuesta == "en_parte"


def test_la_prueba_se_agrega_sin_borrar_la_respuesta_y_se_puede_borrar():
    _, responder = preparar("responder_genero", MESA, {"id": "reglas", "respuesta": "si"})
    frase, probar = preparar("responder_genero", MESA, {"id": "reglas", "evidencia": "acta 1"})
    _, borrar = preparar("responder_genero", MESA, {"id": "reglas", "respuesta": None})

    con = probar(responder(MESA))

    assert frase.endswith("cómo se sabe")
    assert con.genero.respuestas["reglas"].acredita
    assert borrar(con).genero.respuestas["reglas"].respuesta is None


@pytest.mark.parametrize("datos", [{"id": "r", "respuesta": "quizás"}, {"id": "r"}, {}])
def test_una_respuesta_mal_armada_no_entra(datos):
    with pytest.raises(ReglaRota):
        preparar("responder_genero", MESA, datos)[1](MESA)


def test_la_palabra_se_suma_a_la_que_habia():
    frase, transicion = preparar("sumar_palabra", MESA, PALABRA)

    una, dos = transicion(MESA), transicion(transicion(MESA))

    assert frase == "Sesión 3: sumó 8 turnos de palabra"
    sesion = una.genero.sesiones["S3"]
    assert (sesion.minutos_mujeres, sesion.minutos_hombres, sesion.minutos_otra) == (12.5, 20, 0)
    assert (sesion.turnos_mujeres, sesion.turnos_hombres, sesion.turnos_otra) == (42, 42, 1)
    assert dos.genero.sesiones["S3"].minutos_mujeres == 25


@pytest.mark.parametrize(
    "cambio",
    [
        {"minutos": {}, "turnos": {}},
        {"minutos": {"mujeres": -1}},
        {"minutos": {"mujeres": 601}},
        {"turnos": {"mujeres": 201}},
        {"turnos": {"mujeres": "tres"}},
        {"id": "S9"},
        {"minutos": None},
    ],
)
def test_una_medicion_que_no_sirve_se_explica_y_no_cambia_nada(cambio):
    with pytest.raises(ReglaRota):
        preparar("sumar_palabra", MESA, {**PALABRA, **cambio})
