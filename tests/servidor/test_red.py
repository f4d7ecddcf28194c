"""La dirección con que la sala llega a este computador."""

import socket

import pytest

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor import red


def _con(monkeypatch: pytest.MonkeyPatch, propias: list[str], salida: str) -> None:
    monkeypatch.setattr(red, "_de_las_tarjetas", lambda: iter(propias))
    monkeypatch.setattr(red, "_de_la_ruta", lambda: salida)


def test_entre_varias_se_elige_la_de_salida(monkeypatch: pytest.MonkeyPatch) -> None:
    _con(monkeypatch, ["172.17.0.1", "192.168.1.20"], "192.168.1.20")

    assert red.elegir_direccion() == "192.168.1.20"
    assert red.direcciones() == ["192.168.1.20", "172.17.0.1"]


def test_se_puede_pedir_otra_de_las_propias(monkeypatch: pytest.MonkeyPatch) -> None:
    _con(monkeypatch, ["172.17.0.1", "192.168.1.20"], "192.168.1.20")

    assert red.elegir_direccion("172.17.0.1") == "172.17.0.1"
    assert red.elegir_direccion("127.0.0.1") == "127.0.0.1"


def test_una_direccion_ajena_se_dice_con_las_propias(monkeypatch: pytest.MonkeyPatch) -> None:
    _con(monkeypatch, ["192.168.1.20"], "192.168.1.20")

    with pytest.raises(ReglaRota, match=r"no tiene la dirección 10\.0\.0\.9.*192\.168\.1\.20"):
        red.elegir_direccion("10.0.0.9")


def test_sin_red_se_explica_que_hacer(monkeypatch: pytest.MonkeyPatch) -> None:
    _con(monkeypatch, [], "")

    with pytest.raises(ReglaRota, match="Conéctelo al wifi"):
        red.elegir_direccion()


def test_un_puerto_tomado_se_salta() -> None:
    with socket.socket() as tomado:
        tomado.bind(("127.0.0.1", 0))
        tomado.listen()
        puerto = tomado.getsockname()[1]

        assert red.puerto_libre("127.0.0.1", puerto) != puerto


def test_si_no_hay_ninguno_se_dice() -> None:
    with socket.socket() as tomado:
        tomado.bind(("127.0.0.1", 0))
        tomado.listen()

        with pytest.raises(ReglaRota, match="--puerto"):
            red.puerto_libre("127.0.0.1", tomado.getsockname()[1], cuantos=1)
