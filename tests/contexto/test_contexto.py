"""Quién está, en qué Mesa trabaja y qué se recuerda entre visitas."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.contexto import Contexto, SinMesa, crear_id, entorno

AQUI = Territorio(cut_comuna="05101")


def test_sin_mesas_se_invita_a_crear_una(abrir):
    contexto = abrir()

    assert contexto.clave is None
    with pytest.raises(SinMesa, match="Cree una o abra la que tenga"):
        contexto.registro()


def test_la_ultima_mesa_se_recuerda_en_la_visita_siguiente(ana, abrir):
    ana.crear(Mesa(id="m2", nombre="Otra", territorio=AQUI))

    assert abrir("ana").clave == "m2"


def test_cada_persona_recuerda_la_suya(ana, abrir):
    assert abrir("beto").clave is None
    assert abrir("ana").clave == "m1"


def test_la_mesa_de_la_direccion_manda_sobre_la_recordada_y_pasa_a_recordarse(ana, abrir):
    ana.crear(Mesa(id="m2", nombre="Otra", territorio=AQUI))

    pedida = abrir("ana", pedida="m1")
    assert pedida.pizarra.valor.id == "m1"

    assert abrir("ana").clave == "m1"


def test_pedir_una_mesa_que_no_existe_abre_la_ultima(ana, abrir):
    assert abrir("ana", pedida="nada").clave == "m1"


def test_una_mesa_en_la_papelera_ya_no_se_abre(ana, abrir):
    ana.almacen.borrar("m1", autor="Ana")

    assert abrir("ana", pedida="m1").clave is None


@pytest.mark.parametrize(
    ("escribe", "firma"),
    [("  Ana   María ", "Ana María"), ("", "Usted"), ("\n", "Usted"), ("x" * 200, "x" * 80)],
)
def test_el_nombre_con_que_se_firma_queda_limpio(abrir, escribe, firma):
    contexto = abrir()

    contexto.nombrar_autor(escribe)

    assert contexto.autor == firma


def test_cambiar_la_firma_vale_para_lo_que_se_guarde_desde_ahora(ana):
    ana.pizarra.ordenar("Uno", lambda m: m.con(objetivo="uno"))
    ana.nombrar_autor("Ana María")
    ana.pizarra.ordenar("Dos", lambda m: m.con(objetivo="dos"))

    assert [s.autor for s in ana.historial()][:2] == ["Ana María", "Ana"]


def test_lo_que_se_responde_y_lo_apuntado_vuelve_en_la_visita_siguiente(ana, abrir):
    ana.apuntar("recorrido", {"paso": 3})
    ana.anotar(
        "mapa_de_actores",
        {
            "evento": "e1",
            "item": "i",
            "version_contenido": "1",
            "dada": {"a": [1]},
            "correcta": True,
            "puntaje": 1.0,
            "intento": 1,
            "pistas": 0,
            "rendida": False,
            "cuando": datetime(2026, 3, 14, tzinfo=UTC),
        },
    )
    vuelta = abrir("ana")

    assert vuelta.recordado("recorrido") == {"paso": 3}
    assert vuelta.recordado("otra cosa", "nada") == "nada"
    assert [r.dada for r in vuelta.respuestas("mapa_de_actores")] == [{"a": [1]}]
    assert abrir("beto").respuestas() == ()


def test_los_identificadores_no_se_repiten():
    ids = {crear_id("m") for _ in range(500)}

    assert len(ids) == 500
    assert all(i.startswith("m") and i.isalnum() for i in ids)


# ---- Lo que cuenta el servidor


@pytest.mark.parametrize(
    ("consulta", "clave"),
    [
        ("mesa=m1", "m1"),
        ("x=1&mesa=a-b_9&y=2", "a-b_9"),
        ("mesa=m1&mesa=m2", "m1"),
        ("", None),
        ("mesa=", None),
        ("mesa=../../etc/passwd", None),
        ("mesa=%3Cscript%3E", None),
        ("mesa=m1%00", None),
        ("mesa=m1%0A", None),
        ("mesa=" + "x" * 65, None),
        ("mesa=m1'%20OR%20'1'='1", None),
        ("&" * 50_000 + "mesa=m1", None),
    ],
)
def test_de_la_direccion_solo_se_cree_una_clave_con_forma_de_clave(monkeypatch, consulta, clave):
    monkeypatch.setenv("QUERY_STRING", consulta)

    assert entorno.mesa_pedida() == clave


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_ninguna_direccion_bota_la_pagina(consulta):
    with pytest.MonkeyPatch.context() as parche:
        parche.setenv("QUERY_STRING", f"mesa={consulta}")
        pedida = entorno.mesa_pedida()

    assert pedida is None or re.fullmatch("[A-Za-z0-9_-]{1,64}", pedida)


def test_se_guarda_donde_dice_el_entorno_o_en_la_carpeta_de_la_persona(monkeypatch):
    monkeypatch.setenv("MESAS_BD", "/aqui/x.sqlite")
    elegida = entorno.donde_se_guarda()
    monkeypatch.setenv("MESAS_BD", "")

    assert elegida == "/aqui/x.sqlite"
    assert Path(entorno.donde_se_guarda()).parts[-2:] == ("mesa-territorial", "mesas.sqlite")


def test_abrir_toma_todo_del_entorno(ana, base, monkeypatch):
    monkeypatch.setenv("MESAS_BD", str(base))
    monkeypatch.setenv("MESA_PERSONA", "ana")
    monkeypatch.setenv("QUERY_STRING", "mesa=m1")

    contexto = Contexto.abrir()

    assert (contexto.clave, contexto.autor) == ("m1", "Ana")
    contexto.almacen.cerrar()


def test_quien_no_se_identifica_es_la_persona_local(monkeypatch):
    monkeypatch.delenv("MESA_PERSONA", raising=False)

    assert entorno.persona() == "local"
