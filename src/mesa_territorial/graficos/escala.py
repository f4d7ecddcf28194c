"""El puntaje de cada nivel y entre qué valores queda si los pesos se mueven diez puntos."""

from typing import Any

from mesa_territorial.analisis.escala.niveles import EL, nombrar_niveles
from mesa_territorial.analisis.escala.puntajes import Cuenta, Rango, contar_escala
from mesa_territorial.analisis.frases import con_mayuscula
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import vestir
from mesa_territorial.textos import NIVELES, numero

NOTA_MAXIMA = 5


def filas_de_escala(mesa: Mesa) -> list[dict[str, Any]]:
    """``{"nivel", "puntaje", "minimo", "maximo", "lugar"}``, del mayor al menor; vacía sin cuenta.

    Un empate comparte el ``lugar``.
    """
    cuenta = contar_escala(mesa.escala)
    if cuenta is None:
        return []
    return [_fila(cuenta, lugar, rango) for lugar, rango in enumerate(cuenta.rangos, 1)]


def _fila(cuenta: Cuenta, lugar: int, rango: Rango) -> dict[str, Any]:
    return {
        "nivel": NIVELES[rango.nivel],
        "puntaje": rango.puntaje,
        "minimo": rango.minimo,
        "maximo": rango.maximo,
        "lugar": 1 if rango.nivel in cuenta.primeros else lugar,
    }


def titulo_de_escala(mesa: Mesa) -> str:
    """Lo que el gráfico muestra, en una frase."""
    cuenta = contar_escala(mesa.escala)
    if cuenta is None:
        return "Todavía no hay niveles que comparar"
    return _titulo(cuenta)


def _titulo(cuenta: Cuenta) -> str:
    if len(cuenta.primeros) > 1:
        return f"Empatan {nombrar_niveles(cuenta.primeros)}"
    primero = cuenta.primeros[0]
    puntaje = numero(cuenta.orden.puntajes[primero], 2)
    firme = "No resiste" if cuenta.que_lo_dan_vuelta else "Resiste"
    return f"{con_mayuscula(EL[primero])} suma más: {puntaje}. {firme} mover un peso diez puntos"


def grafico_de_escala() -> dict[str, Any]:
    """Un punto por puntaje sobre la línea de su rango; espera filas de ``filas_de_escala``."""
    import altair as alt

    orden = alt.EncodingSortField("puntaje", op="min", order="descending")
    escala = alt.Scale(domain=[1, NOTA_MAXIMA])
    eje = alt.Axis(values=list(range(1, NOTA_MAXIMA + 1)), format="d")
    base = alt.Chart(alt.NamedData("filas")).encode(y=alt.Y("nivel:N", sort=orden, title=None))
    rango = base.mark_rule(strokeWidth=4, color=color("linea_fuerte")).encode(
        x=alt.X("minimo:Q", title="Puntaje, de 1 a 5", scale=escala, axis=eje), x2="maximo:Q"
    )
    punto = base.mark_point(filled=True, size=170, opacity=1, color=color("acento")).encode(
        x=alt.X("puntaje:Q", scale=escala)
    )
    cifra = base.mark_text(dy=-14, fontSize=14, color=color("tinta")).encode(
        x=alt.X("puntaje:Q", scale=escala), text=alt.Text("dicho:N")
    )
    capas = (rango + punto + cifra).transform_calculate(
        dicho="replace(format(datum.puntaje, '.2f'), '.', ',')"
    )
    return vestir(capas.properties(height={"step": 46}))
