"""Las comunas de la región ordenadas por un indicador, con su intervalo y la mediana."""

from collections.abc import Mapping
from functools import cache
from statistics import median
from typing import Any

from mesa_territorial.analisis.territorio import Dato, comunas_de_la_mesa
from mesa_territorial.casos.regiones import comunas_de_region, region_de
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir
from mesa_territorial.graficos.territorio import OTRA, PROPIA

Fila = dict[str, Any]


def filas_de_puestos(mesa: Mesa, datos: Mapping[str, Dato]) -> list[Fila]:
    """Una fila por comuna con dato de la región de la Mesa, de mayor a menor.

    ``puesto`` es el de su región, igual para las empatadas; ``desde`` y ``hasta``, su intervalo.
    """
    suyas = comunas_de_la_mesa(mesa)
    region = [c for c in comunas_de_region(region_de(suyas[0])) if c.cut in datos]
    valores = [datos[c.cut].valor for c in region]
    orden = sorted(region, key=lambda c: (-datos[c.cut].valor, c.nombre))
    return [
        {"comuna": c.nombre, "quien": PROPIA if c.cut in suyas else OTRA, "orden": lugar}
        | _dicho(datos[c.cut], valores)
        for lugar, c in enumerate(orden)
    ]


def _dicho(dato: Dato, valores: list[float]) -> Fila:
    return {
        "valor": dato.valor,
        "desde": dato.minimo,
        "hasta": dato.maximo,
        "puesto": 1 + sum(v > dato.valor for v in valores),
        "mediana": median(valores),
    }


@cache
def grafico_de_puestos() -> dict[str, Any]:
    """Un punto por comuna, su intervalo y una línea en la mediana; espera ``filas_de_puestos``."""
    import altair as alt

    mediana = (
        alt.Chart(alt.NamedData("filas"))
        .mark_rule(strokeDash=[6, 4], strokeWidth=2, color=color("acento"))
        .encode(x=alt.X("mean(mediana):Q", title=None))
    )
    capas = alt.layer(mediana, *_comunas(alt))
    return vestir(capas.properties(height={"step": 22}))


def _comunas(alt: Any) -> list[Any]:
    orden = alt.EncodingSortField("orden", op="min")
    base = alt.Chart(alt.NamedData("filas")).encode(
        y=alt.Y("comuna:N", sort=orden, title=None, axis=alt.Axis(labelLimit=150)),
        color=_por_quien(alt, alt.Color, [color("error"), color("tinta_2")]),
    )
    tramo = {"x": alt.X("desde:Q", title=None), "x2": alt.X2("hasta:Q")}
    valor = alt.X("valor:Q", title=None, scale=alt.Scale(zero=False))
    forma = _por_quien(alt, alt.Shape, ["diamond", "circle"])
    puntos = base.mark_point(filled=True, size=90, opacity=1).encode(x=valor, shape=forma)
    return [base.mark_rule(strokeWidth=2).encode(**tramo), puntos]


def _por_quien(alt: Any, canal: Any, rango: list[str]) -> Any:
    leyenda = alt.Legend(title=None, orient="top", labelFontSize=14, labelLimit=260)
    return canal("quien:N", scale=alt.Scale(domain=[PROPIA, OTRA], range=rango), legend=leyenda)
