"""``mesa servir``: abre el kit en el navegador."""

import threading
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from mesa_territorial.servidor.ajustes import PUERTO, Ajustes, carpeta_de_datos

if TYPE_CHECKING:
    from mesa_territorial.servidor.aplicacion import Servidor


def servir(
    puerto: Annotated[int, typer.Option(help="Puerto donde escucha.", min=1, max=65535)] = PUERTO,
    sin_navegador: Annotated[
        bool, typer.Option("--sin-navegador", help="No abre el navegador.")
    ] = False,
) -> None:
    """Abre el kit en el navegador. Se detiene con Ctrl+C."""
    from mesa_territorial.servidor.aplicacion import Servidor
    from mesa_territorial.servidor.registro import registrar_en

    registro = carpeta_de_datos() / "registro.log"
    registrar_en(registro)
    Servidor(
        Ajustes(puerto=puerto, registro=registro), lambda s: _anunciar(s, not sin_navegador)
    ).atender()


def _anunciar(servidor: "Servidor", abrir: bool) -> None:
    typer.echo(f"Mesa Territorial está abierta en:\n\n    {servidor.entrada}\n")
    typer.echo("Deje esta ventana abierta mientras trabaja. Para cerrar: Ctrl+C.")
    if abrir:
        threading.Thread(target=webbrowser.open, args=(servidor.entrada,), daemon=True).start()
