"""Cada cambio se guarda al instante, y dos personas se ven sin pisarse."""

import asyncio

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.documento import a_documento
from mesa_territorial_widgets.contexto import guardado as modulo

JUNTA = {"id": "j", "nombre": "Junta de Vecinos", "sector": "sociedad_civil"}


def pantalla_de(contexto) -> Pantalla:
    return Pantalla(contexto.pizarra)


def test_un_cambio_queda_guardado_antes_de_responder(ana, abrir):
    respuesta = pantalla_de(ana).apretar("agregar_actor", **JUNTA)

    assert "error" not in respuesta
    assert abrir("ana").registro().mesa == ana.pizarra.valor
    assert set(ana.pizarra.valor.actores) == {"s", "j"}


def test_se_anuncia_la_hora_la_frase_y_la_version(ana):
    pantalla_de(ana).apretar("agregar_actor", **JUNTA)

    guardado = ana.pizarra.guardado
    assert guardado["frase"] == "Agregó a Junta de Vecinos"
    assert guardado["version"] == ana.guardado.version == 2
    assert len(guardado["hora"]) == 5 and not guardado["ejemplo"]
    assert (guardado["deshacer"], guardado["rehacer"]) == (True, False)


def test_deshacer_y_rehacer_quedan_guardados(ana, abrir):
    pantalla = pantalla_de(ana)
    pantalla.apretar("agregar_actor", **JUNTA)

    pantalla.apretar("deshacer")
    assert set(abrir("ana").registro().mesa.actores) == {"s"}
    assert ana.pizarra.guardado["rehacer"]

    pantalla.apretar("rehacer")
    assert set(abrir("ana").registro().mesa.actores) == {"s", "j"}


def test_deshacer_sin_nada_propio_se_dice(ana):
    respuesta = pantalla_de(ana).apretar("deshacer")

    assert respuesta["error"] == "No queda nada suyo por deshacer en esta Mesa."


def test_cada_una_ve_lo_que_guardo_la_otra_como_un_parche(ana, beto):
    de_beto = pantalla_de(beto)
    pantalla_de(ana).apretar("agregar_actor", **JUNTA)

    assert beto.guardado.mirar()
    assert beto.pizarra.valor == ana.pizarra.valor
    assert [c["ruta"] for p in de_beto.parches for c in p] == [["actores", "j"]]
    assert not beto.guardado.mirar()


def test_lo_ajeno_no_se_ofrece_para_deshacer(ana, beto):
    assert not beto.pizarra.guardado["deshacer"]
    pantalla_de(ana).apretar("agregar_actor", **JUNTA)

    beto.guardado.mirar()

    assert not beto.pizarra.guardado["deshacer"]
    assert "nada suyo" in pantalla_de(beto).apretar("deshacer")["error"]


def test_tocar_campos_distintos_a_la_vez_no_pierde_ninguno(ana, beto):
    de_ana, de_beto = pantalla_de(ana), pantalla_de(beto)

    de_ana.apretar("editar_actor", id="s", campos={"influencia": 5})
    respuesta = de_beto.apretar("editar_actor", id="s", campos={"interes": 2})

    actor = beto.pizarra.valor.actor("s")
    assert "error" not in respuesta
    assert (actor.influencia, actor.interes) == (5, 2)


def test_tocar_lo_mismo_se_pregunta_y_no_se_pisa(ana, beto):
    de_ana, de_beto = pantalla_de(ana), pantalla_de(beto)
    de_ana.apretar("editar_actor", id="s", campos={"influencia": 5})

    respuesta = de_beto.apretar("editar_actor", id="s", campos={"influencia": 2})

    pugna = respuesta["conflicto"]
    assert respuesta["error"].startswith("Ana cambió lo mismo a las")
    assert pugna["autor"] == "Ana" and len(pugna["hora"]) == 5
    assert pugna["campos"] == [{"ruta": ["actores", "s", "influencia"], "suyo": 5.0, "mio": 2.0}]
    assert beto.pizarra.valor.actor("s").influencia == 5


def test_insistir_deja_lo_propio_y_la_historia_guarda_los_dos(ana, beto):
    de_ana, de_beto = pantalla_de(ana), pantalla_de(beto)
    de_ana.apretar("editar_actor", id="s", campos={"influencia": 5})
    de_beto.apretar("editar_actor", id="s", campos={"influencia": 2})

    respuesta = de_beto.apretar("editar_actor", id="s", campos={"influencia": 2}, insistir=True)

    ana.guardado.mirar()
    assert "error" not in respuesta
    assert ana.pizarra.valor.actor("s").influencia == 2
    assert [s.autor for s in ana.historial()][:2] == ["Beto", "Ana"]


def test_quedarse_con_lo_ajeno_no_pide_nada_mas(ana, beto):
    de_ana, de_beto = pantalla_de(ana), pantalla_de(beto)
    de_ana.apretar("editar_actor", id="s", campos={"influencia": 5})
    de_beto.apretar("editar_actor", id="s", campos={"influencia": 2})

    assert "error" not in de_beto.apretar("editar_actor", id="s", campos={"nota": "sigo"})
    assert beto.pizarra.valor.actor("s").influencia == 5


def test_editar_a_quien_otra_persona_quito_se_dice(ana, beto):
    de_beto = pantalla_de(beto)
    pantalla_de(ana).apretar("quitar_actores", ids=["s"])

    respuesta = de_beto.apretar("editar_actor", id="s", campos={"nota": "x"})

    assert respuesta["error"]
    assert "avise con el código" not in respuesta["error"]


def test_volver_a_un_punto_es_un_cambio_mas_y_se_deshace(ana):
    pantalla = pantalla_de(ana)
    inicial = ana.pizarra.valor
    pantalla.apretar("agregar_actor", **JUNTA)
    pantalla.apretar("editar_actor", id="s", campos={"nota": "x"})
    actual = ana.pizarra.valor

    ana.guardado.volver_a(1)
    assert a_documento(ana.pizarra.valor) == a_documento(inicial)
    assert len(ana.historial()) == 4

    pantalla.apretar("deshacer")
    assert ana.pizarra.valor == actual


def test_quien_avisa_de_los_cambios_se_entera_de_los_propios_y_los_ajenos(ana, beto, caplog):
    veces = []
    beto.guardado.avisar_cambios(lambda: 1 / 0)
    beto.guardado.avisar_cambios(lambda: veces.append(1))

    pantalla_de(beto).apretar("editar_actor", id="s", campos={"nota": "mía"})
    pantalla_de(ana).apretar("agregar_actor", **JUNTA)
    beto.guardado.mirar()

    assert len(veces) == 2
    assert "ZeroDivisionError" in caplog.text


def test_si_borran_la_mesa_mirar_no_bota_la_pagina(ana, beto):
    de_beto = pantalla_de(beto)
    ana.almacen.borrar("m1", autor="Ana")

    beto.guardado._mirar_sin_fallar()

    assert "papelera" in de_beto.apretar("agregar_actor", **JUNTA)["error"]


def test_vigilar_trae_lo_ajeno_sin_que_nadie_lo_pida(ana, beto, monkeypatch):
    monkeypatch.setattr(modulo, "SEGUNDOS_ENTRE_MIRADAS", 0.02)

    async def esperar_lo_ajeno():
        beto.guardado.vigilar()
        pantalla_de(ana).apretar("agregar_actor", **JUNTA)
        for _ in range(200):
            await asyncio.sleep(0.02)
            if "j" in beto.pizarra.valor.actores:
                break
        beto.guardado._vigia.stop()

    asyncio.run(esperar_lo_ajeno())

    assert beto.pizarra.valor == ana.pizarra.valor


def test_sin_lazo_no_hay_nada_que_vigilar(ana):
    ana.guardado.vigilar()

    assert not hasattr(ana.guardado, "_vigia")


@pytest.mark.parametrize("datos", [{"id": "s", "campos": {"nota": "\ud800"}}, {"id": "s"}])
def test_un_pedido_que_no_sirve_no_deja_rastro(ana, datos):
    version = ana.guardado.version

    assert pantalla_de(ana).apretar("editar_actor", **datos)["error"]
    assert ana.almacen.version("m1") == version
