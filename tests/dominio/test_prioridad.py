"""Lo que se guarda de la priorización: grupos y no personas, notas de 1 a 5, fechas de verdad."""

import pytest

from mesa_territorial.analisis.consenso_cuantiles import METODOS, POR_DEFECTO
from mesa_territorial.casos import cargar_caso
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.prioridad import DecisionDeActor, Evaluacion, Evaluador, Prioridad
from mesa_territorial.dominio.prioridad_codigos import MetodoDeCuantil, MetodoDePrioridad, Trato
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.esquemas import prioridad as dichos

CASO = cargar_caso("mesa_campanilla")


@pytest.mark.parametrize("nota", [0, 5.1, -1])
def test_una_nota_va_de_uno_a_cinco(nota):
    with pytest.raises(ReglaRota, match="va de 1 a 5"):
        Evaluacion(legitimidad=nota)


def test_un_evaluador_es_un_grupo_y_no_un_correo():
    with pytest.raises(ReglaRota, match="rol o el grupo"):
        Evaluador(id="e", nombre="  ")
    with pytest.raises(ReglaRota, match="no a una persona"):
        Evaluador(id="e", nombre="rosa@ejemplo.cl")


def test_dos_evaluadores_no_se_llaman_igual():
    dos = {i: Evaluador(id=i, nombre=n) for i, n in (("a", "Equipo  FOSIS"), ("b", "equipo fosis"))}

    with pytest.raises(ReglaRota, match="Ya hay un evaluador"):
        Prioridad(evaluadores=dos)


def test_una_fecha_que_no_es_se_dice_con_su_remedio():
    with pytest.raises(ReglaRota, match=r"no es una fecha\. Elíjala del calendario"):
        DecisionDeActor(id="a", fecha="31-02-2026")
    with pytest.raises(ReglaRota, match=r"no es una fecha\. Elíjala del calendario"):
        Prioridad(fecha="ayer")


def test_quitar_un_actor_se_lleva_sus_evaluaciones_y_su_decision():
    sin = CASO.sin_actor("A24")

    assert "A24" not in sin.prioridad.decisiones
    assert all("A24" not in e.evaluaciones for e in sin.prioridad.evaluadores.values())
    assert len(sin.prioridad.evaluadores) == 4


def test_no_se_decide_sobre_quien_no_esta_en_el_mapa():
    with pytest.raises(ReglaRota, match="ya no está en el mapa"):
        CASO.con(prioridad=Prioridad(decisiones={"X": DecisionDeActor(id="X")}))


def test_el_documento_la_lleva_y_la_trae_igual():
    assert a_mesa(a_documento(CASO)) == CASO


def test_los_metodos_de_cuantil_son_los_que_sabe_calcular_el_analisis():
    assert [m.value for m in MetodoDeCuantil] == list(METODOS)
    assert Prioridad().cuantil == POR_DEFECTO


def test_todo_codigo_tiene_su_nombre_en_castellano():
    assert list(dichos.METODOS) == list(MetodoDePrioridad)
    assert list(dichos.CUANTILES) == list(MetodoDeCuantil)
    assert list(dichos.TRATOS) == list(Trato)
