"""Quién hizo qué se decide por identidad, no por cómo firma."""

import pytest
from almacen.mesas import influencia, los_aromos, nota

from mesa_territorial.almacen import Autor, Conflicto, tablas
from mesa_territorial.dominio.reglas import ReglaRota

UNA = Autor("Usted", "p-una")
OTRA = Autor("Usted", "p-otra")


@pytest.fixture
def mesa(almacen):
    almacen.crear(los_aromos(), autor=UNA)
    return almacen


def test_dos_personas_que_firman_igual_no_comparten_deshacer(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA)

    with pytest.raises(ReglaRota, match="No queda nada suyo"):
        mesa.deshacer("aromos", autor=OTRA)

    assert not mesa.leer("aromos", autor=OTRA).puede_deshacer
    assert mesa.deshacer("aromos", autor=UNA).mesa.actor("serviu").influencia == 3


def test_dos_personas_que_firman_igual_se_avisan_el_choque(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA, vista=1)

    with pytest.raises(Conflicto):
        mesa.cambiar("aromos", "movió", influencia(5), autor=OTRA, vista=1)

    assert mesa.cambiar("aromos", "movió", influencia(5), autor=UNA, vista=1).version == 3


def test_quien_cambia_de_nombre_sigue_siendo_quien_era(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA)

    rosa = Autor("Rosa", UNA.persona)

    assert mesa.leer("aromos", autor=rosa).puede_deshacer
    assert mesa.deshacer("aromos", autor=rosa).mesa.actor("serviu").influencia == 3
    assert mesa.rehacer("aromos", autor=UNA).mesa.actor("serviu").influencia == 4
    assert [s.autor for s in mesa.historial("aromos")] == ["Usted", "Rosa", "Usted", "Usted"]


def test_deshacer_no_elige_el_cambio_de_otra_persona_que_firma_igual(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA)
    mesa.cambiar("aromos", "anotó", nota("llamar"), autor=OTRA)

    registro = mesa.deshacer("aromos", autor=UNA)

    assert registro.mesa.actor("muni").nota == "llamar"
    assert [s.deshecho for s in mesa.historial("aromos")][2] is True


def test_lo_anotado_antes_de_guardar_identidades_sigue_por_el_nombre(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor="Ana")

    ana = Autor("Ana", "local")

    assert mesa.deshacer("aromos", autor=ana).mesa.actor("serviu").influencia == 3
    assert mesa.rehacer("aromos", autor=ana).mesa.actor("serviu").influencia == 4
    assert not mesa.leer("aromos", autor=Autor("Beto", "local")).puede_deshacer


def test_quien_no_tiene_identidad_no_deshace_lo_de_quien_si_la_tiene(mesa):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA)

    assert not mesa.leer("aromos", autor="Usted").puede_deshacer


def test_cada_suceso_dice_el_nombre_y_la_identidad(mesa):
    (crear,) = mesa.historial("aromos")

    assert (crear.autor, crear.persona) == ("Usted", "p-una")
    with mesa._leyendo() as conexion:
        assert conexion.execute(tablas.pila.select()).all() == []


def test_las_identidades_de_un_archivo_no_valen_aqui(mesa, reloj):
    mesa.cambiar("aromos", "movió", influencia(4), autor=UNA)
    sucesos = sorted(mesa.historial("aromos"), key=lambda s: s.numero)

    mesa.incorporar(los_aromos("copia"), sucesos, autor=OTRA)

    traidos = mesa.historial("copia")
    assert {s.persona for s in traidos if s.tipo != "importar"} == {""}
    assert traidos[0].persona == "p-otra"
