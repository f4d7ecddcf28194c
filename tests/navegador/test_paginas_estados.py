"""La herramienta en cada estado, a lo ancho y en el teléfono: accesible y en castellano.

Cada prueba recorre varios estados de la misma página: abrirla cuesta más que revisarla.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from navegador.conftest import Servidor
from navegador.pasos import aplicar, desplegar, nodos, poner_campanilla
from navegador.planillas import con_tres_errores
from navegador.revision import exigir_todo
from playwright.sync_api import Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos.mesas import cargar_caso

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(180)]
COMPARTE_SERVIDOR = True
EN_AMBOS = pytest.mark.parametrize("pagina", [1280, 360], ids=["1280", "360"], indirect=True)
PLEGABLES = ("Historial de cambios", "Medidas de la red", "Tabla de actores y relaciones")


@pytest.fixture(scope="module")
def clave(servidor: Servidor) -> str:
    with Almacen.abrir(servidor.base) as almacen:
        almacen.crear(cargar_caso("mesa_campanilla").con(id="botada"), autor="Usted")
        almacen.borrar("botada", autor="Usted")
    return poner_campanilla(servidor, "estados")


@pytest.fixture
def abierta(pagina: Page, servidor: Servidor, clave: str) -> Iterator[Page]:
    """La Mesa Campanilla abierta en «aplicar», sin nada elegido ni filtrado."""
    aplicar(pagina, servidor, clave)
    return pagina


def pulsar(pagina: Page, nombre: str) -> None:
    pagina.get_by_role("button", name=nombre).first.click()


@EN_AMBOS
def test_el_mapa_en_cada_estado(abierta: Page):
    exigir_todo(abierta)
    for menu in ("Filtrar", "Comparar", "Exportar", "Ayuda y atajos"):
        pulsar(abierta, menu)
        exigir_todo(abierta)
        abierta.keyboard.press("Escape")
    if abierta.locator(".comparacion").count():
        pulsar(abierta, "Comparar")


@EN_AMBOS
def test_filtrado_y_sin_nadie_que_cumpla(abierta: Page):
    abierta.locator(".leyenda").get_by_role("button", name="Privado").click()
    expect(nodos(abierta)).to_have_count(8)
    exigir_todo(abierta)
    abierta.locator(".leyenda").get_by_role("button", name="Privado").click()
    expect(nodos(abierta)).to_have_count(34)
    abierta.get_by_role("searchbox").first.fill("nadie se llama así")
    abierta.wait_for_timeout(300)
    exigir_todo(abierta)


@EN_AMBOS
def test_la_ficha_de_un_actor_y_de_varios(abierta: Page):
    nodos(abierta).first.focus()
    abierta.keyboard.press("Enter")
    expect(abierta.locator(".mt-ficha-actor")).to_be_visible()
    desplegar(abierta, ".mt-ficha")
    exigir_todo(abierta)
    abierta.get_by_role("button", name="Cerrar la ficha").click()

    nodos(abierta).first.focus()
    for tecla in (" ", "ArrowRight", " ", "ArrowDown", " "):
        abierta.keyboard.press(tecla)
    expect(abierta.locator(".mt-ficha")).to_contain_text("elegidos")
    exigir_todo(abierta)


@EN_AMBOS
def test_los_formularios_de_agregar_y_unir(abierta: Page):
    pulsar(abierta, "Agregar")
    formulario = abierta.get_by_role("form", name="Actor nuevo")
    formulario.get_by_label("Nombre").fill("SERVIU Valparaiso")
    formulario.get_by_text("Más datos, si los sabe").click()
    formulario.get_by_role("button", name="Agregar actor").click()
    expect(formulario.get_by_role("alert").first).to_be_visible()
    exigir_todo(abierta)


@EN_AMBOS
def test_cada_panel_abierto_y_la_cuadricula(abierta: Page):
    for panel in PLEGABLES:
        abierta.get_by_text(panel, exact=True).click()
        abierta.wait_for_timeout(300)
    expect(abierta.locator(".mt-lamina .dibujo svg")).to_be_visible(timeout=30_000)
    exigir_todo(abierta)

    abierta.get_by_label("Qué dice").fill("Creó")
    abierta.wait_for_timeout(600)
    abierta.get_by_role("tab", name="Relaciones").click()
    pulsar(abierta, "Influencia e interés")
    expect(abierta.get_by_role("slider").first).to_be_visible()
    exigir_todo(abierta)
    abierta.get_by_label("Qué dice").fill("esto no lo hizo nadie")
    abierta.get_by_role("button", name="Mapa", exact=True).click()
    expect(abierta.get_by_text("No hay ninguno que calce")).to_be_visible()
    exigir_todo(abierta)


@EN_AMBOS
def test_el_asistente_de_importar_en_cada_paso(abierta: Page, tmp_path: Path):
    abierta.get_by_role("button", name="Importar", exact=True).first.click()
    asistente = abierta.locator("dialog.mt-importador")
    asistente.get_by_text("Pegar texto copiado de Excel").click()
    exigir_todo(abierta)
    asistente.locator("input[type=file]").set_input_files(
        {"name": "viejo.xls", "mimeType": "application/vnd.ms-excel", "buffer": b"x"}
    )
    expect(asistente).to_contain_text("formato antiguo")
    exigir_todo(abierta)
    asistente.locator("input[type=file]").set_input_files(con_tres_errores(tmp_path))
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        expect(asistente.get_by_role("button", name=seguir)).to_be_visible()
        exigir_todo(abierta)
        asistente.get_by_role("button", name=seguir).click()
    expect(abierta.get_by_label("Corregir fila").first).to_be_visible()
    exigir_todo(abierta)


@EN_AMBOS
def test_mi_mesa_con_papelera_y_menus_abiertos(pagina: Page, servidor: Servidor, clave: str):
    pagina.goto(f"{servidor.raiz}/app/mi_mesa?mesa={clave}")
    expect(pagina.get_by_text("Sus Mesas").first).to_be_visible()
    desplegar(pagina, "main")
    expect(pagina.get_by_text("Se borrará para siempre").first).to_be_visible()
    exigir_todo(pagina)
    pagina.get_by_label("Comuna", exact=True).press_sequentially("valpa")
    expect(pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101")).to_be_visible()
    exigir_todo(pagina)
    pagina.locator("#mesa-barra summary").filter(has_text="Mi Mesa").click()
    exigir_todo(pagina)


@EN_AMBOS
def test_practicar_con_pista_respuesta_y_resultado(pagina: Page, servidor: Servidor):
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#practicar")
    pagina.get_by_role("button", name="Me rindo").click()
    expect(pagina.locator(".resultado")).to_contain_text("Solución")
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Ver cómo voy").click()
    exigir_todo(pagina)
