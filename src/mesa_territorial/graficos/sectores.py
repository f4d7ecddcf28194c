"""Cuántos actores hay por sector, y cuántos de ellos integran la Mesa."""

from collections import Counter
from typing import Any

from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.estilo import vestir
from mesa_territorial.textos import SECTORES

INTEGRA, SOLO_MAPEADO = "Integra la Mesa", "Mapeado, todavía no integra"


def filas_por_sector(mesa: Mesa) -> list[dict[str, Any]]:
    """Una fila por sector y situación: ``{"sector", "situacion", "cuantos"}``."""
    cuenta = Counter((str(a.sector), a.estado is Estado.INTEGRA) for a in mesa.actores.values())
    return [
        {"sector": nombre, "situacion": situacion, "cuantos": cuenta[(sector, esta)]}
        for sector, nombre in SECTORES.items()
        for esta, situacion in ((True, INTEGRA), (False, SOLO_MAPEADO))
    ]


def grafico_por_sector() -> dict[str, Any]:
    """Barras apiladas por sector; espera filas de ``filas_por_sector``."""
    import altair as alt

    orden = [INTEGRA, SOLO_MAPEADO]
    grafico = (
        alt.Chart(alt.NamedData("filas"))
        .mark_bar(stroke="#1D2530", strokeWidth=1)
        .encode(
            y=alt.Y("sector:N", sort=list(SECTORES.values()), title=None),
            x=alt.X("cuantos:Q", title="Actores", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "situacion:N",
                sort=orden,
                scale=alt.Scale(domain=orden, range=["#0B5D8A", "#FFFFFF"]),
                legend=alt.Legend(title=None, orient="top", labelFontSize=14, labelLimit=300),
            ),
            order=alt.Order("situacion:N", sort="ascending"),
        )
    )
    return vestir(grafico.properties(height={"step": 34}))
