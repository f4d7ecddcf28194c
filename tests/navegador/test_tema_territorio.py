"""La ficha del territorio, de una Mesa vacía al archivo que se lleva, con un archivo oficial."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from intercambio.oficiales import recortes
from navegador.conftest import ANCHO, Servidor, Vigia, abrir_pagina
from navegador.pasos import guardado
from navegador.revision import exigir_todo
from playwright.sync_api import Browser, Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

COMPARTE_SERVIDOR = True
TEMA = "/tema/02_territorio_y_escala"


@pytest.fixture(params=[ANCHO, 360], ids=["1280", "360"])
def pagina(
    request: pytest.FixtureRequest, navegador: Browser, servidor: Servidor, vigia: Vigia
) -> Iterator[Page]:
    una = abrir_pagina(navegador, servidor, vigia, request.param)
    yield una
    una.context.close()
    assert (vigia.ajenas, vigia.fallas) == ([], [])


def _abrir_mesa_vacia(pagina: Page, servidor: Servidor, clave: str) -> None:
    mesa = Mesa(id=clave, nombre="Los Aromos", territorio=Territorio(cut_comuna="13101"))
    with Almacen.abrir(servidor.base) as almacen:
        almacen.crear(mesa, autor="Usted")
    pagina.goto(f"{servidor.raiz}{TEMA}?mesa={clave}#aplicar")
    expect(pagina.locator(".mt-territorio")).to_be_visible()


def _importar(pagina: Page, archivo: Path, *marcar: str) -> None:
    pagina.locator(".mt-oficial input[type=file]").set_input_files(archivo)
    for nombre in marcar:
        pagina.get_by_role("checkbox", name=re.compile(f"^{nombre}")).check()
    pagina.get_by_role("button", name="Importar lo marcado").dblclick()
    expect(pagina.locator(".mt-oficial")).to_contain_text("Importó")
    pagina.get_by_role("button", name="Importar otro archivo").click()


@pytest.mark.navegador
def test_de_una_mesa_vacia_a_la_ficha_que_se_lleva(
    pagina: Page, servidor: Servidor, tmp_path: Path
) -> None:
    ancho = pagina.viewport_size["width"]  # type: ignore[index]
    _abrir_mesa_vacia(pagina, servidor, f"ficha{ancho}")

    # La comuna se busca con el teclado, se elige y queda guardada con su código.
    pagina.get_by_label("Cambiar de comuna").press_sequentially("valparai", delay=20)
    expect(pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101")).to_be_visible()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".mt-territorio .codigo")).to_contain_text("CUT 05101")
    guardado(pagina)

    # Dos archivos oficiales entran tal como se bajan; el doble clic no importa dos veces.
    pagina.locator("summary", has_text="Importar archivos oficiales").click()
    catastro, pobreza = tmp_path / "campamentos_2024.csv", tmp_path / "pobreza.xlsx"
    catastro.write_text(recortes.CAMPAMENTOS, encoding="utf-8")
    pobreza.write_bytes(recortes.pobreza())
    _importar(pagina, catastro)
    _importar(pagina, pobreza, "Pobreza por ingresos")

    # El cuadro dice dónde está la comuna, con su intervalo; los mapas se dibujan sin pedir nada.
    pagina.get_by_role("button", name="Mapa e indicadores").click()
    elegir = pagina.get_by_label("Indicador", exact=True)
    expect(elegir.locator("option")).to_have_count(3)
    elegir.select_option(label="Pobreza por ingresos (2022)")
    dice = pagina.locator(".mt-indicadores .frases")
    expect(dice).to_contain_text("Valparaíso: 7,4 %. Puesto 2 de 3 de mayor a menor")
    expect(dice).to_contain_text("va de 5,7 a 9,0 %")
    mapa = pagina.locator(".mt-lamina", has_text="Pobreza por ingresos").first
    expect(mapa.locator("svg path").nth(36)).to_be_attached()
    lugar = pagina.locator(".mt-lamina", has_text="Campamentos y lugar de la Mesa")
    lugar.locator("summary").click()
    expect(lugar.locator("tbody tr")).to_have_count(3)
    exigir_todo(pagina)

    # Se lleva a la oficina, y deshacer devuelve la ficha a como estaba.
    pagina.locator("summary", has_text="Llevar la ficha").click()
    with pagina.expect_download() as bajada:
        pagina.locator(".mt-entrega", has_text="Ficha del territorio").get_by_role(
            "button", name="Excel"
        ).click()
    assert bajada.value.path().read_bytes().startswith(b"PK")
    pagina.get_by_role("button", name="Deshacer").first.click()
    expect(elegir.locator("option")).to_have_count(2)
    pagina.reload()
    expect(pagina.get_by_label("Indicador", exact=True).locator("option")).to_have_count(2)
