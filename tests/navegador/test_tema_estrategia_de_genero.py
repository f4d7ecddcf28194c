"""El tema 06 de punta a punta: de una Mesa vacía a la estrategia en Word y las medidas en Excel."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from navegador.conftest import Servidor
from navegador.pasos import crear_mesa, guardado
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
MEDIDA = "Preguntar a quienes cuidan qué día, hora y modalidad les sirve, y fijar el horario así"


def test_de_una_mesa_vacia_a_la_estrategia_y_sus_archivos(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    crear_mesa(pagina, servidor, "Mesa Los Aromos")
    clave = re.search(r"mesa=([^#&]+)", pagina.url)[1]
    pagina.goto(f"{servidor.raiz}/tema/06_estrategia_de_genero?mesa={clave}#aplicar")
    lado = pagina.get_by_role("complementary")
    expect(lado.get_by_text("no se puede calificar ningún resultado")).to_be_visible()

    # Responde el diagnóstico; la prueba escrita queda junto a la respuesta.
    pagina.locator(".mt-cuestionario summary", has_text="Convocatoria").click()
    pregunta = pagina.get_by_role("group", name="¿El día, la hora y la modalidad")
    pregunta.get_by_label("No", exact=True).check()
    guardado(pagina)
    pregunta.get_by_label("¿Cómo se sabe?").fill("Nunca preguntamos")
    exigir_todo(pagina)

    # Toma la medida que el diagnóstico propone y le pone responsable.
    ver(pagina, "Medidas")
    pagina.get_by_text("Sugerencias para partir (1)").click()
    pagina.get_by_role("button", name=f"Agregar: {MEDIDA}").click()
    pagina.locator(".mt-tarjeta:visible summary").click()
    pagina.get_by_label("Rol responsable").fill("Secretaría técnica")
    pagina.get_by_label("Rol responsable").press("Tab")
    expect(pagina.get_by_text("Nadie responde por ella.")).to_have_count(0)
    exigir_todo(pagina)

    # Mide la palabra sin ratón; el doble clic al guardar no crea dos sesiones.
    ver(pagina, "Palabra")
    medir(pagina.get_by_role("group", name="Quién tiene la palabra"))
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Sumar a la sesión").dblclick()
    expect(pagina.get_by_text("se sumó la palabra a «Sesión 1»")).to_be_visible()

    # Cuenta a quienes asistieron: presencia y voz aparecen por separado.
    ver(pagina, "Sesiones")
    expect(pagina.locator(".mt-tarjeta:visible")).to_have_count(1)
    pagina.locator(".mt-tarjeta:visible summary").click()
    for grupo, cuantos in (("mujeres", "12"), ("hombres", "16")):
        campo = pagina.get_by_label(f"Asistentes: {grupo}")
        campo.fill(cuantos)
        campo.press("Tab")
        guardado(pagina)
    expect(lado.get_by_text(re.compile("a lo más, para «dirigido»"))).to_be_visible()
    expect(lado.get_by_role("cell", name=re.compile("12 de 28 .43.%."))).to_be_visible()
    expect(lado.get_by_text("fueron mujeres. Eso es presencia.")).to_be_visible()

    # Recarga y sigue todo, también en una pantalla angosta.
    pagina.set_viewport_size({"width": 360, "height": 780})
    pagina.reload()
    expect(pagina.get_by_role("cell", name=re.compile("12 de 28")).first).to_be_visible()
    ver(pagina, "Palabra")
    exigir_todo(pagina)

    # Se lleva la estrategia y la planilla.
    pagina.locator("summary", has_text="Para llevar").click()
    documento = Document(io.BytesIO(bajar(pagina, "Word", tmp_path)))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    assert "Nunca preguntamos" in celdas and "Secretaría técnica" in celdas
    libro = openpyxl.load_workbook(io.BytesIO(bajar(pagina, "Excel", tmp_path)))
    assert libro["Medidas"]["A2"].value == MEDIDA


def ver(pagina: Page, vista: str) -> None:
    """Cambia lo que se ve en el lienzo."""
    pagina.get_by_role("group", name="Ver como").first.get_by_role(
        "button", name=vista, exact=True
    ).click()


def medir(grupos: Locator) -> None:
    """Un turno de mujeres y uno de hombres, con el teclado."""
    pagina = grupos.page
    grupos.get_by_role("button").first.focus()
    for tecla in ("1", "2", "0"):
        pagina.keyboard.press(tecla)
        pagina.wait_for_timeout(1_150)
    expect(grupos.get_by_role("button", name="1 turno")).to_have_count(2)


def bajar(pagina: Page, formato: str, carpeta: Path) -> bytes:
    """El archivo que baja el botón de ese formato."""
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name=formato).click()
    archivo = carpeta / bajada.value.suggested_filename
    bajada.value.save_as(archivo)
    return archivo.read_bytes()
