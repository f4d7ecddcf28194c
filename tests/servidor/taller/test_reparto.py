"""Repartir gente en mesas parejas, sin dejar a nadie fuera."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.servidor.taller.reparto import MAXIMO, MINIMO, TAMANOS, repartir

# Con 7 personas no hay mesas de 4 a 6; con menos de 4, tampoco.
IMPOSIBLES = {1, 2, 3, 7}


@given(st.integers(1, 200), st.sampled_from(sorted(TAMANOS)))
def test_nadie_queda_fuera_y_las_mesas_son_parejas(total, tamano):
    personas = [str(n) for n in range(total)]

    mesas = repartir(personas, tamano)

    assert sorted(p for m in mesas for p in m) == sorted(personas)
    largos = {len(m) for m in mesas}
    assert max(largos) - min(largos) <= 1
    if total not in IMPOSIBLES:
        assert min(largos) >= MINIMO and max(largos) <= MAXIMO


@pytest.mark.parametrize(
    ("total", "tamano", "largos"),
    [
        (30, 5, [5] * 6),
        (30, 6, [6] * 5),
        (28, 4, [4] * 7),
        (3, 5, [3]),
        (7, 5, [4, 3]),
        (1, 4, [1]),
    ],
)
def test_el_tamano_pedido_se_respeta_si_se_puede(total, tamano, largos):
    mesas = repartir([str(n) for n in range(total)], tamano)

    assert sorted((len(m) for m in mesas), reverse=True) == largos


def test_quienes_llegaron_juntas_no_quedan_juntas():
    mesas = repartir(["rosa", "su hermana", "pedro", "su vecino", "a", "b", "c", "d"], 4)

    assert all(len({"rosa", "su hermana"} & {*m}) == 1 for m in mesas)
