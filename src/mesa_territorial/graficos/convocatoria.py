"""El balance de la futura mesa: hoy, si cumplen los comprometidos y si aceptan todos."""

from typing import Any

from mesa_territorial.analisis.convocatoria import Aspecto, Balance, Renglon
from mesa_territorial.analisis.convocatoria.de_balance import ASPECTOS, rotulo
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir

HOY, COMPROMETIDOS, INVITADOS = "Hoy", "Si cumplen los comprometidos", "Si aceptan todos"
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
            "fila": f"{ASPECTOS[r.aspecto]}: {rotulo(r).lower()}",
            "hoy": r.hoy,
            "comprometidos": r.comprometidos,
            "invitados": r.invitados,
            "orden": lugar,
        }
        for lugar, r in enumerate(vistos)
    ]


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
    escala = alt.Scale(
        domain=[HOY, COMPROMETIDOS, INVITADOS],
        range=[color("tinta"), color("aviso"), color("acento")],
    )
    leyenda = alt.Legend(title=None, orient="top", labelFontSize=14, labelLimit=300)
    formas = alt.Scale(domain=escala.domain, range=["circle", "diamond", "circle"])

    def puntos(campo: str, nombre: str, **marca: Any) -> Any:
        return base.mark_point(opacity=1, **marca).encode(
            x=alt.X(f"{campo}:Q", title="Organizaciones", axis=alt.Axis(tickMinStep=1)),
            color=alt.datum(nombre, scale=escala, legend=leyenda, type="nominal"),
            shape=alt.datum(nombre, scale=formas, legend=leyenda, type="nominal"),
        )

    tramo = base.mark_rule(strokeWidth=2, color=color("linea_fuerte")).encode(
        x="hoy:Q", x2="invitados:Q"
    )
    capas = alt.layer(
        tramo,
        puntos("hoy", HOY, size=190, filled=False, strokeWidth=2),
        puntos("comprometidos", COMPROMETIDOS, size=90, filled=False, strokeWidth=2),
        puntos("invitados", INVITADOS, size=60, filled=True),
    )
    return vestir(capas.properties(height={"step": 26}))
