"""``mesa guia``: la guía entera como un libro, para imprimir."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FormatoDeGuia(StrEnum):
    """En qué sale la guía."""

    PDF = "pdf"
    WORD = "word"


def guia(
    formato: Annotated[
        FormatoDeGuia, typer.Option(help="En qué formato sale.")
    ] = FormatoDeGuia.PDF,
    salida: Annotated[Path | None, typer.Option(help="Archivo o carpeta de destino.")] = None,
) -> None:
    """Guarda la guía entera, con glosario y fuentes, en un documento."""
    from mesa_territorial.intercambio.guia_en_papel import guia_en_pdf, guia_en_word

    hacer = {FormatoDeGuia.PDF: guia_en_pdf, FormatoDeGuia.WORD: guia_en_word}[formato]
    nombre, contenido = hacer()
    carpeta = salida is None or salida.is_dir()
    destino = (salida or Path()) / nombre if carpeta else salida
    assert destino is not None
    destino.write_bytes(contenido)
    typer.echo(f"✔ La guía quedó en {destino}")
