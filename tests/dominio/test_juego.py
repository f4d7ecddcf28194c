"""El juego de actores en la Mesa: casillas, objetivos y lo que pasa al quitar a alguien."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.casos import cargar_caso
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.juego import (
    Carne,
    InfluenciaDirecta,
    Juego,
    ObjetivoEnJuego,
    PosicionAnteObjetivo,
    casilla,
)
from mesa_territorial.dominio.reglas import ReglaRota

MESA = cargar_caso("mesa_campanilla")


def influencia(quien: str, sobre: str, **campos) -> InfluenciaDirecta:
    return InfluenciaDirecta(id=casilla(quien, sobre), quien=quien, sobre=sobre, **campos)


def posicion(actor: str, objetivo: str, **campos) -> PosicionAnteObjetivo:
    return PosicionAnteObjetivo(
        id=casilla(actor, objetivo), actor=actor, objetivo=objetivo, **campos
    )


@pytest.mark.parametrize("valor", [-1, 5, 2.5e9])
def test_una_influencia_va_de_cero_a_cuatro(valor):
    with pytest.raises(ReglaRota, match="de 0 a 4"):
        influencia("a", "b", valor=valor)


@pytest.mark.parametrize("valor", [-5, 5])
def test_una_posicion_va_de_menos_cuatro_a_cuatro(valor):
    with pytest.raises(ReglaRota, match="de -4 a 4"):
        posicion("a", "o", valor=valor)


def test_nadie_se_influye_a_si_mismo():
    with pytest.raises(ReglaRota, match="sí mismo"):
        influencia("a", "a", valor=1)


def test_vacia_no_es_cero():
    assert influencia("a", "b").esta_vacia
    assert not influencia("a", "b", valor=0).esta_vacia
    assert not influencia("a", "b", dudosa=True).esta_vacia


def test_borrar_una_casilla_la_saca_del_documento():
    juego = Juego().con_influencias(influencia("a", "b", valor=3))

    assert juego.con_influencias(influencia("a", "b")).influencias == {}


def test_quitar_un_objetivo_se_lleva_sus_posiciones():
    objetivo = ObjetivoEnJuego(id="o", nombre="Urbanizar")
    juego = Juego(objetivos={"o": objetivo}).con_posiciones(posicion("a", "o", valor=-4))

    assert Juego(posiciones=juego.posiciones).posiciones == {}


def test_no_se_toma_posicion_ante_un_objetivo_que_no_esta():
    with pytest.raises(ReglaRota, match="ya no está"):
        Juego().con_posiciones(posicion("a", "o", valor=1))


def test_un_actor_entra_una_sola_vez():
    with pytest.raises(ReglaRota, match="dos veces"):
        Juego(actores=("a", "a"))


def test_sacar_a_un_actor_del_mapa_borra_todo_juicio_sobre_el():
    juego = MESA.sin_actor("A02").juego

    assert "A02" not in juego.actores
    assert "A02" not in set(juego.actores_citados())
    assert len(juego.influencias) == 129 - 22


def test_un_carne_sin_nada_esta_vacio():
    assert Carne(id="a", fines="  ").esta_vacio
    assert not Carne(id="a", medios="Una firma").esta_vacio


def test_el_nombre_corto_de_un_objetivo_es_opcional():
    assert ObjetivoEnJuego(id="o", nombre="Urbanizar").rotulo == "Urbanizar"
    assert ObjetivoEnJuego(id="o", nombre="Urbanizar", corto="Urb").rotulo == "Urb"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(0, 4))))
def test_lo_anotado_al_ultimo_es_lo_que_queda(anotado):
    juego, esperado = Juego(), {}
    for quien, sobre, valor in anotado:
        if quien != sobre:
            juego = juego.con_influencias(influencia(quien, sobre, valor=valor))
            esperado[casilla(quien, sobre)] = valor

    assert {i: x.valor for i, x in juego.influencias.items()} == esperado


def test_el_caso_vuelve_igual_de_su_documento():
    assert a_mesa(a_documento(MESA)).juego == MESA.juego
