"""El aspecto común de los gráficos, tomado de las fichas de diseño."""

from typing import Any

from mesa_territorial.fichas import color, color_de_sector, fichas, forma_de_sector
from mesa_territorial.textos import SECTORES

_FORMAS_DE_VEGA = {
    "cuadrado": "square",
    "rombo": "diamond",
    "triangulo": "triangle-up",
    "circulo": "circle",
    "hexagono": "M0,-0.5L0.433,-0.25L0.433,0.25L0,0.5L-0.433,0.25L-0.433,-0.25Z",
}


def escala_de_color() -> tuple[list[str], list[str]]:
    """Dominio y rango de color por sector, con la etiqueta que se ve en pantalla."""
    return list(SECTORES.values()), [color_de_sector(s) for s in SECTORES]


def escala_de_forma() -> tuple[list[str], list[str]]:
    """Dominio y rango de forma por sector."""
    return list(SECTORES.values()), [_FORMAS_DE_VEGA[forma_de_sector(s)] for s in SECTORES]


def vestir(grafico: Any) -> dict[str, Any]:
    """La especificación de ``grafico`` con la letra y los colores del kit, sin datos dentro."""
    letra = fichas()["letra"]["familia"]
    eje = {"labelFont": letra, "titleFont": letra, "labelFontSize": 14, "titleFontSize": 14}
    tinta = {"labelColor": color("tinta"), "titleColor": color("tinta_2")}
    # La tabla gemela es la versión para el lector de pantalla; Vega describe sus ejes en inglés.
    vestido = grafico.configure(
        font=letra, background="transparent", view={"stroke": None}, aria=False
    ).configure_axis(
        **eje, **tinta, gridColor=color("linea"), domainColor=color("linea_fuerte"), labelLimit=260
    )
    especificacion: dict[str, Any] = vestido.to_dict(validate=False)
    especificacion["data"] = {"name": "filas"}
    especificacion.pop("datasets", None)
    return especificacion
