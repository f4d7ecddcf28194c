"""Trazos de SVG para las figuras de la guía: formas de sector, líneas y textos escapados."""

from html import escape

from mesa_territorial.fichas import color, color_de_sector, forma_de_sector, trazo_de_relacion

Punto = tuple[float, float]
_PUNTAS = {
    "rombo": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "triangulo": ((0, -1.25), (1.15, 0.85), (-1.15, 0.85)),
    "hexagono": ((1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0), (-0.55, -0.95), (0.55, -0.95)),
    "cuadrado": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
}


def marca(sector: str, centro: Punto, radio: float, titulo: str) -> str:
    """La forma y el color de un sector en ``centro``; ``titulo`` se lee al pasar por encima."""
    x, y = centro
    pinta = f'fill="{color_de_sector(sector)}" stroke="#fff" stroke-width="1.5"'
    nombre = f"<title>{escape(titulo)}</title>"
    forma = forma_de_sector(sector)
    if forma == "circulo":
        return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radio:.1f}" {pinta}>{nombre}</circle>'
    puntos = " ".join(f"{x + radio * a:.1f},{y + radio * b:.1f}" for a, b in _PUNTAS[forma])
    return f'<polygon points="{puntos}" {pinta}>{nombre}</polygon>'


def linea(tipo: str, desde: Punto, hasta: Punto, ancho: float) -> str:
    """La línea de una relación; el conflicto lleva además una ✕ en el medio."""
    guiones, tono = trazo_de_relacion(tipo)
    (x1, y1), (x2, y2) = desde, hasta
    patron = f' stroke-dasharray="{guiones}"' if guiones else ""
    raya = (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="{tono}" '
        f'stroke-width="{ancho:.1f}" stroke-opacity="0.75"{patron}/>'
    )
    medio = ((x1 + x2) / 2, (y1 + y2) / 2)
    return raya + (texto("✕", medio, tono, tamano=18) if tipo == "conflicto" else "")


def texto(
    dice: str,
    en: Punto,
    tono: str = "",
    *,
    tamano: int = 15,
    ancla: str = "middle",
    peso: int = 400,
) -> str:
    """Un texto escapado; ``ancla`` es «start», «middle» o «end»."""
    return (
        f'<text x="{en[0]:.0f}" y="{en[1]:.0f}" text-anchor="{ancla}" font-size="{tamano}" '
        f'font-weight="{peso}" fill="{tono or color("tinta")}" '
        f'paint-order="stroke" stroke="#F6F4EF" stroke-width="4">{escape(dice)}</text>'
    )


def lienzo(ancho: int, alto: int, describe: str, partes: list[str]) -> str:
    """Un SVG que se ajusta al ancho disponible, con su descripción para quien no lo ve."""
    return (
        f'<svg viewBox="0 0 {ancho} {alto}" role="img" aria-label="{escape(describe)}" '
        f'style="width:100%;height:auto">{"".join(partes)}</svg>'
    )
