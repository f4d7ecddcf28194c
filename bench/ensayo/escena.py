"""Las cuatro páginas del ensayo en Chromium: quien facilita, dos participantes y el proyector."""

import time
from pathlib import Path

from navegador.pasos import TEMA, nodo, nodos
from navegador.taller import Taller
from playwright.sync_api import Page, expect

PACIENCIA = 60_000


class Escena:
    """Abre las páginas, hace lo que haría cada persona y saca capturas."""

    def __init__(self, taller: Taller, capturas: Path) -> None:
        self._taller = taller
        self._capturas = capturas
        capturas.mkdir(parents=True, exist_ok=True)
        self.agregados: list[str] = []
        self.vistas: list[float] = []
        self.facilita = taller.conducir()
        self.rosa, self.pedro = taller.entrar("Rosa"), taller.entrar("Pedro")
        self.conduce: Page | None = None
        self.proyector: Page | None = None

    def repartir(self, esperadas: int) -> None:
        """Espera a que estén todas y reparte en mesas, con el caso de ejemplo, a las de pie."""
        filas = self.facilita.get_by_role("checkbox", name="Marcar a")
        expect(filas).to_have_count(esperadas, timeout=PACIENCIA)
        self.facilita.get_by_role("button", name="Repartir en mesas").click()
        expect(self.facilita.get_by_text("Se form").first).to_be_visible(timeout=PACIENCIA)

    def sentarse(self) -> str:
        """Rosa y Pedro abren el mapa de su grupo; devuelve el nombre de su Mesa."""
        for pagina in (self.rosa, self.pedro):
            pagina.goto(f"{self._taller.raiz}{TEMA}#aplicar")
            expect(nodos(pagina).first).to_be_visible(timeout=PACIENCIA)
        nombres = {p.locator("#mesa-nombre").inner_text() for p in (self.rosa, self.pedro)}
        assert len(nombres) == 1, f"Rosa y Pedro quedaron en mesas distintas: {nombres}"
        return nombres.pop()

    def preparar_votacion(self) -> None:
        """Quien facilita abre una votación sobre su copia del caso; el proyector la muestra."""
        pagina = self.conduce = self.facilita.context.new_page()
        pagina.set_default_timeout(PACIENCIA)
        pagina.goto(f"{self._taller.raiz}/app/mi_mesa")
        pagina.get_by_role("button", name="Copiar el caso Campanilla").click()
        expect(pagina.get_by_text("Se agregó una copia")).to_be_visible(timeout=PACIENCIA)
        pagina.goto(f"{self._taller.raiz}/app/votacion")
        for nombre in ("Crear la votación", "Abrir la votación"):
            pagina.get_by_role("button", name=nombre, exact=True).click()
        expect(pagina.get_by_text("Ronda 1 abierta, a ciegas").first).to_be_visible()
        self.proyector = self.facilita.context.new_page()
        self.proyector.set_viewport_size({"width": 1920, "height": 1080})
        self.proyector.goto(f"{self._taller.raiz}/app/votacion?vista=proyector")
        expect(self.proyector.locator(".codigo").first).to_be_visible(timeout=PACIENCIA)

    def revelar(self) -> None:
        """Muestra el resultado en la pantalla."""
        assert self.conduce is not None
        self.conduce.get_by_role("button", name="Revelar", exact=True).click()
        self.conduce.get_by_role("button", name="Sí: revelar", exact=True).click()
        assert self.proyector is not None
        revelada = self.proyector.get_by_text("Ronda 1 revelada").first
        expect(revelada).to_be_visible(timeout=PACIENCIA)

    def agregar(self, vuelta: int) -> None:
        """Rosa agrega a alguien; se anota cuánto demora Pedro, en la misma mesa, en verlo."""
        nombre = f"Organización del ensayo {vuelta}"
        self.rosa.get_by_role("button", name="Agregar", exact=True).click()
        ficha = self.rosa.locator(".mt-ficha")
        ficha.get_by_label("Nombre").first.fill(nombre)
        ficha.get_by_label("Sector").first.select_option(label="Sociedad civil")
        ficha.get_by_role("button", name="Agregar").first.click()
        inicio = time.perf_counter()
        expect(nodo(self.pedro, nombre)).to_be_visible(timeout=PACIENCIA)
        self.vistas.append(1000 * (time.perf_counter() - inicio))
        expect(nodo(self.rosa, nombre)).to_be_visible(timeout=PACIENCIA)
        self.agregados.append(nombre)

    def retratar(self, momento: str) -> None:
        """Una captura de cada página."""
        paginas = {
            "facilita": self.facilita,
            "rosa": self.rosa,
            "pedro": self.pedro,
            "proyector": self.proyector,
        }
        for quien, pagina in paginas.items():
            if pagina is not None:
                pagina.screenshot(path=self._capturas / f"{momento}-{quien}.png")
