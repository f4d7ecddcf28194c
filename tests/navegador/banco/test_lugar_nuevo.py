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


def test_agregar_un_actor_es_un_solo_cambio_y_rehacer_lo_trae_con_su_lugar(pagina, pizarra):
    frases: list[str] = []
    pizarra.observe(lambda c: frases.append(c.new["frase"]), names="guardado")
    antes = set(pizarra.valor.actores)
    pagina.get_by_role("button", name="Agregar", exact=True).click()
    formulario = pagina.get_by_role("form", name="Actor nuevo")
    formulario.get_by_label("Nombre").fill("Radio del Cerro")
    formulario.get_by_label("Sector").select_option(label="Sociedad civil")
    formulario.get_by_role("button", name="Agregar actor").click()
    expect(pagina.locator(".mt-mapa-svg g.cuerpo[aria-label^='Radio del Cerro']")).to_have_count(1)
    pagina.wait_for_timeout(900)

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
