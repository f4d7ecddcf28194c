"""Ir de una página a otra, volver, adelantar o recargar nunca deja un núcleo atrás."""

import pytest
from navegador.conftest import Servidor
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.navegador
COMPARTE_SERVIDOR = True
TEMA = "/tema/03_mapa_de_actores#explorar"


def nucleo_de(pagina: Page) -> str:
    """El núcleo de la página, cuando ya está en uso."""
    expect(pagina.locator("section:not([hidden])[data-abierta]")).to_be_attached(timeout=30_000)
    return pagina.locator("#mesa-nucleo").get_attribute("data-nucleo") or ""


def vivos(pagina: Page, servidor: Servidor, nucleos: list[str]) -> list[str]:
    """Los que siguen vivos, después de dar tiempo a que la despedida llegue."""
    pagina.wait_for_timeout(500)
    latido = f"{servidor.raiz}/mesa/latido/"
    return [n for n in nucleos if pagina.context.request.get(latido + n).status == 204]


def test_por_donde_se_vaya_queda_vivo_solo_el_nucleo_de_la_pagina_a_la_vista(
    pagina: Page, servidor: Servidor
):
    pasos = (
        lambda: pagina.goto(servidor.raiz),
        lambda: pagina.goto(servidor.raiz + TEMA),
        pagina.go_back,
        pagina.go_forward,
        pagina.reload,
    )
    usados: list[str] = []
    for dar in pasos:
        dar()
        usados.append(nucleo_de(pagina))
        assert vivos(pagina, servidor, usados) == usados[-1:]

    assert len(set(usados)) == len(pasos)
