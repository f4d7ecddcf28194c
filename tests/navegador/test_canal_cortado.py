"""Si el canal se corta, lo que iba en camino no se pierde ni se hace dos veces."""

from typing import Any

import pytest
from navegador.conftest import Servidor
from navegador.pasos import aplicar, guardado, poner_campanilla
from playwright.sync_api import Page, expect

from mesa_territorial.almacen import Almacen

pytestmark = pytest.mark.navegador
COMPARTE_SERVIDOR = True


class Cable:
    """El canal de la página pasa por aquí: se puede cortar justo con un mensaje en camino."""

    def __init__(self, pagina: Page) -> None:
        self.corta_de_ida = self.corta_de_vuelta = ""
        self.cortes = 0
        pagina.route_web_socket("**/channels*", self._pasar)

    def _pasar(self, ruta: Any) -> None:
        servidor = ruta.connect_to_server()
        ruta.on_message(lambda m: self._llevar(ruta, servidor, m, "corta_de_ida", servidor))
        servidor.on_message(lambda m: self._llevar(ruta, servidor, m, "corta_de_vuelta", ruta))

    def _llevar(self, ruta: Any, servidor: Any, mensaje: Any, cual: str, hacia: Any) -> None:
        texto = mensaje if isinstance(mensaje, str) else mensaje.decode(errors="replace")
        marca = getattr(self, cual)
        if not marca or marca not in texto:
            hacia.send(mensaje)
            return
        setattr(self, cual, "")
        self.cortes += 1
        ruta.close(code=1012)
        servidor.close(code=1012)


@pytest.fixture
def cable(pagina: Page) -> Cable:
    return Cable(pagina)


@pytest.fixture
def clave(servidor: Servidor, request: pytest.FixtureRequest) -> str:
    return poner_campanilla(servidor, f"cable{abs(hash(request.node.name)) % 10**9}")


def test_un_filtro_del_historial_que_se_perdio_en_el_corte_se_aplica(
    pagina: Page, servidor: Servidor, clave: str, cable: Cable
):
    aplicar(pagina, servidor, clave)
    pagina.get_by_text("Historial de cambios", exact=True).click()
    expect(pagina.get_by_text("Creó la Mesa")).to_be_visible()

    cable.corta_de_ida = "esto no lo hizo nadie"
    pagina.get_by_label("Qué dice").fill("esto no lo hizo nadie")

    expect(pagina.get_by_text("No hay ninguno que calce")).to_be_visible(timeout=20_000)
    assert cable.cortes == 1


@pytest.mark.parametrize("sentido", ["corta_de_ida", "corta_de_vuelta"])
def test_un_cambio_cortado_a_medio_camino_queda_guardado_una_sola_vez(
    pagina: Page, servidor: Servidor, clave: str, cable: Cable, sentido: str
):
    aplicar(pagina, servidor, clave)
    pagina.get_by_role("button", name="Agregar", exact=True).click()
    formulario = pagina.get_by_role("form", name="Actor nuevo")
    formulario.get_by_label("Nombre").fill("Radio del Cerro")
    formulario.get_by_label("Sector").select_option(label="Sociedad civil")

    setattr(cable, sentido, "Radio del Cerro")
    formulario.get_by_role("button", name="Agregar actor").click()

    nuevo = pagina.locator(".mt-mapa-svg g.cuerpo[aria-label^='Radio del Cerro']")
    expect(nuevo).to_have_count(1, timeout=20_000)
    guardado(pagina)
    with Almacen.abrir(servidor.base) as almacen:
        frases = [s.frase for s in almacen.historial(clave)]
    assert cable.cortes == 1
    assert frases.count("Agregó a Radio del Cerro") == 1
