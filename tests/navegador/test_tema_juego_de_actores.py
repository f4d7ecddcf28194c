"""El tema 05 de punta a punta: de una Mesa sin juego a su lectura, su archivo y lo que no sale."""

import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from navegador.conftest import Servidor, abrir_pagina
from navegador.pasos import guardado, poner_mesa_recien_dibujada
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

from mesa_territorial.dominio.actores import Sector

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
TEMA = "/tema/05_juego_de_actores"
ACTORES = {
    "c": ("Comité Las Rocas", Sector.SOCIEDAD_CIVIL),
    "m": ("Municipalidad", Sector.PUBLICO),
    "p": ("Propietaria del terreno", Sector.PRIVADO),
}


def abrir(pagina: Page, servidor: Servidor, clave: str) -> None:
    pagina.goto(f"{servidor.raiz}{TEMA}?mesa={clave}#aplicar")
    expect(pagina.get_by_role("button", name="Quiénes entran")).to_be_visible()


def ver(pagina: Page, vista: str) -> None:
    pagina.get_by_role("button", name=vista, exact=True).first.click()


def casilla(pagina: Page, numero: int) -> Locator:
    return pagina.locator(".mt-matriz:visible tbody td:not(.de-resumen)").nth(numero)


def pegar(donde: Locator, texto: str) -> None:
    """Pega como el navegador, sin pedirle permiso al portapapeles de la máquina."""
    donde.focus()
    donde.evaluate(
        """(nodo, texto) => {
          const lleva = new DataTransfer(); lleva.setData("text/plain", texto);
          nodo.dispatchEvent(new ClipboardEvent("paste", {clipboardData: lleva, bubbles: true}));
        }""",
        texto,
    )


def elegir_quienes(pagina: Page) -> None:
    ver(pagina, "Quiénes entran")
    grupo = pagina.get_by_role("group", name="Quiénes entran al juego")
    for nombre, _ in ACTORES.values():
        grupo.get_by_label(nombre, exact=True).check()
        guardado(pagina)


def agregar_objetivo(pagina: Page, nombre: str) -> None:
    ver(pagina, "Objetivos")
    pagina.get_by_role("button", name="Agregar objetivo").click()
    formulario = pagina.get_by_role("form", name="Agregar objetivo")
    formulario.get_by_label("Objetivo", exact=True).fill(nombre)
    formulario.get_by_role("button", name="Guardar", exact=True).dblclick()
    expect(formulario).to_have_count(0)


def bajar(pagina: Page, boton: Locator) -> bytes:
    with pagina.expect_download() as bajada:
        boton.click()
    return Path(bajada.value.path()).read_bytes()


def test_de_una_mesa_sin_juego_a_su_lectura_y_sus_archivos(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    abrir(pagina, servidor, poner_mesa_recien_dibujada(servidor, "rocas", ACTORES))
    lado = pagina.get_by_role("complementary")
    expect(lado.get_by_text("al menos dos actores")).to_be_visible()
    ver(pagina, "Influencias")
    expect(pagina.get_by_text("Elija al menos dos actores en «Quiénes entran»")).to_be_visible()
    elegir_quienes(pagina)
    agregar_objetivo(pagina, "Radicar en el mismo lugar")

    # Llena la matriz con el teclado: un dato malo se dice, Escape lo olvida, la diagonal se salta.
    ver(pagina, "Influencias")
    casilla(pagina, 3).click()
    pagina.keyboard.type("7")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("dice «7»")).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(casilla(pagina, 3)).to_have_text("·")
    pagina.keyboard.type("3")
    pagina.keyboard.press("Tab")
    expect(casilla(pagina, 5)).to_be_focused()
    pagina.keyboard.type("1")
    pagina.keyboard.press("Tab")
    expect(casilla(pagina, 6)).to_be_focused()
    expect(casilla(pagina, 3)).to_have_text("3")
    pagina.keyboard.press("?")
    expect(casilla(pagina, 6)).to_have_accessible_name(re.compile("vacía, dudosa"))
    exigir_todo(pagina)

    # Pega lo demás desde una planilla, con nombres en otro orden; se deshace de un paso.
    pegar(casilla(pagina, 6), "x\tMunicipalidad\tComité Las Rocas\nPropietaria del terreno\t1\t2")
    pagina.get_by_role("button", name="Pegar", exact=True).dblclick()
    expect(casilla(pagina, 6)).to_contain_text("2")
    pagina.get_by_role("button", name="Deshacer").first.click()
    expect(casilla(pagina, 6)).to_contain_text("·")
    pagina.get_by_role("button", name="Rehacer").first.click()
    expect(casilla(pagina, 7)).to_have_text("1")

    # Las posiciones, con el ratón y sus palabras.
    ver(pagina, "Posiciones")
    for fila, valor in ((0, "+4"), (1, "+2"), (2, "−4")):
        casilla(pagina, fila).click()
        pagina.locator(".mt-matriz:visible .valores").get_by_text(valor, exact=True).click()
        expect(casilla(pagina, fila)).to_have_text(valor)
    guardado(pagina)
    expect(lado.get_by_text("El choque que más pesa")).to_be_visible()

    # Recarga: todo sigue, y se lee en palabras quién puede mover a quién.
    pagina.reload()
    ver(pagina, "Lo que dice")
    expect(pagina.get_by_text("Propietaria del terreno resiste (−4)").first).to_be_visible()
    exigir_todo(pagina)

    llevarse(pagina)
    lo_privado_se_queda(pagina, servidor)


def llevarse(pagina: Page) -> None:
    """El Excel dice que es privado, y vuelve a entrar por la matriz sin cambiar nada."""
    pagina.get_by_text("Lo que se lleva a la oficina").click()
    contenido = bajar(pagina, pagina.get_by_role("button", name="Excel").first)
    libro = openpyxl.load_workbook(io.BytesIO(contenido))
    assert libro["PRIVADO (leer)"]["A1"].value == "Privado del equipo"
    assert libro["Influencias (MID)"]["B3"].value == 3
    ver(pagina, "Influencias")
    archivo = {"name": "juego.xlsx", "mimeType": "application/zip", "buffer": contenido}
    pagina.locator(".mt-matriz:visible input[type=file]").set_input_files(archivo)
    expect(pagina.get_by_text("El archivo dice lo mismo que la matriz")).to_be_visible()


def lo_privado_se_queda(pagina: Page, servidor: Servidor) -> None:
    """La copia de siempre no lo lleva; la que lo pide, sí; y cabe en un celular."""
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    boton = pagina.get_by_role("button", name="Bajar .mesa: Mesa Las Rocas")
    assert juego_de(bajar(pagina, boton))["influencias"] == {}
    pagina.get_by_label("llevar también lo privado").check()
    assert juego_de(bajar(pagina, boton))["influencias"]["m>c"]["valor"] == 3


def juego_de(copia: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(copia)) as envoltura:
        juego: dict = json.loads(envoltura.read("datos.json"))["juego"]
        return juego


def test_a_360_px_la_matriz_se_llena_fila_por_fila(navegador, servidor: Servidor, vigia):
    pagina = abrir_pagina(navegador, servidor, vigia, 360)
    abrir(pagina, servidor, poner_mesa_recien_dibujada(servidor, "celular", ACTORES))
    elegir_quienes(pagina)
    ver(pagina, "Influencias")
    lista = pagina.locator(".mt-matriz-lista")
    lista.get_by_label("Municipalidad").select_option(label="3 · su misión")
    guardado(pagina)
    lista.get_by_role("button", name="Siguiente").click()
    expect(lista.get_by_label("Fila 2 de 3")).to_have_value("m")
    lista.locator("summary").first.click()
    lista.get_by_label("Dudosa").first.check()
    expect(lista.get_by_text("Dudosa · por qué")).to_be_visible()
    lista.get_by_role("button", name="Elegir", exact=True).click()
    expect(lista.get_by_role("button", name="Elegido")).to_have_attribute("aria-pressed", "true")
    exigir_todo(pagina)
    pagina.context.close()
    assert (vigia.ajenas, vigia.fallas) == ([], [])
