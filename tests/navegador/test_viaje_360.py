"""El primer viaje en un teléfono: con el dedo, sin desbordes y accesible en cada estado."""

import re
from pathlib import Path

import pytest
from navegador.conftest import Servidor
from navegador.pasos import guardado, nodo, nodos
from navegador.planillas import FILAS, con_tres_errores
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(240)]
EN_TELEFONO = pytest.mark.parametrize("pagina", [360], ids=["360"], indirect=True)


def tocar(pagina: Page, nombre: str, papel: str = "button") -> None:
    pagina.get_by_role(papel, name=nombre).first.tap()  # type: ignore[arg-type]


def crear_con_el_dedo(pagina: Page, servidor: Servidor) -> None:
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    pagina.get_by_label("Nombre de la Mesa").fill("Mesa Los Aromos")
    pagina.get_by_label("Comuna", exact=True).press_sequentially("valparai", delay=20)
    pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101").tap()
    pagina.get_by_role("button", name="Crear la Mesa").tap()
    pagina.wait_for_url("**/tema/03_mapa_de_actores?mesa=*#aplicar")
    expect(pagina.locator(".mt-tablero")).to_be_visible()


def importar_con_el_dedo(pagina: Page, archivo: Path) -> None:
    pagina.get_by_role("button", name="Importar", exact=True).first.tap()
    exigir_todo(pagina)
    pagina.locator("dialog input[type=file]").set_input_files(archivo)
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        expect(pagina.get_by_role("button", name=seguir)).to_be_visible()
        exigir_todo(pagina)
        tocar(pagina, seguir)
    malas = pagina.get_by_label("Corregir fila")
    expect(malas).to_have_count(3)
    exigir_todo(pagina)
    for columna, valor in (("Interés", "4"), ("Sector", "sociedad civil"), ("Influencia", "4")):
        campo = malas.and_(pagina.locator(f'[aria-label*="{columna}"]'))
        campo.fill(valor)
        campo.press("Enter")
    expect(malas).to_have_count(0)
    tocar(pagina, "Seguir: confirmar")
    asistente = pagina.locator("dialog.mt-importador")
    exigir_todo(pagina)
    asistente.get_by_role("button", name="Importar", exact=True).tap()
    asistente.get_by_role("button", name="Cerrar", exact=True).tap()
    expect(nodos(pagina)).to_have_count(len(FILAS))


class Dedos:
    """Gestos que Playwright no trae: mantener, arrastrar y pellizcar."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina
        self._cdp = pagina.context.new_cdp_session(pagina)

    def _mandar(self, clase: str, *puntos: tuple[float, float]) -> None:
        lugares = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(puntos)]
        self._cdp.send("Input.dispatchTouchEvent", {"type": clase, "touchPoints": lugares})

    def mantener(self, donde: tuple[float, float]) -> None:
        self._mandar("touchStart", donde)
        self.pagina.wait_for_timeout(800)
        self._mandar("touchEnd")

    def arrastrar(self, desde: tuple[float, float], hasta: tuple[float, float]) -> None:
        self._mandar("touchStart", desde)
        for n in range(1, 9):
            paso = tuple(a + (b - a) * n / 8 for a, b in zip(desde, hasta, strict=True))
            self._mandar("touchMove", (paso[0], paso[1]))
            self.pagina.wait_for_timeout(16)
        self._mandar("touchEnd")

    def abrir(self, centro: tuple[float, float], de: float, a: float) -> None:
        """Separa dos dedos alrededor de ``centro``, de ``de`` a ``a`` px cada uno."""
        x, y = centro
        self._mandar("touchStart", (x - de, y), (x + de, y))
        for n in range(1, 9):
            lejos = de + (a - de) * n / 8
            self._mandar("touchMove", (x - lejos, y), (x + lejos, y))
            self.pagina.wait_for_timeout(16)
        self._mandar("touchEnd")


def centro(lugar: Locator) -> tuple[float, float]:
    lugar.scroll_into_view_if_needed()
    caja = lugar.bounding_box()
    assert caja is not None
    return caja["x"] + caja["width"] / 2, caja["y"] + caja["height"] / 2


@EN_TELEFONO
def test_el_viaje_entero_en_un_telefono(pagina: Page, servidor: Servidor, tmp_path: Path):
    crear_con_el_dedo(pagina, servidor)
    exigir_todo(pagina)
    importar_con_el_dedo(pagina, con_tres_errores(tmp_path))
    guardado(pagina)
    exigir_todo(pagina)

    # La cuadrícula, con una flecha de teclado en pantalla o arrastrando con el dedo.
    tocar(pagina, "Influencia e interés")
    punto = pagina.get_by_role("slider").first
    antes = punto.get_attribute("aria-valuetext")
    x, y = centro(punto)
    Dedos(pagina).arrastrar((x, y), (x - 40, y + 30))
    expect(punto).not_to_have_attribute("aria-valuetext", antes or "")
    guardado(pagina)
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Mapa", exact=True).tap()

    # Un toque elige y sube la ficha como hoja inferior; desde ahí se une.
    nodo(pagina, "FOSIS Valparaíso").locator(".forma").tap()
    hoja = pagina.locator(".mt-ficha.hoja")
    expect(hoja).to_be_visible()
    exigir_todo(pagina)
    tocar(pagina, "Unir con otro actor")
    formulario = pagina.get_by_role("form", name="Unir actores")
    formulario.get_by_label("Hacia").select_option(label="SERVIU de Valparaíso")
    formulario.get_by_label("Tipo").select_option(label="Coordinación")
    exigir_todo(pagina)
    formulario.get_by_role("button", name="Unir actores").tap()
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute("aria-label", re.compile("1 relaci"))
    tocar(pagina, "Cerrar la ficha")
    expect(hoja).to_have_count(0)

    # La tabla se lee en tarjetas; las medidas y el historial, debajo.
    for panel in ("Historial de cambios", "Medidas de la red", "Tabla de actores y relaciones"):
        pagina.get_by_text(panel, exact=True).tap()
    expect(pagina.locator(".mt-lamina .dibujo svg")).to_be_visible(timeout=30_000)
    exigir_todo(pagina)

    # Deshace con el botón de la barra y se lleva el Excel.
    tocar(pagina, "Deshacer")
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute(
        "aria-label", re.compile("sin rel|0 rel")
    )
    tocar(pagina, "Rehacer")
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute("aria-label", re.compile("1 relaci"))
    tocar(pagina, "Exportar")
    exigir_todo(pagina)
    with pagina.expect_download():
        pagina.get_by_role("dialog").get_by_role("button", name="Excel").tap()
    pagina.reload()
    expect(nodos(pagina)).to_have_count(len(FILAS))


@EN_TELEFONO
def test_los_menus_de_la_barra_caben_y_se_cierran(pagina: Page, servidor: Servidor):
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#leer")
    for menu in ("Temas", "Mi Mesa"):
        resumen = pagina.locator("#mesa-barra summary").filter(has_text=menu)
        resumen.tap()
        expect(pagina.locator("#mesa-barra details[open]")).to_have_count(1)
        exigir_todo(pagina)
        caja = pagina.locator("#mesa-barra details[open] > :not(summary)").bounding_box()
        assert caja is not None
        assert caja["x"] >= 0 and caja["x"] + caja["width"] <= 360
        resumen.tap()
        expect(pagina.locator("#mesa-barra details[open]")).to_have_count(0)


@EN_TELEFONO
def test_pellizcar_acerca_y_mantener_abre_el_menu(pagina: Page, servidor: Servidor):
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#explorar")
    uno = nodo(pagina, "FOSIS").first
    expect(uno).to_be_visible()
    dedos = Dedos(pagina)
    uno.scroll_into_view_if_needed()
    mundo = pagina.locator(".mt-mapa-svg > g").first
    antes = mundo.get_attribute("transform")

    dedos.abrir(centro(pagina.locator(".mt-mapa-svg:visible")), 30, 90)
    pagina.wait_for_timeout(300)

    assert mundo.get_attribute("transform") != antes, "el pellizco no acercó el mapa"
    assert pagina.evaluate("() => visualViewport.scale") == 1, "se agrandó la página, no el mapa"
    dedos.mantener(centro(uno.locator(".forma")))
    expect(pagina.get_by_role("dialog").get_by_role("button", name="Abrir ficha")).to_be_visible()
    exigir_todo(pagina)
