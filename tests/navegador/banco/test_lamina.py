"""La lámina en Chromium: el dibujo se conserva y Vega se baja sólo si el gráfico se ve."""

from collections.abc import Iterator
from typing import Any

import pytest
from navegador.banco.marco import Banco
from playwright.sync_api import expect

from mesa_territorial.graficos.medidas import grafico_de_medida
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina

pytestmark = pytest.mark.navegador

CERRADA = """addEventListener('DOMContentLoaded', () => {
  const estilo = document.createElement('style');
  estilo.textContent = 'html:not(.abierta) .mt-lamina { display: none }';
  document.head.append(estilo);
});"""


def _filas(*pares: tuple[str, float]) -> list[dict[str, Any]]:
    return [
        {"actor": actor, "sector": "Público", "valor": valor, "orden": lugar}
        for lugar, (actor, valor) in enumerate(pares)
    ]


@pytest.fixture
def lamina(monkeypatch) -> Lamina:
    monkeypatch.setenv("MESA_PAGINA", "propia")
    return Lamina(
        especificacion=grafico_de_medida("Grado"),
        columnas=(Columna("actor", "Actor"), Columna("valor", "Valor", 2)),
        filas=_filas(("SERVIU", 0.5), ("FOSIS", 0.25)),
        titulo="Grado",
    )


@pytest.fixture
def abrir(navegador) -> Iterator[Any]:
    abiertos: list[Banco] = []

    def montar(*componentes: Any, guion: str = "") -> Any:
        page = navegador.new_context(viewport={"width": 1280, "height": 600}).new_page()
        page.add_init_script(guion)
        page.pedidos = []
        page.on("request", lambda r: page.pedidos.append(r.url.rsplit("/", 1)[-1]))
        abiertos.append(Banco(page, *componentes))
        return page

    yield montar
    for banco in abiertos:
        banco.cerrar()
        banco.page.context.close()
        assert banco.errores == []


def test_una_edicion_manda_filas_y_el_dibujo_es_el_mismo(abrir, lamina):
    page = abrir(lamina)
    dibujo = page.locator(".dibujo svg")
    expect(dibujo).to_contain_text("SERVIU")
    page.evaluate(
        """() => {
          window.viajo = [];
          const poner = window.poner;
          window.poner = (id, nombre, valor) => { viajo.push(nombre); poner(id, nombre, valor); };
          document.querySelector('.dibujo svg').dataset.marca = 'este';
        }"""
    )

    lamina.valor = _filas(("Club Nuevo", 0.75), ("SERVIU", 0.5))

    expect(dibujo).to_contain_text("Club Nuevo")
    expect(dibujo).not_to_contain_text("FOSIS")
    expect(dibujo).to_have_attribute("data-marca", "este")
    assert page.evaluate("window.viajo") == ["filas"]


def test_el_titulo_la_bajada_y_la_tabla_siguen_a_la_medida(abrir, lamina):
    page = abrir(lamina)

    lamina.titulo, lamina.bajada = "Cercanía", "Qué tan cerca queda de los demás."
    lamina.valor = _filas(("Club Nuevo", 0.75))
    page.get_by_text("Ver como tabla").click()

    expect(page.get_by_role("heading", name="Cercanía")).to_be_visible()
    expect(page.get_by_text("Qué tan cerca queda")).to_be_visible()
    expect(page.get_by_role("row").nth(1)).to_have_text("Club Nuevo0,75")


def test_los_graficos_se_bajan_recien_cuando_uno_se_ve(abrir, lamina):
    page = abrir(lamina, guion=CERRADA)
    page.wait_for_timeout(400)
    antes = "vega.js" in "".join(page.pedidos)
    lamina.valor = _filas(("Llegó antes de dibujarse", 0.9))

    page.evaluate("document.documentElement.classList.add('abierta')")

    expect(page.locator(".dibujo svg")).to_contain_text("Llegó antes")
    assert not antes
    assert "vega.js" in "".join(page.pedidos)
