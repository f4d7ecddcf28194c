"""Desde una Mesa vacía hasta la decisión de escala en Word: problemas, llaves, notas y decisión."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from navegador.conftest import Servidor
from navegador.pasos import guardado
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]

COMPARTE_SERVIDOR = True
CLAVE = "escala-vacia"
NOTAS = {"Comuna": "43443", "Región": "55422"}


@pytest.fixture(scope="module")
def direccion(servidor: Servidor) -> str:
    vacia = Mesa(
        id=CLAVE, nombre="Mesa Las Rocas", territorio=Territorio(cut_comuna="05101", lugar="Rocas")
    )
    with Almacen.abrir(servidor.base) as almacen:
        if CLAVE not in {r.clave for r in almacen.listar()}:
            almacen.crear(vacia, autor="Usted")
    return f"{servidor.raiz}/tema/02_territorio_y_escala?mesa={CLAVE}#aplicar"


def vista(pagina: Page, nombre: str) -> None:
    pagina.get_by_role("group", name="Ver como").first.get_by_role(
        "button", name=nombre, exact=True
    ).click()


def test_de_una_mesa_vacia_a_la_decision_en_word(pagina: Page, direccion: str, tmp_path: Path):
    pagina.goto(direccion)
    dice = pagina.get_by_role("complementary")
    expect(dice).to_contain_text("Anote primero los problemas")

    # El problema, con quien tiene la competencia fuera del mapa.
    vista(pagina, "Problemas")
    expect(pagina.get_by_text("Todavía no hay problemas.")).to_be_visible()
    pagina.get_by_text("Sugerencias para partir").click()
    pagina.get_by_role("button", name="Agregar: Agua potable y alcantarillado").dblclick()
    ficha = pagina.locator(".mt-tarjeta").first
    ficha.locator("summary").click()
    ficha.get_by_label("El objetivo depende de él").check()
    fuera = ficha.get_by_label("Quién, si no está en el mapa", exact=True)
    fuera.fill("Empresa sanitaria")
    fuera.press("Enter")
    expect(dice).to_contain_text("Empresa sanitaria tiene la competencia")
    expect(dice).to_contain_text("En rojo.")
    expect(pagina.locator(".mt-tarjeta")).to_have_count(1)
    exigir_todo(pagina)

    # Se agrega al mapa con un toque: sigue en rojo, porque todavía no participa.
    falta = pagina.locator(".mt-quien-falta")
    falta.get_by_label("Sector").select_option(label="Privado")
    falta.get_by_role("button", name="Agregar al mapa").dblclick()
    expect(dice).to_contain_text("no participa todavía (por convocar)")
    expect(falta.get_by_role("listitem")).to_have_count(0)

    # Las notas de dos niveles bastan para comparar; se llenan con el teclado.
    vista(pagina, "Notas por nivel")
    for nivel, notas in NOTAS.items():
        _llenar(pagina, nivel, notas)
    guardado(pagina)
    expect(dice).to_contain_text("La región obtiene 4,05 de 5; le sigue la comuna, con 3,65.")
    exigir_todo(pagina)

    _pesar_de_a_pares(pagina)
    expect(dice).to_contain_text("Empatan con 3,60 de 5: la comuna y la región.")

    # Decide el equipo, y se lo lleva. Antes recarga: todo sigue.
    vista(pagina, "La decisión")
    pagina.get_by_label("Nivel en que se ancla el objetivo").select_option(label="Región")
    pagina.get_by_label("Nivel de la Mesa").select_option(label="Comuna")
    pagina.get_by_label("Por qué", exact=True).fill("Se decide en la región")
    pagina.get_by_label("Quiénes decidieron").click()
    guardado(pagina)
    pagina.reload()
    expect(dice).to_contain_text("Objetivo en la región; Mesa en la comuna.")
    texto = _llevar(pagina, tmp_path)
    assert "Se decide en la región" in texto
    assert "Empresa sanitaria (por convocar)" in texto

    pagina.set_viewport_size({"width": 360, "height": 740})
    exigir_todo(pagina)


def _llenar(pagina: Page, nivel: str, notas: str) -> None:
    fila = pagina.get_by_role("row", name=nivel)
    fila.get_by_role("gridcell").first.click()
    for nota in notas:
        pagina.keyboard.type(nota)
        pagina.keyboard.press("Tab")


def _pesar_de_a_pares(pagina: Page) -> None:
    """Todos los criterios importan igual: los pesos quedan en 20."""
    pagina.get_by_text("Pesar de a pares", exact=True).first.click()
    pares: Locator = pagina.locator(".mt-pares select")
    expect(pares).to_have_count(10)
    for n in range(10):
        pares.nth(n).select_option(label="Importan igual")
    expect(pagina.locator(".mt-pares .resultado")).to_contain_text("no se contradicen")
    pagina.get_by_role("button", name="Usar estos pesos en la cuenta").click()
    exigir_todo(pagina)


def _llevar(pagina: Page, carpeta: Path) -> str:
    pagina.get_by_text("Para llevar", exact=True).first.click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name="Word").first.click()
    archivo = carpeta / bajada.value.suggested_filename
    bajada.value.save_as(archivo)
    documento = Document(BytesIO(archivo.read_bytes()))
    celdas = [c.text for t in documento.tables for f in t.rows for c in f.cells]
    return "\n".join([p.text for p in documento.paragraphs] + celdas)
