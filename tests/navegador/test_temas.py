"""Los cuatro tiempos de cada tema, a 1280 y 360 px: accesibles, en castellano y sin desbordes.

«Aplicar» se abre sobre una Mesa en que cada sección trae un texto hostil: nada se ejecuta.
"""

from collections.abc import Iterator

import pytest
from navegador.conftest import ALTO, ANCHO, Servidor
from navegador.revision import exigir_todo
from navegador.test_textos_hostiles import CARGAS, exigir_quieto
from playwright.sync_api import Locator, Page, expect
from secciones_llenas import llenar

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.formacion.temas import listar_temas

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]

COMPARTE_SERVIDOR = True
CLAVE = "de-los-temas"
TEMAS = [t.clave for t in listar_temas() if not t.esta_en_preparacion]
ANCHOS = ((ANCHO, ALTO), (360, 740))


@pytest.fixture(scope="module")
def mesa_hostil(servidor: Servidor) -> str:
    with Almacen.abrir(servidor.base) as almacen:
        if CLAVE not in {r.clave for r in almacen.listar()}:
            mesa = llenar(cargar_caso("mesa_campanilla").con(id=CLAVE), CARGAS[1])
            almacen.crear(mesa, autor="Usted")
    return CLAVE


def abrir(pagina: Page, direccion: str) -> Locator:
    """La pestaña que se ve, cuando terminó de armarse."""
    pagina.goto(direccion)
    panel = pagina.locator("[role=tabpanel]:visible")
    expect(panel.locator(".mt, article").first).to_be_visible()
    expect(panel.locator(".mt-cargando:visible")).to_have_count(0)
    return panel


def a_cada_ancho(pagina: Page) -> Iterator[int]:
    for ancho, alto in ANCHOS:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        yield ancho


@pytest.mark.parametrize("clave", TEMAS)
def test_leer_explorar_y_practicar_estan_en_regla(pagina: Page, servidor: Servidor, clave: str):
    for tiempo in ("leer", "explorar", "practicar"):
        abrir(pagina, f"{servidor.raiz}/tema/{clave}#{tiempo}")

        for _ in a_cada_ancho(pagina):
            exigir_todo(pagina)


@pytest.mark.parametrize("clave", TEMAS)
def test_la_herramienta_esta_en_regla_con_todo_abierto_y_textos_hostiles(
    pagina: Page, servidor: Servidor, mesa_hostil: str, clave: str
):
    panel = abrir(pagina, f"{servidor.raiz}/tema/{clave}?mesa={mesa_hostil}#aplicar")
    vistas = panel.locator(".lienzo > .vistas > button")

    for i in range(max(1, vistas.count())):
        if vistas.count():
            vistas.nth(i).click()
        _abrir_todo(panel)
        for _ in a_cada_ancho(pagina):
            exigir_todo(pagina)
        exigir_quieto(pagina)


def _abrir_todo(panel: Locator) -> None:
    """Despliega las fichas y los «por qué» de la vista, sin pasar de diez."""
    panel.locator(".lienzo details:visible").evaluate_all(
        "(nodos) => nodos.slice(0, 10).forEach((d) => { d.open = true; })"
    )
    expect(panel.locator(".mt-cargando:visible")).to_have_count(0)
