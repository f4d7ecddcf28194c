"""Saca las capturas del README con el kit de verdad: ``make capturas``."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cromo import OPCIONES, buscar_navegador
from navegador.conftest import (
    Servidor,
    Vigia,
    abrir_pagina,
    puerto_libre,
)
from navegador.planillas import con_tres_errores

DESTINO = Path(__file__).resolve().parents[2] / "guia" / "capturas"
TEMA = "/tema/03_mapa_de_actores"
ANCHO, ANGOSTO = 1280, 360
REPOSO = 1_500


def _inicio(pagina: Page, servidor: Servidor, _: Path) -> None:
    pagina.goto(servidor.raiz)
    pagina.get_by_text("La ruta").first.wait_for()


def _copiar_caso(pagina: Page, servidor: Servidor) -> None:
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    pagina.get_by_text("Nueva Mesa").wait_for()
    hechas = pagina.locator(".mesas").get_by_text("(ensayo)")
    if not hechas.count():
        pagina.get_by_role("button", name="Copiar el caso Campanilla").click()
    hechas.first.wait_for()


def _mapa(pagina: Page, servidor: Servidor, _: Path) -> None:
    _copiar_caso(pagina, servidor)
    pagina.goto(f"{servidor.raiz}{TEMA}#aplicar")
    pagina.locator(".mt-mapa-svg g.cuerpo").first.wait_for()


def _importar(pagina: Page, servidor: Servidor, carpeta: Path) -> None:
    _mapa(pagina, servidor, carpeta)
    pagina.get_by_role("button", name="Importar", exact=True).first.click()
    pagina.locator("dialog input[type=file]").set_input_files(con_tres_errores(carpeta))
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        pagina.get_by_role("button", name=seguir).click()
    pagina.get_by_text("Revise antes de guardar").wait_for()


ESCENAS: dict[str, tuple[int, Callable[[Page, Servidor, Path], None]]] = {
    "inicio": (ANCHO, _inicio),
    "mapa": (ANCHO, _mapa),
    "importar": (ANCHO, _importar),
    "mapa_360": (ANGOSTO, _mapa),
}


def _capturar(navegador: Browser, servidor: Servidor, carpeta: Path) -> None:
    DESTINO.mkdir(parents=True, exist_ok=True)
    for nombre, (ancho, preparar) in ESCENAS.items():
        pagina = abrir_pagina(navegador, servidor, Vigia(), ancho)
        preparar(pagina, servidor, carpeta)
        pagina.wait_for_timeout(REPOSO)
        pagina.screenshot(path=DESTINO / f"{nombre}.png")
        pagina.context.close()


def principal() -> None:
    """Levanta el kit con datos de paso, saca las capturas y lo detiene."""
    with tempfile.TemporaryDirectory() as lugar, sync_playwright() as playwright:
        carpeta = Path(lugar)
        servidor = Servidor(carpeta / "mesas.sqlite", puerto_libre())
        servidor.levantar()
        try:
            navegador = playwright.chromium.launch(
                executable_path=buscar_navegador(), args=list(OPCIONES)
            )
            _capturar(navegador, servidor, carpeta)
            navegador.close()
        finally:
            servidor.matar()


if __name__ == "__main__":
    principal()
