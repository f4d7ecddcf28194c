"""El balance de la futura mesa: hoy, si cumplen los comprometidos y si aceptan todos."""

from typing import Any

from mesa_territorial.analisis.convocatoria import Aspecto, Balance, Renglon
from mesa_territorial.analisis.convocatoria.de_balance import ASPECTOS, rotulo
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

_CAMPOS = {
    "Hoy": "hoy",
    "Comprometidos": "comprometidos",
    "Todos los invitados": "invitados",
}
Fila = dict[str, Any]


def filas_de_balance(mesa: Mesa, balance: Balance) -> list[Fila]:
    """Una fila por sector, nivel, capital y liderazgo, con las tres cuentas de organizaciones.

    ``{"aspecto", "grupo", "fila", "hoy", "comprometidos", "invitados", "orden"}``. No van los
    niveles en que nadie actúa, salvo los que una Mesa necesita: el del territorio, la comuna y la
    región.
    """
    necesarios = {mesa.territorio.nivel, Nivel.COMUNA, Nivel.REGION}
    vistos = [r for r in balance.renglones if _se_ve(r, necesarios)]
    return [
        {
            "aspecto": ASPECTOS[r.aspecto],
            "grupo": rotulo(r),
            "fila": f"{ASPECTOS[r.aspecto]}: {_breve(r)}",
            "hoy": r.hoy,
            "comprometidos": r.comprometidos,
            "invitados": r.invitados,
            "orden": lugar,
        }
        for lugar, r in enumerate(vistos)
    ]


def _breve(renglon: Renglon) -> str:
    """El rótulo sin repetir el aspecto, para que quepa junto al eje en una pantalla angosta."""
    return (
        "mujeres"
        if renglon.clave == "mujeres"
        else rotulo(renglon).removeprefix("Capital ").lower()
    )


def _se_ve(renglon: Renglon, necesarios: set[Nivel]) -> bool:
    if renglon.aspecto in (Aspecto.NIVEL, Aspecto.LIDERAZGO):
        return bool(renglon.invitados) or renglon.clave in necesarios
    return renglon.clave != "organismo_internacional" or bool(renglon.invitados)


def grafico_de_balance() -> dict[str, Any]:
    """Por fila, de dónde se parte y a dónde se llegaría; espera filas de ``filas_de_balance``.

    El anillo es hoy, el rombo los comprometidos y el punto lleno todos: si coinciden, se ve uno
    dentro del otro.
    """
    import altair as alt

    base = alt.Chart(alt.NamedData("filas")).encode(
        y=alt.Y("fila:N", sort=alt.EncodingSortField("orden", op="min"), title=None)
    )
    tramo = base.mark_rule(strokeWidth=2, color=color("linea_fuerte")).encode(
        x=alt.X("hoy:Q", title=None, axis=alt.Axis(tickMinStep=1)), x2="invitados:Q"
    )
    return vestir(alt.layer(tramo, _puntos(alt, base)).properties(height={"step": 26}))


def _puntos(alt: Any, base: Any) -> Any:
    """La misma leyenda para forma, color, relleno y tamaño: Vega las junta en una."""
    plegado = base.transform_fold(list(_CAMPOS.values()), as_=["campo", "cuenta"])
    con_nombre = plegado.transform_calculate(escenario=_nombre_de_campo())
    return con_nombre.mark_point(opacity=1, strokeWidth=2).encode(
        x="cuenta:Q",
        shape=_canal(alt, alt.Shape, ["circle", "diamond", "circle"]),
        stroke=_canal(alt, alt.Stroke, _colores()),
        fill=_canal(alt, alt.Fill, ["transparent", "transparent", _colores()[2]]),
        size=_canal(alt, alt.Size, [190, 90, 40]),
    )


def _colores() -> list[str]:
    return [color("tinta"), color("aviso"), color("acento")]


def _nombre_de_campo() -> str:
    """La expresión que pone en palabras el campo de cada punto."""
    hoy, comprometidos, invitados = _CAMPOS
    return (
        f"datum.campo == 'hoy' ? '{hoy}' : "
        f"datum.campo == 'comprometidos' ? '{comprometidos}' : '{invitados}'"
    )


def _canal(alt: Any, canal: Any, rango: list[Any]) -> Any:
    dominio = list(_CAMPOS)
    leyenda = alt.Legend(title=None, orient="top", labelFontSize=14, labelLimit=300, columns=1)
    return canal(
        "escenario:N", scale=alt.Scale(domain=dominio, range=rango), legend=leyenda, sort=dominio
    )
