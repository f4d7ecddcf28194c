"""De la Mesa al documento y de vuelta, sin perder nada y sin creer en cualquier cosa."""

import copy
import json

import pytest
from estrategias import mesas
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.casos import cargar_caso, listar_casos
from mesa_territorial.documento import VERSION, a_documento, a_mesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

MESA = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
HOJAS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
BASURA = st.recursive(
    HOJAS, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=6), x, max_size=3)
)


@given(mesas())
def test_ida_y_vuelta_es_la_misma_mesa_tambien_pasando_por_json(mesa):
    texto = json.dumps(a_documento(mesa), ensure_ascii=False, allow_nan=False)

    assert a_mesa(json.loads(texto)) == mesa


@pytest.mark.parametrize("caso", [c.clave for c in listar_casos()])
def test_los_casos_van_y_vuelven(caso):
    mesa = cargar_caso(caso)

    assert a_mesa(a_documento(mesa)) == mesa


def test_una_version_mas_nueva_se_rechaza_y_dice_que_actualice():
    with pytest.raises(ReglaRota, match=r"versión más nueva.* Actualice el programa"):
        a_mesa(a_documento(MESA), VERSION + 1)


def test_un_campo_de_mas_no_impide_leer():
    documento = {**a_documento(MESA), "invento": {"x": 1}}

    assert a_mesa(documento) == MESA


def test_un_documento_que_rompe_una_regla_da_la_frase_de_esa_regla():
    actor = {"id": "s", "nombre": "SERVIU", "sector": "publico", "influencia": 9}
    documento = {**a_documento(MESA), "actores": {"s": actor}}

    with pytest.raises(ReglaRota, match=r"^La influencia va de 1 a 5; llegó «9\.0»"):
        a_mesa(documento)


@pytest.mark.parametrize(
    ("campo", "valor"),
    [
        ("nombre", 3),
        ("nombre", None),
        ("actores", []),
        ("territorio", {"cut_comuna": 5101}),
        ("momentos", {"x": "hoy"}),
        ("actores", {"s": {"id": "s", "nombre": "S", "sector": "marciano"}}),
        ("ilustrativa", "sí"),
    ],
)
def test_un_campo_de_otro_tipo_se_rechaza_diciendo_cual(campo, valor):
    with pytest.raises(ReglaRota, match=rf"no corresponde a una Mesa .*\$\.{campo}"):
        a_mesa({**a_documento(MESA), campo: valor})


@given(BASURA)
def test_la_basura_se_rechaza_siempre_con_una_frase(basura):
    with pytest.raises(ReglaRota):
        a_mesa(basura)


@given(mesas(max_actores=3), st.sampled_from(sorted(a_documento(MESA))), BASURA)
def test_un_campo_con_basura_da_una_mesa_valida_o_una_frase(mesa, campo, basura):
    documento = {**a_documento(mesa), campo: basura}
    try:
        leida = a_mesa(copy.deepcopy(documento))
    except ReglaRota as regla:
        assert str(regla)
    else:
        assert a_mesa(a_documento(leida)) == leida
