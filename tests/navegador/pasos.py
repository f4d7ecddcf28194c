"""Los pasos de un viaje que varias pruebas repiten."""

from collections.abc import Mapping
from pathlib import Path

from navegador.conftest import Servidor
from playwright.sync_api import Locator, Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

Gente = Mapping[str, tuple[str, Sector]]
"""Nombre y sector de cada actor, por id."""
TEMA = "/tema/03_mapa_de_actores"


def nodos(pagina: Page) -> Locator:
    return pagina.locator(".mt-mapa-svg g.cuerpo")


def nodo(pagina: Page, nombre: str) -> Locator:
    return pagina.locator(f'.mt-mapa-svg g.cuerpo[aria-label^="{nombre}"]')


def guardado(pagina: Page) -> None:
    expect(pagina.locator("#mesa-estado").filter(has_text="Guardado")).to_have_count(1)


def crear_mesa(pagina: Page, servidor: Servidor, nombre: str) -> None:
    """Crea la Mesa desde el formulario, con la comuna elegida de la lista."""
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    pagina.get_by_label("Nombre de la Mesa").fill(nombre)
    pagina.get_by_label("Comuna", exact=True).press_sequentially("valparai", delay=20)
    expect(pagina.get_by_role("option", name="Valparaíso · Valparaíso · 05101")).to_be_visible()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    pagina.get_by_label("Lugar").fill("Campamento Los Aromos")
    pagina.get_by_role("button", name="Crear la Mesa").click()
    pagina.wait_for_url("**/tema/03_mapa_de_actores?mesa=*#aplicar")
    expect(pagina.locator(".mt-tablero")).to_be_visible()


def importar(pagina: Page, archivo: Path) -> None:
    """Abre el asistente y llega hasta la revisión con la planilla leída."""
    pagina.get_by_role("button", name="Importar", exact=True).first.click()
    pagina.locator("dialog input[type=file]").set_input_files(archivo)
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        pagina.get_by_role("button", name=seguir).click()
    expect(pagina.get_by_text("Revise antes de guardar")).to_be_visible()


def poner_campanilla(servidor: Servidor, clave: str) -> str:
    """Deja el caso Campanilla en la base con esa clave; devuelve la clave."""
    with Almacen.abrir(servidor.base) as almacen:
        almacen.crear(cargar_caso("mesa_campanilla").con(id=clave), autor="Usted")
    return clave


def poner_mesa_recien_dibujada(servidor: Servidor, clave: str, actores: Gente) -> str:
    """Una Mesa con esos actores y nada más, como sale del mapa; devuelve la clave."""
    mesa = Mesa(
        id=clave,
        nombre="Mesa Las Rocas",
        territorio=Territorio(cut_comuna="05101", lugar="Las Rocas"),
        actores={i: Actor(id=i, nombre=n, sector=s) for i, (n, s) in actores.items()},
    )
    with Almacen.abrir(servidor.base) as almacen:
        almacen.crear(mesa, autor="Usted")
    return clave


def aplicar(pagina: Page, servidor: Servidor, clave: str) -> None:
    """Abre la Mesa en «aplicar» y espera el mapa."""
    pagina.goto(f"{servidor.raiz}{TEMA}?mesa={clave}#aplicar")
    expect(nodos(pagina).first).to_be_visible()


def desplegar(pagina: Page, donde: str) -> None:
    """Abre todo lo plegado dentro de ``donde``."""
    pagina.locator(f"{donde} details").evaluate_all(
        "(todos) => todos.forEach((d) => d.open = true)"
    )
