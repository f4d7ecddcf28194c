"""Gráficos de medidas de la red: un punto por actor, con la forma y el color de su sector."""

from collections.abc import Mapping
from typing import Any

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.estilo import escala_de_color, escala_de_forma, vestir
from mesa_territorial.textos import SECTORES

PRIMEROS = 12
Fila = dict[str, Any]


def filas_de_medida(
    mesa: Mesa, valores: Mapping[str, float], cuantos: int = PRIMEROS, *, sentido: str = "mayor"
) -> list[Fila]:
    """Los actores que más destacan: ``{"actor", "sector", "valor", "orden"}``.

    Con ``sentido`` «menor» destaca el valor más bajo.
    """
    signo = -1 if sentido == "mayor" else 1
    orden = sorted(valores.items(), key=lambda par: (signo * par[1], mesa.actores[par[0]].nombre))
    return [
        {
            "actor": mesa.actores[i].nombre,
            "sector": SECTORES[mesa.actores[i].sector],
            "valor": valor,
            "orden": lugar,
        }
        for lugar, (i, valor) in enumerate(orden[:cuantos])
    ]


def grafico_de_medida(nombre: str) -> dict[str, Any]:
    """Barras finas con la marca del sector en la punta; espera filas de ``filas_de_medida``."""
    import altair as alt

    base = alt.Chart(alt.NamedData("filas")).encode(
        y=alt.Y("actor:N", sort=alt.EncodingSortField("orden", op="min"), title=None),
        x=alt.X("valor:Q", title=nombre, axis=alt.Axis(tickCount=6)),
        color=alt.Color("sector:N", scale=_escala(alt, escala_de_color()), legend=None),
    )
    barras = base.mark_bar(size=4)
    dominio = _escala(alt, escala_de_forma())
    puntas = base.mark_point(filled=True, size=160, opacity=1).encode(
        shape=alt.Shape("sector:N", scale=dominio, legend=None)
    )
    return vestir((barras + puntas).properties(height={"step": 26}))


def _escala(alt: Any, par: tuple[list[str], list[str]]) -> Any:
    return alt.Scale(domain=par[0], range=par[1])
