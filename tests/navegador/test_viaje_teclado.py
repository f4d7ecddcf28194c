"""El primer viaje sin tocar el ratón: ni un clic, y el foco siempre a la vista."""

import re
from pathlib import Path

import pytest
from navegador.conftest import Servidor
from navegador.pasos import guardado, nodo, nodos
from navegador.planillas import FILAS, con_tres_errores
from navegador.teclado import Teclado
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(240)]


def crear_con_teclado(t: Teclado, nombre: str) -> None:
    t.ir_a("Nombre de la Mesa")
    t.escribir(nombre)
    t.ir_a("^Comuna")
    t.escribir("valparai")
    expect(t.pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101")).to_be_visible()
    t.pulsar("ArrowDown", "Enter")
    t.ir_a("^Lugar")
    t.escribir("Campamento Los Aromos")
    t.apretar("Crear la Mesa")
    t.pagina.wait_for_url("**/tema/03_mapa_de_actores?mesa=*#aplicar")
    expect(t.pagina.locator(".mt-tablero")).to_be_visible()


def importar_con_teclado(t: Teclado, archivo: Path) -> None:
    t.apretar("^Importar$")
    t.ir_a("Elegir archivo")
    t.pagina.locator("dialog input[type=file]").set_input_files(archivo)
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        expect(t.pagina.get_by_role("button", name=seguir)).to_be_visible()
        t.apretar(seguir)
    expect(t.pagina.get_by_text("Revise antes de guardar")).to_be_visible()


def remendar_con_teclado(t: Teclado) -> None:
    for columna, valor in (("Interés", "4"), ("Sector", "sociedad civil"), ("Influencia", "4")):
        quedan = t.pagina.get_by_label("Corregir fila")
        cuantas = quedan.count()
        t.ir_a(f"Corregir fila.*{columna}")
        t.pulsar("Control+A")
        t.escribir(valor)
        t.pulsar("Enter")
        expect(quedan).to_have_count(cuantas - 1)
    t.apretar("Seguir: confirmar")
    t.apretar("^Importar$")
    expect(t.pagina.get_by_role("button", name="Deshacer la importación")).to_be_visible()
    t.apretar("^Cerrar$")


def unir_con_teclado(t: Teclado, de: str, hacia: str) -> None:
    t.buscar_actor(de)
    t.pulsar("u")
    t.buscar_actor(hacia)
    t.pulsar("Enter")
    expect(t.pagina.get_by_role("dialog", name="¿Qué los une?")).to_be_visible()
    t.pulsar("ArrowDown", "Enter")
    expect(nodo(t.pagina, hacia)).to_have_attribute("aria-label", re.compile("1 relaci"))


def lugar_de(pagina: Page, nombre: str) -> tuple[float, float]:
    caja = nodo(pagina, nombre).bounding_box()
    assert caja is not None
    return round(caja["x"]), round(caja["y"])


def test_el_viaje_entero_sin_un_solo_clic(pagina: Page, servidor: Servidor, tmp_path: Path):
    t = Teclado(pagina)
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    expect(pagina.get_by_label("Nombre de la Mesa")).to_be_visible()

    crear_con_teclado(t, "Mesa Los Aromos")
    expect(pagina.get_by_role("button", name="Importar").first).to_be_visible()
    assert "Importar" in t.dar_la_vuelta(), "con la Mesa vacía, el foco da la vuelta a la página"
    importar_con_teclado(t, con_tres_errores(tmp_path))
    remendar_con_teclado(t)
    expect(nodos(pagina)).to_have_count(len(FILAS))
    assert t.foco()["nombre"] == "Importar", "al cerrar el asistente, el foco vuelve a su botón"

    # Ubica a un actor en la cuadrícula y vuelve al mapa.
    t.apretar("^Influencia e interés$", tecla="Shift+Tab")
    deslizador = pagina.get_by_role("slider").first
    t.ir_a(re.escape(deslizador.get_attribute("aria-label") or "-"))
    antes = deslizador.get_attribute("aria-valuetext") or deslizador.get_attribute("aria-valuenow")
    t.pulsar("ArrowDown", "ArrowDown")
    expect(pagina.locator("#mesa-deshacer")).to_be_enabled()
    guardado(pagina)
    despues = pagina.get_by_role("slider").first.get_attribute(
        "aria-valuetext"
    ) or pagina.get_by_role("slider").first.get_attribute("aria-valuenow")
    assert despues != antes
    t.apretar("^Mapa$", tecla="Shift+Tab")

    # Une a dos desde el mapa, mueve a uno y lo fija.
    t.ir_a("relaci")
    unir_con_teclado(t, "FOSIS Valparaíso", "SERVIU de Valparaíso")
    t.buscar_actor("Universidad del Puerto")
    antes_de_mover = lugar_de(pagina, "Universidad del Puerto")
    t.pulsar("m", "ArrowDown", "ArrowDown", "ArrowRight", "Enter")
    # Moverlo lo fija; soltarlo antes de que eso llegue lo fijaría otra vez.
    expect(nodo(pagina, "Universidad del Puerto")).to_have_attribute(
        "aria-label", re.compile("fijado")
    )
    assert lugar_de(pagina, "Universidad del Puerto") != antes_de_mover
    t.pulsar("p")
    expect(nodo(pagina, "Universidad del Puerto")).not_to_have_attribute(
        "aria-label", re.compile("fijado")
    )
    t.pulsar("p")
    expect(nodo(pagina, "Universidad del Puerto")).to_have_attribute(
        "aria-label", re.compile("fijado")
    )

    # Abre la ficha con Enter y la cierra con Esc: el foco vuelve al mapa.
    t.pulsar("Enter")
    expect(pagina.get_by_role("button", name="Cerrar la ficha")).to_be_visible()
    t.pulsar("Escape")
    expect(nodo(pagina, "Universidad del Puerto")).to_be_focused()

    # Lee el análisis.
    t.apretar("^Medidas de la red$")
    expect(pagina.locator(".mt-lamina .dibujo svg")).to_be_visible(timeout=30_000)

    # Deshace con Ctrl+Z hasta quedar sin actores; y rehace.
    for _ in range(40):
        if nodos(pagina).count() == 0:
            break
        t.pulsar("Control+z")
        pagina.wait_for_timeout(250)
    expect(nodos(pagina)).to_have_count(0)
    for _ in range(40):
        if pagina.locator("#mesa-rehacer").is_disabled():
            break
        t.pulsar("Control+y")
        pagina.wait_for_timeout(250)
    expect(nodo(pagina, "SERVIU de Valparaíso")).to_have_attribute(
        "aria-label", re.compile("1 relaci")
    )

    # Se lleva el Excel.
    t.apretar("^Exportar", tecla="Shift+Tab")
    with pagina.expect_download() as bajada:
        t.apretar("Excel")
    assert bajada.value.suggested_filename.endswith(".xlsx")


def test_el_foco_recorre_cada_tiempo_sin_quedar_atrapado(pagina: Page, servidor: Servidor):
    t = Teclado(pagina)
    for direccion, senal in (
        ("/", "La ruta"),
        ("/tema/03_mapa_de_actores#leer", "Para qué un mapa"),
        ("/tema/03_mapa_de_actores#explorar", "Empiece por quien convoca"),
        ("/tema/03_mapa_de_actores#practicar", "Ejercicio 1 de"),
    ):
        pagina.goto(servidor.raiz + direccion)
        expect(pagina.get_by_text(senal).first).to_be_visible()

        vistos = t.dar_la_vuelta()

        assert "Saltar al contenido" in vistos


def test_la_ayuda_nombra_los_atajos_y_se_cierra_con_escape(pagina: Page, servidor: Servidor):
    t = Teclado(pagina)
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#explorar")
    expect(nodos(pagina).first).to_be_visible()
    t.ir_a("relaciones")

    t.pulsar("?")

    ayuda = pagina.get_by_role("dialog", name="Cómo se usa el mapa")
    expect(ayuda).to_contain_text("Ctrl Z")
    t.pulsar("Escape")
    expect(ayuda).to_have_count(0)
    assert "relaci" in t.foco()["nombre"]


def test_con_flechas_se_llega_a_todos_los_actores(pagina: Page, servidor: Servidor):
    t = Teclado(pagina)
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#explorar")
    expect(nodos(pagina)).to_have_count(34)
    t.ir_a("relaciones")
    t.pulsar("Home")
    actual = (t.foco() or {})["nombre"]
    por_ver, vistos = [actual], {actual}

    while por_ver:
        desde = por_ver.pop()
        for flecha in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
            nodo(pagina, desde).first.focus()
            t.pulsar(flecha)
            hallado = (t.foco() or {})["nombre"]
            if hallado not in vistos:
                vistos.add(hallado)
                por_ver.append(hallado)

    assert len(vistos) == 34
