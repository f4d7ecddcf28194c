"""El tipo de Mesa aconsejado: el alcance manda, lo que falta impide y el equipo decide aparte."""

from dataclasses import replace
from typing import Any

import pytest

from mesa_territorial.analisis.coalicion import (
    OrigenDelAlcance,
    Sentido,
    aconsejar_tipo,
    pugna_con_la_escala,
    que_lo_cambiaria,
    tipo_de_la_mesa,
)
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Sector
from mesa_territorial.dominio.coalicion import (
    Alcance,
    Coalicion,
    LugarDeLaComunidad,
    Tarea,
    TipoDeMesa,
)
from mesa_territorial.dominio.escala import Escala
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

CAMPANILLA, SAN_PEDRO = cargar_caso("mesa_campanilla"), cargar_caso("mesa_san_pedro")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))


def con(mesa: Mesa, **campos: Any) -> Mesa:
    return mesa.con(coalicion=replace(mesa.coalicion, **campos))


def con_estado(mesa: Mesa, id_actor: str, estado: Estado) -> Mesa:
    return mesa.con_cambio_de_actor(id_actor, estado=estado)


def frases(mesa: Mesa, tipo: TipoDeMesa, *sentidos: Sentido) -> str:
    razones = aconsejar_tipo(mesa).razones[tipo]
    return " ".join(r.frase for r in razones if not sentidos or r.sentido in sentidos)


def test_en_campanilla_conviene_la_territorial_y_dice_quien_decide_fuera():
    consejo = aconsejar_tipo(CAMPANILLA)

    assert consejo.aconsejado is consejo.calza is TipoDeMesa.TERRITORIAL
    en_contra = frases(CAMPANILLA, TipoDeMesa.TERRITORIAL, Sentido.EN_CONTRA)
    assert "Municipio de Valparaíso" in en_contra


def test_en_san_pedro_conviene_la_comunal_como_dice_la_fuente():
    consejo = aconsejar_tipo(SAN_PEDRO)

    assert consejo.aconsejado is TipoDeMesa.COMUNAL
    assert SAN_PEDRO.coalicion.tipo is TipoDeMesa.COMUNAL
    assert "Convoca Municipalidad de San Pedro" in frases(SAN_PEDRO, TipoDeMesa.COMUNAL)


def test_sin_el_municipio_la_comunal_esta_impedida_y_se_parte_con_otra():
    mesa = con(CAMPANILLA, alcance=Alcance.COMUNA)

    consejo = aconsejar_tipo(mesa)

    assert (consejo.calza, consejo.aconsejado) == (TipoDeMesa.COMUNAL, TipoDeMesa.TERRITORIAL)
    assert consejo.impedimentos(TipoDeMesa.COMUNAL)[0].ids == ("A29",)
    assert "Mientras tanto" in consejo.frase


def test_cuando_el_municipio_integra_la_comunal_se_destraba():
    mesa = con_estado(con(CAMPANILLA, alcance=Alcance.COMUNA), "A29", Estado.INTEGRA)

    assert aconsejar_tipo(mesa).aconsejado is TipoDeMesa.COMUNAL


@pytest.mark.parametrize(
    ("alcance", "tipo"),
    [
        (Alcance.PARTE, TipoDeMesa.TERRITORIAL),
        (Alcance.COMUNA, TipoDeMesa.COMUNAL),
        (Alcance.COMUNAS, TipoDeMesa.INTERCOMUNAL),
        (Alcance.REGION, TipoDeMesa.REGIONAL),
    ],
)
def test_el_alcance_del_problema_dice_que_tipo_calza(alcance, tipo):
    assert aconsejar_tipo(con(CAMPANILLA, alcance=alcance)).calza is tipo


def test_una_sola_iniciativa_en_una_comuna_cabe_en_un_convenio_pero_no_en_una_region():
    acotada = con(CAMPANILLA, tarea=Tarea.INICIATIVA)

    assert aconsejar_tipo(acotada).calza is TipoDeMesa.CONVENIO
    assert aconsejar_tipo(con(acotada, alcance=Alcance.REGION)).calza is TipoDeMesa.REGIONAL


def test_el_convenio_y_la_regional_dejan_fuera_a_la_comunidad_y_la_comunal_la_incorpora():
    mesa = con(CAMPANILLA, lugar_de_la_comunidad=LugarDeLaComunidad.INTEGRA)

    for tipo in (TipoDeMesa.CONVENIO, TipoDeMesa.REGIONAL):
        assert "queda como beneficiaria" in frases(mesa, tipo, Sentido.EN_CONTRA)
    assert "se incorpora" in frases(mesa, TipoDeMesa.COMUNAL, Sentido.A_FAVOR)


def test_todo_tipo_tiene_alguna_razon_en_contra_o_que_lo_impide_en_campanilla():
    for tipo in TipoDeMesa:
        assert frases(CAMPANILLA, tipo, Sentido.EN_CONTRA, Sentido.IMPIDE), tipo


def test_todo_impedimento_dice_que_hacer():
    for mesa in (VACIA, CAMPANILLA, SAN_PEDRO):
        consejo = aconsejar_tipo(mesa)
        for tipo in TipoDeMesa:
            assert all(r.que_hacer and r.por_que for r in consejo.impedimentos(tipo))


def test_con_el_mapa_vacio_no_se_aconseja_ninguno():
    consejo = aconsejar_tipo(VACIA)

    assert consejo.aconsejado is None
    assert consejo.frase == "Todavía no hay con qué aconsejar: el mapa no tiene actores."
    assert consejo.origen is OrigenDelAlcance.TERRITORIO


def test_con_un_solo_servicio_en_el_mapa_tampoco_se_puede_partir_y_se_dice():
    servicio = Actor(id="S", nombre="FOSIS", sector=Sector.PUBLICO, nivel=Nivel.REGION)

    consejo = aconsejar_tipo(VACIA.con_actor(servicio))

    assert consejo.aconsejado is None
    assert "Tampoco se puede partir con uno más pequeño" in consejo.frase


def test_la_intercomunal_necesita_dos_instituciones_de_comuna():
    vecino = Actor(id="V1", nombre="Municipio vecino", sector=Sector.PUBLICO, nivel=Nivel.COMUNA)
    antes = con(CAMPANILLA, alcance=Alcance.COMUNAS)

    assert aconsejar_tipo(antes).aconsejado is not TipoDeMesa.INTERCOMUNAL
    assert aconsejar_tipo(antes.con_actor(vecino)).aconsejado is TipoDeMesa.INTERCOMUNAL


def test_sin_alcance_respondido_vale_el_nivel_decidido_en_la_escala():
    mesa = CAMPANILLA.con(coalicion=Coalicion(), escala=Escala(nivel_mesa=Nivel.REGION))

    assert aconsejar_tipo(mesa).origen is OrigenDelAlcance.ESCALA
    assert aconsejar_tipo(mesa).calza is TipoDeMesa.REGIONAL


def test_si_el_alcance_no_calza_con_la_escala_decidida_se_avisa():
    mesa = con(CAMPANILLA.con(escala=Escala(nivel_mesa=Nivel.REGION)), alcance=Alcance.PARTE)

    assert "el nivel región para la Mesa" in pugna_con_la_escala(mesa)
    assert pugna_con_la_escala(con(mesa, alcance=Alcance.REGION)) == ""
    assert pugna_con_la_escala(VACIA) == ""


def test_que_lo_cambiaria_nombra_cada_otro_alcance_y_lo_que_hoy_lo_impide():
    dichos = que_lo_cambiaria(CAMPANILLA)

    assert len(dichos) == 4
    assert "toda una comuna, pediría una Mesa comunal, que hoy no se puede." in dichos[0]
    assert "bastaría un convenio tripartito" in dichos[-1]


def test_que_lo_cambiaria_empieza_por_destrabar_lo_impedido():
    primero = que_lo_cambiaria(con(CAMPANILLA, alcance=Alcance.COMUNA))[0]

    assert primero.startswith("Para que se pueda una Mesa comunal: consiga que")


def test_la_decision_del_equipo_manda_sobre_el_consejo_y_lleva_su_razon():
    decidido = tipo_de_la_mesa(con(CAMPANILLA, tipo=TipoDeMesa.REGIONAL, razon="Convoca el GORE."))
    aconsejado = tipo_de_la_mesa(con(CAMPANILLA, tipo=None))

    assert (decidido.nombre, decidido.decidido, decidido.razon) == (
        "Mesa regional",
        True,
        "Convoca el GORE.",
    )
    assert (aconsejado.tipo, aconsejado.decidido) == (TipoDeMesa.TERRITORIAL, False)
    assert tipo_de_la_mesa(VACIA).nombre == ""
