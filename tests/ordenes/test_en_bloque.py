"""Editar en conjunto y pegar: muchas fichas, un solo cambio."""

import pytest

from mesa_territorial.dominio.actores import Actor, Estado, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.ordenes import preparar


@pytest.fixture
def mesa() -> Mesa:
    serviu = Actor(id="s", nombre="SERVIU", sector=Sector.PUBLICO)
    junta = Actor(id="j", nombre="Junta de Vecinos", sector=Sector.SOCIEDAD_CIVIL)
    vacia = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
    return vacia.con_actores((serviu, junta))


def test_editar_en_conjunto_pone_el_mismo_estado_a_todos(mesa):
    datos = {"ids": ["s", "j"], "campos": {"estado": "integra"}}

    frase, transicion = preparar("editar_actores", mesa, datos)
    nueva = transicion(mesa)

    assert frase == "SERVIU y Junta de Vecinos: convocatoria → Integra la Mesa"
    assert {a.estado for a in nueva.actores.values()} == {Estado.INTEGRA}


def test_no_se_puede_poner_el_mismo_nombre_a_varios(mesa):
    with pytest.raises(ReglaRota, match="de a uno"):
        preparar("editar_actores", mesa, {"ids": ["s", "j"], "campos": {"nombre": "X"}})


def test_pegar_cambia_las_fichas_que_existen_y_agrega_las_demas(mesa):
    actores = [{"id": "s", "influencia": 4.5}, {"id": "g", "nombre": "GORE", "sector": "publico"}]
    union = {"id": "r", "de": "s", "hacia": "g", "tipo": "mandato", "momento": "actual"}

    frase, transicion = preparar("pegar", mesa, {"actores": actores, "relaciones": [union]})
    nueva = transicion(mesa)

    assert frase == ("Pegó desde una planilla: agregó 1 actor, cambió 1 actor, agregó 1 relación")
    assert nueva.actor("s").influencia == 4.5
    assert nueva.actor("s").nombre == "SERVIU"
    assert nueva.actor("g").sector == Sector.PUBLICO
    assert nueva.relaciones["r"] == Relacion(
        id="r", de="s", hacia="g", tipo=TipoRelacion.MANDATO, momento="actual"
    )


def test_si_una_fila_pegada_no_sirve_no_entra_ninguna(mesa):
    actores = [{"id": "s", "influencia": 4}, {"id": "j", "influencia": 9}]

    _, transicion = preparar("pegar", mesa, {"actores": actores})

    with pytest.raises(ReglaRota, match="va de 1 a 5"):
        transicion(mesa)
    assert mesa.actor("s").influencia is None


def test_una_fila_nueva_sin_sector_dice_lo_que_falta(mesa):
    _, transicion = preparar("pegar", mesa, {"actores": [{"id": "n", "nombre": "Nueva"}]})

    with pytest.raises(ReglaRota, match="le falta: sector"):
        transicion(mesa)


def test_pegar_nada_se_dice(mesa):
    with pytest.raises(ReglaRota, match="nada que pegar"):
        preparar("pegar", mesa, {"actores": []})
