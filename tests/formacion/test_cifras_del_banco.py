"""Toda cifra de los ejercicios sale de un caso o de una red publicada, y aquí se vuelve a contar.

Se cuenta con networkx sobre el caso, sin pasar por el análisis del kit: son dos caminos distintos.
"""

from collections import Counter
from functools import cache

import networkx as nx
import pytest

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.actores import Estado, TipoRelacion
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.textos import SECTORES, numero

BANCO = cargar_banco("03_mapa_de_actores")
MESA = cargar_caso("mesa_campanilla")
MOMENTOS = ("antes", "despues")


@cache
def red(momento: str) -> nx.Graph:
    """Los 34 actores y sus relaciones que no son de conflicto."""
    grafo = nx.Graph()
    grafo.add_nodes_from(a.nombre for a in MESA.actores.values())
    grafo.add_edges_from(
        (MESA.actor(r.de).nombre, MESA.actor(r.hacia).nombre)
        for r in MESA.relaciones.values()
        if r.momento == momento and r.tipo is not TipoRelacion.CONFLICTO
    )
    return grafo


def cruces(momento: str) -> tuple[int, int]:
    """Enlaces entre sectores y dentro de un sector."""
    sector = {a.nombre: a.sector for a in MESA.actores.values()}
    externos = sum(sector[u] != sector[v] for u, v in red(momento).edges)
    return externos, red(momento).number_of_edges() - externos


def llamado(parte: str) -> str:
    [nombre] = [a.nombre for a in MESA.actores.values() if parte in a.nombre]
    return nombre


def sueltos_sin(momento: str, nombre: str) -> set[str]:
    """Quienes quedan fuera del grupo mayor si ese actor sale, y antes estaban dentro."""
    completa = red(momento)
    resto = completa.subgraph(set(completa) - {nombre})
    mayor = max(nx.connected_components(completa), key=len)
    return mayor - {nombre} - max(nx.connected_components(resto), key=len)


def test_los_momentos_del_caso_son_los_que_se_comparan():
    assert set(MOMENTOS) <= set(MESA.momentos)


def test_la_tabla_por_sector_es_la_del_caso():
    integran = Counter(a.sector for a in MESA.actores.values() if a.estado is Estado.INTEGRA)
    item = BANCO.item("fuera-del-estado")

    assert item.tabla.filas == tuple((SECTORES[s], str(integran[s])) for s in integran)
    assert len(MESA.actores) == 34
    fuera = 1 - integran["publico"] / integran.total()
    assert item.valor == pytest.approx(100 * fuera, abs=1e-3)


def test_la_tabla_de_antes_y_despues_es_la_del_caso():
    filas = {f[0]: f[1:] for f in BANCO.item("antes-despues").tabla.filas}
    redes = [red(m) for m in MOMENTOS]
    centros = [max(nx.betweenness_centrality(r).items(), key=lambda p: p[1]) for r in redes]
    ei = [(e - i) / (e + i) for e, i in map(cruces, MOMENTOS)]

    assert filas["Enlaces"] == tuple(str(r.number_of_edges()) for r in redes)
    assert filas["Componentes (partes sin conexión entre sí)"] == tuple(
        str(nx.number_connected_components(r)) for r in redes
    )
    assert filas["Puntos de corte"] == tuple(
        str(len(list(nx.articulation_points(r)))) for r in redes
    )
    assert filas["Índice E-I por sector"] == tuple(numero(x, 2) for x in ei)
    assert filas["Mayor intermediación"] == tuple(
        f"{numero(v, 2)} ({quien})"
        for (_, v), quien in zip(centros, ("comunidad", "FOSIS"), strict=True)
    )
    assert [n for n, _ in centros] == [llamado("Representantes de la comunidad"), llamado("FOSIS")]


def test_el_indice_e_i_sale_de_los_enlaces_contados():
    item = BANCO.item("indice-ei")
    contados = [cruces(m) for m in MOMENTOS]

    assert [f[1:] for f in item.tabla.filas] == [(str(e), str(i), str(e + i)) for e, i in contados]
    externos, internos = contados[1]
    assert item.valor == (externos - internos) / (externos + internos)


def test_sin_fosis_quedan_sueltos_solo_los_que_acompanan():
    sueltos = sueltos_sin("despues", llamado("FOSIS"))

    assert sueltos == {"PNUD Chile", "AGCID"}
    assert "63 %" in BANCO.item("fosis-al-centro").enunciado


def test_el_municipio_tiene_las_relaciones_que_se_dicen():
    municipio = MESA.actores[next(i for i, a in MESA.actores.items() if "Municipio" in a.nombre)]
    vecinos = red("despues")[municipio.nombre]

    assert (len(vecinos), municipio.influencia) == (8, 5)
    assert municipio.estado is Estado.PENDIENTE
    assert {llamado("Gobierno Regional"), llamado("Centro de salud"), llamado("Escuela"),
            llamado("Junta de vecinos")} <= set(vecinos)  # fmt: skip


def test_antes_de_la_mesa_el_servicio_de_la_mujer_llegaba_por_un_solo_actor():
    vecinos = red("antes")[llamado("Servicio de la mujer")]

    assert list(vecinos) == [llamado("Organización de mujeres")]


def test_los_que_deciden_sobre_el_suelo_quedan_aparte():
    partes = sorted(nx.connected_components(red("despues")), key=len)

    assert partes[0] == {llamado("Bienes Nacionales"), llamado("Sociedad propietaria")}


@pytest.mark.parametrize("id_item", ["kite-puente", "kite-intermediacion"])
def test_el_dibujo_es_la_cometa_de_krackhardt(id_item):
    cometa = nx.relabel_nodes(nx.krackhardt_kite_graph(), dict(enumerate("ABCDEFGHIJ")))

    dibujada = nx.Graph(BANCO.item(id_item).dibujo.enlaces)

    assert set(map(frozenset, dibujada.edges)) == set(map(frozenset, cometa.edges))


def test_los_valores_de_la_cometa_son_los_publicados():
    cometa = nx.Graph(BANCO.item("kite-puente").dibujo.enlaces)
    cercania = nx.closeness_centrality(cometa)

    assert nx.betweenness_centrality(cometa)["H"] == pytest.approx(
        BANCO.item("kite-intermediacion").valor, abs=1e-4
    )
    assert max(dict(cometa.degree).items(), key=lambda p: p[1]) == ("D", 6)
    assert round(cercania["F"], 3) == round(cercania["G"], 3) == max(cercania.values()).__round__(3)
    assert set(nx.articulation_points(cometa)) == {"H", "I"}


def test_el_segundo_puente_parte_de_tres_actores_de_corte():
    base = BANCO.item("segundo-puente").base
    partida = nx.Graph((r.de, r.hacia) for r in base.relaciones)

    assert set(nx.articulation_points(partida)) == {
        "Comité de vivienda",
        "Municipalidad",
        "SERVIU",
    }
