"""El mapa en Chromium: lo que se hace con el ratón, con el teclado y con el dedo."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from navegador.banco.marco import Banco
from navegador.revision import desborde, faltas_de_accesibilidad, palabras_inglesas

pytestmark = pytest.mark.navegador


class Escritorio:
    """Un mapa montado en una página; anota las fichas que pide abrir."""

    def __init__(self, page: Page, mesa: Mesa, **rasgos: Any) -> None:
        self.page = page
        self.pizarra = Pizarra(mesa, **rasgos)
        self.frases: list[str] = []
        self.pizarra.observe(lambda c: self.frases.append(c.new["frase"]), names="guardado")
        self.banco = Banco(page, Mapa(self.pizarra))
        page.evaluate("""() => {
          window.fichas = [];
          addEventListener("mesa:ficha", (e) => fichas.push(e.detail));
          addEventListener("mesa:importar", () => fichas.push("importar"));
        }""")
        page.wait_for_timeout(700)

    @property
    def mesa(self) -> Mesa:
        return self.pizarra.valor

    def nodo(self, clave: str) -> Any:
        return self.page.locator(f".nodo[data-id='{clave}']").first

    def centro(self, clave: str) -> tuple[float, float]:
        caja = self.nodo(clave).locator(".forma").bounding_box()
        assert caja
        return caja["x"] + caja["width"] / 2, caja["y"] + caja["height"] / 2

    def enfocar(self, clave: str) -> None:
        self.nodo(clave).locator(".cuerpo").focus()

    def arrastrar(self, desde: tuple[float, float], hasta: tuple[float, float]) -> None:
        self.page.mouse.move(*desde)
        self.page.mouse.down()
        self.page.mouse.move(*hasta, steps=6)
        self.page.mouse.up()
        self.page.wait_for_timeout(250)

    def teclas(self, *teclas: str) -> None:
        for tecla in teclas:
            self.page.keyboard.press(tecla)
        self.page.wait_for_timeout(200)

    def con_foco(self) -> str | None:
        return self.page.evaluate("() => document.activeElement.closest('.nodo')?.dataset.id")


@pytest.fixture
def abrir(navegador: Browser) -> Iterator[Any]:
    abiertos: list[Escritorio] = []

    def _abrir(mesa: Mesa | None = None, ancho: int = 1280, **rasgos: Any) -> Escritorio:
        contexto = navegador.new_context(
            viewport={"width": ancho, "height": 860 if ancho > 600 else 740},
            has_touch=ancho < 600,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        caso = mesa or cargar_caso("mesa_campanilla")
        abiertos.append(Escritorio(contexto.new_page(), caso, **rasgos))
        return abiertos[-1]

    yield _abrir
    for uno in abiertos:
        errores = uno.banco.errores
        uno.banco.cerrar()
        uno.page.context.close()
        assert errores == []


def sin_lugares(cuantos: int = 99) -> Mesa:
    mesa = cargar_caso("mesa_campanilla")
    sueltos = list(mesa.actores.values())[:cuantos]
    return mesa.con_actores(replace(a, x=None, y=None) for a in sueltos)


def test_lo_nuevo_se_acomoda_una_vez_sin_mover_lo_puesto(abrir):
    antes = cargar_caso("mesa_campanilla")
    e = abrir(sin_lugares(3))

    e.page.wait_for_timeout(1500)

    assert e.frases.count("Acomodó 3 actores nuevos") == 1
    assert all(a.tiene_lugar for a in e.mesa.actores.values())
    for clave in list(antes.actores)[3:]:
        assert (e.mesa.actor(clave).x, e.mesa.actor(clave).y) == (
            antes.actor(clave).x,
            antes.actor(clave).y,
        )


def test_deshacer_el_acomodo_no_lo_repite_sin_fin(abrir):
    e = abrir(sin_lugares(2))
    e.page.wait_for_timeout(1200)

    e.pizarra.responder("deshacer", {})
    e.page.wait_for_timeout(1500)

    assert e.frases.count("Acomodó 2 actores nuevos") == 1
    expect(e.page.locator(".nodo")).to_have_count(34)


def test_en_solo_lectura_se_ve_y_no_se_cambia_nada(abrir):
    e = abrir(sin_lugares(), solo_lectura=True)
    antes = e.mesa

    e.page.wait_for_timeout(900)
    e.arrastrar(e.centro("A02"), (300, 300))
    e.enfocar("A02")
    e.teclas("Delete", "p", "m", "ArrowRight", "Escape")

    assert e.mesa == antes
    expect(e.page.get_by_role("button", name="Agregar")).to_have_count(0)


def test_arrastrar_fija_en_el_lugar_nuevo_y_deja_a_los_demas(abrir):
    e = abrir()
    antes, (x, y) = e.mesa, e.centro("A31")

    e.arrastrar((x, y), (x + 60, y + 40))

    assert e.mesa.actor("A31").fijado
    movido = e.centro("A31")
    assert (movido[0] - x, movido[1] - y) == pytest.approx((60, 40), abs=2)
    quietos = {k: a for k, a in e.mesa.actores.items() if k != "A31"}
    assert quietos == {k: a for k, a in antes.actores.items() if k != "A31"}
    expect(e.nodo("A31").locator(".cuerpo")).to_have_accessible_name(
        "AGCID, público, nacional, 1 relación, observa, fijado"
    )


def test_ordenar_no_mueve_a_los_fijados(abrir):
    mesa = cargar_caso("mesa_campanilla").con_cambio_de_actor("A01", fijado=True)
    e = abrir(mesa)

    e.page.get_by_role("button", name="Ordenar").click()
    e.page.get_by_role("button", name="Por sector").click()
    e.page.wait_for_timeout(600)

    assert (e.mesa.actor("A01").x, e.mesa.actor("A01").y) == (
        mesa.actor("A01").x,
        mesa.actor("A01").y,
    )
    assert e.mesa.actor("A02").x != mesa.actor("A02").x
    assert e.frases[-1] == "Ordenó el mapa por sector"


def test_clic_elige_y_resalta_a_los_vecinos_y_shift_suma(abrir):
    e = abrir()

    e.page.mouse.click(*e.centro("A31"))
    e.page.wait_for_timeout(150)
    atenuados = e.page.locator(".nodo.atenuado").count()
    e.page.keyboard.down("Shift")
    e.page.mouse.click(*e.centro("A30"))
    e.page.keyboard.up("Shift")
    e.page.wait_for_timeout(150)

    assert atenuados == 32
    assert e.pizarra.seleccion == ["A31", "A30"]


def test_arrastrar_con_shift_de_un_actor_a_otro_los_une(abrir):
    e = abrir()
    antes = set(e.mesa.relaciones)

    e.page.keyboard.down("Shift")
    e.arrastrar(e.centro("A31"), e.centro("A30"))
    e.page.keyboard.up("Shift")
    e.page.get_by_role("dialog").get_by_role("button", name="Financiamiento").click()
    e.page.wait_for_timeout(250)

    (nueva,) = set(e.mesa.relaciones) - antes
    relacion = e.mesa.relaciones[nueva]
    assert (relacion.de, relacion.hacia, relacion.tipo, relacion.momento) == (
        "A31",
        "A30",
        "financiamiento",
        "despues",
    )


@pytest.mark.parametrize("herramienta", ["Shift", "recuadro", "lazo"])
def test_recuadro_y_lazo_eligen_lo_de_adentro(abrir, herramienta):
    e = abrir()
    caja = e.page.locator(".mt-mapa-svg").bounding_box()
    esquinas = [
        (caja["x"] + 4, caja["y"] + 4),
        (caja["x"] + caja["width"] - 4, caja["y"] + 4),
        (caja["x"] + caja["width"] - 4, caja["y"] + caja["height"] - 60),
        (caja["x"] + 4, caja["y"] + caja["height"] - 60),
    ]
    if herramienta == "Shift":
        e.page.keyboard.down("Shift")
    else:
        e.page.get_by_role("button", name=f"Elegir con {herramienta}").click()

    e.page.mouse.move(*esquinas[0])
    e.page.mouse.down()
    for punto in [esquinas[2]] if herramienta != "lazo" else esquinas[1:]:
        e.page.mouse.move(*punto, steps=4)
    e.page.mouse.up()
    e.page.wait_for_timeout(200)

    assert len(e.pizarra.seleccion) == 34


def test_todo_lo_del_raton_se_hace_con_el_teclado(abrir):
    e = abrir()
    antes = set(e.mesa.relaciones)
    e.enfocar("A31")

    e.teclas("Enter", "a", "p", " ")
    assert e.page.evaluate("() => fichas") == [{"id": "A31"}, {"crear": True}]
    assert e.mesa.actor("A31").fijado
    assert e.pizarra.seleccion == ["A31"]

    x = e.mesa.actor("A31").x
    e.teclas("m", "ArrowRight", "Shift+ArrowRight", "Enter")
    assert e.mesa.actor("A31").x > x + 60
    x = e.mesa.actor("A31").x
    e.teclas("m", "ArrowLeft", "Escape")
    assert e.mesa.actor("A31").x == x

    e.teclas("u", "ArrowRight")
    destino = e.con_foco()
    e.teclas("Enter", "Enter")
    (nueva,) = set(e.mesa.relaciones) - antes
    assert (e.mesa.relaciones[nueva].de, e.mesa.relaciones[nueva].hacia) == ("A31", destino)

    e.enfocar("A31")
    e.teclas("Delete")
    assert "A31" not in e.mesa.actores
    assert e.con_foco() is not None, "el foco se perdió al quitar"
    e.page.get_by_role("button", name="Deshacer").click()
    e.page.wait_for_timeout(200)
    assert "A31" in e.mesa.actores


def test_las_flechas_llegan_a_un_vecino_y_hay_una_sola_parada_de_tab(abrir):
    e = abrir()
    e.enfocar("A30")

    e.teclas("ArrowRight")

    vecinos = {x for r in e.mesa.relaciones_de("A30") for x in (r.de, r.hacia)}
    assert e.con_foco() in vecinos
    assert e.page.locator(".cuerpo[tabindex='0']").count() == 1


def test_las_letras_no_actuan_mientras_se_escribe_en_el_buscador(abrir):
    e = abrir()

    e.page.get_by_role("searchbox").fill("papaya")
    e.page.get_by_role("searchbox").press("a")
    e.page.wait_for_timeout(250)
    assert e.page.evaluate("() => fichas") == []

    e.page.get_by_role("searchbox").fill("serviu")
    e.page.wait_for_timeout(250)
    e.teclas("Enter")
    assert e.pizarra.seleccion == ["A02"]


def test_filtrar_por_un_sector_en_la_leyenda_y_volver(abrir):
    e = abrir(medida="grado", metricas={"grado": {"A01": 29}})
    publico = e.page.locator(".leyenda").get_by_role("button", name="Público")

    publico.click()
    e.page.wait_for_timeout(200)
    expect(e.page.locator(".nodo[data-id]")).to_have_count(12)
    expect(publico).to_have_attribute("aria-pressed", "true")
    publico.click()

    expect(e.page.locator(".nodo[data-id]")).to_have_count(34)


def test_comparar_dice_cuantas_relaciones_son_nuevas_y_cuantas_se_perdieron(abrir):
    e = abrir()

    e.page.get_by_role("button", name="Comparar").click()

    franja = e.page.get_by_role("region", name="Antes y después")
    nuevas, perdidas = (
        e.page.locator(f".arista.suerte-{s}").count() for s in ("nueva", "perdida")
    )
    expect(franja).to_contain_text(f"{nuevas} relaciones nuevas, {perdidas} perdidas")
    assert e.page.locator(".marca.suerte-nueva").count() == nuevas


def test_una_mesa_vacia_ensena_por_donde_partir(abrir):
    e = abrir(cargar_caso("mesa_campanilla").con(actores={}, relaciones={}))

    expect(e.page.get_by_text("¿qué institución llamó a formar la Mesa?")).to_be_visible()
    e.page.get_by_role("button", name="Importar una lista").click()
    e.page.get_by_role("button", name="Agregar actor").click()

    assert e.page.evaluate("() => fichas") == ["importar", {"crear": True}]


def test_la_imagen_png_trae_el_mapa_completo_sobre_blanco(abrir, tmp_path):
    image = pytest.importorskip("PIL.Image")
    e = abrir()
    e.page.get_by_role("button", name="Exportar").click()

    with e.page.expect_download() as bajada:
        e.page.get_by_role("button", name="Imagen PNG").click()
    ruta = tmp_path / "mapa.png"
    bajada.value.save_as(ruta)

    imagen = image.open(ruta).convert("RGB")
    assert imagen.size == (3200, 2000)
    assert imagen.getpixel((5, 5)) == (255, 255, 255)
    assert len(imagen.resize((320, 200)).getcolors(70_000)) > 50


def test_un_nombre_hostil_es_sólo_texto(abrir):
    nombre = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    e = abrir(cargar_caso("mesa_campanilla").con_cambio_de_actor("A31", nombre=nombre))

    e.enfocar("A31")
    e.teclas("r", "Escape", "u", "ArrowRight", "Enter")

    assert e.page.title() == "Banco de pruebas"
    assert e.page.locator(".mt-mapa img, .mt-mapa script").count() == 0


@pytest.mark.parametrize("ancho", [1280, 360])
@pytest.mark.parametrize("panel", ["", "Filtrar", "Tamaño por", "Exportar", "Ordenar", "Comparar"])
def test_el_mapa_es_accesible_en_cada_estado(abrir, ancho, panel):
    e = abrir(ancho=ancho)

    if panel:
        e.page.get_by_role("button", name=panel).first.click()
    e.page.wait_for_timeout(200)

    assert faltas_de_accesibilidad(e.page) == []
    assert palabras_inglesas(e.page) == []
    assert desborde(e.page) == 0


def test_con_el_dedo_tocar_elige_y_mantener_abre_el_menu(abrir):
    e = abrir(ancho=360)
    x, y = e.centro("A30")

    e.page.touchscreen.tap(x, y)
    e.page.wait_for_timeout(200)
    assert e.pizarra.seleccion == ["A30"]

    cdp = e.page.context.new_cdp_session(e.page)
    punto = [{"x": x, "y": y}]
    cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": punto})
    e.page.wait_for_timeout(800)
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    expect(e.page.get_by_role("dialog", name="PNUD Chile")).to_be_visible()
    expect(e.page.get_by_role("button", name="Abrir ficha")).to_be_visible()
