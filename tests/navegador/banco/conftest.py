"""Lo que comparten las pruebas del banco: abrir componentes en Chromium y cerrarlos sin errores."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from navegador.banco.marco import Banco
from playwright.sync_api import Browser

from mesa_territorial_widgets.componentes.base import ESTATICO, Componente

ASENTAR_MS = 250


@pytest.fixture
def abrir(navegador: Browser) -> Iterator[Callable[..., Any]]:
    """``abrir(*componentes, ancho=1280)`` los monta en una página; al final exige cero errores."""
    if not ESTATICO.is_dir():
        pytest.skip("sin pantalla compilada")
    abiertos: list[Banco] = []

    def montar(*componentes: Componente, ancho: int = 1280) -> Any:
        contexto = navegador.new_context(viewport={"width": ancho, "height": 900}, locale="es-CL")
        contexto.grant_permissions(["clipboard-read", "clipboard-write"])
        banco = Banco(contexto.new_page(), *componentes)
        abiertos.append(banco)
        banco.page.wait_for_timeout(ASENTAR_MS)
        return banco.page

    yield montar
    for banco in abiertos:
        banco.cerrar()
        banco.page.context.close()
        assert banco.errores == []
