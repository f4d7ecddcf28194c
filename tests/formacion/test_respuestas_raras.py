"""Venga lo que venga de la pantalla, corregir responde con calma."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.formacion.correccion import corregir
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos
from mesa_territorial.formacion.items import ItemDeBanco
from mesa_territorial.formacion.solucion import responder_bien

TODOS = [i for clave in listar_bancos() for i in cargar_banco(clave).items]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda hijos: st.lists(hijos, max_size=4) | st.dictionaries(st.text(max_size=8), hijos),
    max_leaves=12,
)
RAROS = st.binary(max_size=8) | st.sets(st.integers()) | st.tuples(st.text(), st.integers())


def casi_buenas(item: ItemDeBanco) -> st.SearchStrategy[Any]:
    """Respuestas buenas con un trozo cambiado por cualquier cosa."""
    buena = responder_bien(item)
    if isinstance(buena, dict):
        return st.tuples(st.sampled_from(sorted(buena)), JSON).map(lambda p: {**buena, p[0]: p[1]})
    if isinstance(buena, list):
        return JSON.map(lambda cosa: [*buena[1:], cosa])
    return st.text().map(lambda cola: str(buena) + cola)


@given(
    st.sampled_from(TODOS).flatmap(lambda i: st.tuples(st.just(i), JSON | RAROS | casi_buenas(i)))
)
def test_una_respuesta_cualquiera_nunca_levanta(caso):
    item, respuesta = caso

    correccion = corregir(item, respuesta)

    assert 0 <= correccion.puntaje <= 1
    assert correccion.mensaje
    json.dumps(msgspec.to_builtins(correccion))


@pytest.mark.parametrize("item", TODOS, ids=lambda i: i.id)
def test_lo_desmedido_tampoco_levanta(item):
    hondo: Any = "x"
    for _ in range(5_000):
        hondo = [hondo]

    for respuesta in (
        hondo,
        10**5_000,
        "9" * 100_000,
        ["a"] * 100_000,
        {"texto": "a " * 9_000},
        float("nan"),
        float("inf"),
        "\ud800",
        object(),
    ):
        assert corregir(item, respuesta).acierto is not True
