"""El mapa de las comunas de la Mesa: los campamentos son puntos y conteos, nunca contornos."""

from functools import lru_cache
from typing import Any

from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import topologia_de_comunas
from mesa_territorial.dominio.ficha_territorial import Asentamiento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir
from mesa_territorial.graficos.territorio import Fila, con_geografia

CAMPAMENTO, LUGAR = "Campamento", "El lugar de la Mesa"
ALTO = 320
SIN_HOGARES, EL_LUGAR = 20, 60
"""Del tamaño de cuántos hogares se dibuja lo que no los cuenta."""


def filas_de_la_comuna(mesa: Mesa) -> list[Fila]:
    """El lugar de la Mesa, si tiene punto, y una fila por campamento, de más a menos hogares."""
    todos = mesa.ficha_territorial.asentamientos.values()
    orden = sorted(todos, key=lambda a: (-(a.hogares or 0), a.nombre))
    return [*_fila_del_lugar(mesa), *map(_fila, orden)]


def _fila(a: Asentamiento) -> Fila:
    return {
        "que": CAMPAMENTO,
        "nombre": a.nombre,
        "comuna": comuna(a.cut).nombre if a.cut else "",
        "hogares": a.hogares,
        "tamano": a.hogares or SIN_HOGARES,
        "lat": a.lat,
        "lon": a.lon,
    }


def _fila_del_lugar(mesa: Mesa) -> list[Fila]:
    ficha = mesa.ficha_territorial
    if ficha.lat is None or ficha.lon is None:
        return []
    nombre = mesa.territorio.lugar or mesa.nombre
    de_la_mesa = {"nombre": nombre, "comuna": comuna(mesa.territorio.cut_comuna).nombre}
    punto = {"hogares": None, "tamano": EL_LUGAR, "lat": ficha.lat, "lon": ficha.lon}
    return [{"que": LUGAR, **de_la_mesa, **punto}]


@lru_cache(maxsize=32)
def mapa_de_la_comuna(cuts: tuple[str, ...]) -> dict[str, Any]:
    """El contorno de las comunas de la Mesa con sus puntos; espera filas de ``filas_de_la_comuna``.

    Vacío si ninguna sale en los mapas.
    """
    import altair as alt

    topologia = topologia_de_comunas(*cuts)
    if not topologia:
        return {}
    fondo = alt.Chart(alt.NamedData("comunas")).mark_geoshape(
        fill=color("acento_suave"), stroke=color("linea_fuerte"), strokeWidth=1
    )
    capas = alt.layer(fondo, _puntos(alt)).project(type="mercator")
    return con_geografia(vestir(capas.properties(height=ALTO)), topologia)


def _puntos(alt: Any) -> Any:
    tamano = alt.Scale(domain=[0, 500], range=[40, 900], clamp=True)
    return (
        alt.Chart(alt.NamedData("filas"))
        .transform_filter("isValid(datum.lat)")
        .mark_point(filled=True, opacity=0.75, stroke="#FFFFFF", strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("tamano:Q", scale=tamano, legend=None),
            shape=_que_es(alt, alt.Shape, ["circle", "diamond"]),
            color=_que_es(alt, alt.Color, [color("aviso"), color("error")]),
        )
    )


def _que_es(alt: Any, canal: Any, rango: list[str]) -> Any:
    leyenda = alt.Legend(title=None, orient="bottom", labelFontSize=14, labelLimit=220)
    return canal("que:N", scale=alt.Scale(domain=[CAMPAMENTO, LUGAR], range=rango), legend=leyenda)
