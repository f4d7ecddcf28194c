"""Un actor recién agregado llega con su lugar en el mapa: es un solo cambio."""

from collections.abc import Iterator
from typing import Any

import pytest
from navegador.banco.marco import Banco
from playwright.sync_api import expect

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial_widgets.componentes.ficha import Ficha
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pizarra import Pizarra

pytestmark = pytest.mark.navegador


@pytest.fixture
def pizarra(monkeypatch) -> Pizarra:
    monkeypatch.setenv("MESA_PAGINA", "propia")
    return Pizarra(cargar_caso("mesa_campanilla"))


@pytest.fixture
def pagina(navegador, pizarra) -> Iterator[Any]:
    page = navegador.new_context(viewport={"width": 1280, "height": 900}).new_page()
    banco = Banco(page, Mapa(pizarra), Ficha(pizarra))
    page.wait_for_timeout(400)
    yield page
    banco.cerrar()
    page.context.close()
    assert banco.errores == []


def _agregar(pagina: Any, nombre: str) -> Any:
    pagina.get_by_role("button", name="Agregar", exact=True).click()
    formulario = pagina.get_by_role("form", name="Actor nuevo")
    formulario.get_by_label("Nombre").fill(nombre)
    formulario.get_by_label("Sector").select_option(label="Sociedad civil")
    formulario.get_by_role("button", name="Agregar actor").click()
    nuevo = pagina.locator(f".mt-mapa-svg g.cuerpo[aria-label^='{nombre}']")
    expect(nuevo).to_have_count(1)
    pagina.wait_for_timeout(900)
    return nuevo


def _esta_en_el_marco(pagina: Any, nodo: Any) -> bool:
    marco, suyo = pagina.locator(".mt-mapa-svg").bounding_box(), nodo.bounding_box()
    return (
        marco["x"] <= suyo["x"] <= marco["x"] + marco["width"]
        and marco["y"] <= suyo["y"] <= marco["y"] + marco["height"]
    )


@pytest.mark.parametrize("antes", [(), ("Acercar", "Acercar", "Acercar")], ids=["quieta", "movida"])
def test_el_actor_recien_agregado_queda_a_la_vista(pagina, antes):
    for boton in antes:
        pagina.get_by_role("button", name=boton, exact=True).click()

    nuevo = _agregar(pagina, "Radio del Cerro")

    assert _esta_en_el_marco(pagina, nuevo)


def test_agregar_un_actor_es_un_solo_cambio_y_rehacer_lo_trae_con_su_lugar(pagina, pizarra):
    frases: list[str] = []
    pizarra.observe(lambda c: frases.append(c.new["frase"]), names="guardado")
    antes = set(pizarra.valor.actores)
    _agregar(pagina, "Radio del Cerro")

    (nuevo,) = set(pizarra.valor.actores) - antes
    lugar = (pizarra.valor.actor(nuevo).x, pizarra.valor.actor(nuevo).y)
    assert frases == ["Agregó a Radio del Cerro"]
    assert None not in lugar

    pizarra.responder("deshacer", {})
    assert nuevo not in pizarra.valor.actores
    pizarra.responder("rehacer", {})
    assert (pizarra.valor.actor(nuevo).x, pizarra.valor.actor(nuevo).y) == lugar
    pagina.wait_for_timeout(700)
    assert "Acomodó" not in " ".join(frases)
