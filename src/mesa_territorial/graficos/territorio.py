"""El mapa de la comuna en su región: la geografía va una vez en la especificación; después, filas.

Los campamentos son puntos y conteos. Nunca se dibuja el contorno de un asentamiento.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from mesa_territorial.analisis.territorio import Dato, comunas_de_la_mesa, cuartos
from mesa_territorial.casos.division import comuna
from mesa_territorial.casos.regiones import (
    comunas_de_region,
    region_de,
    topologia_de_comunas,
    topologia_de_region,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

Fila = dict[str, Any]
SIN_DATO = "Sin dato"
CUARTOS = ("Cuarto más bajo", "Segundo cuarto", "Tercer cuarto", "Cuarto más alto", SIN_DATO)
_TONOS = ("#E3EEF4", "#A9CBDD", "#5B9DBF", "#0B5D8A", "#FFFFFF")
PROPIA, OTRA = "Comuna de la Mesa", "Otra comuna de la región"
CAMPAMENTO, LUGAR = "Campamento", "El lugar de la Mesa"
ALTO_REGION, ALTO_COMUNA = 420, 320
SIN_HOGARES, EL_LUGAR = 20, 60
"""Del tamaño de cuántos hogares se dibuja lo que no los cuenta."""


def filas_del_mapa(mesa: Mesa, datos: Mapping[str, Dato]) -> list[Fila]:
    """Una fila por comuna de la región de la Mesa, con su valor y su cuarto si los tiene."""
    suyas = comunas_de_la_mesa(mesa)
    todas = [c for r in _regiones(suyas) for c in comunas_de_region(r)]
    hay = {c.cut: datos[c.cut] for c in todas if c.cut in datos}
    de_cada_una = cuartos(hay)
    return [
        {
            "cut": c.cut,
            "comuna": c.nombre,
            "valor": hay[c.cut].valor if c.cut in hay else None,
            "cuarto": CUARTOS[de_cada_una[c.cut] - 1] if c.cut in hay else SIN_DATO,
            "quien": PROPIA if c.cut in suyas else OTRA,
            "rotulo": c.nombre if c.cut in suyas else "",
            "lat": c.lat if c.en_mapa else None,
            "lon": c.lon if c.en_mapa else None,
        }
        for c in todas
    ]


def _regiones(cuts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(region_de(cut) for cut in cuts))


@lru_cache(maxsize=32)
def mapa_de_la_region(cuts: tuple[str, ...], *, conteo: bool = False) -> dict[str, Any]:
    """Las comunas de la región de la primera de ``cuts``; espera filas de ``filas_del_mapa``.

    Una tasa pinta cada comuna según su cuarto; un ``conteo`` va en círculos, porque pintar el
    territorio con un conteo hace ver grande lo que sólo es extenso. Vacío si la región no sale.
    """
    import altair as alt

    topologia = topologia_de_region(region_de(cuts[0]))
    if not topologia:
        return {}
    fondo = _fondo(alt, stroke=color("linea_fuerte"), strokeWidth=0.6)
    if conteo:
        capas = [fondo.encode(color=alt.value(color("acento_suave"))), _circulos(alt)]
    else:
        capas = [fondo.encode(color=_color_por_cuarto(alt))]
    borde = _fondo(alt, fillOpacity=0, stroke=color("tinta"), strokeWidth=2.5)
    propias = borde.transform_filter(alt.datum.quien == PROPIA)
    dibujo = alt.layer(capas[0], propias, *capas[1:], *_rotulos(alt)).project(type="mercator")
    return _con_geografia(vestir(dibujo.properties(height=ALTO_REGION)), topologia)


def _fondo(alt: Any, **marca: Any) -> Any:
    de_filas = alt.LookupData(
        alt.NamedData("filas"), key="cut", fields=["cuarto", "quien", "valor"]
    )
    return (
        alt.Chart(alt.NamedData("comunas"))
        .mark_geoshape(**marca)
        .transform_lookup(lookup="properties.cut_comuna", from_=de_filas)
    )


def _circulos(alt: Any) -> Any:
    leyenda = alt.Legend(title=None, orient="bottom", labelFontSize=14, symbolFillColor="#FFFFFF")
    return (
        alt.Chart(alt.NamedData("filas"))
        .transform_filter("isValid(datum.lat) && datum.valor > 0")
        .mark_circle(color=color("acento"), opacity=0.65, stroke="#FFFFFF", strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("valor:Q", scale=alt.Scale(range=[12, 1400]), legend=leyenda),
        )
    )


def _color_por_cuarto(alt: Any) -> Any:
    return alt.Color(
        "cuarto:N",
        scale=alt.Scale(domain=list(CUARTOS), range=list(_TONOS)),
        legend=alt.Legend(
            title=None,
            orient="bottom",
            columns=2,
            labelFontSize=14,
            symbolStrokeColor=color("linea_fuerte"),
            symbolStrokeWidth=1,
            symbolType="square",
            labelLimit=220,
        ),
    )


def _rotulos(alt: Any) -> list[Any]:
    """El nombre de las comunas de la Mesa, sobre un halo para leerse en cualquier tono."""
    base = (
        alt.Chart(alt.NamedData("filas"))
        .transform_filter("isValid(datum.lat) && datum.rotulo !== ''")
        .encode(longitude="lon:Q", latitude="lat:Q", text="rotulo:N")
    )
    letra = {"fontSize": 15, "fontWeight": 600}
    halo = base.mark_text(**letra, color="#FFFFFF", stroke="#FFFFFF", strokeWidth=4, opacity=0.85)
    return [halo, base.mark_text(**letra, color=color("tinta"))]


def _con_geografia(especificacion: dict[str, Any], topologia: dict[str, Any]) -> dict[str, Any]:
    """La especificación con el mapa como datos con nombre: una vez, aunque lo usen dos capas."""
    especificacion["datasets"] = {"comunas": topologia}
    formato = {"type": "topojson", "feature": "comunas"}
    for capa in especificacion["layer"]:
        if capa.get("data", {}).get("name") == "comunas":
            capa["data"] = {"name": "comunas", "format": formato}
    return especificacion


def filas_de_la_comuna(mesa: Mesa) -> list[Fila]:
    """Una fila por campamento con punto en las comunas de la Mesa, y una por el lugar."""
    ficha = mesa.ficha_territorial
    filas: list[Fila] = [
        {
            "que": CAMPAMENTO,
            "nombre": a.nombre,
            "comuna": comuna(a.cut).nombre if a.cut else "",
            "hogares": a.hogares,
            "tamano": a.hogares or SIN_HOGARES,
            "lat": a.lat,
            "lon": a.lon,
        }
        for a in ficha.asentamientos.values()
    ]
    filas.sort(key=lambda f: (-(f["hogares"] or 0), f["nombre"]))
    if ficha.lat is not None and ficha.lon is not None:
        nombre = mesa.territorio.lugar or mesa.nombre
        propio = {
            "que": LUGAR,
            "nombre": nombre,
            "comuna": comuna(mesa.territorio.cut_comuna).nombre,
        }
        punto = {"hogares": None, "tamano": EL_LUGAR, "lat": ficha.lat, "lon": ficha.lon}
        filas.insert(0, {**propio, **punto})
    return filas


@lru_cache(maxsize=32)
def mapa_de_la_comuna(cuts: tuple[str, ...]) -> dict[str, Any]:
    """El contorno de las comunas de la Mesa con sus puntos; espera filas de ``filas_de_la_comuna``.

    Vacío si ninguna sale en los mapas. Dibuja las que están en la región de la primera.
    """
    import altair as alt

    topologia = topologia_de_comunas(region_de(cuts[0]), cuts)
    if not topologia:
        return {}
    fondo = alt.Chart(alt.NamedData("comunas")).mark_geoshape(
        fill=color("acento_suave"), stroke=color("linea_fuerte"), strokeWidth=1
    )
    puntos = (
        alt.Chart(alt.NamedData("filas"))
        .transform_filter("isValid(datum.lat)")
        .mark_point(filled=True, opacity=0.75, stroke="#FFFFFF", strokeWidth=0.8)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size(
                "tamano:Q",
                scale=alt.Scale(domain=[0, 500], range=[40, 900], clamp=True),
                legend=None,
            ),
            shape=_que_es(alt, alt.Shape, ["circle", "diamond"]),
            color=_que_es(alt, alt.Color, [color("aviso"), color("error")]),
        )
    )
    capas = alt.layer(fondo, puntos).project(type="mercator")
    return _con_geografia(vestir(capas.properties(height=ALTO_COMUNA)), topologia)


def _que_es(alt: Any, canal: Any, rango: list[str]) -> Any:
    leyenda = alt.Legend(title=None, orient="bottom", labelFontSize=14, labelLimit=220)
    return canal("que:N", scale=alt.Scale(domain=[CAMPAMENTO, LUGAR], range=rango), legend=leyenda)
