"""El mapa con el teclado y con el dedo: todo lo que se hace con el ratón."""

import pytest
from navegador.escritorio import abrir  # noqa: F401
from playwright.sync_api import expect

from mesa_territorial.casos.mesas import cargar_caso

pytestmark = pytest.mark.navegador


def test_todo_lo_del_raton_se_hace_con_el_teclado(abrir):  # noqa: F811
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


def test_las_flechas_llegan_a_un_vecino_y_hay_una_sola_parada_de_tab(abrir):  # noqa: F811
    e = abrir()
    e.enfocar("A30")

    e.teclas("ArrowRight")

    vecinos = {x for r in e.mesa.relaciones_de("A30") for x in (r.de, r.hacia)}
    assert e.con_foco() in vecinos
    assert e.page.locator(".cuerpo[tabindex='0']").count() == 1


def test_las_letras_no_actuan_mientras_se_escribe_en_el_buscador(abrir):  # noqa: F811
    e = abrir()

    e.page.get_by_role("searchbox").fill("papaya")
    e.page.get_by_role("searchbox").press("a")
    e.page.wait_for_timeout(250)
    assert e.page.evaluate("() => fichas") == []

    e.page.get_by_role("searchbox").fill("serviu")
    e.page.wait_for_timeout(250)
    e.teclas("Enter")
    assert e.pizarra.seleccion == ["A02"]


def test_un_nombre_hostil_es_solo_texto(abrir):  # noqa: F811
    nombre = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    e = abrir(cargar_caso("mesa_campanilla").con_cambio_de_actor("A31", nombre=nombre))

    e.enfocar("A31")
    e.teclas("r", "Escape", "u", "ArrowRight", "Enter")

    assert e.page.title() == "Banco de pruebas"
    assert e.page.locator(".mt-mapa img, .mt-mapa script").count() == 0


def test_con_el_dedo_tocar_elige_y_mantener_abre_el_menu(abrir):  # noqa: F811
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
