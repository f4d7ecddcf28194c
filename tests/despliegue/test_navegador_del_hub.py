"""Con un navegador de verdad: entrar por el Hub, trabajar bajo el prefijo y que quede guardado."""

import pytest

pytestmark = pytest.mark.navegador


@pytest.fixture
def hoja(navegador, hub):
    """Una pestaña que anota peticiones ajenas y errores."""
    contexto = navegador.new_context(viewport={"width": 1280, "height": 800})
    hoja = contexto.new_page()
    hoja.set_default_timeout(40_000)
    hoja.ajenas, hoja.fallas = [], []
    hoja.on("request", lambda r: r.url.startswith((hub.base, "data:")) or hoja.ajenas.append(r.url))
    hoja.on("pageerror", lambda e: hoja.fallas.append(str(e)))
    hoja.on("console", lambda m: m.type == "error" and hoja.fallas.append(m.text))
    yield hoja
    contexto.close()


def test_se_entra_con_el_codigo_y_se_crea_una_mesa_bajo_el_prefijo(hub, hoja):
    hoja.goto(f"{hub.base}/")
    hoja.get_by_label("Su nombre en este sitio").fill("beto")
    hoja.get_by_label("Su código personal").fill(hub.codigos("beto")["beto"].upper())
    hoja.get_by_role("button", name="Entrar").click()
    hoja.wait_for_url(f"{hub.base}/user/beto/**")
    hoja.get_by_role("link", name="Crear mi Mesa").click()
    hoja.get_by_label("Nombre de la Mesa").fill("Mesa de Beto")
    hoja.get_by_role("combobox", name="Comuna").fill("Viña")
    hoja.get_by_role("option", name="Viña del Mar").click()
    hoja.get_by_role("button", name="Crear la Mesa").click()

    hoja.wait_for_url("**/user/beto/tema/03_mapa_de_actores?mesa=*")
    hoja.locator("#aplicar[data-abierta]").wait_for(state="attached")
    # Un latido reconocido: si el servidor no lo reconociera, saldría un cartel.
    with hoja.expect_response("**/mesa/latido/*") as latido:
        pass

    assert latido.value.status == 204
    assert hoja.locator("#mesa-aviso").is_hidden()
    assert hoja.locator("#mesa-nombre").inner_text().strip(" ·") == "Mesa de Beto"
    assert (hoja.ajenas, hoja.fallas) == ([], [])
