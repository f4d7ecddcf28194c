"""El mapa de la comuna en su región: la geografía va una vez en la especificación; después, filas.

Una tasa se pinta; un conteo va en círculos.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from mesa_territorial.analisis.territorio import (
    MINIMO_PARA_COMPARAR,
    Dato,
    comunas_de_la_mesa,
    cuartos,
)
from mesa_territorial.casos.division import Comuna
from mesa_territorial.casos.regiones import (
    comunas_de_region,
    region_de,
    topologia_de_regiones,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

Fila = dict[str, Any]
SIN_DATO = "Sin dato para comparar"
Modo = Literal["tasa", "conteo", "nada"]
CUARTOS = ("Cuarto más bajo", "Segundo cuarto", "Tercer cuarto", "Cuarto más alto", SIN_DATO)
_TONOS = ("#E3EEF4", "#A9CBDD", "#5B9DBF", "#0B5D8A", "#FFFFFF")
PROPIA, OTRA = "Comuna de la Mesa", "Otra comuna de la región"
ALTO = 420


def filas_del_mapa(mesa: Mesa, datos: Mapping[str, Dato]) -> list[Fila]:
    """Una fila por comuna de la región de la Mesa, con su valor y su cuarto si los tiene."""
    suyas = comunas_de_la_mesa(mesa)
    todas = [c for r in _regiones(suyas) for c in comunas_de_region(r)]
    hay = {c.cut: datos[c.cut] for c in todas if c.cut in datos}
    de_cada_una = cuartos(hay) if len(hay) >= MINIMO_PARA_COMPARAR else {}
    return [
        _fila(c, propia=c.cut in suyas) | _dicho(hay.get(c.cut), de_cada_una.get(c.cut))
        for c in todas
    ]


def _fila(c: Comuna, *, propia: bool) -> Fila:
    return {
        "cut": c.cut,
        "comuna": c.nombre,
        "quien": PROPIA if propia else OTRA,
        "rotulo": c.nombre if propia else "",
        "lat": c.lat if c.en_mapa else None,
        "lon": c.lon if c.en_mapa else None,
    }


def _dicho(dato: Dato | None, cuarto: int | None) -> Fila:
    en = CUARTOS[cuarto - 1] if cuarto else SIN_DATO
    return {"valor": dato.valor if dato else None, "cuarto": en}


def _regiones(cuts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(region_de(cut) for cut in cuts))


@lru_cache(maxsize=32)
def mapa_de_la_region(cuts: tuple[str, ...], modo: Modo = "tasa") -> dict[str, Any]:
    """Las comunas de las regiones de ``cuts``; espera filas de ``filas_del_mapa``.

    Una «tasa» pinta cada comuna según su cuarto; un «conteo» va en círculos, porque pintar el
    territorio con un conteo hace ver grande lo que sólo es extenso. Vacío si la región no sale.
    """
    import altair as alt

    topologia = topologia_de_regiones(*_regiones(cuts))
    if not topologia:
        return {}
    fondo = _fondo(alt, stroke=color("linea_fuerte"), strokeWidth=0.6)
    parejo = fondo.encode(color=alt.value(color("acento_suave")))
    capas = {
        "tasa": [fondo.encode(color=_color_por_cuarto(alt))],
        "conteo": [parejo, _circulos(alt)],
        "nada": [parejo],
    }[modo]
    borde = _fondo(alt, fillOpacity=0, stroke=color("tinta"), strokeWidth=2.5)
    propias = borde.transform_filter(alt.datum.quien == PROPIA)
    dibujo = alt.layer(capas[0], propias, *capas[1:], *_rotulos(alt)).project(type="mercator")
    return con_geografia(vestir(dibujo.properties(height=ALTO)), topologia)


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
    simbolo = {"symbolStrokeColor": color("linea_fuerte"), "symbolType": "square"}
    leyenda = alt.Legend(title=None, orient="bottom", columns=2, labelFontSize=14, **simbolo)
    escala = alt.Scale(domain=list(CUARTOS), range=list(_TONOS))
    return alt.Color("cuarto:N", scale=escala, legend=leyenda)


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


def con_geografia(especificacion: dict[str, Any], topologia: dict[str, Any]) -> dict[str, Any]:
    """La especificación con el mapa como datos con nombre: una vez, aunque lo usen dos capas."""
    especificacion["datasets"] = {"comunas": topologia}
    formato = {"type": "topojson", "feature": "comunas"}
    for capa in especificacion["layer"]:
        if capa.get("data", {}).get("name") == "comunas":
            capa["data"] = {"name": "comunas", "format": formato}
    return especificacion
