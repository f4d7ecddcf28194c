"""La aplicación de referencia en Dash: los actores viven en la página, no en el servidor."""

from typing import Any

from competencia import referencia
from dash import Dash, Input, Output, State, callback, dcc, html

app = Dash(__name__, title="Influencia e interés", serve_locally=True)
server = app.server


def figura(filas: list[dict[str, Any]]) -> dict[str, Any]:
    """El gráfico de Plotly, con una traza por sector, como diccionario (lo más liviano)."""
    ejes = {"range": [0.5, 5.5]}
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "name": sector,
                "x": [f["influencia"] for f in filas if f["sector"] == sector],
                "y": [f["interes"] for f in filas if f["sector"] == sector],
                "text": [f["actor"] for f in filas if f["sector"] == sector],
                "marker": {"size": 12},
            }
            for sector in sorted({f["sector"] for f in filas})
        ],
        "layout": {
            "width": 560,
            "height": 400,
            "xaxis": {"title": {"text": "Influencia"}, **ejes},
            "yaxis": {"title": {"text": "Interés"}, **ejes},
            "uirevision": "fija",
        },
    }


def tabla(filas: list[dict[str, Any]]) -> list[Any]:
    """La tabla HTML de las mismas filas."""
    encabezado = html.Tr([html.Th(t) for t in referencia.TITULOS.values()])
    cuerpo = [html.Tr([html.Td(f[c]) for c in referencia.TITULOS]) for f in filas]
    return [html.Thead(encabezado), html.Tbody(cuerpo)]


def pagina() -> Any:
    """La página inicial, ya con su gráfico y su tabla."""
    actores = referencia.actores()
    filas = referencia.filas(actores)
    primero = next(iter(actores))
    opciones = {i: a["actor"] for i, a in actores.items()}
    deslizador = {"min": 1, "max": 5, "step": 0.5, "updatemode": "drag"}
    return html.Div(
        [
            dcc.Store(id="actores", data=actores),
            dcc.Dropdown(opciones, primero, id="quien", clearable=False),
            *(
                dcc.Slider(id=c, value=actores[primero][c], **deslizador)
                for c in ("influencia", "interes")
            ),
            dcc.Graph(id="grafico", figure=figura(filas)),
            html.Table(tabla(filas), id="tabla"),
        ]
    )


@callback(
    Output("influencia", "value"),
    Output("interes", "value"),
    Input("quien", "value"),
    State("actores", "data"),
    prevent_initial_call=True,
)
def elegir(quien: str, actores: referencia.Actores) -> tuple[float, float]:
    """Lleva los deslizadores a los valores de ese actor."""
    return actores[quien]["influencia"], actores[quien]["interes"]


@callback(
    Output("grafico", "figure"),
    Output("tabla", "children"),
    Output("actores", "data"),
    Input("influencia", "value"),
    Input("interes", "value"),
    State("quien", "value"),
    State("actores", "data"),
    prevent_initial_call=True,
)
def editar(influencia: float, interes: float, quien: str, actores: referencia.Actores) -> Any:
    """Anota lo editado y rehace el gráfico y la tabla."""
    actores[quien].update(influencia=influencia, interes=interes)
    filas = referencia.filas(actores)
    return figura(filas), tabla(filas), actores


app.layout = pagina
