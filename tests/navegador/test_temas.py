"""Los cuatro tiempos de cada tema, a 1280 y 360 px: accesibles, en castellano y sin desbordes.

«Aplicar» se abre sobre una Mesa en que cada sección trae un texto hostil: nada se ejecuta.
"""

from collections.abc import Iterator

import pytest
from navegador.conftest import ALTO, ANCHO, Servidor
from navegador.revision import desborde, exigir_todo, palabras_inglesas
from navegador.test_textos_hostiles import CARGAS, exigir_quieto
from playwright.sync_api import Locator, Page, expect
from secciones_llenas import llenar

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.formacion.temas import listar_temas

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]

COMPARTE_SERVIDOR = True
TEMAS = [t.clave for t in listar_temas() if not t.esta_en_preparacion]
ANCHOS = ((ANCHO, ALTO), (360, 740))


@pytest.fixture(scope="module")
def mesas(servidor: Servidor) -> dict[str, str]:
    """Las claves de tres Mesas: con todo y hostil, la del caso San Pedro y una vacía."""
    san_pedro = cargar_caso("mesa_san_pedro")
    hostil = llenar(cargar_caso("mesa_campanilla"), CARGAS[1])
    nueva = Mesa(id="x", nombre="Nueva", territorio=san_pedro.territorio)
    con_clave = {"hostil": hostil, "san_pedro": san_pedro, "vacia": nueva}
    with Almacen.abrir(servidor.base) as almacen:
        ya = {r.clave for r in almacen.listar()}
        for nombre, mesa in con_clave.items():
            if f"temas-{nombre}" not in ya:
                almacen.crear(mesa.con(id=f"temas-{nombre}"), autor="Usted")
    return {nombre: f"temas-{nombre}" for nombre in con_clave}


def abrir(pagina: Page, direccion: str) -> Locator:
    """La pestaña que se ve, cuando terminó de armarse."""
    pagina.goto(direccion)
    panel = pagina.locator("section.tiempo:visible")
    expect(panel.locator(".mt, article").first).to_be_visible()
    expect(panel.locator(".mt-cargando:visible")).to_have_count(0)
    return panel


def revisar(pagina: Page) -> None:
    """Sin desborde ni inglés a lo ancho; y todo, con axe, en el teléfono: cuesta segundos."""
    for ancho, alto in ANCHOS:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        if ancho == ANCHO:
            assert (desborde(pagina), palabras_inglesas(pagina)) == (0, [])
        else:
            exigir_todo(pagina)


@pytest.mark.parametrize("clave", [t for t in TEMAS if not t.startswith("03")])
def test_leer_explorar_y_practicar_estan_en_regla(pagina: Page, servidor: Servidor, clave: str):
    for tiempo in ("leer", "explorar", "practicar"):
        abrir(pagina, f"{servidor.raiz}/tema/{clave}#{tiempo}")

        revisar(pagina)


@pytest.mark.parametrize("clave", TEMAS)
def test_la_herramienta_esta_en_regla_con_todo_abierto_y_textos_hostiles(
    pagina: Page, servidor: Servidor, mesas: dict[str, str], clave: str
):
    panel = abrir(pagina, f"{servidor.raiz}/tema/{clave}?mesa={mesas['hostil']}#aplicar")

    for _ in vistas_de(panel):
        _abrir_todo(panel)
        revisar(pagina)
        exigir_quieto(pagina)


@pytest.mark.parametrize("clave", TEMAS)
def test_la_herramienta_abre_desde_san_pedro_y_desde_una_mesa_vacia(
    pagina: Page, servidor: Servidor, mesas: dict[str, str], clave: str
):
    for nombre in ("san_pedro", "vacia"):
        panel = abrir(pagina, f"{servidor.raiz}/tema/{clave}?mesa={mesas[nombre]}#aplicar")
        for _ in vistas_de(panel):
            expect(panel.locator(".mt-cargando:visible")).to_have_count(0)

            assert "falló de nuestro lado" not in panel.inner_text()
        exigir_todo(pagina)


def vistas_de(panel: Locator) -> Iterator[int]:
    """Pasa por cada vista del lienzo, o una vez si hay una sola."""
    vistas = panel.locator(".mt-tablero").first.locator("> .lienzo > .vistas > button")
    for i in range(max(1, vistas.count())):
        if vistas.count():
            vistas.nth(i).click()
        yield i


def _abrir_todo(panel: Locator) -> None:
    """Despliega las fichas y los «por qué» de la vista, sin pasar de diez."""
    panel.locator(".lienzo details:visible").evaluate_all(
        "(nodos) => nodos.slice(0, 10).forEach((d) => { d.open = true; })"
    )
    expect(panel.locator(".mt-cargando:visible")).to_have_count(0)
