"""El mapa con el ratón: arrastrar, unir, elegir y ordenar."""

import pytest
from navegador.escritorio import abrir  # noqa: F401
from playwright.sync_api import expect

from mesa_territorial.casos.mesas import cargar_caso

pytestmark = pytest.mark.navegador


def test_arrastrar_fija_en_el_lugar_nuevo_y_deja_a_los_demas(abrir):  # noqa: F811
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


def test_ordenar_no_mueve_a_los_fijados(abrir):  # noqa: F811
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


def test_clic_elige_y_resalta_a_los_vecinos_y_shift_suma(abrir):  # noqa: F811
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


def test_arrastrar_con_shift_de_un_actor_a_otro_los_une(abrir):  # noqa: F811
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
def test_recuadro_y_lazo_eligen_lo_de_adentro(abrir, herramienta):  # noqa: F811
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
