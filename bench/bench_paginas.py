"""Cuánto pesa y cuánto demora cada página: ``python bench/bench_paginas.py``.

Levanta el kit con una base vacía, dos veces: con núcleo de repuesto y sin él. «Usable» es cuando
los componentes de la sección a la vista ya están en su lugar, contado por el navegador desde que
se pide la página. La primera visita va con la memoria del navegador vacía.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

RUTAS = ("/", "/tema/03_mapa_de_actores", "/tema/03_mapa_de_actores#aplicar", "/app/mi_mesa")
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
        orden = [sys.executable, "-c", GUION, datos, "si" if con_repuesto else "no"]
        proceso = subprocess.Popen(orden, stdout=subprocess.PIPE, text=True)
        try:
            assert proceso.stdout is not None
            yield proceso.stdout.readline().strip()
        finally:
            proceso.terminate()
            proceso.wait(15)


def medir(contexto: BrowserContext, direccion: str) -> tuple[int, int, float, float]:
    hoja = contexto.new_page()
    hoja.add_init_script(VIGIA)
    sesion = contexto.new_cdp_session(hoja)
    sesion.send("Network.enable")
    cuenta = [0, 0, 0.0]
    sesion.on(
        "Network.requestWillBeSent",
        lambda s: cuenta.__setitem__(
            1, cuenta[1] + s["request"]["url"].split("?")[0].endswith(".js")
        ),
    )
    sesion.on("Network.requestWillBeSent", lambda _: cuenta.__setitem__(0, cuenta[0] + 1))
    sesion.on(
        "Network.loadingFinished",
        lambda s: cuenta.__setitem__(2, cuenta[2] + s["encodedDataLength"]),
    )
    hoja.goto(direccion, wait_until="commit")
    hoja.wait_for_selector("section:not([hidden])[data-abierta]", timeout=60_000)
    hoja.wait_for_timeout(1000)
    usable = float(hoja.evaluate("window.__usable")) / 1000
    hoja.close()
    return int(cuenta[0]), int(cuenta[1]), cuenta[2] / 1024, usable


def main() -> None:
    print(f"{'':14}{'página':38}{'peticiones':>11}{'js':>4}{'KB':>7}{'usable (s)':>12}")
    with sync_playwright() as juego:
        sistema = Path("/usr/bin/chromium")
        ruta = str(sistema) if sistema.exists() else None
        navegador = juego.chromium.launch(executable_path=ruta, args=["--no-sandbox"])
        for nombre, con_repuesto in (("con repuesto", True), ("sin repuesto", False)):
            with kit(con_repuesto) as entrada:
                time.sleep(ENTRE_PAGINAS)
                contexto = navegador.new_context(viewport={"width": 1280, "height": 800})
                base, clave = entrada.split("/?")
                contexto.request.get(f"{base}/nada?{clave}")
                for parte in RUTAS:
                    n, js, kb, usable = medir(contexto, base + parte)
                    print(f"{nombre:14}{parte:38}{n:11}{js:4}{kb:7.0f}{usable:12.2f}", flush=True)
                    time.sleep(ENTRE_PAGINAS)
                contexto.close()
        navegador.close()


if __name__ == "__main__":
    main()
