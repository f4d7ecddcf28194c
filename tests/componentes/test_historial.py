"""El historial pide, filtra y vuelve sin saber dónde se guarda."""

from typing import Any

import pytest

from mesa_territorial_widgets.componentes.historial import PAGINA, Historial


class Bitacora:
    """Una bitácora de mentira que recuerda qué le pidieron."""

    def __init__(self, cuantos: int) -> None:
        self.filas = [_suceso(n) for n in range(cuantos, 0, -1)]
        self.pedidos: list[dict[str, Any]] = []

    def buscar(self, *, limite: int, antes_de: int | None = None, **filtro: Any) -> list[Any]:
        self.pedidos.append(filtro)
        quedan = [f for f in self.filas if antes_de is None or f["numero"] < antes_de]
        if "autor" in filtro:
            quedan = [f for f in quedan if f["autor"] == filtro["autor"]]
        return quedan[:limite]


def _suceso(numero: int) -> dict[str, Any]:
    return {
        "numero": numero,
        "autor": "Ana" if numero % 2 else "Luis",
        "cuando": "14-03-2026",
        "hora": "14:03",
        "frase": f"Cambio {numero}",
        "tipo": "cambio",
        "deshecho": False,
    }


@pytest.fixture(autouse=True)
def pagina_propia(monkeypatch):
    monkeypatch.setenv("MESA_PAGINA", "propia")


def mandar(componente, orden, **datos):
    """Manda un mensaje como la pantalla y devuelve la respuesta que recibiría."""
    respuestas: list[Any] = []
    componente.send = respuestas.append
    componente._al_mensaje(componente, {"pedido": 1, "orden": orden, "datos": datos}, [])
    return respuestas[-1]


def test_al_abrir_muestra_lo_ultimo_y_dice_si_hay_mas():
    historial = Historial(buscar=Bitacora(PAGINA + 3).buscar)

    assert len(historial.sucesos) == PAGINA
    assert historial.hay_mas
    assert historial.autores == ["Ana", "Luis"]


def test_pedir_mas_sigue_desde_donde_quedo():
    historial = Historial(buscar=Bitacora(PAGINA + 3).buscar)

    mandar(historial, "mas")

    assert [s["numero"] for s in historial.sucesos] == list(range(PAGINA + 3, 0, -1))
    assert not historial.hay_mas


def test_filtrar_manda_solo_los_filtros_puestos():
    bitacora = Bitacora(6)
    historial = Historial(buscar=bitacora.buscar)

    mandar(historial, "filtrar", texto="  serviu ", autor="Ana", desde="", hasta="2026-03-20")

    assert bitacora.pedidos[-1] == {"texto": "serviu", "autor": "Ana", "hasta": "2026-03-20"}
    assert {s["autor"] for s in historial.sucesos} == {"Ana"}
    assert historial.autores == ["Ana", "Luis"]


def test_una_fecha_que_no_existe_se_dice():
    historial = Historial(buscar=Bitacora(1).buscar)

    respuesta = mandar(historial, "filtrar", desde="2026-02-31")

    assert "no existe" in respuesta["error"]


def test_volver_lo_hace_quien_guarda_y_la_lista_se_pone_al_dia():
    bitacora = Bitacora(3)
    pedidos: list[int] = []

    def volver(numero: int) -> None:
        pedidos.append(numero)
        bitacora.filas.insert(0, _suceso(4))

    historial = Historial(buscar=bitacora.buscar, volver=volver)
    mandar(historial, "volver", numero=2)

    assert pedidos == [2]
    assert historial.sucesos[0]["numero"] == 4
    assert historial.ultimo == 4


def test_sin_como_volver_se_dice():
    historial = Historial(buscar=Bitacora(1).buscar)

    assert "no se puede volver" in mandar(historial, "volver", numero=1)["error"]
