"""El historial de la Mesa abierta se filtra y permite volver."""

import pytest
from componentes.pantalla import Pantalla

from mesa_territorial_widgets.contexto.historial import historial_de

JUNTA = {"id": "j", "nombre": "Junta de Vecinos", "sector": "sociedad_civil"}


@pytest.fixture
def historial(ana):
    return historial_de(ana)


def frases(historial) -> list[str]:
    return [s["frase"] for s in historial.sucesos]


def test_cada_cambio_aparece_arriba_apenas_se_hace(ana, historial):
    Pantalla(ana.pizarra).apretar("agregar_actor", **JUNTA)

    assert frases(historial) == ["Agregó a Junta de Vecinos", "Creó la Mesa"]
    assert historial.sucesos[0]["autor"] == "Ana"


@pytest.mark.parametrize(
    ("filtro", "hallados"),
    [
        ({"texto": "JUNTA"}, ["Agregó a Junta de Vecinos"]),
        ({"autor": "Beto"}, []),
        ({"texto": "", "autor": ""}, ["Agregó a Junta de Vecinos", "Creó la Mesa"]),
        ({"hasta": "2001-01-01"}, []),
        ({"desde": "2001-01-01"}, ["Agregó a Junta de Vecinos", "Creó la Mesa"]),
    ],
)
def test_se_filtra_por_texto_persona_y_fecha(ana, historial, filtro, hallados):
    Pantalla(ana.pizarra).apretar("agregar_actor", **JUNTA)

    respuesta = Pantalla(historial).apretar("filtrar", **filtro)

    assert "error" not in respuesta
    assert frases(historial) == hallados


def test_una_fecha_que_no_es_fecha_recibe_una_frase(historial):
    assert Pantalla(historial).apretar("filtrar", desde="ayer")["error"]


def test_volver_a_un_punto_se_puede_deshacer(ana, historial):
    pantalla = Pantalla(ana.pizarra)
    pantalla.apretar("agregar_actor", **JUNTA)

    respuesta = Pantalla(historial).apretar("volver", numero=1)

    assert "error" not in respuesta
    assert set(ana.pizarra.valor.actores) == {"s"}
    pantalla.apretar("deshacer")
    assert set(ana.pizarra.valor.actores) == {"s", "j"}
