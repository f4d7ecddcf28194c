"""El tema 04 de punta a punta: de actores sin notas a la decisión con su razón y sus archivos."""

import io
from pathlib import Path

import openpyxl
import pytest
from navegador.conftest import Servidor
from navegador.pasos import guardado, poner_mesa_recien_dibujada
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

from mesa_territorial.dominio.actores import Sector

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
TEMA = "/tema/04_priorizacion"
ACTORES = {
    "s": ("Servicio de vivienda", Sector.PUBLICO),
    "o": ("Olla común Las Rocas", Sector.SOCIEDAD_CIVIL),
    "e": ("Empresa sanitaria", Sector.PRIVADO),
}


def abrir(pagina: Page, servidor: Servidor, clave: str) -> None:
    pagina.goto(f"{servidor.raiz}{TEMA}?mesa={clave}#aplicar")
    expect(pagina.locator(".mt-fichero").first).to_be_visible()


def ver(pagina: Page, vista: str) -> None:
    pagina.get_by_role("button", name=vista, exact=True).first.click()


def agregar_evaluador(pagina: Page, nombre: str) -> None:
    pagina.get_by_role("button", name="Agregar un evaluador").click()
    formulario = pagina.get_by_role("form", name="Agregar un evaluador")
    formulario.get_by_label("Rol o grupo").fill(nombre)
    formulario.get_by_role("button", name="Guardar", exact=True).dblclick()
    expect(formulario).to_have_count(0)


def casilla(pagina: Page, numero: int) -> Locator:
    return pagina.locator(".mt-matriz:visible tbody td:not(.de-resumen)").nth(numero)


def planilla(carpeta: Path) -> Path:
    """La del tercer grupo: una nota mala entre dos buenas."""
    obra = openpyxl.Workbook()
    for fila in (
        ("Evaluador", "Actor", "Influencia", "Interés"),
        ("Academia", "Servicio de vivienda", 5, 4),
        ("Academia", "Olla común Las Rocas", "mucha", 5),
        ("Academia", "Empresa sanitaria", 4, 1),
    ):
        obra.active.append(fila)
    archivo = carpeta / "academia.xlsx"
    obra.save(archivo)
    return archivo


def test_de_actores_sin_notas_a_la_decision_y_sus_archivos(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    abrir(pagina, servidor, poner_mesa_recien_dibujada(servidor, "priorizar", ACTORES))
    lado = pagina.get_by_role("complementary")
    expect(lado.get_by_text("agregue al menos tres grupos")).to_be_visible()
    exigir_todo(pagina)

    # Dos grupos; el doble clic no repite a ninguno.
    agregar_evaluador(pagina, "Equipo FOSIS")
    agregar_evaluador(pagina, "Dirigencia")
    expect(pagina.locator(".mt-tarjeta:visible")).to_have_count(2)

    # Notas sin ratón: se escribe y Enter baja; una fuera de rango se rechaza.
    for columna, notas in ((0, "512"), (1, "455")):
        casilla(pagina, columna).click()
        for nota in notas:
            pagina.keyboard.type(nota)
            pagina.keyboard.press("Enter")
    guardado(pagina)
    ver(pagina, "Interés")
    for columna, notas in ((0, "451"), (1, "452")):
        casilla(pagina, columna).click()
        for nota in notas:
            pagina.keyboard.type(nota)
            pagina.keyboard.press("Enter")
    guardado(pagina)

    # El tercer grupo llega en planilla: se mira antes y la celda mala se dice.
    pagina.locator(".mt-evaluaciones input[type=file]").set_input_files(planilla(tmp_path))
    expect(pagina.get_by_text('Fila 3, columna Influencia: dice "mucha"')).to_be_visible()
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Traer estas evaluaciones").dblclick()
    expect(pagina.locator(".mt-tarjeta:visible")).to_have_count(3)

    # Conversar y ordenar: lo disputado, con lo que puso cada extremo, y si el orden es firme.
    ver(pagina, "Conversar")
    expect(pagina.get_by_text("Influencia de Olla común Las Rocas: 1 según Equipo FOSIS")
           ).to_be_visible()  # fmt: skip
    exigir_todo(pagina)
    ver(pagina, "Ordenar")
    pagina.get_by_label("Cuántos se convocan primero").fill("1")
    pagina.get_by_label("Cuántos se convocan primero").press("Tab")
    expect(pagina.get_by_text("Nadie está en el primer lugar en todas las pruebas")).to_be_visible()
    exigir_todo(pagina)

    # La decisión va contra el puntaje y lleva su razón, quién decidió y la fecha.
    ver(pagina, "Decidir")
    tarjeta = pagina.locator(".mt-tarjeta:visible").filter(has_text="Olla común")
    tarjeta.locator("summary").first.click()
    tarjeta.get_by_label("Decisión").select_option(label="Convocar en primer lugar")
    guardado(pagina)
    expect(lado.get_by_text("hay una decisión sin razón escrita")).to_be_visible()
    for campo, texto in (("Razón", "Reparte el agua cada día."), ("Quién decidió", "La Mesa")):
        tarjeta.get_by_label(campo).fill(texto)
        tarjeta.get_by_label(campo).press("Tab")
    guardado(pagina)
    expect(lado.get_by_text("hay una decisión sin razón escrita")).to_have_count(0)
    exigir_todo(pagina)

    # Se lleva los archivos; las notas de cada evaluador no van en el que se reparte.
    libro = openpyxl.load_workbook(io.BytesIO(bajar(pagina, "Actores priorizados", "Excel")))
    assert [c.value for c in libro["Decisiones"][2]][1:5] == [
        "Olla común Las Rocas", "Sociedad civil", "Convocar en primer lugar",
        "Reparte el agua cada día.",
    ]  # fmt: skip
    assert "Evaluaciones" not in libro.sheetnames
    assert bajar(pagina, "Actores priorizados", "PDF").startswith(b"%PDF")

    # Recarga: todo sigue, también en un teléfono; deshacer quita lo último y nada más.
    pagina.set_viewport_size({"width": 360, "height": 740})
    pagina.reload()
    expect(pagina.locator(".mt-tarjeta:visible").filter(has_text="Olla común")).to_contain_text(
        "Convocar en primer lugar"
    )
    exigir_todo(pagina)
    ver(pagina, "Evaluar")
    expect(pagina.locator(".mt-tarjeta:visible")).to_have_count(3)
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Deshacer").first.click()
    expect(lado.get_by_text("actores todavía sin decisión")).to_be_visible()


def bajar(pagina: Page, titulo: str, formato: str) -> bytes:
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name=f"Bajar {titulo} en {formato}").click()
    return Path(bajada.value.path()).read_bytes()
