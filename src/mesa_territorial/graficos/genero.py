"""La parte de las mujeres en cada sesión: en la asistencia, en la palabra y en los cargos."""

from typing import Any

from mesa_territorial.analisis.genero import contar_sesiones, decir_cuenta
from mesa_territorial.analisis.participacion import PISO, TECHO, Cuenta
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

SERIES = {
    "asistencia": "Asistencia",
    "minutos": "Minutos de palabra",
    "turnos": "Turnos de palabra",
    "compromisos": "Compromisos a cargo",
    "liderazgos": "Liderazgos",
}
_TONOS = ("acento", "exito", "aviso", "error", "tinta_2")
_FORMAS = ["circle", "square", "triangle-up", "diamond", "cross"]
_GUIONES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4]]


def filas_de_participacion(mesa: Mesa) -> list[dict[str, Any]]:
    """Una fila por sesión y serie contada: ``{"sesion", "orden", "serie", "parte", "cuenta"}``.

    ``parte`` va en porcentaje y es ``None`` con menos de diez casos: ahí vale la ``cuenta``.
    """
    return [
        {
            "sesion": c.sesion.nombre,
            "orden": orden,
            "serie": nombre,
            "parte": _porcentaje(cuenta),
            "cuenta": decir_cuenta(cuenta),
        }
        for orden, c in enumerate(contar_sesiones(mesa.genero))
        for serie, nombre in SERIES.items()
        if (cuenta := getattr(c, serie)) is not None
    ]


def _porcentaje(cuenta: Cuenta) -> float | None:
    if cuenta.parte is None or not cuenta.se_muestra_en_porcentaje:
        return None
    return round(100 * cuenta.parte, 1)


def grafico_de_participacion() -> dict[str, Any]:
    """Líneas con forma y guion por serie sobre la franja 40/60; espera esas filas."""
    import altair as alt

    base = alt.Chart(alt.NamedData("filas")).transform_filter("isValid(datum.parte)")
    eje = alt.Axis(labelAngle=0, labelLimit=120)
    eje_x = alt.X("sesion:N", sort=alt.EncodingSortField("orden", op="min"), title=None, axis=eje)
    eje_y = alt.Y("parte:Q", title="Mujeres, en % de lo contado", scale=alt.Scale(domain=[0, 100]))
    nombres = list(SERIES.values())
    leyenda = alt.Legend(title=None, orient="top", columns=2, labelFontSize=14, labelLimit=240)
    tono = alt.Color("serie:N", scale=_escala(alt, nombres), legend=leyenda)
    lineas = base.mark_line(strokeWidth=2).encode(
        x=eje_x,
        y=eje_y,
        color=tono,
        strokeDash=alt.StrokeDash(
            "serie:N", scale=alt.Scale(domain=nombres, range=_GUIONES), legend=leyenda
        ),
    )
    puntos = base.mark_point(filled=True, size=110, opacity=1).encode(
        x=eje_x,
        y=eje_y,
        color=tono,
        shape=alt.Shape("serie:N", scale=alt.Scale(domain=nombres, range=_FORMAS), legend=leyenda),
    )
    return vestir((_franja(alt) + lineas + puntos).properties(height=260))


def _escala(alt: Any, nombres: list[str]) -> Any:
    return alt.Scale(domain=nombres, range=[color(t) for t in _TONOS])


def _franja(alt: Any) -> Any:
    """De 40 % a 60 %, el rango en que ningún sexo pasa del 60 %."""
    franja = alt.Chart(alt.NamedData("filas")).mark_rect(color=color("linea"), opacity=0.45)
    return franja.encode(y=alt.datum(100 * PISO), y2=alt.datum(100 * TECHO))
