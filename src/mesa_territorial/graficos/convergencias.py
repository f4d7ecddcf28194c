"""El grafo de convergencias del juego de actores: quiénes coinciden y quiénes chocan."""

from itertools import combinations
from math import cos, pi, sin
from typing import Any

from mesa_territorial.analisis.mactor.distancias import distancias_de_actores
from mesa_territorial.analisis.mactor.influencias import Matriz
from mesa_territorial.analisis.mactor.planteo import Resultado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import escala_de_color, escala_de_forma, vestir
from mesa_territorial.graficos.juego import LADO, Fila, de_sector, rotulo, segun_el_ancho, sigla
from mesa_territorial.textos import SECTORES

PARTE_QUE_SE_VE = 0.4
"""Se dibujan los pares que llegan a esta parte del mayor: con todos no se ve ninguno."""
COINCIDEN, CHOCAN = "Coinciden más", "Chocan más"


def filas_de_convergencias(mesa: Mesa, resultado: Resultado) -> list[Fila]:
    """Actores en círculo y pares con su distancia neta de orden 3, de la mayor a la menor.

    Cada fila es ``{"quien", "con", "neta", "signo", "x", "y", "x2", "y2", …}``; en la de un actor
    solo, ``con`` es «(con todos)» y ``neta`` la suma de las suyas.
    """
    ids = resultado.planteo.ids
    if resultado.pesadas is None:
        return []
    netas = distancias_de_actores(resultado.pesadas)
    lugares = [_en_circulo(i, len(ids)) for i in range(len(ids))]
    actores = [_punto(mesa, i, lugares[n], sum(netas[n])) for n, i in enumerate(ids)]
    pares = [
        _raya(mesa, (ids[a], ids[b]), (lugares[a], lugares[b]), netas[a][b])
        for a, b in _que_se_ven(netas)
    ]
    return [*sorted(pares, key=lambda f: -f["neta"]), *actores]


def _que_se_ven(netas: Matriz) -> list[tuple[int, int]]:
    mayor = max((abs(v) for fila in netas for v in fila), default=0.0)
    pares = combinations(range(len(netas)), 2)
    return [(a, b) for a, b in pares if mayor and abs(netas[a][b]) >= PARTE_QUE_SE_VE * mayor]


def _en_circulo(lugar: int, total: int) -> tuple[float, float]:
    angulo = pi / 2 - 2 * pi * lugar / max(1, total)
    return round(cos(angulo), 4), round(sin(angulo), 4)


def _punto(mesa: Mesa, id_actor: str, lugar: tuple[float, float], neta: float) -> Fila:
    actor = mesa.actores[id_actor]
    x, y = lugar
    return {
        "clase": "actor", "quien": actor.nombre, "con": "(con todos)", "neta": neta,
        "rotulo": rotulo(actor.nombre), "sigla": sigla(actor.nombre),
        "sector": SECTORES[actor.sector], "x": x, "y": y,
        "lado": "centro" if abs(x) < 0.2 else "derecha" if x > 0 else "izquierda",
        "yr": y + (0.12 if y >= 0 else -0.12) * (abs(x) < 0.2), "signo": "", "grosor": 0,
    }  # fmt: skip


def _raya(
    mesa: Mesa,
    ids: tuple[str, str],
    lugares: tuple[tuple[float, float], tuple[float, float]],
    neta: float,
) -> Fila:
    (x, y), (x2, y2) = lugares
    quien, con = (mesa.actores[i].nombre for i in ids)
    return {
        "clase": "par", "quien": quien, "con": con, "neta": neta, "x": x, "y": y, "x2": x2,
        "y2": y2, "signo": COINCIDEN if neta > 0 else CHOCAN, "grosor": abs(neta),
    }  # fmt: skip


def grafico_de_convergencias() -> dict[str, Any]:
    """Rayas llenas entre quienes coinciden más de lo que chocan; cortadas, si chocan más."""
    import altair as alt

    base = alt.Chart(alt.NamedData("filas"))
    lugar = {"x": _eje(alt.X, "x", 1.8), "y": _eje(alt.Y, "y", 1.2)}
    actores = base.transform_filter("datum.clase == 'actor'")
    puntos = actores.mark_point(filled=True, size=200, opacity=1).encode(
        **lugar,
        shape=de_sector(alt, alt.Shape, escala_de_forma()),
        fill=de_sector(alt, alt.Fill, escala_de_color()),
    )
    capas = (_rayas(alt, base, lugar), puntos, *_nombres(alt, actores, lugar["x"]))
    return vestir(alt.layer(*capas).properties(height=LADO))


def _eje(canal: Any, campo: str, borde: float) -> Any:
    import altair as alt

    return canal(f"{campo}:Q", axis=None, scale=alt.Scale(domain=[-borde, borde], nice=False))


def _nombres(alt: Any, actores: Any, x: Any) -> list[Any]:
    """El nombre hacia afuera del círculo, para que las rayas no lo tapen."""
    lados = (("centro", "center", 0), ("derecha", "left", 14), ("izquierda", "right", -14))
    return [
        segun_el_ancho(actores.transform_filter(f"datum.lado == '{lado}'"))
        .mark_text(fontSize=13, color=color("tinta"), align=hacia, dx=dx)
        .encode(x=x, y=alt.Y("yr:Q", axis=None), text="dicho:N")
        for lado, hacia, dx in lados
    ]


def _rayas(alt: Any, base: Any, lugar: dict[str, Any]) -> Any:
    signos = [COINCIDEN, CHOCAN]
    tintas = alt.Scale(domain=signos, range=[color("acento"), color("error")])
    trazos = alt.Scale(domain=signos, range=[[1, 0], [6, 4]])
    leyenda = alt.Legend(title=None, orient="bottom", symbolType="stroke", labelFontSize=14)
    grosor = alt.StrokeWidth("grosor:Q", scale=alt.Scale(range=[1, 7]), legend=None)
    trazo = alt.StrokeDash("signo:N", scale=trazos, legend=leyenda)
    tinta = alt.Stroke("signo:N", scale=tintas, legend=leyenda)
    solas = base.transform_filter("datum.clase == 'par'").mark_rule(opacity=0.75)
    return solas.encode(
        **lugar, x2="x2:Q", y2="y2:Q", strokeWidth=grosor, strokeDash=trazo, stroke=tinta
    )
