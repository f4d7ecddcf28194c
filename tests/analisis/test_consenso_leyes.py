"""Leyes del consenso: quién vota primero no importa, ni en qué unidad se mide."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.consenso import consenso, desviacion, media, medir_acuerdo
from mesa_territorial.analisis.consenso_cuantiles import METODOS, cuantil, recorrido_intercuartil
from mesa_territorial.analisis.consenso_lugar import distancia_tipica, elipse_de
from mesa_territorial.analisis.consenso_orden import (
    concordancia,
    mediana_de_lugares,
    puntos_de_borda,
    rangos,
)

NOTA = st.floats(1, 5).map(lambda x: round(x, 1))
NOTAS = st.lists(NOTA, min_size=5, max_size=40)
PUNTOS = st.lists(st.tuples(NOTA, NOTA), min_size=5, max_size=40)
MATRIZ = st.integers(2, 6).flatmap(
    lambda n: st.lists(st.lists(NOTA, min_size=n, max_size=n), min_size=2, max_size=8)
)
PAPELETAS = st.lists(st.permutations(list("abcd")), min_size=1, max_size=12)
EN_NUMPY = {
    "lineal": "linear",
    "weibull": "weibull",
    "mediana_insesgada": "median_unbiased",
    "hazen": "hazen",
}


@given(NOTAS, st.randoms(use_true_random=False))
def test_el_orden_en_que_llegan_los_votos_no_cambia_nada(notas, azar):
    revueltas = list(notas)
    azar.shuffle(revueltas)

    assert medir_acuerdo(revueltas) == medir_acuerdo(notas)


@given(NOTAS, st.floats(0.1, 100), st.floats(-50, 50))
def test_el_consenso_no_depende_de_la_unidad_en_que_se_mide(notas, escala, corrimiento):
    otras = [corrimiento + escala * x for x in notas]
    limites = (min(corrimiento + escala, *otras), max(corrimiento + 5 * escala, *otras))

    assert consenso(otras, limites) == pytest.approx(consenso(notas), abs=1e-9)


@given(NOTAS)
def test_voltear_la_escala_conserva_el_consenso_y_la_dispersion(notas):
    volteadas = [6 - x for x in notas]

    assert consenso(volteadas) == pytest.approx(consenso(notas))
    assert desviacion(volteadas) == pytest.approx(desviacion(notas))
    assert recorrido_intercuartil(volteadas) == pytest.approx(recorrido_intercuartil(notas))


@given(NOTAS)
def test_el_consenso_va_de_cero_a_uno_y_es_uno_solo_si_todos_coinciden(notas):
    medido = consenso(notas)

    assert 0 <= medido <= 1
    assert isclose(medido, 1, abs_tol=1e-12) == (len(set(notas)) == 1)


@given(NOTAS, st.integers(2, 4))
def test_repetir_todos_los_votos_no_cambia_la_media_ni_el_consenso(notas, veces):
    assert media(notas * veces) == pytest.approx(media(notas))
    assert consenso(notas * veces) == pytest.approx(consenso(notas))


@given(NOTAS, st.floats(0, 1), st.sampled_from(sorted(METODOS)))
def test_los_cuantiles_son_los_de_numpy(notas, p, metodo):
    assert cuantil(notas, p, metodo) == pytest.approx(
        float(np.quantile(notas, p, method=EN_NUMPY[metodo])), abs=1e-9
    )


@given(PUNTOS, st.randoms(use_true_random=False))
def test_la_elipse_no_depende_del_orden_y_la_forman_los_valores_propios(puntos, azar):
    revueltos = list(puntos)
    azar.shuffle(revueltos)

    elipse = elipse_de(puntos)
    propios = np.linalg.eigvalsh(np.cov(np.array(puntos).T))

    assert elipse_de(revueltos).mayor == pytest.approx(elipse.mayor, abs=1e-9)
    assert (elipse.menor**2, elipse.mayor**2) == pytest.approx(tuple(propios), abs=1e-9)
    assert elipse.mayor >= elipse.menor >= 0
    assert -90 < elipse.angulo <= 90
    assert distancia_tipica(puntos) ** 2 == pytest.approx(elipse.mayor**2 + elipse.menor**2)


@given(PUNTOS, st.floats(0.5, 3))
def test_el_nivel_agranda_la_elipse_sin_girarla(puntos, nivel):
    una, otra = elipse_de(puntos), elipse_de(puntos, nivel=nivel)

    assert otra.mayor == pytest.approx(nivel * una.mayor)
    assert otra.menor == pytest.approx(nivel * una.menor)
    assert otra.angulo == una.angulo


@given(PUNTOS)
def test_cambiar_los_ejes_de_lugar_refleja_la_elipse(puntos):
    una, otra = elipse_de(puntos), elipse_de([(y, x) for x, y in puntos])

    assert (otra.mayor, otra.menor) == pytest.approx((una.mayor, una.menor), abs=1e-9)
    assert (otra.x, otra.y) == pytest.approx((una.y, una.x))


@given(MATRIZ, st.randoms(use_true_random=False))
def test_la_w_no_depende_de_quien_vota_ni_del_orden_de_las_cosas(matriz, azar):
    jueces = list(matriz)
    azar.shuffle(jueces)
    cosas = list(range(len(matriz[0])))
    azar.shuffle(cosas)

    una, otra = concordancia(matriz), concordancia([[f[i] for i in cosas] for f in jueces])

    assert (una is None) == (otra is None)
    if una and otra:
        assert otra.w == pytest.approx(una.w)
        assert 0 <= una.w <= 1


@given(MATRIZ)
def test_la_w_solo_mira_el_orden_de_cada_votante(matriz):
    una, otra = concordancia(matriz), concordancia([[x**3 for x in fila] for fila in matriz])

    assert una == otra


@given(st.lists(NOTA, min_size=1, max_size=30))
def test_los_rangos_suman_lo_que_deben(notas):
    n = len(notas)

    assert sum(rangos(notas)) == pytest.approx(n * (n + 1) / 2)


@given(PAPELETAS)
def test_borda_reparte_siempre_los_mismos_puntos_y_la_unanimidad_manda(papeletas):
    puntos, lugares = puntos_de_borda(papeletas), mediana_de_lugares(papeletas)

    assert sum(puntos.values()) == pytest.approx(6 * len(papeletas))
    assert all(1 <= lugar <= 4 for lugar in lugares.values())
    primeras = {p[0] for p in papeletas}
    if len(primeras) == 1:
        assert max(puntos, key=lambda c: puntos[c]) in primeras
