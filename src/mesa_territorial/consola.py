"""El comando ``mesa``."""

import threading
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mesa_territorial.servidor.aplicacion import Servidor

app = typer.Typer(
    help="Mesa Territorial: el kit en su computador.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def principal() -> None:
    """Mesa Territorial: el kit en su computador."""


@app.command()
def servir(
    puerto: Annotated[int, typer.Option(help="Puerto donde escucha.")] = 8866,
    sin_navegador: Annotated[bool, typer.Option(help="No abre el navegador.")] = False,
) -> None:
    """Abre el kit en el navegador. Se detiene con Ctrl+C."""
    from mesa_territorial.servidor.ajustes import Ajustes, carpeta_de_datos
    from mesa_territorial.servidor.aplicacion import Servidor
    from mesa_territorial.servidor.registro import registrar_en

    registro = carpeta_de_datos() / "registro.log"
    registrar_en(registro)

    def anunciar(servidor: "Servidor") -> None:
        typer.echo(f"Mesa Territorial está abierta en:\n\n    {servidor.entrada}\n")
        typer.echo("Deje esta ventana abierta mientras trabaja. Para cerrar: Ctrl+C.")
        if not sin_navegador:
            threading.Thread(target=webbrowser.open, args=(servidor.entrada,), daemon=True).start()

    Servidor(Ajustes(puerto=puerto, registro=registro), anunciar).atender()
