"""El tema 01 de punta a punta: de una Mesa vacía a la hoja con sus condiciones y su tipo."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from navegador.conftest import Servidor
from navegador.pasos import crear_mesa, guardado
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
HECHO = "Acta de la asamblea del 3 de marzo"


def test_de_una_mesa_vacia_a_la_hoja_de_condiciones_y_tipo(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    crear_mesa(pagina, servidor, "Mesa Los Aromos")
    clave = re.search(r"mesa=([^#&]+)", pagina.url)[1]
    pagina.goto(f"{servidor.raiz}/tema/01_que_es_una_mesa?mesa={clave}#aplicar")
    lado = pagina.get_by_role("complementary")
    expect(lado.get_by_text("Todavía no se puede decir: falta saber")).to_be_visible()

    # Responde que hay comunidad: sin hecho se avisa; con hecho, el aviso se va.
    comunidad = abrir_condicion(pagina, "¿Hay una comunidad organizada, con quien la represente?")
    comunidad.get_by_label("Respuesta").select_option(label="Sí")
    guardado(pagina)
    expect(comunidad.get_by_text("La Mesa tendrá con quién acordar")).to_be_visible()
    expect(comunidad.get_by_text("Falta el hecho que lo muestra")).to_be_visible()
    escribir(comunidad.get_by_label("El hecho que lo muestra"), HECHO)
    expect(comunidad.get_by_text("Falta el hecho que lo muestra")).to_have_count(0)
    exigir_todo(pagina)

    # Un «no» de partida basta para «todavía no».
    tiempo = abrir_condicion(pagina, "¿Alcanza el tiempo?")
    tiempo.get_by_label("Respuesta").select_option(label="No")
    expect(lado.get_by_text("Todavía no: falta tiempo.")).to_be_visible()

    # Agrega a quien convoca, lo elige y decide un tipo con su razón.
    agregar_actor(pagina, "FOSIS Valparaíso")
    ver(pagina, "Tipo de Mesa")
    pagina.get_by_label("Quién convoca").select_option(label="FOSIS Valparaíso")
    guardado(pagina)
    pagina.get_by_label("El tipo que decidió el equipo").select_option(label="Mesa regional")
    expect(lado.get_by_text("decidió Mesa regional, distinto del consejo")).to_be_visible()
    escribir(pagina.get_by_label("Por qué lo decidió"), "Convoca un servicio de la región")
    expect(lado.get_by_text("falta escribir por qué")).to_have_count(0)
    ver(pagina, "A favor y en contra")
    expect(pagina.get_by_text("Convoca FOSIS Valparaíso, desde la región")).to_be_visible()
    exigir_todo(pagina)

    # Dos observaciones: la segunda retrocede y se ve; deshacer la devuelve.
    ver(pagina, "Coalición")
    observar(pagina, "2026-03-01", "Antes de convocar", "Firme")
    observar(pagina, "2026-08-01", "Cambio de autoridad", "Asoma")
    expect(lado.get_by_text("retrocedió de «firme» a «asoma» al 1 de agosto")).to_be_visible()
    pagina.get_by_role("button", name="Deshacer").first.click()
    expect(lado.get_by_text("retrocedió de «firme» a «asoma»")).to_have_count(0)
    pagina.get_by_role("button", name="Rehacer").first.click()
    expect(lado.get_by_text("retrocedió de «firme» a «asoma»")).to_be_visible()

    # Recarga y sigue todo, también en una pantalla angosta y con su gráfico.
    pagina.set_viewport_size({"width": 360, "height": 780})
    pagina.reload()
    expect(pagina.get_by_text("Todavía no: falta tiempo.")).to_be_visible()
    ver(pagina, "En el tiempo")
    expect(pagina.locator(".mt-lamina:visible .dibujo svg")).to_be_visible()
    exigir_todo(pagina)

    # Se lleva la hoja.
    pagina.locator("summary", has_text="Para llevar").click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name="Word").first.click()
    archivo = tmp_path / bajada.value.suggested_filename
    bajada.value.save_as(archivo)
    celdas = [c.text for t in Document(io.BytesIO(archivo.read_bytes())).tables for f in t.rows
              for c in f.cells]  # fmt: skip
    assert "El equipo: Mesa regional" in celdas
    assert "Convoca un servicio de la región" in celdas


def abrir_condicion(pagina: Page, pregunta: str) -> Locator:
    """Abre la tarjeta de una condición y la devuelve."""
    tarjeta = pagina.locator(".mt-tarjeta:visible", has=pagina.get_by_text(pregunta, exact=True))
    tarjeta.locator("summary").first.click()
    return tarjeta


def escribir(campo: Locator, texto: str) -> None:
    """Escribe y confirma saliendo del campo."""
    campo.fill(texto)
    campo.press("Tab")
    guardado(campo.page)


def agregar_actor(pagina: Page, nombre: str) -> None:
    """Desde la tabla de actores, que está bajo el lienzo."""
    pagina.locator("summary", has_text="Actores del mapa").click()
    fila = pagina.get_by_role("form", name="Agregar un actor")
    fila.get_by_label("Actor nuevo").fill(nombre)
    fila.get_by_label("Sector").select_option(label="Público")
    fila.get_by_label("Nivel").select_option(label="Región")
    fila.get_by_role("button", name="Agregar").click()
    expect(fila.get_by_label("Actor nuevo")).to_have_value("")
    guardado(pagina)


def observar(pagina: Page, fecha: str, ocasion: str, estado: str) -> None:
    """Agrega una observación con el estado de los objetivos; el doble clic no la repite."""
    pagina.get_by_role("button", name="Agregar una observación").click()
    formulario = pagina.get_by_role("form", name="Agregar una observación")
    formulario.get_by_label("Fecha").fill(fecha)
    formulario.get_by_label("En qué ocasión").fill(ocasion)
    formulario.get_by_role("button", name="Guardar").dblclick()
    tarjeta = pagina.locator(".mt-tarjeta:visible[open]", has_text=ocasion)
    tarjeta.get_by_role("group", name="Objetivos convergentes").get_by_label(
        "Estado"
    ).select_option(label=estado)
    guardado(pagina)
    tarjeta.locator("summary").first.click()


def ver(pagina: Page, vista: str) -> None:
    """Cambia lo que se ve en el lienzo."""
    grupo = pagina.get_by_role("group", name="Ver como").first
    grupo.get_by_role("button", name=vista, exact=True).click()
