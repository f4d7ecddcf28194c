"""Cuánto pesa y cuánto demora cada página: ``python bench/bench_paginas.py``.

Levanta el kit con una copia de Campanilla, dos veces: con núcleo de repuesto y sin él. «Usable» es
cuando los componentes de la sección a la vista ya están en su lugar, contado por el navegador desde
que se pide la página. La primera visita va con la memoria del navegador vacía. «Con gráfico» abre
el panel de medidas y espera el dibujo: primero con la memoria vacía, después con lo ya bajado.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cromo import OPCIONES, buscar_navegador
from navegador.peso import Peso
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso

TEMA = "/tema/03_mapa_de_actores"
APLICAR = f"{TEMA}?mesa=m1#aplicar"
RUTAS = ("/", TEMA, APLICAR, "/app/mi_mesa")
ENTRE_PAGINAS = 7.0
GUION = """
import sys
from pathlib import Path
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.aplicacion import Servidor
datos = Path(sys.argv[1])
base, repuesto = str(datos / "m.sqlite"), sys.argv[2] == "si"
ajustes = Ajustes(puerto=9931, datos=datos, base=base, con_repuesto=repuesto)
Servidor(ajustes, lambda s: print(s.entrada, flush=True)).atender()
"""
VIGIA = """
new MutationObserver(() => {
  if (!window.__usable && document.querySelector('section:not([hidden])[data-abierta]'))
    window.__usable = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


@contextmanager
def kit(con_repuesto: bool) -> Iterator[str]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as datos:
        with Almacen.abrir(Path(datos) / "m.sqlite") as almacen:
            almacen.crear(cargar_caso("mesa_campanilla").con(id="m1"), autor="Usted")
        orden = [sys.executable, "-c", GUION, datos, "si" if con_repuesto else "no"]
        proceso = subprocess.Popen(orden, stdout=subprocess.PIPE, text=True)
        try:
            assert proceso.stdout is not None
            yield proceso.stdout.readline().strip()
        finally:
            proceso.terminate()
            proceso.wait(15)


def medir(contexto: BrowserContext, direccion: str, *, grafico: bool = False) -> Peso:
    """El peso de abrir esa página (y, si se pide, su gráfico); lo imprime con cuánto demoró."""
    hoja = contexto.new_page()
    hoja.add_init_script(VIGIA)
    peso = Peso.de(hoja)
    hoja.goto(direccion, wait_until="commit")
    hoja.wait_for_selector("section:not([hidden])[data-abierta]", timeout=60_000)
    if grafico:
        hoja.wait_for_selector(".mt-mapa .nodo", state="attached", timeout=60_000)
        hoja.get_by_text("Medidas de la red", exact=True).click()
        hoja.locator(".mt-lamina h3").scroll_into_view_if_needed()
        hoja.wait_for_selector(".mt-lamina .dibujo svg text", timeout=60_000)
    hoja.wait_for_timeout(1000)
    peso.usable = float(hoja.evaluate("window.__usable")) / 1000
    hoja.close()
    return peso


def imprimir(nombre: str, parte: str, peso: Peso) -> None:
    """Una línea de la tabla."""
    kb = f"{peso.archivos / 1024:10.0f}{peso.canal / 1024:9.0f}"
    cuantos = f"{len(peso.pedidos):11}{peso.modulos():4}"
    print(f"{nombre:14}{parte:46}{cuantos}{kb}{peso.usable:12.2f}", flush=True)


def entrar(contexto: BrowserContext, entrada: str) -> str:
    """Deja la cookie puesta sin bajar nada; entrega la dirección de base."""
    base, clave = entrada.split("/?")
    contexto.request.get(f"{base}/nada?{clave}")
    return base


def recorrer(navegador: Browser, nombre: str, entrada: str) -> None:
    """Las páginas en orden, y después el gráfico desde cero y por segunda vez."""
    contexto = navegador.new_context(viewport={"width": 1280, "height": 800})
    base = entrar(contexto, entrada)
    for parte in RUTAS:
        imprimir(nombre, parte, medir(contexto, base + parte))
        time.sleep(ENTRE_PAGINAS)
    contexto.close()
    contexto = navegador.new_context(viewport={"width": 1280, "height": 800})
    entrar(contexto, entrada)
    for vez in ("con gráfico, 1.ª visita", "con gráfico, la siguiente"):
        imprimir(nombre, f"#aplicar {vez}", medir(contexto, base + APLICAR, grafico=True))
        time.sleep(ENTRE_PAGINAS)
    contexto.close()


def main() -> None:
    """Mide y muestra la tabla."""
    titulos = f"{'peticiones':>11}{'js':>4}{'archivos':>10}{'canal':>9}{'usable (s)':>12}"
    print(f"{'KB por el cable':14}{'página':45}{titulos}")
    with sync_playwright() as juego:
        navegador = juego.chromium.launch(executable_path=buscar_navegador(), args=list(OPCIONES))
        for nombre, con_repuesto in (("con repuesto", True), ("sin repuesto", False)):
            with kit(con_repuesto) as entrada:
                time.sleep(ENTRE_PAGINAS)
                recorrer(navegador, nombre, entrada)
        navegador.close()


if __name__ == "__main__":
    main()
