"""De la Mesa al escrito, y del escrito al archivo que baja la pantalla."""

from collections.abc import Sequence
from typing import Any

from mesa_territorial.casos import comuna
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.escritos.modelo import Bloque, Escrito
from mesa_territorial.intercambio.tablas import texto_posible

LARGO_DE_NOMBRE = 80


def escrito_de_mesa(mesa: Mesa, titulo: str, bloques: Sequence[Bloque], **campos: Any) -> Escrito:
    """Un escrito de la Mesa: de ella salen su nombre, su territorio y si es de ejercicio.

    ``campos`` son los demás de ``Escrito`` (fecha, version, portada…).
    """
    return Escrito(
        titulo=titulo,
        bloques=bloques,
        mesa=mesa.nombre,
        territorio=territorio_de(mesa),
        ilustrativa=mesa.ilustrativa,
        **campos,
    )


def territorio_de(mesa: Mesa) -> str:
    """El lugar y su comuna con la región: «Campamento Campanilla, Valparaíso (Valparaíso)»."""
    lugar = mesa.territorio.lugar.strip()
    try:
        etiqueta = comuna(mesa.territorio.cut_comuna).etiqueta
    except ReglaRota:
        etiqueta = f"Comuna {mesa.territorio.cut_comuna}"
    return f"{lugar}, {etiqueta}" if lugar else etiqueta


def escribir_docx(escrito: Escrito) -> bytes:
    """El escrito en Word, con títulos, índice y campos que Word entiende."""
    from mesa_territorial.intercambio.escritos import word

    return word.escribir_docx(escrito)


def escribir_pdf(escrito: Escrito) -> bytes:
    """El escrito en PDF, con la letra del kit adentro."""
    from mesa_territorial.intercambio.escritos import pdf

    return pdf.escribir_pdf(escrito)


def archivo_word(escrito: Escrito) -> tuple[str, bytes]:
    """El nombre y el contenido del archivo de Word."""
    return f"{_nombre_de(escrito)}.docx", escribir_docx(escrito)


def archivo_pdf(escrito: Escrito) -> tuple[str, bytes]:
    """El nombre y el contenido del PDF."""
    return f"{_nombre_de(escrito)}.pdf", escribir_pdf(escrito)


def _nombre_de(escrito: Escrito) -> str:
    """El nombre de la Mesa y el título, sin los signos que un sistema de archivos rechaza."""
    crudo = texto_posible(f"{escrito.mesa} {escrito.titulo} {escrito.fecha}")
    limpio = "".join(c if c.isalnum() or c in "-_" else " " for c in crudo)
    return "_".join(limpio.split())[:LARGO_DE_NOMBRE] or "escrito"
