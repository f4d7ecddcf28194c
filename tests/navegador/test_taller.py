"""Un taller en el navegador: conducir, trabajar en una misma Mesa y llevarse la copia."""

import os
import zipfile
from collections.abc import Iterator

import pytest
from navegador.pasos import TEMA, guardado, nodo, nodos
from navegador.revision import exigir_todo
from navegador.taller import Taller, en_taller
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.navegador


@pytest.fixture(scope="module")
def taller(tmp_path_factory: pytest.TempPathFactory, navegador: Browser) -> Iterator[Taller]:
    with en_taller(tmp_path_factory.mktemp("taller"), navegador, {**os.environ}) as uno:
        yield uno
        assert (uno.vigia.fallas, uno.vigia.ajenas) == ([], [])


@pytest.fixture(scope="module")
def facilita(taller: Taller) -> Page:
    """Quien facilita, en su página."""
    return taller.conducir()


@pytest.fixture(scope="module")
def grupo(taller: Taller, facilita: Page) -> tuple[Page, Page]:
    """Rosa y Pedro, sentados en la misma mesa y con su Mesa abierta."""
    exigir_todo(facilita)
    rosa, pedro = taller.entrar("Rosa"), taller.entrar("Pedro")
    pedro.goto(taller.raiz)
    expect(facilita.get_by_role("row", name="Pedro").get_by_text("Adentro")).to_be_visible()
    facilita.get_by_role("button", name="Repartir en mesas").click()
    expect(facilita.get_by_text("Se formó una mesa.")).to_be_visible()
    pedro.get_by_role("link", name="Abrir la Mesa de su grupo").click()
    rosa.goto(f"{taller.raiz}{TEMA}#aplicar")
    for pagina in (rosa, pedro):
        expect(nodos(pagina).first).to_be_visible()
        expect(pagina.locator("#mesa-nombre")).to_have_text("Mesa 1: Campamento Campanilla")
    return rosa, pedro


def test_cada_quien_ve_quien_mas_esta_y_que_hizo_sin_perder_el_foco(
    grupo: tuple[Page, Page],
) -> None:
    rosa, pedro = grupo
    expect(pedro.locator("#taller-presentes .inicial")).to_have_text("R")
    expect(rosa.locator("#taller-presentes")).to_contain_text("También en esta Mesa: Pedro.")
    buscador = pedro.get_by_placeholder("Buscar actor")
    buscador.fill("junta")

    rosa.get_by_role("button", name="Agregar", exact=True).click()
    ficha = rosa.locator(".mt-ficha")
    ficha.get_by_label("Nombre").first.fill("Radio del Cerro")
    ficha.get_by_label("Sector").first.select_option(label="Sociedad civil")
    ficha.get_by_role("button", name="Agregar").first.click()

    expect(nodo(pedro, "Radio del Cerro")).to_be_visible()
    noticia = pedro.locator(".taller-noticia", has_text="Radio del Cerro")
    expect(noticia).to_contain_text("Rosa agregó a Radio del Cerro")
    expect(noticia.locator("..")).to_have_attribute("aria-live", "polite")
    expect(buscador).to_be_focused()
    expect(rosa.locator(".taller-noticia")).to_have_count(0)


def test_deshacer_es_de_cada_quien(grupo: tuple[Page, Page]) -> None:
    rosa, pedro = grupo
    guardado(rosa)

    expect(pedro.locator("#mesa-deshacer")).to_be_disabled()
    rosa.locator("#mesa-deshacer").click()

    expect(nodo(pedro, "Radio del Cerro")).to_have_count(0)
    expect(pedro.locator(".taller-noticia", has_text="deshizo").first).to_contain_text("Rosa")


def test_un_anuncio_llega_a_todas_las_paginas_y_se_puede_cerrar(
    grupo: tuple[Page, Page], facilita: Page
) -> None:
    facilita.get_by_label("Qué decir a todas las páginas").fill("Volvemos a las 11 <b>")
    facilita.get_by_role("button", name="Anunciar").click()

    for pagina in grupo:
        expect(pagina.get_by_text("Volvemos a las 11 <b>")).to_be_visible(timeout=3_000)
    pedro = grupo[1]
    pedro.locator(".taller-anuncio", has_text="Volvemos").get_by_role("button").click()
    pedro.reload()
    expect(nodos(pedro).first).to_be_visible()
    expect(pedro.get_by_text("Volvemos a las 11")).to_have_count(0)
    exigir_todo(pedro)


def test_la_marca_de_quien_facilita_sobrevive_a_la_pagina_que_se_actualiza(
    grupo: tuple[Page, Page], facilita: Page, taller: Taller
) -> None:
    facilita.get_by_role("checkbox", name="Marcar a Rosa").check()

    taller.entrar("<u>Elena</u>")

    expect(facilita.get_by_role("row", name="<u>Elena</u>")).to_be_visible()
    expect(facilita.locator("u")).to_have_count(0)
    expect(facilita.get_by_role("checkbox", name="Marcar a Rosa")).to_be_checked()
    facilita.get_by_role("button", name="Marcar a quienes están de pie").click()
    expect(facilita.get_by_role("checkbox", name="Marcar a Rosa")).not_to_be_checked()
    facilita.get_by_role("button", name="Sentar en la mesa elegida").click()
    expect(facilita.get_by_role("row", name="Elena").get_by_text("Mesa 1")).to_be_visible()


@pytest.mark.parametrize("ancho", [1280, 360])
def test_conducir_se_entiende_a_lo_ancho_y_en_el_telefono(
    grupo: tuple[Page, Page], facilita: Page, ancho: int
) -> None:
    facilita.set_viewport_size({"width": ancho, "height": 800})
    try:
        exigir_todo(facilita)
        expect(
            facilita.get_by_role("row", name="Rosa").get_by_text("Mapa de actores")
        ).to_be_visible()
    finally:
        facilita.set_viewport_size({"width": 1280, "height": 900})


def test_la_tutoria_mira_y_no_cambia(grupo: tuple[Page, Page], taller: Taller) -> None:
    tutora = taller.conducir(tutoria=True)
    expect(tutora.get_by_role("button")).to_have_count(0)

    tutora.get_by_role("link", name="Mirar su Mesa").click()

    expect(nodos(tutora).first).to_be_visible()
    expect(tutora.get_by_role("button", name="Agregar", exact=True)).to_have_count(0)


def test_al_cerrar_cada_quien_se_lleva_su_copia(
    grupo: tuple[Page, Page], facilita: Page, taller: Taller
) -> None:
    rosa, _ = grupo
    facilita.get_by_role("button", name="Cerrar el taller").click()

    rosa.get_by_role("link", name="Llevarme mi copia").click()
    with rosa.expect_download() as bajada:
        rosa.get_by_role("link", name="para seguir en el kit").click()

    expect(rosa.get_by_role("heading", name="Gracias por venir, Rosa")).to_be_visible()
    assert bajada.value.suggested_filename == "Mesa_1_Campamento_Campanilla.mesa"
    assert "bitacora.jsonl" in zipfile.ZipFile(bajada.value.path()).namelist()
    exigir_todo(rosa)
    exigir_todo(facilita)
