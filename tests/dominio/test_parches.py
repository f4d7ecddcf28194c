import pytest
from estrategias import mesas
from hypothesis import given, settings
from hypothesis import strategies as st

from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.parches import aplicar, comparar, invertir, se_pisan
from mesa_territorial.dominio.reglas import ReglaRota

HOJAS = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
DOCUMENTOS = st.recursive(
    st.dictionaries(st.sampled_from("abcd"), HOJAS, max_size=4),
    lambda otros: st.dictionaries(st.sampled_from("abcd"), otros | HOJAS, max_size=4),
    max_leaves=12,
)


def _rutas(*rutas):
    return [{"ruta": list(ruta), "despues": 1} for ruta in rutas]


@given(DOCUMENTOS, DOCUMENTOS)
def test_el_parche_lleva_de_uno_a_otro_y_su_inverso_vuelve(uno, otro):
    parche = comparar(uno, otro)

    assert otro == aplicar(uno, parche)
    assert uno == aplicar(otro, invertir(parche))
    assert bool(parche) == (uno != otro)


@settings(max_examples=40, deadline=None)
@given(mesas(), mesas())
def test_entre_dos_mesas_el_parche_va_campo_por_campo(una, otra):
    uno, otro = a_documento(una), a_documento(otra)

    assert otro == aplicar(uno, comparar(uno, otro))


def test_el_parche_sale_siempre_en_el_mismo_orden():
    antes = {"b": 1, "a": {"z": 1, "y": 2}, "c": 3}
    despues = {"d": 4, "b": 2, "a": {"y": 3, "z": 2}}

    rutas = ["/".join(c["ruta"]) for c in comparar(antes, despues)]

    assert rutas == ["b", "a/z", "a/y", "c", "d"]


def test_aplicar_no_toca_el_original():
    original = {"a": {"b": 1}}

    aplicar(original, _rutas(("a", "b")))

    assert original == {"a": {"b": 1}}


def test_un_parche_sobre_una_ficha_que_ya_no_existe_se_rechaza():
    with pytest.raises(ReglaRota, match="ya no existe"):
        aplicar({"actores": {}}, _rutas(("actores", "serviu", "nota")))


@pytest.mark.parametrize(
    ("una", "otra", "se_tocan"),
    [
        (("a", "x", "nota"), ("a", "x", "nota"), True),
        (("a", "x"), ("a", "x", "nota"), True),
        (("a", "x", "nota"), ("a", "x"), True),
        (("a", "x", "nota"), ("a", "x", "nombre"), False),
        (("a", "x"), ("a", "y"), False),
        (("a", "x"), ("b", "x"), False),
        (("a",), ("ab",), False),
    ],
)
def test_se_pisan_los_que_tocan_el_mismo_campo_o_su_ficha(una, otra, se_tocan):
    assert bool(se_pisan(_rutas(una), _rutas(otra))) is se_tocan


RUTAS = st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map(tuple), max_size=5)


@given(RUTAS, RUTAS)
def test_se_pisan_dice_lo_mismo_que_mirarlos_de_a_dos(unas, otras):
    def a_mano(ruta):
        return any(ruta[: len(o)] == o or o[: len(ruta)] == ruta for o in otras)

    pisados = [tuple(c["ruta"]) for c in se_pisan(_rutas(*unas), _rutas(*otras))]

    assert [ruta for ruta in unas if a_mano(ruta)] == pisados
