"""La parte con navegador: página fría y tibia, y ediciones con el teclado."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from competencia.clientes.sesion import NOMBRES
from competencia.contendores import Servido
from competencia.kit.clave import CLAVE

AQUI = Path(__file__).resolve().parent
CAPTURAS = AQUI.parent / "resultados" / "capturas"
OPCIONES = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--no-first-run", "--disable-quic"),
    # Nada fuera de esta máquina: lo que se pida no se encuentra, igual para todos.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PLAZO = 60_000
PLAZO_DE_EDICION = 15_000
TIBIAS = 3


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """El Chromium del sistema."""
    with sync_playwright() as juego:
        ruta = "/usr/bin/chromium"
        propio = ruta if Path(ruta).exists() else None
        navegador = juego.chromium.launch(executable_path=propio, args=list(OPCIONES))
        yield navegador
        navegador.close()


class Visitante:
    """Un navegador que visita a un contendor recién levantado."""

    def __init__(self, navegador: Browser, servido: Servido) -> None:
        self._servido = servido
        self._es_kit = servido.contendor.nombre == "kit"
        # Alta, para que gráfico, tabla y lo que se edita estén a la vista en todos.
        self.contexto: BrowserContext = navegador.new_context(
            viewport={"width": 1280, "height": 2600}, locale="es-CL"
        )
        guion = (AQUI / "vigia.js").read_text(encoding="utf-8")
        self.contexto.add_init_script(guion.replace("__NOMBRES__", json.dumps(NOMBRES)))

    def medir(self, ediciones: int) -> dict[str, Any]:
        """Segundos de la página fría y de las tibias; milisegundos y CPU por edición."""
        if self._es_kit:
            self.contexto.request.get(f"{self._servido.raiz}/nada?clave={CLAVE}")
        hoja, fria = self._abrir()
        tibias = []
        for _ in range(TIBIAS):
            hoja.close()
            hoja, tibia = self._abrir()
            tibias.append(tibia)
        latencias, cpu = self._editar(hoja, ediciones)
        CAPTURAS.mkdir(parents=True, exist_ok=True)
        hoja.screenshot(path=CAPTURAS / f"{self._servido.contendor.nombre}.png")
        self.contexto.close()
        return {"fria": fria, "tibias": tibias, "latencias": latencias, "cpu": cpu}

    def _abrir(self) -> tuple[Page, float]:
        hoja = self.contexto.new_page()
        ruta = "/app/referencia" if self._es_kit else self._servido.contendor.ruta
        hoja.goto(self._servido.raiz + ruta, wait_until="commit", timeout=PLAZO)
        return hoja, self._esperar(hoja, "__lista", PLAZO) / 1000

    def _editar(self, hoja: Page, cuantas: int) -> tuple[list[float], float]:
        """Una edición de calentamiento y ``cuantas`` medidas; el CPU va en ms por edición."""
        hoja.wait_for_timeout(300)
        editar = self._en_la_tabla if self._es_kit else self._con_deslizador
        editar(hoja, 0)
        antes = self._servido.arbol.cpu()
        latencias = [editar(hoja, i + 1) for i in range(cuantas)]
        return latencias, 1000 * (self._servido.arbol.cpu() - antes) / cuantas

    def _con_deslizador(self, hoja: Page, turno: int) -> float:
        hoja.locator("[role=slider], input[type=range]").first.focus()
        hoja.evaluate("window.__armar()")
        hoja.keyboard.press("ArrowLeft" if turno % 2 == 0 else "ArrowRight")
        return self._demora(hoja)

    def _en_la_tabla(self, hoja: Page, turno: int) -> float:
        hoja.locator(".mt-tabla tbody tr").first.locator("td").nth(3).focus()
        hoja.keyboard.press("F2")
        hoja.keyboard.type("3,5" if turno % 2 == 0 else "4,5")
        hoja.evaluate("window.__armar()")
        hoja.keyboard.press("Enter")
        return self._demora(hoja)

    def _demora(self, hoja: Page) -> float:
        demora = self._esperar(hoja, "__demora", PLAZO_DE_EDICION)
        hoja.wait_for_timeout(100)
        return demora

    def _esperar(self, hoja: Page, dato: str, plazo: int) -> float:
        """Lo que la página anota en ``window.<dato>``; se pregunta desde aquí, sin ``eval``."""
        for _ in range(plazo // 50):
            if (valor := hoja.evaluate(f"window.{dato}")) is not None:
                return float(valor)
            hoja.wait_for_timeout(50)
        CAPTURAS.mkdir(parents=True, exist_ok=True)
        hoja.screenshot(path=CAPTURAS / f"{self._servido.contendor.nombre}-falla.png")
        que = "la página no quedó lista" if dato == "__lista" else "la edición no se vio"
        raise TimeoutError(f"{que} en {plazo // 1000} s")
