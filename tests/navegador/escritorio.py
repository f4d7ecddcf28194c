"""Un mapa montado en Chromium, con su pizarra de Python al otro lado."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from navegador.banco.marco import Banco
from playwright.sync_api import Browser, Page

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.mapa import Mapa
from mesa_territorial_widgets.componentes.pizarra import Pizarra

Abrir = Callable[..., "Escritorio"]


class Escritorio:
    """Un mapa montado en una página; anota las fichas que pide abrir."""

    def __init__(self, page: Page, mesa: Mesa, **rasgos: Any) -> None:
        self.page = page
        self.pizarra = Pizarra(mesa, **rasgos)
        self.frases: list[str] = []
        self.pizarra.observe(lambda c: self.frases.append(c.new["frase"]), names="guardado")
        self.banco = Banco(page, Mapa(self.pizarra))
        page.evaluate("""() => {
          window.fichas = [];
          addEventListener("mesa:ficha", (e) => fichas.push(e.detail));
          addEventListener("mesa:importar", () => fichas.push("importar"));
        }""")
        page.wait_for_timeout(700)

    @property
    def mesa(self) -> Mesa:
        return self.pizarra.valor

    def nodo(self, clave: str) -> Any:
        return self.page.locator(f".nodo[data-id='{clave}']").first

    def centro(self, clave: str) -> tuple[float, float]:
        caja = self.nodo(clave).locator(".forma").bounding_box()
        assert caja
        return caja["x"] + caja["width"] / 2, caja["y"] + caja["height"] / 2

    def enfocar(self, clave: str) -> None:
        self.nodo(clave).locator(".cuerpo").focus()

    def arrastrar(self, desde: tuple[float, float], hasta: tuple[float, float]) -> None:
        self.page.mouse.move(*desde)
        self.page.mouse.down()
        self.page.mouse.move(*hasta, steps=6)
        self.page.mouse.up()
        self.page.wait_for_timeout(250)

    def teclas(self, *teclas: str) -> None:
        for tecla in teclas:
            self.page.keyboard.press(tecla)
        self.page.wait_for_timeout(200)

    def con_foco(self) -> str | None:
        return self.page.evaluate("() => document.activeElement.closest('.nodo')?.dataset.id")


@pytest.fixture
def abrir(navegador: Browser) -> Iterator[Abrir]:
    abiertos: list[Escritorio] = []

    def _abrir(mesa: Mesa | None = None, ancho: int = 1280, **rasgos: Any) -> Escritorio:
        contexto = navegador.new_context(
            viewport={"width": ancho, "height": 860 if ancho > 600 else 740},
            has_touch=ancho < 600,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        caso = mesa or cargar_caso("mesa_campanilla")
        abiertos.append(Escritorio(contexto.new_page(), caso, **rasgos))
        return abiertos[-1]

    yield _abrir
    for uno in abiertos:
        errores = uno.banco.errores
        uno.banco.cerrar()
        uno.page.context.close()
        assert errores == []


def sin_lugares(cuantos: int = 99) -> Mesa:
    mesa = cargar_caso("mesa_campanilla")
    sueltos = list(mesa.actores.values())[:cuantos]
    return mesa.con_actores(replace(a, x=None, y=None) for a in sueltos)
