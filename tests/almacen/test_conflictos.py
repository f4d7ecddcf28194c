from datetime import UTC, datetime

import pytest
from almacen.mesas import JUNTA, influencia, los_aromos, nota

from mesa_territorial.almacen import Conflicto


def test_dos_personas_cambian_campos_distintos_y_quedan_los_dos(almacen):
    almacen.crear(los_aromos(), autor="ana")

    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)
    registro = almacen.cambiar("aromos", "anotó", nota("llamar"), autor="beto", vista=1)

    assert registro.mesa.actor("serviu").influencia == 4
    assert registro.mesa.actor("muni").nota == "llamar"


def test_el_mismo_campo_se_muestra_con_los_dos_valores_y_no_se_pisa(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)

    with pytest.raises(Conflicto) as caso:
        almacen.cambiar("aromos", "bajó", influencia(2.5), autor="beto", vista=1)

    (pugna,) = caso.value.campos
    assert (pugna.ruta, pugna.suyo, pugna.mio) == (("actores", "serviu", "influencia"), 4, 2.5)
    assert ("ana", datetime(2026, 11, 21, 14, 0, 2, tzinfo=UTC)) == (
        caso.value.autor,
        caso.value.cuando,
    )
    assert str(caso.value) == (
        "ana cambió lo mismo a las 14:00: Influencia de SERVIU (ahora dice 4; usted puso 2,5). "
        "Elija cuál conservar."
    )
    assert almacen.leer("aromos").mesa.actor("serviu").influencia == 4


def test_conservar_la_mia_es_reintentar_habiendo_visto_la_suya(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)
    with pytest.raises(Conflicto) as caso:
        almacen.cambiar("aromos", "bajó", influencia(2), autor="beto", vista=1)

    vista = caso.value.version
    registro = almacen.cambiar("aromos", "bajó", influencia(2), autor="beto", vista=vista)

    assert registro.mesa.actor("serviu").influencia == 2
    assert [s.frase for s in almacen.historial("aromos")] == ["bajó", "subió", "Creó la Mesa"]


def test_poner_el_mismo_valor_que_el_otro_no_es_conflicto(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)

    registro = almacen.cambiar("aromos", "subió", influencia(4), autor="beto", vista=1)

    assert (registro.version, registro.parche) == (2, [])


def test_la_misma_persona_en_dos_ventanas_no_se_estorba(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)

    registro = almacen.cambiar("aromos", "bajó", influencia(2), autor="ana", vista=1)

    assert registro.mesa.actor("serviu").influencia == 2


def test_quitar_un_actor_que_otro_acaba_de_editar_es_conflicto(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "anotó", nota("no borrar"), autor="ana", vista=1)

    with pytest.raises(Conflicto, match="Nota de Municipalidad"):
        almacen.cambiar("aromos", "quitó", lambda m: m.sin_actor("muni"), autor="beto", vista=1)

    assert "muni" in almacen.leer("aromos").mesa.actores


def test_guardar_una_ficha_vieja_no_borra_lo_que_otro_puso(almacen):
    vieja = almacen.crear(los_aromos(), autor="ana").mesa.actor("serviu")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana", vista=1)

    with pytest.raises(Conflicto):
        almacen.cambiar("aromos", "guardó", lambda m: m.con_actor(vieja), autor="beto", vista=1)

    assert almacen.leer("aromos").mesa.actor("serviu").influencia == 4


def test_el_nombre_de_la_mesa_en_disputa_se_dice_con_palabras(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "nombró", lambda m: m.con(nombre="A"), autor="ana", vista=1)

    with pytest.raises(Conflicto, match=r"nombre de la Mesa .*«A»; usted puso «B»"):
        almacen.cambiar("aromos", "nombró", lambda m: m.con(nombre="B"), autor="beto", vista=1)


def test_deshacer_lo_que_otro_toco_despues_es_conflicto_y_se_puede_insistir(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana")
    almacen.cambiar("aromos", "bajó", influencia(2), autor="beto")

    with pytest.raises(Conflicto) as caso:
        almacen.deshacer("aromos", autor="ana")
    registro = almacen.deshacer("aromos", autor="ana", vista=caso.value.version)

    assert (
        caso.value.autor,
        caso.value.campos[0].suyo,
        caso.value.campos[0].mio,
    ) == ("beto", 2, 3)
    assert registro.mesa.actor("serviu").influencia == 3


def test_deshacer_un_actor_del_que_otro_ya_depende_se_explica(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "agregó Junta", lambda m: m.con_actor(JUNTA), autor="ana")
    almacen.cambiar("aromos", "anotó", nota("clave", "junta"), autor="beto")

    with pytest.raises(Conflicto, match="la ficha de Junta de vecinos"):
        almacen.deshacer("aromos", autor="ana")

    assert almacen.leer("aromos").mesa.actor("junta").nota == "clave"


def test_lo_que_otro_quito_no_traba_la_pila_de_quien_deshace(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana")
    almacen.cambiar("aromos", "anotó", nota("llamar"), autor="ana")
    almacen.cambiar("aromos", "quitó", lambda m: m.sin_actor("muni"), autor="beto")
    with pytest.raises(Conflicto) as caso:
        almacen.deshacer("aromos", autor="ana")

    almacen.deshacer("aromos", autor="ana", vista=caso.value.version)
    registro = almacen.deshacer("aromos", autor="ana")

    assert registro.mesa.actor("serviu").influencia == 3
    assert "muni" not in registro.mesa.actores
