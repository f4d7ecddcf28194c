"""Las órdenes de la convocatoria: un estado, una fuente; y nada escrito se pisa."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.convocatoria import Convocatoria, Invitacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

CAMBIO = {"actor": "A29", "estado": "contactado", "fecha": "2026-11-21", "id": "c1"}


@pytest.fixture
def mesa() -> Mesa:
    return cargar_caso("mesa_campanilla").con(convocatoria=Convocatoria())


def hacer(mesa: Mesa, orden: str, **datos) -> tuple[str, Mesa]:
    frase, transicion = preparar(orden, mesa, datos)
    return frase, transicion(mesa)


def test_cambiar_el_estado_aqui_lo_cambia_en_el_mapa_y_deja_su_fecha(mesa):
    frase, despues = hacer(mesa, "cambiar_estado", **CAMBIO, nota="Contestó la alcaldía")

    assert despues.actor("A29").estado is Estado.CONTACTADO
    (cambio,) = despues.convocatoria.historia_de("A29")
    assert (cambio.de, cambio.a, cambio.fecha) == ("pendiente", "contactado", "2026-11-21")
    assert cambio.nota == "Contestó la alcaldía"
    assert frase == "Municipio de Valparaíso: convocatoria pendiente → contactado"


def test_cambiar_dos_veces_a_lo_mismo_no_deja_dos_cambios(mesa):
    _, una = hacer(mesa, "cambiar_estado", **CAMBIO)
    _, dos = hacer(una, "cambiar_estado", **{**CAMBIO, "id": "c2"})

    assert dos is una


def test_un_estado_que_no_existe_se_dice(mesa):
    with pytest.raises(ReglaRota, match="No hay un estado"):
        hacer(mesa, "cambiar_estado", **{**CAMBIO, "estado": "quizas"})


def test_sin_fecha_no_se_cambia_nada(mesa):
    with pytest.raises(ReglaRota):
        hacer(mesa, "cambiar_estado", **{**CAMBIO, "fecha": ""})


def test_una_carta_se_corrige_y_se_vuelve_a_la_plantilla(mesa):
    frase, corregida = hacer(mesa, "escribir_carta", actor="A29", texto="Estimado municipio:")
    vuelta, otra = hacer(corregida, "escribir_carta", actor="A29", texto="")

    assert corregida.convocatoria.invitaciones["A29"].carta == "Estimado municipio:"
    assert frase == "Corrigió la carta a Municipio de Valparaíso"
    assert otra.convocatoria.invitaciones["A29"].carta == ""
    assert vuelta.startswith("Volvió a la plantilla")


def test_la_plantilla_de_un_sector_se_cambia(mesa):
    frase, despues = hacer(mesa, "escribir_plantilla", sector="privado", texto="Hola {actor}")

    assert despues.convocatoria.plantillas["privado"].texto == "Hola {actor}"
    assert frase == "Cambió la plantilla de carta del sector privado"
    with pytest.raises(ReglaRota, match="No hay un sector"):
        hacer(mesa, "escribir_plantilla", sector="otro", texto="")


def test_proponer_llena_lo_vacio_y_no_pisa_lo_escrito(mesa):
    previa = Invitacion(id="A29", por_que="Lo escribió el equipo.")
    mesa = mesa.con(convocatoria=Convocatoria(invitaciones={"A29": previa}))
    fichas = {"A29": {"por_que": "Otra cosa", "ofrece": "Un acta"}, "A32": {"pide": "Que venga"}}

    frase, despues = hacer(mesa, "proponer_invitaciones", fichas=fichas)

    invitaciones = despues.convocatoria.invitaciones
    assert invitaciones["A29"].por_que == "Lo escribió el equipo."
    assert invitaciones["A29"].ofrece == "Un acta"
    assert invitaciones["A32"].pide == "Que venga"
    assert frase.startswith("Propuso un borrador de invitación a Municipio de Valparaíso y")


def test_proponer_sin_nada_que_proponer_lo_dice(mesa):
    with pytest.raises(ReglaRota, match="No queda nada que proponer"):
        hacer(mesa, "proponer_invitaciones", fichas={})
