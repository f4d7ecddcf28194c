"""Recargar, volver atrás, dos pestañas, dos personas, cortes: nada se pierde ni se duplica."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from navegador.conftest import Servidor, Vigia, abrir_pagina
from navegador.pasos import TEMA, aplicar, guardado, importar, nodo, nodos, poner_campanilla
from playwright.sync_api import Browser, Locator, Page, expect

from mesa_territorial.almacen import Almacen

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(240)]
ACTORES = 34


@pytest.fixture
def clave(servidor: Servidor, request: pytest.FixtureRequest) -> str:
    return poner_campanilla(servidor, f"m{abs(hash(request.node.name)) % 10**9}")


@pytest.fixture
def otra(navegador: Browser, servidor: Servidor, vigia: Vigia) -> Iterator[Page]:
    """Otra pestaña, con su propia sesión."""
    una = abrir_pagina(navegador, servidor, vigia, 1280)
    yield una
    una.context.close()


def agregar(pagina: Page, nombre: str) -> None:
    pagina.get_by_role("button", name="Agregar", exact=True).click()
    ficha = pagina.locator(".mt-ficha")
    ficha.get_by_label("Nombre").first.fill(nombre)
    ficha.get_by_label("Sector").first.select_option(label="Sociedad civil")
    ficha.get_by_role("button", name="Agregar").first.click()
    expect(nodo(pagina, nombre)).to_have_count(1)
    guardado(pagina)


def influencia(pagina: Page, actor: str) -> Locator:
    nodo(pagina, actor).focus()
    pagina.keyboard.press("Enter")
    campo = pagina.locator(".mt-ficha").get_by_label("Influencia", exact=True)
    expect(campo).to_be_visible()
    return campo


def esperar(hecho: Callable[[], bool], segundos: float) -> None:
    hasta = time.monotonic() + segundos
    while not hecho():
        assert time.monotonic() < hasta, f"No ocurrió en {segundos} s"
        time.sleep(0.05)


def test_un_doble_clic_en_crear_deja_una_sola_mesa(pagina: Page, servidor: Servidor):
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    pagina.get_by_label("Nombre de la Mesa").fill("Mesa apurada")
    pagina.get_by_label("Comuna", exact=True).press_sequentially("05101")
    pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101").click()

    pagina.get_by_role("button", name="Crear la Mesa").dblclick()

    pagina.wait_for_url("**/tema/03_mapa_de_actores?mesa=*#aplicar")
    with Almacen.abrir(servidor.base) as almacen:
        assert [m.nombre for m in almacen.listar()].count("Mesa apurada") == 1


def test_recargar_y_moverse_atras_y_adelante_vuelve_a_lo_mismo(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    agregar(pagina, "Club Recargado")
    for tiempo in ("Leer", "Practicar"):
        pagina.get_by_role("tab", name=tiempo).click()
    expect(pagina.get_by_text("Ejercicio 1 de")).to_be_visible()

    pagina.go_back()
    expect(pagina.get_by_role("tab", name="Leer")).to_have_attribute("aria-selected", "true")
    pagina.go_back()
    expect(nodos(pagina)).to_have_count(ACTORES + 1)
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    expect(pagina.get_by_text("Sus Mesas").first).to_be_visible()
    pagina.go_back()
    expect(nodo(pagina, "Club Recargado")).to_be_visible()
    pagina.go_forward()
    expect(pagina.get_by_text("Sus Mesas").first).to_be_visible()
    pagina.go_back()
    pagina.reload()

    expect(nodos(pagina)).to_have_count(ACTORES + 1)
    assert pagina.url.endswith(f"?mesa={clave}#aplicar")


def test_recargar_a_medio_escribir_no_deja_nada_a_medias(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    pagina.get_by_role("button", name="Agregar", exact=True).click()
    pagina.locator(".mt-ficha").get_by_label("Nombre").first.fill("A medio esc")

    pagina.reload()

    expect(nodos(pagina)).to_have_count(ACTORES)
    agregar(pagina, "Entero")
    with Almacen.abrir(servidor.base) as almacen:
        nombres = [a.nombre for a in almacen.leer(clave).mesa.actores.values()]
    assert nombres.count("Entero") == 1
    assert "A medio esc" not in nombres


def test_lo_de_una_pestana_se_ve_en_la_otra_y_nada_se_duplica(
    pagina: Page, otra: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    aplicar(otra, servidor, clave)

    agregar(pagina, "Club de la Una")
    expect(nodo(otra, "Club de la Una")).to_have_count(1, timeout=2_000)
    agregar(otra, "Club de la Otra")
    expect(nodo(pagina, "Club de la Otra")).to_have_count(1, timeout=2_000)

    with Almacen.abrir(servidor.base) as almacen:
        frases = [s.frase for s in almacen.historial(clave)]
    assert sum(f.startswith("Agregó") for f in frases) == 2
    assert sum(f.startswith("Acomodó") for f in frases) <= 2, "lo acomodó más de una pestaña"
    otra.get_by_role("button", name="Deshacer").first.click()
    expect(nodo(pagina, "Club de la Otra")).to_have_count(0, timeout=2_000)
    for una in (pagina, otra):
        expect(nodos(una)).to_have_count(ACTORES + 1)


def test_dos_personas_en_el_mismo_campo_ven_ambos_valores(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    campo = influencia(pagina, "SERVIU de Valparaíso")
    pregunta = pagina.get_by_role("button", name="Poner la mía")
    with Almacen.abrir(servidor.base) as almacen:
        for suya, mia in ((2, "3"), (1, "4"), (3, "2")):
            campo.fill(mia)
            almacen.cambiar(
                clave,
                f"Rosa puso {suya}",
                lambda m, v=suya: m.con_cambio_de_actor("A02", influencia=v),
                autor="Rosa",
            )
            campo.press("Enter")
            # La pestaña mira cada segundo: a veces alcanza a ver lo de Rosa antes de escribir.
            pagina.wait_for_timeout(700)
            if pregunta.is_visible():
                break

        aviso = pagina.locator(".mt-aviso").filter(has=pregunta)
        expect(aviso).to_contain_text("Rosa")
        expect(aviso).to_contain_text(f"la suya es {suya} y la mía {mia}")
        assert almacen.leer(clave).mesa.actor("A02").influencia == suya
        pregunta.click()

        esperar(lambda: almacen.leer(clave).mesa.actor("A02").influencia == float(mia), 3)
        assert f"Rosa puso {suya}" in [s.frase for s in almacen.historial(clave)]


def test_conservar_la_suya_deja_el_dato_de_la_otra_persona_a_la_vista(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    campo = influencia(pagina, "SERVIU de Valparaíso")
    with Almacen.abrir(servidor.base) as almacen:
        for suya, mia in ((2, "3"), (1, "4"), (3, "2")):
            campo.fill(mia)
            almacen.cambiar(
                clave,
                "Rosa opina",
                lambda m, v=suya: m.con_cambio_de_actor("A02", influencia=v),
                autor="Rosa",
            )
            campo.press("Enter")
            pagina.wait_for_timeout(700)
            if pagina.get_by_role("button", name="Conservar la suya").is_visible():
                break

        pagina.get_by_role("button", name="Conservar la suya").click()

        expect(influencia(pagina, "SERVIU de Valparaíso")).to_have_value(str(suya))
        assert almacen.leer(clave).mesa.actor("A02").influencia == suya


def test_si_se_corta_la_conexion_un_rato_se_avisa_y_se_sigue_en_el_mismo_lugar(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    agregar(pagina, "Antes del corte")

    pagina.context.set_offline(True)
    expect(pagina.get_by_text("Su sesión se cerró")).to_be_visible(timeout=5_000)
    pagina.wait_for_timeout(1_000)
    pagina.context.set_offline(False)

    expect(pagina.get_by_text("Su sesión se cerró")).to_be_hidden(timeout=10_000)
    expect(nodos(pagina)).to_have_count(ACTORES + 1)
    agregar(pagina, "Después del corte")
    with Almacen.abrir(servidor.base) as almacen:
        nombres = [a.nombre for a in almacen.leer(clave).mesa.actores.values()]
    assert nombres.count("Después del corte") == 1
    assert nombres.count("Antes del corte") == 1


def test_si_muere_el_servidor_se_avisa_y_continuar_trae_todo(
    pagina: Page, servidor: Servidor, clave: str
):
    aplicar(pagina, servidor, clave)
    agregar(pagina, "Club Sobreviviente")
    direccion = pagina.url

    servidor.matar()
    expect(pagina.get_by_text("Su sesión se cerró. Su trabajo está guardado")).to_be_visible(
        timeout=5_000
    )
    pagina.get_by_role("button", name="Continuar").click()
    servidor.levantar()

    expect(pagina.get_by_text("Su sesión se cerró")).to_be_hidden(timeout=30_000)
    expect(nodos(pagina)).to_have_count(ACTORES + 1, timeout=30_000)
    expect(nodo(pagina, "Club Sobreviviente")).to_be_visible()
    assert pagina.url == direccion
    agregar(pagina, "Club Siguiente")
    pagina.goto(f"{servidor.raiz}{TEMA}?mesa={clave}#aplicar")
    expect(nodos(pagina)).to_have_count(ACTORES + 2)


def test_deshacer_se_lleva_lo_agregado_y_lo_importado_aunque_el_mapa_ya_los_acomodo(
    pagina: Page, servidor: Servidor, clave: str, tmp_path: Path
):
    aplicar(pagina, servidor, clave)
    agregar(pagina, "Club Fugaz")
    pagina.wait_for_timeout(1_200)
    pagina.get_by_role("button", name="Deshacer").first.click()
    expect(nodos(pagina)).to_have_count(ACTORES)

    archivo = tmp_path / "lista.csv"
    archivo.write_text("Institución;Sector\nClub Importado;Sociedad civil\n", encoding="utf-8")
    importar(pagina, archivo)
    pagina.get_by_role("button", name="Seguir: confirmar").click()
    asistente = pagina.locator("dialog.mt-importador")
    asistente.get_by_role("button", name="Importar", exact=True).click()
    expect(nodos(pagina)).to_have_count(ACTORES + 1)
    pagina.wait_for_timeout(1_200)
    asistente.get_by_role("button", name="Deshacer la importación").click()

    expect(asistente).to_contain_text("La importación se deshizo entera")
    expect(nodos(pagina)).to_have_count(ACTORES)
