import pytest
from almacen.mesas import JUNTA, influencia, los_aromos, nota

from mesa_territorial.almacen import pila
from mesa_territorial.dominio.reglas import ReglaRota


def test_deshacer_y_rehacer_son_ilimitados(almacen):
    almacen.crear(los_aromos(), autor="ana")
    mesas = [almacen.leer("aromos").mesa]
    for n in range(30):
        cambio = nota(f"nota {n}")
        mesas.append(almacen.cambiar("aromos", f"anotó {n}", cambio, autor="ana").mesa)

    atras = [almacen.deshacer("aromos", autor="ana").mesa for _ in range(30)]
    adelante = [almacen.rehacer("aromos", autor="ana").mesa for _ in range(30)]

    assert mesas[-2::-1] == atras
    assert mesas[1:] == adelante


def test_deshacer_es_un_cambio_mas_y_la_bitacora_no_pierde_nada(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió SERVIU", influencia(4), autor="ana")

    registro = almacen.deshacer("aromos", autor="ana")

    assert (registro.version, registro.frase) == (3, "Deshizo: subió SERVIU")
    assert (registro.puede_deshacer, registro.puede_rehacer) == (False, True)
    deshechos = [(s.tipo, s.deshecho) for s in almacen.historial("aromos")]
    assert deshechos == [("deshacer", False), ("cambio", True), ("crear", False)]


def test_sin_nada_que_deshacer_o_rehacer_se_dice_amablemente(almacen):
    almacen.crear(los_aromos(), autor="ana")

    with pytest.raises(ReglaRota, match="No queda nada suyo por deshacer"):
        almacen.deshacer("aromos", autor="ana")
    with pytest.raises(ReglaRota, match="No queda nada suyo por rehacer"):
        almacen.rehacer("aromos", autor="ana")


def test_cada_persona_deshace_lo_suyo_aunque_otra_haya_seguido(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana")
    almacen.cambiar("aromos", "anotó", nota("llamar"), autor="beto")

    mesa = almacen.deshacer("aromos", autor="ana").mesa

    assert (mesa.actor("serviu").influencia, mesa.actor("muni").nota) == (3, "llamar")


def test_un_cambio_nuevo_descarta_lo_que_quedaba_por_rehacer(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "subió", influencia(4), autor="ana")
    almacen.deshacer("aromos", autor="ana")

    registro = almacen.cambiar("aromos", "bajó", influencia(2), autor="ana")

    assert not registro.puede_rehacer
    assert [s.deshecho for s in almacen.historial("aromos") if s.tipo == "cambio"] == [False, True]


def test_un_actor_quitado_vuelve_con_sus_relaciones(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "quitó", lambda m: m.sin_actor("muni"), autor="ana")

    registro = almacen.deshacer("aromos", autor="ana")

    assert los_aromos() == registro.mesa


def test_una_importacion_entera_se_deshace_de_una_vez(almacen):
    almacen.crear(los_aromos(), autor="ana")

    def importar(mesa):
        return mesa.con_actor(JUNTA).con_cambio_de_actor("serviu", influencia=1)

    almacen.cambiar("aromos", "Importó 2 actores", importar, autor="ana")

    assert los_aromos() == almacen.deshacer("aromos", autor="ana").mesa


def test_deshacer_con_el_mismo_evento_retrocede_un_solo_paso(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.cambiar("aromos", "a", influencia(4), autor="ana")
    almacen.cambiar("aromos", "b", influencia(5), autor="ana")

    almacen.deshacer("aromos", autor="ana", evento="d-1")
    registro = almacen.deshacer("aromos", autor="ana", evento="d-1")

    assert registro.mesa.actor("serviu").influencia == 4


def test_las_pilas_guardadas_son_las_que_resultan_de_la_bitacora(almacen):
    almacen.crear(los_aromos(), autor="ana")
    for autor, valor in (("ana", 4), ("ana", 5), ("beto", 2)):
        almacen.cambiar("aromos", "movió", influencia(valor), autor=autor)
    almacen.deshacer("aromos", autor="beto")
    almacen.deshacer("aromos", autor="ana")
    almacen.rehacer("aromos", autor="ana")
    almacen.deshacer("aromos", autor="ana")

    sucesos = almacen.parche_desde("aromos", 0)

    deshechos = {n for (_, n), deshecho in pila.plegar(sucesos).items() if deshecho}
    assert {3, 4} == deshechos
    assert deshechos == {s.numero for s in sucesos if s.deshecho}
