"""Una página con gráficos es liviana: pocas peticiones, pocos bytes, y casi nada la segunda vez."""

import re
from typing import Any

import pytest
from navegador.conftest import Servidor
from navegador.peso import Peso
from playwright.sync_api import Browser, BrowserContext, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso

pytestmark = pytest.mark.navegador
COMPARTE_SERVIDOR = True

PETICIONES, PRIMERA, SIGUIENTE = 12, 700 * 1024, 50 * 1024
"""El tope de peticiones, y de bytes por el cable en la primera visita y en la siguiente."""
TABLERO = "/tema/03_mapa_de_actores?mesa=peso#aplicar"


@pytest.fixture(scope="module")
def entrada(servidor: Servidor) -> str:
    """La dirección que deja la cookie sin bajar nada de la pantalla."""
    with Almacen.abrir(servidor.base) as almacen:
        almacen.crear(cargar_caso("mesa_campanilla").con(id="peso"), autor="Usted")
    return servidor.entrada.replace("/?", "/nada?")


@pytest.fixture
def contexto(navegador: Browser, entrada: str) -> Any:
    uno = navegador.new_context(viewport={"width": 1280, "height": 900})
    uno.request.get(entrada)
    yield uno
    uno.close()


def visitar(contexto: BrowserContext, servidor: Servidor) -> Peso:
    """Abre el tablero y su gráfico; el peso cuando el dibujo ya está."""
    pagina = contexto.new_page()
    pagina.set_default_timeout(60_000)
    peso = Peso.de(pagina)
    pagina.goto(servidor.raiz + TABLERO)
    # Antes de abrir el panel, que el mapa ya esté: al llegar lo empuja hacia abajo.
    expect(pagina.locator(".mt-mapa .nodo").first).to_be_attached(timeout=60_000)
    pagina.locator("summary", has_text="Medidas de la red").click()
    pagina.get_by_role("heading", name="Intermediación").scroll_into_view_if_needed()
    expect(pagina.locator(".mt-lamina .dibujo svg")).to_contain_text("FOSIS", timeout=60_000)
    pagina.close()
    return peso


def test_la_primera_pagina_con_graficos_y_la_siguiente_son_livianas(contexto, servidor):
    primera = visitar(contexto, servidor)
    siguiente = visitar(contexto, servidor)

    assert len(primera.pedidos) <= PETICIONES, primera.pedidos
    assert 100_000 < primera.total <= PRIMERA, (primera.bytes_de, primera.canal)
    assert siguiente.total <= SIGUIENTE, (siguiente.bytes_de, siguiente.canal)


def test_lo_de_un_panel_cerrado_no_se_baja(contexto, servidor):
    pagina = contexto.new_page()
    peso = Peso.de(pagina)

    pagina.goto(servidor.raiz + TABLERO)
    expect(pagina.locator(".mt-mapa .nodo").first).to_be_attached(timeout=60_000)

    assert not [p for p in peso.pedidos if re.search("/(vega|tabla|cuadricula|practica).js", p)]
