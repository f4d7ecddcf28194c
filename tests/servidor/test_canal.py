"""Un canal vive mientras la página conteste, y se cierra cuando calla."""

from types import SimpleNamespace

import pytest

from mesa_territorial.servidor import canal as modulo
from mesa_territorial.servidor.canal import LATIDO, PACIENCIA, Canal


class Reloj:
    """La hora del lazo, que avanza cuando la prueba lo dice."""

    ahora = 0.0

    def time(self) -> float:
        return self.ahora


@pytest.fixture
def reloj(monkeypatch):
    uno = Reloj()
    monkeypatch.setattr(modulo, "IOLoop", SimpleNamespace(current=lambda: uno))
    return uno


@pytest.fixture
def canal(reloj, monkeypatch):
    """Un canal recién abierto; ``hecho`` anota sus latidos y su cierre."""
    uno = Canal.__new__(Canal)
    uno.ws_connection = SimpleNamespace(client_terminated=False)
    uno.last_ping = uno.last_pong = reloj.ahora
    uno.hecho = []
    monkeypatch.setattr(uno, "ping", lambda _: uno.hecho.append("late"), raising=False)
    monkeypatch.setattr(uno, "close", lambda: uno.hecho.append("cierra"), raising=False)
    return uno


def latir(canal, reloj, veces, *, contesta):
    for _ in range(veces):
        # Un pelo más que el intervalo: así llega siempre un latido de verdad.
        reloj.ahora += LATIDO / 1000 + 0.011
        canal.send_ping()
        if contesta:
            reloj.ahora += 0.001
            canal.last_pong = reloj.ahora


def test_una_pagina_que_contesta_no_pierde_su_canal(canal, reloj):
    latir(canal, reloj, 20, contesta=True)

    assert canal.hecho == ["late"] * 20


def test_una_pagina_que_calla_se_da_por_cerrada(canal, reloj):
    latir(canal, reloj, 3, contesta=False)

    assert canal.hecho == ["late", "late", "cierra"]
    assert reloj.ahora > PACIENCIA


def test_si_el_computador_durmio_se_vuelve_a_preguntar(canal, reloj):
    reloj.ahora += 3600

    canal.send_ping()

    assert canal.hecho == ["late"]


def test_una_pagina_que_se_fue_se_cierra_de_inmediato(canal):
    canal.ws_connection.client_terminated = True

    canal.send_ping()

    assert canal.hecho == ["cierra"]
