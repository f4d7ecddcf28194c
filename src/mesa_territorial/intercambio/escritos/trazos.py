"""Preparar un SVG propio para el papel: con la letra del kit y sin lo que el PDF no dibuja."""

import re

from mesa_territorial.intercambio.escritos.letra import FAMILIA, limpiar

_LETRAS = re.compile(r"(<text\b[^>]*>)([^<]*)")
# El halo blanco de los rótulos se pintaría encima de la letra.
_HALO = re.compile(r' (?:stroke(?:-width|-linejoin)?|paint-order|font-family)="[^"]*"')
_VISTA = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"')


def tamano_de_svg(svg: str) -> tuple[float, float]:
    """El ancho y el alto de la vista del dibujo, en sus unidades."""
    vista = _VISTA.search(svg)
    return (float(vista[3]), float(vista[4])) if vista else (4.0, 3.0)


def para_papel(svg: str) -> str:
    """El mismo dibujo, con la letra del kit y sólo signos que ella dibuja."""
    limpio = _LETRAS.sub(lambda m: _HALO.sub("", m[1]) + limpiar(m[2]), svg)
    espacio = "" if "xmlns=" in svg else 'xmlns="http://www.w3.org/2000/svg" '
    return limpio.replace("<svg ", f'<svg {espacio}font-family="{FAMILIA}" ', 1)
