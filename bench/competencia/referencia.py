"""La aplicación de referencia: sus datos y sus cálculos, iguales para todos los contendores.

Los 28 actores que integran la Mesa de Campanilla (valores de ejercicio), la red simple del momento
«después» sin los conflictos, la intermediación de networkx y el gráfico de influencia e interés.
Sólo biblioteca estándar, networkx y, para el gráfico, Altair.
"""

import csv
from functools import cache
from pathlib import Path
from typing import Any

CASO = Path(__file__).resolve().parents[2] / "datos_ejemplo" / "casos" / "mesa_campanilla"
MOMENTO = "después"
Actores = dict[str, dict[str, Any]]
TITULOS = {
    "actor": "Actor",
    "influencia": "Influencia",
    "interes": "Interés",
    "intermediacion": "Intermediación",
}


def _leer(archivo: str) -> list[dict[str, str]]:
    with (CASO / archivo).open(encoding="utf-8") as entrada:
        return list(csv.DictReader(entrada))


@cache
def _integrantes() -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "id": f["actor_id"],
            "actor": f["nombre"],
            "sector": f["sector"],
            "influencia": float(f["influencia"]),
            "interes": float(f["interes"]),
        }
        for f in _leer("actores.csv")
        if f["estado_convocatoria"] == "integra"
    )


def actores() -> Actores:
    """Los 28 actores por id; una copia que se puede cambiar."""
    return {a["id"]: dict(a) for a in _integrantes()}


@cache
def enlaces() -> tuple[tuple[str, str], ...]:
    """Los pares unidos en el momento «después», sin contar conflictos."""
    ids = {a["id"] for a in _integrantes()}
    return tuple(
        (r["origen"], r["destino"])
        for r in _leer("relaciones.csv")
        if r["momento"] == MOMENTO
        and r["tipo"] != "conflicto"
        and {r["origen"], r["destino"]} <= ids
        and r["tipo"] != "conflicto"
        and {r["origen"], r["destino"]} <= ids
    )


def intermediacion(vivos: Actores) -> dict[str, float]:
    """La intermediación normalizada de cada actor, con networkx."""
    import networkx as nx

    red = nx.Graph()
    red.add_nodes_from(vivos)
    red.add_edges_from(enlaces())
    medida: dict[str, float] = nx.betweenness_centrality(red)
    return medida


def filas(vivos: Actores) -> list[dict[str, Any]]:
    """Una fila por actor con su intermediación recién calculada, de mayor a menor."""
    medida = intermediacion(vivos)
    todas = ({**a, "intermediacion": round(medida[i], 4)} for i, a in vivos.items())
    return sorted(todas, key=lambda f: (-f["intermediacion"], f["actor"]))


def grafico(unas_filas: list[dict[str, Any]]) -> Any:
    """El gráfico de influencia por interés, en Altair."""
    import altair as alt

    escala = alt.Scale(domain=[0.5, 5.5])
    return (
        alt.Chart(alt.Data(values=unas_filas), width=420, height=320)
        .mark_point(filled=True, size=120)
        .encode(
            x=alt.X("influencia:Q", title="Influencia", scale=escala),
            y=alt.Y("interes:Q", title="Interés", scale=escala),
            color=alt.Color("sector:N", title="Sector"),
            tooltip=["actor:N", "influencia:Q", "interes:Q", "intermediacion:Q"],
        )
    )


def tabla(unas_filas: list[dict[str, Any]]) -> Any:
    """Las mismas filas como ``DataFrame``, con los títulos que se ven."""
    import pandas as pd

    return pd.DataFrame(unas_filas)[list(TITULOS)].rename(columns=TITULOS)
