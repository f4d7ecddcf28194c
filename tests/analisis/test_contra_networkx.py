"""Las medidas, contra networkx (y python-igraph) en redes al azar."""

import igraph
import networkx as nx
import pytest
from analisis.redes import grafo_de, mesa_de
from hypothesis import given, settings
from hypothesis import strategies as st

from mesa_territorial.analisis.caminos import (
    cercania,
    intermediacion,
    medir_caminos,
    medir_en_python,
)
from mesa_territorial.analisis.caminos_numpy import medir_con_numpy
from mesa_territorial.analisis.cortes import buscar_cortes, componentes
from mesa_territorial.analisis.huecos import restriccion, tamano_efectivo
from mesa_territorial.analisis.red import analizar
from mesa_territorial.analisis.resumen import densidad


@st.composite
def redes(dibujar, minimo: int = 0, maximo: int = 14) -> nx.Graph:
    """Redes de ``minimo`` a ``maximo`` nodos; a menudo partidas o con aislados."""
    n = dibujar(st.integers(minimo, maximo))
    nombres = [chr(97 + i) for i in range(n)]
    pares = [(a, b) for a in nombres for b in nombres if a < b]
    red = nx.Graph()
    red.add_nodes_from(nombres)
    if pares:
        red.add_edges_from(dibujar(st.lists(st.sampled_from(pares), max_size=2 * n)))
    return red


@given(redes())
def test_intermediacion_y_cercania_son_las_de_networkx(red):
    grafo = grafo_de(red)

    caminos = medir_caminos(grafo)

    assert _por_id(grafo, intermediacion(caminos)) == pytest.approx(nx.betweenness_centrality(red))
    assert _por_id(grafo, cercania(caminos)) == pytest.approx(nx.closeness_centrality(red))


@given(redes(minimo=1))
def test_python_y_numpy_recorren_los_mismos_caminos(red):
    grafo = grafo_de(red)

    con_listas, con_numpy = medir_en_python(grafo), medir_con_numpy(grafo)

    assert con_numpy.dependencia == pytest.approx(con_listas.dependencia)
    assert con_numpy.distancia == con_listas.distancia
    assert con_numpy.alcanzados == con_listas.alcanzados
    assert con_numpy.a_dos_pasos == con_listas.a_dos_pasos


def test_las_tandas_de_numpy_se_suman_bien(monkeypatch):
    grafo = grafo_de(nx.gnm_random_graph(60, 150, seed=5))
    monkeypatch.setattr("mesa_territorial.analisis.caminos_numpy.POSICIONES_POR_TANDA", 1_000)

    con_numpy, con_listas = medir_con_numpy(grafo), medir_en_python(grafo)

    assert con_numpy.dependencia == pytest.approx(con_listas.dependencia)
    assert con_numpy.distancia == con_listas.distancia


@given(redes())
def test_restriccion_y_tamano_efectivo_son_los_de_networkx(red):
    grafo = grafo_de(red)
    unidos = [v for v in red if red.degree(v)]

    restringe = {grafo.ids[i]: v for i, v in restriccion(grafo).items()}
    efectivo = {grafo.ids[i]: v for i, v in tamano_efectivo(grafo).items()}

    assert restringe == pytest.approx(nx.constraint(red, unidos))
    assert efectivo == pytest.approx(nx.effective_size(red, unidos))


@given(redes())
def test_cortes_puentes_y_componentes_son_los_de_networkx(red):
    grafo = grafo_de(red)

    cortes, grupos = buscar_cortes(grafo), componentes(grafo)
    cortan = {grafo.ids[i] for i, partes in enumerate(cortes.partes) if partes > 1}
    puentes = {frozenset((grafo.ids[i], grafo.ids[j])) for i, j in cortes.puentes}

    assert cortan == set(nx.articulation_points(red))
    assert puentes == {frozenset(puente) for puente in nx.bridges(red)}
    assert {frozenset(grafo.ids[i] for i in g) for g in grupos} == {
        frozenset(c) for c in nx.connected_components(red)
    }


@given(redes())
def test_las_partes_y_los_separados_son_los_que_quedan_al_sacar_al_actor(red):
    grafo = grafo_de(red)

    cortes = buscar_cortes(grafo)

    for i, id_ in enumerate(grafo.ids):
        suya = red.subgraph(nx.node_connected_component(red, id_) - {id_})
        tamanos = [len(c) for c in nx.connected_components(suya)]
        assert cortes.partes[i] == len(tamanos)
        assert cortes.separados[i] == sum(tamanos) - max(tamanos, default=0)


@given(redes())
def test_la_densidad_y_el_alcance_son_los_de_networkx(red):
    grafo = grafo_de(red)

    cerca = medir_caminos(grafo).a_dos_pasos

    assert densidad(grafo) == pytest.approx(nx.density(red))
    for i, id_ in enumerate(grafo.ids):
        assert cerca[i] == len(nx.single_source_shortest_path_length(red, id_, cutoff=2)) - 1


@settings(max_examples=40)
@given(redes(), st.randoms(use_true_random=False))
def test_anotar_a_los_actores_en_otro_orden_no_cambia_nada(red, azar):
    actores, pares = list(red), list(red.edges)
    una = analizar(mesa_de(actores, pares))
    azar.shuffle(actores)
    azar.shuffle(pares)

    otra = analizar(mesa_de(actores, [(b, a) for a, b in pares]))

    assert otra == una


def test_igraph_da_los_mismos_caminos_en_una_red_de_doscientos():
    red = nx.gnm_random_graph(200, 700, seed=3)
    grafo = grafo_de(red)
    otra = igraph.Graph(n=200, edges=grafo.pares)

    caminos = medir_caminos(grafo)

    assert [d / 2 for d in caminos.dependencia] == pytest.approx(otra.betweenness())
    assert [restriccion(grafo)[i] for i in range(200)] == pytest.approx(otra.constraint())
    assert [(i, j) for i, j in buscar_cortes(grafo).puentes] == sorted(
        tuple(sorted(otra.es[e].tuple)) for e in otra.bridges()
    )


def test_una_cadena_larga_no_agota_la_pila():
    grafo = grafo_de(nx.path_graph(5_000))

    cortes = buscar_cortes(grafo)

    assert sum(partes > 1 for partes in cortes.partes) == 4_998
    assert len(cortes.puentes) == 4_999


def _por_id(grafo, valores):
    return dict(zip(grafo.ids, valores, strict=True))
