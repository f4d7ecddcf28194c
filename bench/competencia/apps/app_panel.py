"""La aplicación de referencia en Panel: un juego de componentes por sesión, unidos con ``bind``."""

import panel as pn
from competencia import referencia

pn.extension("vega")

actores = referencia.actores()
quien = pn.widgets.Select(name="Actor", options={a["actor"]: i for i, a in actores.items()})
influencia = pn.widgets.FloatSlider(name="Influencia", start=1, end=5, step=0.5)
interes = pn.widgets.FloatSlider(name="Interés", start=1, end=5, step=0.5)
filas = referencia.filas(actores)
grafico = pn.pane.Vega(referencia.grafico(filas), show_actions=False)
tabla = pn.pane.DataFrame(referencia.tabla(filas), index=False)


def elegir(actor: str) -> None:
    """Lleva los deslizadores a los valores de ese actor."""
    valores = actores[actor]
    with pn.io.hold():
        influencia.value, interes.value = valores["influencia"], valores["interes"]


def editar(*_: object) -> None:
    """Anota lo editado y rehace el gráfico y la tabla."""
    nuevo = {"influencia": influencia.value, "interes": interes.value}
    if nuevo.items() <= actores[quien.value].items():
        return
    actores[quien.value].update(nuevo)
    filas = referencia.filas(actores)
    grafico.object, tabla.object = referencia.grafico(filas), referencia.tabla(filas)


elegir(quien.value)
quien.param.watch(lambda cambio: elegir(cambio.new), "value")
for control in (influencia, interes):
    control.param.watch(editar, "value")
pn.Column(quien, influencia, interes, grafico, tabla).servable(title="Influencia e interés")
