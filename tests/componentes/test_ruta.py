"""La portada entrega la guía para llevar."""

import base64

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial_widgets.componentes.ruta import Ruta


@pytest.fixture(autouse=True)
def canales_mudos(monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)


@pytest.mark.parametrize(("formato", "empieza"), [("PDF", b"%PDF"), ("Word", b"PK")])
def test_la_guia_baja_desde_la_portada(formato, empieza):
    respuesta = Pantalla(Ruta()).apretar("bajar_guia", formato=formato)

    assert base64.b64decode(respuesta["datos"]["base64"]).startswith(empieza)


def test_un_formato_que_no_existe_se_dice():
    assert "no sale en" in Pantalla(Ruta()).apretar("bajar_guia", formato="exe")["error"]
