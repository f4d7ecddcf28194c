"""Quién puede invitar a quién: contra networkx en redes al azar, a mano y en el caso."""

from fractions import Fraction
from itertools import pairwise

import networkx as nx
import pytest
from analisis.redes import actor
from hypothesis import given, settings
from hypothesis import strategies as st

from mesa_territorial.analisis.convocatoria import Camino, armar_red, buscar_caminos
from mesa_territorial.analisis.convocatoria.caminos import SENTADOS, SEXTOS
from mesa_territorial.analisis.convocatoria.de_caminos import (
    camino_que_se_propone,
    decir_camino,
    es_por_mandato,
    leer_caminos,
    leer_orden,
    revisar_eleccion,
)
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado, Relacion, TipoRelacion
from mesa_territorial.dominio.convocatoria import Invitacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

CONFLICTO = TipoRelacion.CONFLICTO


def mesa_de(sentados: str, otros: str, *vinculos: tuple) -> Mesa:
    """Actores de una letra; cada vínculo es ``("ab", intensidad)`` o ``("ab", i, tipo)``."""
    actores = [actor(i, estado=Estado.INTEGRA) for i in sentados] + [actor(i) for i in otros]
    relaciones = [
        Relacion(
            id=f"r{n}",
            de=par[0],
            hacia=par[1],
            intensidad=intensidad,
            tipo=resto[0] if resto else TipoRelacion.COORDINACION,
        )
        for n, (par, intensidad, *resto) in enumerate(vinculos)
    ]
    return Mesa(
        id="m",
        nombre="Mesa",
        territorio=Territorio(cut_comuna="05101"),
        actores={a.id: a for a in actores},
        relaciones={r.id: r for r in relaciones},
    )


def caminos(mesa: Mesa, invitado: str) -> tuple[Camino, ...]:
    return buscar_caminos(armar_red(mesa), invitado)


def letras(mesa: Mesa, invitado: str) -> list[str]:
    return ["".join(c.actores) for c in caminos(mesa, invitado)]


def test_dos_relaciones_firmes_cuestan_menos_que_una_debil():
    """La cuenta del ejercicio: 1/2 + 1/3 = 5/6, contra 1."""
    mesa = mesa_de("f", "je", ("fj", 2), ("je", 3), ("fe", 1))

    mejor, otro = caminos(mesa, "e")

    assert (mejor.actores, Fraction(mejor.costo, SEXTOS)) == (("f", "j", "e"), Fraction(5, 6))
    assert (otro.actores, Fraction(otro.costo, SEXTOS)) == (("f", "e"), Fraction(1))
    assert (mejor.invita, mejor.presenta, otro.presenta) == ("f", "j", "")


def test_a_igual_costo_va_primero_el_camino_con_menos_pasos():
    mesa = mesa_de("f", "jke", ("fj", 3), ("jk", 3), ("ke", 3), ("fe", 1))

    assert letras(mesa, "e") == ["fe", "fjke"]


def test_a_igual_costo_y_pasos_se_prefiere_lo_que_no_es_mandato():
    mesa = mesa_de("ab", "e", ("ae", 2, TipoRelacion.MANDATO), ("be", 2))

    assert letras(mesa, "e") == ["be", "ae"]


def test_un_camino_parte_del_ultimo_sentado_y_nunca_pasa_por_otro():
    mesa = mesa_de("ab", "e", ("ab", 3), ("be", 3))

    assert letras(mesa, "e") == ["be"]


def test_no_se_camina_por_un_par_en_conflicto_aunque_ademas_coordine():
    mesa = mesa_de("a", "je", ("ae", 3), ("ae", 1, CONFLICTO), ("aj", 1), ("je", 1))

    assert letras(mesa, "e") == []


def test_quien_esta_en_conflicto_con_el_invitado_no_aparece_en_el_camino():
    mesa = mesa_de("ab", "je", ("aj", 3), ("je", 3), ("bj", 1), ("ae", 2, CONFLICTO))

    assert letras(mesa, "e") == ["bje"]


def test_quien_invita_no_puede_estar_en_conflicto_ni_al_reves():
    """El conflicto vale en los dos sentidos, venga de quien venga."""
    mesa = mesa_de("a", "e", ("ae", 3), ("ea", 1, CONFLICTO))

    assert letras(mesa, "e") == []


def test_entre_varias_relaciones_cuenta_la_mas_intensa():
    mesa = mesa_de("a", "e", ("ae", 1), ("ea", 3, TipoRelacion.INFORMACION))

    assert [c.costo for c in caminos(mesa, "e")] == [2]


def test_sin_nadie_sentado_no_hay_camino_y_se_dice_que_hacer():
    mesa = mesa_de("", "ae", ("ae", 3))

    (dicho,) = leer_caminos(mesa, armar_red(mesa), "e")

    assert letras(mesa, "e") == []
    assert "Integra la Mesa" in dicho.que_hacer


def test_quien_ya_esta_no_necesita_camino():
    mesa = mesa_de("ab", "", ("ab", 3))

    assert list(leer_caminos(mesa, armar_red(mesa), "b")) == []


@st.composite
def redes_con_estado(dibujar) -> Mesa:
    n = dibujar(st.integers(2, 9))
    nombres = "abcdefghi"[:n]
    pares = [a + b for a in nombres for b in nombres if a != b]
    vinculos = dibujar(
        st.lists(
            st.tuples(
                st.sampled_from(pares),
                st.sampled_from((1, 2, 3)),
                st.sampled_from((*TipoRelacion, TipoRelacion.COORDINACION)),
            ),
            max_size=3 * n,
            unique_by=lambda v: (v[0], v[2]),
        )
    )
    cuantos = dibujar(st.integers(0, n - 1))
    return mesa_de(nombres[:cuantos], nombres[cuantos:], *vinculos)


def _oraculo(mesa: Mesa, invitado: str) -> dict[str, float]:
    """El costo por cada puerta con networkx: un origen común a costo cero hacia los sentados."""
    relaciones = mesa.relaciones.values()
    pugnas = {frozenset((r.de, r.hacia)) for r in relaciones if r.tipo is CONFLICTO}
    red = nx.Graph()
    red.add_nodes_from([*mesa.actores, "origen"])
    for r in relaciones:
        par = frozenset((r.de, r.hacia))
        if par not in pugnas:
            antes = red.get_edge_data(r.de, r.hacia, {"weight": 99})["weight"]
            red.add_edge(r.de, r.hacia, weight=min(antes, 1 / r.intensidad))
    for i, a in mesa.actores.items():
        if a.estado in SENTADOS:
            red.add_edge("origen", i, weight=0)
    puertas = {p: red.edges[p, invitado]["weight"] for p in red[invitado]}
    enemigos = [i for i in mesa.actores if frozenset((i, invitado)) in pugnas]
    red.remove_nodes_from([invitado, *enemigos])
    lejos = nx.single_source_dijkstra_path_length(red, "origen")
    return {p: lejos[p] + ultimo for p, ultimo in puertas.items() if p in lejos}


@settings(max_examples=150)
@given(redes_con_estado())
def test_cada_puerta_cuesta_lo_mismo_que_en_networkx(mesa):
    red = armar_red(mesa)
    for i, a in mesa.actores.items():
        if a.estado in SENTADOS:
            continue
        hallados = {c.puerta: c.costo / SEXTOS for c in buscar_caminos(red, i)}

        assert hallados == pytest.approx(_oraculo(mesa, i))


@settings(max_examples=60)
@given(redes_con_estado())
def test_los_caminos_van_del_mejor_al_peor_y_sus_pasos_existen(mesa):
    for i, a in mesa.actores.items():
        if a.estado in SENTADOS:
            continue
        hallados = caminos(mesa, i)

        assert [c.costo for c in hallados] == sorted(c.costo for c in hallados)
        for c in hallados:
            assert mesa.actores[c.invita].estado in SENTADOS
            assert c.actores[-1] == i
            assert len(set(c.actores)) == len(c.actores)
            for (de, hacia), r in zip(pairwise(c.actores), c.relaciones, strict=True):
                assert {mesa.relaciones[r].de, mesa.relaciones[r].hacia} == {de, hacia}


@pytest.fixture(scope="module")
def campanilla() -> Mesa:
    return cargar_caso("mesa_campanilla")


def test_al_municipio_se_llega_por_siete_puertas_y_la_mas_fuerte_es_un_mandato(campanilla):
    """Lo que enseñan el capítulo y el recorrido."""
    hallados = caminos(campanilla, "A29")

    assert [c.puerta for c in hallados] == ["A06", "A05", "A09", "A23", "A07", "A01", "A22"]
    assert es_por_mandato(campanilla, hallados[0])
    propuesto = camino_que_se_propone(campanilla, hallados)
    assert (
        decir_camino(campanilla, propuesto) == "Gobierno Regional (caso) → Municipio de Valparaíso"
    )
    dichos = list(leer_caminos(campanilla, armar_red(campanilla), "A29"))
    assert any("relación de mandato" in d.texto for d in dichos)
    assert sum(d.texto.startswith("Otro camino") for d in dichos) == 3


def test_al_comercio_solo_se_llega_por_el_municipio(campanilla):
    (camino,) = caminos(campanilla, "A34")

    assert camino.actores == ("A06", "A29", "A34")
    orden = list(leer_orden(campanilla, armar_red(campanilla), ["A29", "A32", "A33", "A34"]))
    assert "mandato de intensidad 3" in orden[0].texto
    assert "Gobierno Regional (caso) → Municipio de Valparaíso" in orden[0].que_hacer
    assert "Invite primero a Municipio de Valparaíso" in orden[2].texto
    assert orden[3].ids == ("A32", "A33")


def test_a_bienes_nacionales_y_a_la_propietaria_no_se_llega(campanilla):
    red = armar_red(campanilla)

    assert buscar_caminos(red, "A32") == buscar_caminos(red, "A33") == ()
    (suelo,) = leer_caminos(campanilla, red, "A32")
    assert "sólo lo conoce Sociedad propietaria" in suelo.por_que
    (duenia,) = leer_caminos(campanilla, red, "A33")
    assert "conflicto anotado con Representantes de la comunidad" in duenia.por_que


def test_elegir_mal_a_quien_invita_se_avisa(campanilla):
    red = armar_red(campanilla)
    en_pugna = Invitacion(id="A33", invita="A20")
    sin_sentar = Invitacion(id="A34", invita="A06", presenta="A29")

    (pugna,) = revisar_eleccion(campanilla, red, en_pugna)
    (ausente,) = revisar_eleccion(campanilla, red, sin_sentar)

    assert "tiene un conflicto anotado" in pugna.texto
    assert "todavía no está en la Mesa (pendiente)" in ausente.texto
    assert list(revisar_eleccion(campanilla, red, Invitacion(id="A29", invita="A05"))) == []


def test_en_san_pedro_no_hay_red_y_no_se_inventa_un_camino():
    mesa = cargar_caso("mesa_san_pedro")

    (dicho,) = leer_caminos(mesa, armar_red(mesa), "SPA8")

    assert "no tiene ningún vínculo anotado" in dicho.por_que
