"""Lo que llega de la pantalla: sólo se hace lo que es una orden, y siempre se contesta."""

import logging
import re

import pytest
from componentes.pantalla import Pantalla
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes import base
from mesa_territorial_widgets.componentes.base import Componente


class Timbre(Componente):
    """Un componente con dos órdenes y varias cosas que no lo son."""

    modulo = "invitacion"

    def __init__(self):
        self.veces = 0
        self._al_guardar = self._llamar
        super().__init__()

    def _llamar(self, **_):
        self.veces += 1

    def _al_tocar(self, cuanto: int = 1) -> int:
        self.veces += cuanto
        return self.veces

    def _al_fallar(self) -> None:
        raise ZeroDivisionError("secreto de la casa")


@pytest.fixture
def pantalla():
    return Pantalla(Timbre())


def test_una_orden_se_hace_y_responde_con_su_pedido(pantalla):
    assert pantalla.apretar("tocar", cuanto=3) == {"tipo": "respuesta", "pedido": 7, "datos": 3}


def test_un_pedido_que_la_pagina_reenvia_se_contesta_igual_y_no_se_hace_de_nuevo(pantalla):
    pedido = {"pedido": 9, "orden": "tocar", "datos": {"cuanto": 2}}
    primera = pantalla.mandar(pedido)

    segunda = pantalla.mandar({**pedido, "reenvio": True})

    assert segunda == primera
    assert pantalla.componente.veces == 2


def test_un_pedido_que_se_perdio_de_ida_se_hace_al_reenviarlo(pantalla):
    (respuesta,) = pantalla.mandar(
        {"pedido": 9, "orden": "tocar", "datos": {"cuanto": 2}, "reenvio": True}
    )

    assert respuesta["datos"] == 2
    assert pantalla.componente.veces == 2


def test_lo_contestado_no_se_acumula_sin_fin(pantalla):
    for pedido in range(100):
        pantalla.mandar({"pedido": pedido, "orden": "tocar", "datos": {}})

    assert len(pantalla.componente._contestado) == base.RECORDADOS


@pytest.mark.parametrize(
    "orden",
    ["mensaje", "__init__", "_tocar", "_llamar", "llamar", "guardar", "responder", "send", "close"],
)
def test_un_metodo_interno_no_es_una_orden(pantalla, orden):
    respuesta = pantalla.apretar(orden)

    assert respuesta["error"] == f"Este paso no existe: «{orden}»."
    assert pantalla.componente.veces == 0


@pytest.mark.parametrize("orden", ["", "no existe", "tocar()", "tocar\n", "📣", None, 3, [], {}])
def test_una_orden_rara_tampoco(pantalla, orden):
    (respuesta,) = pantalla.mandar({"pedido": 1, "orden": orden})

    assert respuesta["error"].startswith("Este paso no existe")


@pytest.mark.parametrize("datos", [[1], "hola", 3, True])
def test_unos_datos_que_no_son_campos_reciben_una_frase(pantalla, datos):
    (respuesta,) = pantalla.mandar({"pedido": 1, "orden": "tocar", "datos": datos})

    assert respuesta["error"] == "El pedido llegó mal armado. Vuelva a intentarlo."


@pytest.mark.parametrize("datos", [{"otro": 1}, {"self": 1}, {"cuanto": 1, "de_mas": 2}])
def test_campos_de_mas_reciben_una_frase_y_no_se_hace_nada(pantalla, datos):
    (respuesta,) = pantalla.mandar({"pedido": 1, "orden": "tocar", "datos": datos})

    assert respuesta["error"] == "A este paso le faltan datos o le sobran."
    assert pantalla.componente.veces == 0


@pytest.mark.parametrize("datos", [None, {}])
def test_sin_datos_vale_lo_de_costumbre(pantalla, datos):
    (respuesta,) = pantalla.mandar({"pedido": 1, "orden": "tocar", "datos": datos})

    assert respuesta["datos"] == 1


@pytest.mark.parametrize("mensaje", [None, [], "tocar", 3, {}, {"pedido": 1}])
def test_lo_que_no_es_un_pedido_no_molesta(pantalla, mensaje):
    assert pantalla.mandar(mensaje) == []


def test_una_falla_inesperada_da_una_frase_con_codigo_y_deja_la_traza_en_el_registro(
    pantalla, caplog
):
    with caplog.at_level(logging.ERROR, logger="mesa_territorial"):
        respuesta = pantalla.apretar("fallar")

    (codigo,) = re.findall(r"código ([0-9A-F]{6})\.$", respuesta["error"])
    assert codigo in caplog.text
    assert "ZeroDivisionError: secreto de la casa" in caplog.text
    assert "secreto" not in respuesta["error"] and "Error" not in respuesta["error"]


SUELTOS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
MENSAJES = st.recursive(
    SUELTOS,
    lambda x: (
        st.lists(x, max_size=3)
        | st.dictionaries(
            st.sampled_from(["orden", "datos", "pedido", "cuanto", "x"]), x, max_size=4
        )
    ),
)


@given(MENSAJES, st.sampled_from(["tocar", "fallar", "mensaje", "nada"]))
def test_ningun_mensaje_deja_un_pedido_sin_respuesta(mensaje, orden):
    pantalla = Pantalla(Timbre())
    pantalla.mandar(mensaje)

    (respuesta,) = pantalla.mandar({"pedido": 1, "orden": orden, "datos": mensaje})

    assert ("datos" in respuesta) != ("error" in respuesta)


def test_en_la_pagina_propia_el_modulo_no_viaja(monkeypatch):
    monkeypatch.setenv("MESA_PAGINA", "propia")

    assert (Timbre()._esm, Timbre()._css) == ("", "")


def test_en_un_cuaderno_viaja_el_modulo_y_el_estilo_sin_las_letras(monkeypatch):
    monkeypatch.delenv("MESA_PAGINA", raising=False)

    assert "export" in Timbre()._esm
    assert ".mt" in Timbre()._css and "@font-face" not in Timbre()._css


def test_si_falta_lo_compilado_se_dice_que_hacer(monkeypatch, tmp_path):
    monkeypatch.setattr(base, "ESTATICO", tmp_path)

    with pytest.raises(ReglaRota, match=r"Falta nada\.js: vuelva a instalar"):
        base._texto("nada.js")
