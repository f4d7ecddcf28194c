"""El primer viaje de una persona: de crear su Mesa a recuperarlo todo después de una caída."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from navegador.conftest import Servidor
from navegador.pasos import crear_mesa, guardado, importar, nodo, nodos
from navegador.planillas import FILAS, con_tres_errores
from navegador.revision import exigir_todo
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(240)]


def test_el_primer_viaje_completo(pagina: Page, servidor: Servidor, tmp_path: Path):
    crear_mesa(pagina, servidor, "Mesa Los Aromos")
    expect(pagina.get_by_text("Todavía no hay actores").first).to_be_visible()
    exigir_todo(pagina)

    # Importa la planilla: tres filas con error, se remiendan en la misma pantalla.
    importar(pagina, con_tres_errores(tmp_path))
    expect(pagina.get_by_label("Corregir fila", exact=False)).to_have_count(3)
    exigir_todo(pagina)
    for etiqueta, valor in (("Interés", "4"), ("Sector", "sociedad civil"), ("Influencia", "4")):
        campo = pagina.get_by_label("Corregir fila").and_(
            pagina.locator(f'[aria-label*="{etiqueta}"]')
        )
        campo.fill(valor)
        campo.press("Enter")
    expect(pagina.get_by_label("Corregir fila")).to_have_count(0)
    pagina.get_by_role("button", name="Seguir: confirmar").click()
    asistente = pagina.locator("dialog.mt-importador")
    asistente.get_by_role("button", name="Importar", exact=True).dblclick()
    asistente.get_by_role("button", name="Cerrar", exact=True).click()
    expect(nodos(pagina)).to_have_count(len(FILAS))
    guardado(pagina)

    # Ubica a un actor en la cuadrícula con el teclado.
    pagina.get_by_role("button", name="Influencia e interés").click()
    ubicado = pagina.get_by_role("slider").first
    ubicado.focus()
    pagina.keyboard.press("ArrowUp")
    guardado(pagina)
    exigir_todo(pagina)
    pagina.get_by_role("button", name="Mapa", exact=True).click()

    # Une a dos con el formulario.
    unir(pagina, "FOSIS Valparaíso", "SERVIU de Valparaíso", "Coordinación")
    unir(pagina, "FOSIS Valparaíso", "Junta de Vecinos Los Aromos", "Información")
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute(
        "aria-label", re.compile("2 relaciones")
    )

    # Lee el análisis: quién decide y no está.
    pagina.get_by_role("button", name="Cerrar la ficha").click()
    lectura = pagina.get_by_role("complementary").get_by_text("Municipalidad de Valparaíso").first
    expect(lectura).to_be_visible()
    pagina.get_by_text("Medidas de la red", exact=True).click()
    expect(pagina.locator(".mt-lamina .dibujo svg")).to_be_visible(timeout=30_000)
    exigir_todo(pagina)

    # Deshace todo hasta quedar sin actores, y los rehace.
    recorrer(pagina, "Deshacer")
    expect(nodos(pagina)).to_have_count(0)
    recorrer(pagina, "Rehacer")
    expect(nodos(pagina)).to_have_count(len(FILAS))
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute(
        "aria-label", re.compile("2 relaciones")
    )

    # Se lleva el Excel y lo vuelve a importar: todo igual.
    pagina.get_by_role("button", name="Exportar").first.click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("dialog").get_by_role("button", name="Excel").click()
    planilla = tmp_path / bajada.value.suggested_filename
    bajada.value.save_as(planilla)
    importar(pagina, planilla)
    expect(asistente.get_by_role("button", name="= Igual 8")).to_be_visible()
    pagina.get_by_role("button", name="Cerrar sin perder nada").click()

    # Recarga: todo sigue.
    pagina.reload()
    expect(nodos(pagina)).to_have_count(len(FILAS))

    # Muere el núcleo: aviso antes de 5 s, y Continuar vuelve al mismo lugar.
    inicio = time.monotonic()
    for proceso in servidor.nucleos():
        os.kill(proceso, signal.SIGKILL)
    expect(pagina.get_by_text("Su sesión se cerró")).to_be_visible(timeout=5_000)
    assert time.monotonic() - inicio < 5
    pagina.get_by_role("button", name="Continuar").click()
    # También murió el proceso tibio: la página espera a que vuelva a cargar todo.
    expect(nodos(pagina)).to_have_count(len(FILAS), timeout=15_000)
    assert pagina.url.endswith("#aplicar")
    expect(nodo(pagina, "FOSIS Valparaíso")).to_have_attribute(
        "aria-label", re.compile("2 relaciones")
    )


def unir(pagina: Page, de: str, hacia: str, tipo: str) -> None:
    """Une a dos actores con el formulario de la ficha."""
    nodo(pagina, de).first.click()
    pagina.get_by_role("button", name="Unir con otro actor").click()
    formulario = pagina.get_by_role("form", name="Unir actores")
    formulario.get_by_label("Hacia").select_option(label=hacia)
    formulario.get_by_label("Tipo").select_option(label=tipo)
    formulario.get_by_role("button", name="Unir actores").click()
    guardado(pagina)


def recorrer(pagina: Page, paso: str) -> None:
    """Pulsa «Deshacer» o «Rehacer» hasta que no quede qué."""
    boton = pagina.get_by_role("button", name=paso).first
    for _ in range(12):
        if boton.is_disabled():
            return
        boton.click()
        pagina.wait_for_timeout(250)
    raise AssertionError(f"{paso} no se acaba")
