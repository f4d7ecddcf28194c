"""Corregir: lo que se acepta, lo que se dice y lo que no cuenta."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.formacion.correccion import corregir
from mesa_territorial.formacion.corregir_valor import leer_numero
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.textos import numero

BANCO = cargar_banco("03_mapa_de_actores")


def responder(id_item: str, respuesta: Any):
    return corregir(BANCO.item(id_item), respuesta)


@pytest.mark.parametrize("escrito", ["0,39", "0.39", " 0,389 ", "14/36", "0,3889", 0.39])
def test_el_numero_se_acepta_como_se_escribe_en_chile_y_tambien_con_punto(escrito):
    assert responder("kite-intermediacion", escrito).acierto is True


@pytest.mark.parametrize("escrito", ["67,9", "67,9 %", "67.9%", "67,86"])
def test_el_porcentaje_se_acepta_con_y_sin_signo(escrito):
    assert responder("fuera-del-estado", escrito).acierto is True


@pytest.mark.parametrize("escrito", ["mucho", "0,3,9", "1/0", "nan", "inf", "--3", True])
def test_lo_que_no_es_un_numero_no_gasta_intento(escrito):
    correccion = responder("kite-intermediacion", escrito)

    assert not correccion.cuenta
    assert "Escriba sólo un número" in correccion.mensaje


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_todo_numero_que_la_pantalla_escribe_se_vuelve_a_leer(valor, decimales):
    leido = leer_numero(numero(valor, decimales))

    assert leido == pytest.approx(round(valor, decimales), abs=10**-decimales)


def test_marcar_de_mas_resta_y_no_se_revela_lo_que_falta():
    correccion = responder("quien-falta", ["bienes", "consultora"])

    assert correccion.acierto is False
    assert correccion.puntaje == 0
    assert correccion.falta == ("Quedan 2 por marcar.",)
    assert {d.id for d in correccion.detalles} == {"bienes", "consultora"}


def test_clasificar_a_medias_cuenta_lo_puesto_y_dice_cuantos_faltan():
    correccion = responder("sectores", {"gremio": "privado", "pnud": ""})

    assert correccion.acierto is False
    assert correccion.puntaje == pytest.approx(1 / 6, abs=1e-4)
    assert correccion.falta == ("Quedan 5 por clasificar.",)


def test_un_lugar_sin_error_previsto_dice_en_que_eje_mirar():
    correccion = responder("influencia-interes", {"club": {"influencia": 5, "interes": 1}})

    mensaje = correccion.detalles[0].mensaje
    assert mensaje == (
        "Revise la influencia: los hechos no dan para tanto; revise el interés: "
        "los hechos piden más."
    )


def test_armar_con_un_actor_repetido_explica_la_regla_del_dominio_sin_gastar_intento():
    repetido = {"nombre": "fundacion BARRIO posible", "sector": "sociedad_civil"}

    correccion = responder("armar-las-rocas", {"actores": [repetido]})

    assert not correccion.cuenta
    assert "Ya hay un actor llamado" in correccion.mensaje


def test_armar_con_una_relacion_hacia_nadie_dice_quien_falta():
    suelta = {"de": "Fundación Barrio Posible", "hacia": "Bomberos", "tipo": "coordinacion"}

    correccion = responder("armar-las-rocas", {"relaciones": [suelta]})

    assert "nombra a «Bomberos»" in correccion.mensaje


def test_el_segundo_puente_acepta_cualquier_relacion_que_cierre_el_circulo():
    for lejos in ("Fundación", "Empresa constructora"):
        for cerca in ("Junta de vecinos", "Organización de mujeres"):
            nueva = {"de": cerca, "hacia": lejos, "tipo": "informacion"}

            assert responder("segundo-puente", {"relaciones": [nueva]}).acierto is True


def test_un_conflicto_no_sirve_de_puente():
    nueva = {"de": "Junta de vecinos", "hacia": "Fundación", "tipo": "conflicto"}

    correccion = responder("segundo-puente", {"relaciones": [nueva]})

    assert correccion.acierto is False
    assert "Comité de vivienda, SERVIU" in correccion.falta[0].replace("Municipalidad, ", "")


def test_el_segundo_puente_no_admite_actores_nuevos():
    correccion = responder(
        "segundo-puente", {"actores": [{"nombre": "Bomberos", "sector": "sociedad_civil"}]}
    )

    assert not correccion.cuenta
    assert correccion.mensaje == "En este ejercicio sólo se agregan relaciones."


def test_el_texto_abierto_pide_la_rubrica_y_se_guarda_como_borrador():
    correccion = responder("quien-falta-en-el-suyo", {"texto": "falta mucha gente " * 10})

    assert not correccion.cuenta
    assert correccion.es_borrador
    assert "rúbrica" in correccion.mensaje


def test_la_rubrica_lleva_al_paso_del_criterio_mas_debil():
    item = BANCO.item("quien-falta-en-el-suyo")
    niveles = {"nombra": 3, "muestra": 1, "nivel": 2, "camino": 2, "genero": 2}

    correccion = corregir(item, {"texto": "falta mucha gente " * 10, "niveles": niveles})

    assert correccion.cuenta
    assert correccion.acierto is None
    assert correccion.puntaje == pytest.approx(10 / 15, abs=1e-4)
    assert correccion.proximo_paso == item.rubrica.criterios[1].pasos[1]
