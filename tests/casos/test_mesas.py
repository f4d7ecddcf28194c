"""Los casos de práctica, contra lo que dicen sus fuentes y su propio oráculo de red."""

import json
from collections import Counter

import networkx as nx
import pytest

from mesa_territorial import contenido
from mesa_territorial.casos import cargar_caso, listar_casos
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.actores import Estado, Nivel, Procedencia, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota


@pytest.fixture(scope="module")
def campanilla() -> Mesa:
    return cargar_caso("mesa_campanilla")


def test_campanilla_trae_34_actores_y_28_en_la_mesa(campanilla):
    integran = [a for a in campanilla.actores.values() if a.estado is Estado.INTEGRA]

    assert len(campanilla.actores) == 34
    assert len(integran) == 28


def test_en_la_mesa_hay_nueve_publicos_seis_privados_cuatro_de_academia_y_nueve_sociales(
    campanilla,
):
    integran = Counter(a.sector for a in campanilla.actores.values() if a.estado is Estado.INTEGRA)

    assert integran == {
        Sector.PUBLICO: 9,
        Sector.PRIVADO: 6,
        Sector.ACADEMIA: 4,
        Sector.SOCIEDAD_CIVIL: 9,
    }


def test_el_municipio_de_valparaiso_esta_pendiente_y_consta_en_la_fuente(campanilla):
    municipio = campanilla.actor("A29")

    assert municipio.nombre == "Municipio de Valparaíso"
    assert municipio.estado is Estado.PENDIENTE
    assert municipio.nivel is Nivel.COMUNA
    assert municipio.procedencia is Procedencia.FUENTE
    assert "informe PNUD–FOSIS 2020" in municipio.fuente


def test_solo_siete_actores_constan_en_la_fuente_y_los_demas_van_marcados(campanilla):
    procedencias = Counter(a.procedencia for a in campanilla.actores.values())

    assert procedencias == {Procedencia.FUENTE: 7, Procedencia.ILUSTRATIVO: 27}
    assert campanilla.ilustrativa


def test_quien_no_fue_convocado_queda_por_convocar(campanilla):
    propietaria = campanilla.actor("A33")

    assert propietaria.estado is Estado.POR_CONVOCAR


def test_campanilla_abre_con_cada_actor_en_su_lugar_y_ninguno_fijado(campanilla):
    lugares = {(a.x, a.y) for a in campanilla.actores.values()}

    assert all(a.tiene_lugar and not a.fijado for a in campanilla.actores.values())
    assert len(lugares) == 34


def test_el_antes_va_primero_y_cada_momento_tiene_sus_relaciones(campanilla):
    momentos = [m.id for m in campanilla.momentos_en_orden]
    veces = Counter(r.momento for r in campanilla.relaciones.values())

    assert momentos == ["antes", "despues"]
    assert veces == {"antes": 46, "despues": 84}


@pytest.mark.parametrize(("momento", "clave"), [("antes", "antes"), ("despues", "después")])
def test_la_red_de_campanilla_es_la_del_oraculo(campanilla, momento, clave):
    ruta = contenido.ruta("datos_ejemplo", "casos", "mesa_campanilla", "oraculo_red.json")
    oraculo = json.loads(ruta.read_text(encoding="utf-8"))[clave]
    red = nx.Graph()
    red.add_nodes_from(campanilla.actores)

    red.add_edges_from(
        (r.de, r.hacia)
        for r in campanilla.relaciones.values()
        if r.momento == momento and r.tipo != "conflicto"
    )

    assert red.number_of_edges() == oraculo["enlaces"]
    assert nx.number_connected_components(red) == oraculo["componentes"]
    assert sorted(nx.articulation_points(red)) == oraculo["puntos_articulacion"]


def test_san_pedro_son_nueve_actores_sin_red(campanilla):
    san_pedro = cargar_caso("mesa_san_pedro")

    assert len(san_pedro.actores) == 9
    assert san_pedro.relaciones == {}
    assert not any(a.tiene_lugar for a in san_pedro.actores.values())
    assert san_pedro.territorio.cut_comuna == "13505"
    assert san_pedro.actor("SPA7").sector is Sector.SOCIEDAD_CIVIL
    assert san_pedro.actor("SPA8").estado is Estado.POR_CONVOCAR
    assert san_pedro.actor("SPA3").procedencia is Procedencia.ILUSTRATIVO


@pytest.mark.parametrize("clave", [c.clave for c in listar_casos()])
def test_todo_caso_se_guarda_y_se_vuelve_a_leer_igual(clave):
    mesa = cargar_caso(clave)

    assert mesa == a_mesa(a_documento(mesa))


def test_los_casos_se_listan_por_su_carpeta():
    assert [c.clave for c in listar_casos()] == ["mesa_campanilla", "mesa_san_pedro"]


@pytest.mark.parametrize("clave", ["no_existe", "..", "huella_local", ""])
def test_un_caso_que_no_existe_lo_dice_en_castellano(clave):
    with pytest.raises(ReglaRota, match="No hay un caso de práctica"):
        cargar_caso(clave)
