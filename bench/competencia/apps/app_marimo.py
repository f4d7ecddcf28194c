"""La aplicación de referencia en marimo: celdas reactivas, una sesión por visita."""
# ruff: noqa: B018, PLR0917, PLR1711 - así se escribe un cuaderno de marimo

import marimo

app = marimo.App(app_title="Influencia e interés")


@app.cell
def _():
    import marimo as mo
    from competencia import referencia

    actores = referencia.actores()
    return actores, mo, referencia


@app.cell
def _(actores, mo):
    quien = mo.ui.dropdown(
        {a["actor"]: i for i, a in actores.items()},
        value=next(iter(actores.values()))["actor"],
        label="Actor",
    )
    quien
    return (quien,)


@app.cell
def _(actores, mo, quien):
    actor = actores[quien.value]
    influencia = mo.ui.slider(1, 5, 0.5, value=actor["influencia"], label="Influencia")
    interes = mo.ui.slider(1, 5, 0.5, value=actor["interes"], label="Interés")
    mo.vstack([influencia, interes])
    return actor, influencia, interes


@app.cell
def _(actor, actores, influencia, interes, mo, referencia):
    actor.update(influencia=influencia.value, interes=interes.value)
    filas = referencia.filas(actores)
    mo.vstack([referencia.grafico(filas), mo.Html(referencia.tabla(filas).to_html(index=False))])
    return


if __name__ == "__main__":
    app.run()
