"""Decidir con criterios, contra el caso de escala (construido) y los de AHP (publicados)."""

from fractions import Fraction

import pytest
from analisis.redes import oraculo
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.criterios import (
    con_peso,
    ordenar,
    pesos_de_empate,
    pesos_de_pares,
    probar_pesos,
)
from mesa_territorial.dominio.reglas import ReglaRota

ESCALA = oraculo("18_escala_mcda")
PESOS = [peso for _, peso in ESCALA["criterios"]]
NOTAS = ESCALA["puntajes_1a5"]
AHP = oraculo("11_ahp")["casos"]
CERCA = {"abs": 1e-6}


def _numeros(matriz):
    return [[float(Fraction(str(v))) for v in fila] for fila in matriz]


def test_la_suma_ponderada_da_lo_del_oraculo():
    medido = ordenar(NOTAS, PESOS)

    assert dict(medido.puntajes) == pytest.approx(ESCALA["suma_ponderada"], **CERCA)
    assert list(medido.orden) == ESCALA["orden"]
    assert medido.empatadas == ("región",)


def test_la_sensibilidad_da_lo_del_oraculo():
    esperadas = ESCALA["sensibilidad_±10pp_reescalando"]

    medidas = probar_pesos(NOTAS, PESOS)

    assert len(medidas) == len(esperadas)
    for medida, esperada in zip(medidas, esperadas, strict=True):
        assert (medida.criterio, medida.delta) == (esperada["criterio"], esperada["delta"])
        assert list(medida.pesos) == pytest.approx(esperada["pesos"], **CERCA)
        assert dict(medida.orden.puntajes) == pytest.approx(esperada["puntajes"], **CERCA)
        assert medida.orden.orden[0] == esperada["mejor"]


def test_los_pesos_de_empate_dan_lo_del_oraculo():
    esperados = {
        (e["criterio"], e["rival"]): e["peso_de_empate"]
        for e in ESCALA["participacion_del_peso_que_cambia_el_primero"]
    }

    medidos = {(m.criterio, m.rival): m.peso for m in pesos_de_empate(NOTAS, PESOS)}

    assert medidos == pytest.approx(esperados, **CERCA)


def test_en_el_peso_de_empate_de_verdad_empatan():
    for empate in pesos_de_empate(NOTAS, PESOS):
        puntajes = ordenar(NOTAS, con_peso(PESOS, empate.criterio, empate.peso)).puntajes

        assert puntajes[empate.rival] == pytest.approx(puntajes["región"])


def test_un_empate_se_dice():
    assert ordenar({"a": [1, 2], "b": [2, 1], "c": [0, 0]}, [1, 1]).empatadas == ("a", "b")


@pytest.mark.parametrize(
    ("notas", "pesos", "dice"),
    [
        ({}, [1], "al menos una alternativa"),
        ({"a": [1]}, [1, 1], "«a»"),
        ({"a": [1]}, [0], "debe pesar algo"),
        ({"a": [1, 1]}, [2, -1], "negativo"),
    ],
)
def test_lo_que_no_se_puede_comparar_se_dice(notas, pesos, dice):
    with pytest.raises(ReglaRota, match=dice):
        ordenar(notas, pesos)


pesos_al_azar = st.lists(st.integers(0, 20), min_size=2, max_size=6).filter(any)


@given(pesos_al_azar, st.data())
def test_al_mover_un_peso_los_demas_guardan_su_proporcion(pesos, datos):
    criterio = datos.draw(st.integers(0, len(pesos) - 1))
    nuevo = datos.draw(st.floats(0, 1))

    movidos = con_peso([p / sum(pesos) for p in pesos], criterio, nuevo)

    assert sum(movidos) == pytest.approx(1)
    assert movidos[criterio] == nuevo
    otros = [c for c in range(len(pesos)) if c != criterio]
    if sum(pesos[c] for c in otros):
        for a in otros:
            for b in otros:
                assert movidos[a] * pesos[b] == pytest.approx(movidos[b] * pesos[a], abs=1e-9)


@pytest.mark.parametrize("caso", AHP, ids=lambda c: c["nombre"])
def test_los_pesos_de_pares_dan_lo_del_oraculo(caso):
    medido = pesos_de_pares(_numeros(caso["matriz"]))

    assert list(medido.pesos) == pytest.approx(caso["autovector"], **CERCA)
    assert medido.autovalor == pytest.approx(caso["lambda_max"], **CERCA)
    assert medido.indice == pytest.approx(caso["CI"], **CERCA)
    assert medido.razon == pytest.approx(caso["CR"], abs=2e-6)


def test_el_autovalor_exacto_no_es_el_aproximado_por_columnas():
    teknomo = AHP[1]

    medido = pesos_de_pares(_numeros(teknomo["matriz"]))

    assert abs(medido.razon - teknomo["CR_aprox"]) > 0.02
    assert not medido.se_contradice


def test_juicios_que_se_contradicen_se_avisan():
    medido = pesos_de_pares([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]])

    assert medido.se_contradice
    assert pesos_de_pares([[1, 3], [1 / 3, 1]]).razon is None


@pytest.mark.parametrize(
    ("matriz", "dice"),
    [
        ([], "entre 1 y 10"),
        ([[1, 2], [0.5]], "fila 2"),
        ([[1, 2], [3, 1]], "2–1"),
        ([[2]], "debe ser 1"),
        ([[1, -1], [-1, 1]], "mayor que 0"),
    ],
)
def test_una_matriz_de_pares_mala_dice_donde(matriz, dice):
    with pytest.raises(ReglaRota, match=dice):
        pesos_de_pares(matriz)


@given(st.lists(st.floats(0.1, 9), min_size=2, max_size=8))
def test_juicios_perfectamente_coherentes_devuelven_los_pesos(pesos):
    total = sum(pesos)

    medido = pesos_de_pares([[a / b for b in pesos] for a in pesos])

    assert list(medido.pesos) == pytest.approx([p / total for p in pesos], rel=1e-6)
    assert medido.indice == pytest.approx(0, abs=1e-9)
