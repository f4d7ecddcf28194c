from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from mesa_territorial.almacen import Respuesta

RESPUESTA = Respuesta(
    evento="e-1",
    persona="ana",
    tema="mapa_de_actores",
    item="sector-serviu",
    version_contenido="a1b2",
    dada={"orden": ["público", 3, None]},
    correcta=True,
    puntaje=0.1 + 0.2,
    intento=1,
    pistas=0,
    rendida=False,
    cuando=datetime(2026, 11, 21, 14, tzinfo=UTC),
)


def test_una_respuesta_vuelve_tal_como_se_dio(almacen):
    almacen.anotar_respuesta(RESPUESTA)

    assert almacen.respuestas("ana") == (RESPUESTA,)


def test_una_respuesta_abierta_no_tiene_veredicto(almacen):
    abierta = replace(RESPUESTA, correcta=None, puntaje=None, rendida=True)

    almacen.anotar_respuesta(abierta)

    assert (abierta,) == almacen.respuestas("ana", "mapa_de_actores")


def test_repetir_el_evento_no_la_duplica_ni_la_cambia(almacen):
    almacen.anotar_respuesta(RESPUESTA)

    almacen.anotar_respuesta(replace(RESPUESTA, correcta=False))

    assert almacen.respuestas("ana") == (RESPUESTA,)


def test_cada_intento_se_agrega_y_se_filtra_por_persona_y_tema(almacen):
    segunda = replace(RESPUESTA, evento="e-2", intento=2, cuando=datetime(2027, 1, 1, tzinfo=UTC))
    for otra in (segunda, RESPUESTA, replace(RESPUESTA, evento="e-3", persona="beto")):
        almacen.anotar_respuesta(otra)

    assert (RESPUESTA, segunda) == almacen.respuestas("ana", "mapa_de_actores")
    assert almacen.respuestas("ana", "priorizacion") == ()


def test_lo_contestado_no_se_edita(almacen):
    almacen.anotar_respuesta(RESPUESTA)

    with (
        pytest.raises(sa.exc.DBAPIError, match="no se edita"),
        almacen._para_escribir.begin() as conexion,
    ):
        conexion.exec_driver_sql("UPDATE respuesta SET correcta = 0")


def test_la_ultima_preferencia_vale_y_la_que_falta_trae_la_de_siempre(almacen):
    almacen.guardar_preferencia("ana", "mapa", {"color": "claro"})
    almacen.guardar_preferencia("ana", "mapa", {"color": "oscuro", "zoom": 1.5})

    assert almacen.preferencia("ana", "mapa") == {"color": "oscuro", "zoom": 1.5}
    assert almacen.preferencia("beto", "mapa", "claro") == "claro"
