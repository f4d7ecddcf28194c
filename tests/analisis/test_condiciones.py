"""¿Hay condiciones? El veredicto sale de las respuestas y de lo que la Mesa ya muestra."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.coalicion import Veredicto, chequear
from mesa_territorial.analisis.coalicion.consecuencias import CONSECUENCIAS, CORTAS
from mesa_territorial.analisis.coalicion.cruces import cruzar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Sector
from mesa_territorial.dominio.coalicion import (
    CONDICIONES,
    DE_PARTIDA,
    Coalicion,
    Condicion,
    Respuesta,
)
from mesa_territorial.dominio.genero import Genero, Representacion
from mesa_territorial.dominio.genero_codigos import Conduccion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.esquemas.coalicion_palabras import PREGUNTAS

CAMPANILLA = cargar_caso("mesa_campanilla")
SAN_PEDRO = cargar_caso("mesa_san_pedro")
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
HECHO = "Acta de la asamblea del 3 de marzo."


def con(mesa: Mesa, evidencia: str = HECHO, **respuestas: Respuesta) -> Mesa:
    """La Mesa con otras respuestas a esas condiciones."""
    puestas = {c: Condicion(id=c, respuesta=r, evidencia=evidencia) for c, r in respuestas.items()}
    condiciones = {**mesa.coalicion.condiciones, **puestas}
    return mesa.con(coalicion=replace(mesa.coalicion, condiciones=condiciones))


def toda(respuesta: Respuesta) -> dict[str, Respuesta]:
    return dict.fromkeys(CONDICIONES, respuesta)


def razon(mesa: Mesa, condicion: str):
    return next(r for r in chequear(mesa).razones if r.condicion == condicion)


def test_cada_respuesta_de_cada_condicion_tiene_su_consecuencia_y_que_hacer():
    assert set(CONSECUENCIAS) == {(c, str(r)) for c in CONDICIONES for r in Respuesta}
    assert len({texto for texto, _ in CONSECUENCIAS.values()}) == 40
    assert all(hacer.endswith(".") for _, hacer in CONSECUENCIAS.values())
    assert tuple(PREGUNTAS) == tuple(CORTAS) == CONDICIONES


def test_una_mesa_vacia_no_concluye_y_dice_que_falta_saber():
    chequeo = chequear(VACIA)

    assert chequeo.veredicto is Veredicto.FALTA_SABER
    assert "falta saber si hay" in chequeo.frase
    assert all(CORTAS[c] in chequeo.frase for c in DE_PARTIDA)
    assert not any(CORTAS[c] in chequeo.frase for c in set(CONDICIONES) - set(DE_PARTIDA))


@pytest.mark.parametrize("condicion", DE_PARTIDA)
def test_un_no_de_partida_no_se_compensa_con_nueve_si(condicion):
    mesa = con(CAMPANILLA, **toda(Respuesta.SI) | {condicion: Respuesta.NO})

    chequeo = chequear(mesa)

    assert chequeo.veredicto is Veredicto.TODAVIA_NO
    assert CORTAS[condicion] in chequeo.frase


def test_un_no_en_el_camino_deja_una_tarea():
    completa = con(CAMPANILLA, **toda(Respuesta.SI) | {"continuidad": Respuesta.NO})

    assert chequear(completa).veredicto is Veredicto.CON_TAREAS


def test_no_saber_una_de_partida_impide_concluir_aunque_el_resto_sea_si():
    mesa = con(CAMPANILLA, **toda(Respuesta.SI) | {"tiempo": Respuesta.NO_SABEMOS})

    assert chequear(mesa).veredicto is Veredicto.FALTA_SABER
    assert "tiempo" in chequear(mesa).frase


def test_un_si_sin_hecho_es_una_tarea_y_no_una_fortaleza():
    mesa = con(CAMPANILLA, evidencia="  ", tiempo=Respuesta.SI)

    assert razon(mesa, "tiempo").sin_hecho
    assert razon(mesa, "tiempo").tono is Tono.ALERTA


def test_hay_condiciones_cuando_las_diez_tienen_hecho_y_el_mapa_no_las_contradice():
    todos = {i: replace(a, estado=Estado.INTEGRA) for i, a in CAMPANILLA.actores.items()}
    mesa = con(CAMPANILLA.con(actores=todos), **toda(Respuesta.SI))

    chequeo = chequear(mesa)

    assert chequeo.veredicto is Veredicto.HAY_CONDICIONES
    assert chequeo.pendientes == ()


def test_si_se_dice_que_quien_decide_esta_y_el_mapa_muestra_que_no_se_hace_notar():
    mesa = con(CAMPANILLA, decision=Respuesta.SI)

    assert razon(mesa, "decision").contradice
    assert razon(mesa, "decision").cruce.ids == ("A29", "A32", "A33")
    assert chequear(mesa).veredicto is Veredicto.CON_TAREAS


def test_si_se_dice_que_hay_comunidad_y_el_mapa_no_tiene_organizaciones_se_hace_notar():
    sin_civiles = Mesa(
        id="m",
        nombre="Sin comunidad",
        territorio=CAMPANILLA.territorio,
        actores={
            i: a for i, a in CAMPANILLA.actores.items() if a.sector is not Sector.SOCIEDAD_CIVIL
        },
    )

    assert razon(con(sin_civiles, comunidad=Respuesta.SI), "comunidad").contradice


def test_una_mesa_sin_actores_no_contradice_lo_que_todavia_no_puede_mostrar():
    mesa = con(VACIA.con(objetivo="Agua potable"), **toda(Respuesta.SI))

    contradicen = {r.condicion for r in chequear(mesa).razones if r.contradice}

    assert contradicen == {"convocante"}


def test_el_cruce_nombra_a_quien_convoca_y_a_cuantos_llega():
    cruce = cruzar(CAMPANILLA, "convocante")

    assert cruce.apoya is True
    assert "29 actores y llega a 4 sectores además del suyo" in cruce.frase


def test_en_san_pedro_falta_la_academia_y_el_mapa_lo_dice():
    assert cruzar(SAN_PEDRO, "sectores").frase == "En el mapa no hay nadie de: academia."
    assert cruzar(SAN_PEDRO, "sectores").apoya is False


def test_los_problemas_con_llaves_en_varias_manos_apoyan_la_primera_condicion():
    assert CAMPANILLA.escala.problemas
    assert "En «Territorio y escala» hay 10 problemas" in cruzar(CAMPANILLA, "problema").frase


def test_quien_lidera_se_toma_de_la_estrategia_de_genero_y_si_no_hay_del_nombre():
    sin_genero = CAMPANILLA.con(genero=Genero())
    lidera = Representacion(id="A21", conduccion=Conduccion.MUJERES)
    con_genero = CAMPANILLA.con(genero=Genero(representaciones={"A21": lidera}))

    assert cruzar(sin_genero, "participacion").ids == ("A08", "A24")
    assert "por su nombre" in cruzar(sin_genero, "participacion").frase
    assert cruzar(con_genero, "participacion").ids == ("A21",)


def test_el_tiempo_no_se_cruza_con_nada_porque_la_mesa_no_lo_guarda():
    assert cruzar(CAMPANILLA, "tiempo") is None


def test_en_campanilla_hay_condiciones_con_cinco_tareas():
    chequeo = chequear(CAMPANILLA)

    assert chequeo.veredicto is Veredicto.CON_TAREAS
    assert [r.condicion for r in chequeo.pendientes] == [
        "recursos",
        "tiempo",
        "decision",
        "participacion",
        "continuidad",
    ]


respuestas = st.fixed_dictionaries(dict.fromkeys(CONDICIONES, st.sampled_from(Respuesta)))


@given(respuestas)
def test_mejorar_una_respuesta_nunca_empeora_el_veredicto(puestas):
    orden = [
        Veredicto.TODAVIA_NO,
        Veredicto.FALTA_SABER,
        Veredicto.CON_TAREAS,
        Veredicto.HAY_CONDICIONES,
    ]
    antes = orden.index(chequear(con(CAMPANILLA, **puestas)).veredicto)

    for condicion in CONDICIONES:
        mejor = con(CAMPANILLA, **puestas | {condicion: Respuesta.SI})

        assert orden.index(chequear(mejor).veredicto) >= antes


@given(respuestas)
def test_siempre_hay_diez_razones_con_algo_que_hacer(puestas):
    razones = chequear(con(CAMPANILLA, **puestas)).razones

    assert [r.condicion for r in razones] == list(CONDICIONES)
    assert all(r.consecuencia and r.que_hacer for r in razones)


def test_una_coalicion_sin_nada_se_puede_guardar():
    assert Coalicion().respuesta("problema") is None
