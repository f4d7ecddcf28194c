"""``mesa votar``: atiende a los celulares que votan."""

from pathlib import Path
from typing import Annotated

import typer

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.servidor.red import elegir_direccion
from mesa_territorial.servidor.votacion.ajustes import PUERTO, AjustesDeVotos


def votar(
    *,
    puerto: Annotated[int, typer.Option(help="Puerto donde escucha.", min=1, max=65535)] = PUERTO,
    direccion: Annotated[
        str, typer.Option(help="Dónde escucha; vacío, la dirección de este computador en la red.")
    ] = "",
    anfitrion: Annotated[
        str, typer.Option(help="Nombre con que lo ven los celulares, si no es el de la dirección.")
    ] = "",
    urna: Annotated[
        Path | None, typer.Option(help="Archivo de los votos.", metavar="ARCHIVO")
    ] = None,
    certificado: Annotated[
        Path | None, typer.Option(help="Certificado TLS, en PEM.", metavar="ARCHIVO")
    ] = None,
    llave: Annotated[
        Path | None, typer.Option(help="Llave del certificado, en PEM.", metavar="ARCHIVO")
    ] = None,
) -> None:
    """Atiende a los celulares que votan, en la red local. Se detiene con Ctrl+C."""
    from mesa_territorial.servidor.votacion.hijo import HijoDeVotos

    exigir(
        (certificado is None) == (llave is None),
        "El certificado y su llave van juntos: dé --certificado y --llave.",
    )
    escucha = direccion or elegir_direccion()
    propios = AjustesDeVotos() if urna is None else AjustesDeVotos(urna=urna)
    ajustes = AjustesDeVotos(
        urna=propios.urna,
        direccion=escucha,
        puerto=puerto,
        anfitrion=anfitrion or _a_la_vista(escucha),
        certificado=certificado,
        llave=llave,
    )
    # En un proceso propio y vigilado: si muere, vuelve solo y los celulares reintentan.
    hijo = HijoDeVotos(ajustes)
    try:
        _anunciar(hijo.levantar(), ajustes)
        hijo.esperar()
    finally:
        hijo.detener()


def _a_la_vista(escucha: str) -> str:
    # «Todas las direcciones» no es una que se pueda escribir en un celular.
    return elegir_direccion() if escucha in ("0.0.0.0", "::") else ""


def _anunciar(donde: str, ajustes: AjustesDeVotos) -> None:
    typer.echo(f"Los celulares entran en:\n\n    {donde}\n")
    typer.echo("Cada votación tiene su código; su QR está en la pantalla de quien facilita.")
    if not ajustes.es_segura:
        typer.echo("Sin TLS: úselo sólo en una red de confianza, o dé --certificado y --llave.")
    typer.echo("Deje esta ventana abierta mientras se vota. Para cerrar: Ctrl+C.")
