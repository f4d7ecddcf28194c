"""La coalición en el tiempo: un cuadro por elemento y observación, con el estado en palabras."""

from typing import Any

from mesa_territorial.dominio.coalicion import ELEMENTOS, Observacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.esquemas.coalicion_palabras import ESTADOS_DE_ELEMENTO, NOMBRES_DE_ELEMENTO
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

SIN_MIRAR = "Sin mirar"
_ESTADOS = list(ESTADOS_DE_ELEMENTO.values())
# De claro a oscuro, para que se lea también en blanco y negro.
_FONDOS = ["superficie", "acento_suave", "acento", "tinta"]
_OSCUROS = _ESTADOS[2:]
_ANCHO_DE_LA_PALABRA = 62


def filas_de_coalicion(mesa: Mesa) -> list[dict[str, Any]]:
    """Una fila por elemento y observación, en orden de fecha.

    ``{"elemento", "orden", "fecha", "ocasion", "estado", "hecho"}``; lo que ese día no se miró
    dice «Sin mirar».
    """
    observaciones = mesa.coalicion.observaciones_en_orden
    fechas = rotular(observaciones)
    return [
        {"elemento": NOMBRES_DE_ELEMENTO[e], "orden": n, "fecha": fechas[o.id], **_ver(o, e)}
        for e in ELEMENTOS
        for n, o in enumerate(observaciones)
    ]


def _ver(observacion: Observacion, elemento: str) -> dict[str, str]:
    estado = observacion.estado(elemento)
    return {
        "ocasion": observacion.ocasion,
        "estado": ESTADOS_DE_ELEMENTO[estado] if estado else SIN_MIRAR,
        "hecho": observacion.hecho(elemento),
    }


def rotular(observaciones: tuple[Observacion, ...]) -> dict[str, str]:
    """La fecha corta de cada observación (24-09-2020); si se repite, con su lugar del día."""
    rotulos: dict[str, str] = {}
    for o in observaciones:
        corta = "-".join(reversed(o.fecha.split("-")))
        veces = sum(r.split(" ")[0] == corta for r in rotulos.values())
        rotulos[o.id] = f"{corta} ({veces + 1})" if veces else corta
    return rotulos


def grafico_de_coalicion() -> dict[str, Any]:
    """Un cuadro por estado, más oscuro cuanto más firme; espera filas de ``filas_de_coalicion``."""
    import altair as alt

    base = alt.Chart(alt.NamedData("filas")).encode(
        x=alt.X("fecha:N", sort=alt.EncodingSortField("orden", op="min"), axis=_eje(alt)),
        y=alt.Y("elemento:N", sort=list(NOMBRES_DE_ELEMENTO.values()), title=None),
    )
    cuadros = base.mark_rect(stroke=color("papel"), strokeWidth=4, cornerRadius=6).encode(
        color=alt.Color("estado:N", scale=_escala(alt), legend=_leyenda(alt))
    )
    return vestir((cuadros + _palabras(alt, base)).properties(height={"step": 46}))


def _eje(alt: Any) -> Any:
    return alt.Axis(title=None, orient="top", labelAngle=0, labelOverlap="greedy")


def _escala(alt: Any) -> Any:
    fondos = [color(f) for f in _FONDOS]
    return alt.Scale(domain=[*_ESTADOS, SIN_MIRAR], range=[*fondos, color("papel")])


def _leyenda(alt: Any) -> Any:
    return alt.Legend(
        title=None,
        orient="bottom",
        columns=2,
        values=_ESTADOS,
        symbolType="square",
        symbolSize=220,
        symbolStrokeColor=color("linea_fuerte"),
        labelFontSize=14,
    )


def _palabras(alt: Any, base: Any) -> Any:
    # Con muchas observaciones la palabra no cabe: queda su inicial, distinta en cada una.
    cabe = f"bandwidth('x') < {_ANCHO_DE_LA_PALABRA}"
    dice = alt.ExprRef(f"{cabe} ? slice(datum.estado, 0, 1) : datum.estado")
    oscuro = alt.FieldOneOfPredicate(field="estado", oneOf=_OSCUROS)
    return base.mark_text(fontSize=14, text=dice).encode(
        color=alt.condition(oscuro, alt.value(color("superficie")), alt.value(color("tinta")))
    )
