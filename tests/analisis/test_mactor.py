"""MACTOR contra el caso del aeropuerto (cruzado) y el de tres actores (a mano)."""

import pytest
from analisis.redes import oraculo
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.analisis.mactor import (
    directas_e_indirectas,
    medir_fuerzas,
    medir_fuerzas_maximas,
    medir_posiciones,
    vuelcos_de,
)
from mesa_territorial.dominio.reglas import ReglaRota

ADP = oraculo("01_mactor_adp")
MINI = oraculo("01b_mactor_mini3")
CERCA = {"abs": 1e-6}


def _matriz(esperada):
    return pytest.approx([valor for fila in esperada for valor in fila], **CERCA)


def _plana(matriz):
    return [valor for fila in matriz for valor in fila]


@pytest.mark.parametrize(
    ("caso", "influencia", "dependencia"),
    [(ADP, "I_sin_diagonal", "D_sin_diagonal"), (MINI, "I", "D")],
    ids=["aeropuerto", "mini"],
)
def test_influencias_y_fuerzas_dan_lo_del_oraculo(caso, influencia, dependencia):
    fuerzas = medir_fuerzas(caso["MID"])

    assert _plana(fuerzas.total) == _plana(caso["MDII"])
    assert list(fuerzas.influencia) == caso[influencia]
    assert list(fuerzas.dependencia) == caso[dependencia]
    assert list(fuerzas.fuerza) == pytest.approx(caso["R_estrella"], **CERCA)


def test_las_influencias_maximas_dan_lo_del_oraculo():
    fuerzas = medir_fuerzas_maximas(ADP["MID"])

    assert _plana(fuerzas.total) == _plana(ADP["MMDII"])
    assert list(fuerzas.influencia) == ADP["MMDII_I"]
    assert list(fuerzas.dependencia) == ADP["MMDII_D"]
    assert list(fuerzas.fuerza) == pytest.approx(ADP["Q_estrella"], **CERCA)


def test_el_saldo_de_influencias_da_lo_del_oraculo():
    saldo = medir_fuerzas(ADP["MID"]).saldo

    assert _plana(saldo) == _plana(ADP["balance_neto_influencias"])
    assert [sum(fila) for fila in saldo] == ADP["balance_neto_total"]


@pytest.mark.parametrize("orden", [1, 2, 3])
def test_las_posiciones_de_cada_orden_dan_lo_del_oraculo(orden):
    fuerza = medir_fuerzas(ADP["MID"]).fuerza

    medido = medir_posiciones(ADP["MAO2"], fuerza, orden)

    assert _plana(medido.matriz) == _matriz(ADP[f"{orden}MAO"])
    assert _plana(medido.convergencia) == _matriz(ADP[f"{orden}CAA"])
    assert _plana(medido.divergencia) == _matriz(ADP[f"{orden}DAA"])
    assert list(medido.ambivalencia) == pytest.approx(ADP[f"ambivalencia_EQ{orden}"], **CERCA)
    assert medido.grado == pytest.approx(ADP[f"grado_convergencia_{orden}"], **CERCA)


@pytest.mark.parametrize("orden", [1, 2, 3])
def test_la_movilizacion_de_cada_orden_da_lo_del_oraculo(orden):
    fuerza = medir_fuerzas(ADP["MID"]).fuerza

    medido = medir_posiciones(ADP["MAO2"], fuerza, orden)

    por_actor = ADP[f"movilizacion_por_actor_{orden}"]
    assert list(medido.movilizacion_por_actor) == pytest.approx(por_actor, **CERCA)
    assert list(medido.movilizacion) == pytest.approx(
        ADP[f"movilizacion_por_objetivo_{orden}"], **CERCA
    )
    assert list(medido.a_favor) == pytest.approx(ADP[f"acuerdo_por_objetivo_{orden}"], **CERCA)
    assert list(medido.en_contra) == pytest.approx(ADP[f"desacuerdo_por_objetivo_{orden}"], **CERCA)


def test_el_producto_de_matrices_no_es_mactor():
    total = directas_e_indirectas(ADP["MID"])

    assert _plana(total) != _plana(ADP["contraejemplo_producto_matricial_NO_es_MACTOR"])


def test_si_nadie_influye_en_nadie_todos_pesan_lo_mismo():
    fuerzas = medir_fuerzas([[0, 0, 0]] * 3)

    assert fuerzas.fuerza == (1.0, 1.0, 1.0)
    assert medir_posiciones([[0], [0], [0]], fuerzas.fuerza).grado is None
    assert medir_posiciones([[0], [0], [0]], fuerzas.fuerza).ambivalencia == (None, None, None)


@pytest.mark.parametrize(
    ("directas", "dice"),
    [
        ([[0]], "al menos dos"),
        ([[0, 1], [1]], "fila 2"),
        ([[1, 1], [1, 0]], "consigo misma"),
        ([[0, 5], [1, 0]], "0 a 4"),
    ],
)
def test_una_matriz_de_influencias_mala_dice_donde(directas, dice):
    with pytest.raises(ReglaRota, match=dice):
        directas_e_indirectas(directas)


@pytest.mark.parametrize(
    ("posiciones", "dice"),
    [([[1]], "su fila"), ([[], []], "un objetivo"), ([[1, 2], [1]], "fila 2"), ([[5], [0]], "−4")],
)
def test_una_matriz_de_posiciones_mala_dice_donde(posiciones, dice):
    with pytest.raises(ReglaRota, match=dice):
        medir_posiciones(posiciones, (1.0, 1.0))


influencias = st.integers(2, 7).flatmap(
    lambda n: st.lists(
        st.lists(st.integers(0, 4), min_size=n, max_size=n), min_size=n, max_size=n
    ).map(lambda m: [[0 if a == b else v for b, v in enumerate(f)] for a, f in enumerate(m)])
)


@given(influencias)
def test_lo_que_se_da_es_lo_que_se_recibe_y_la_fuerza_promedia_uno(directas):
    fuerzas = medir_fuerzas(directas)

    assert sum(fuerzas.influencia) == sum(fuerzas.dependencia)
    assert sum(fuerzas.fuerza) == pytest.approx(len(directas))
    assert all(a >= d for a, d in zip(_plana(fuerzas.total), _plana(directas), strict=True))


@given(influencias, st.randoms(use_true_random=False))
def test_el_orden_en_que_se_escriben_los_actores_no_importa(directas, azar):
    lugares = list(range(len(directas)))
    azar.shuffle(lugares)
    barajada = [[directas[a][b] for b in lugares] for a in lugares]

    una, otra = medir_fuerzas(directas).fuerza, medir_fuerzas(barajada).fuerza

    assert list(otra) == pytest.approx([una[a] for a in lugares])


def test_un_vuelco_nombra_la_casilla_y_a_quienes_cambian_de_lugar():
    directas = ADP["MID"]
    fuerza = medir_fuerzas(directas).fuerza

    hallados = [v for a in range(6) for b in range(6) if a != b for v in vuelcos_de(directas, a, b)]

    assert hallados
    for vuelco in hallados:
        assert abs(vuelco.valor - vuelco.antes) == 1
        assert fuerza[vuelco.sube] < fuerza[vuelco.baja]
    assert vuelcos_de([[0, 4], [0, 0]], 0, 1) == ()
