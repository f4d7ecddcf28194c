"""La aplicación de referencia en Solara: estado reactivo por sesión."""

import solara
import solara.widgets
from competencia import referencia


@solara.component
def Page() -> None:  # noqa: N802
    """La página entera."""
    actores, fijar = solara.use_state(referencia.actores())
    quien, elegir = solara.use_state("A01")
    actor = actores[quien]

    def editar(campo: str, valor: float) -> None:
        fijar({**actores, quien: {**actor, campo: valor}})

    filas = solara.use_memo(lambda: referencia.filas(actores), [actores])
    solara.Title("Influencia e interés")
    solara.Select("Actor", values=list(actores), value=quien, on_value=elegir)
    for campo in ("influencia", "interes"):
        solara.SliderFloat(
            referencia.TITULOS[campo],
            value=actor[campo],
            min=1,
            max=5,
            step=0.5,
            on_value=lambda valor, campo=campo: editar(campo, valor),
        )
    # FigureAltair cambia un ajuste global de Altair en cada dibujo y con varias sesiones a la vez
    # falla (KeyError); su widget recibe la misma especificación sin pasar por ahí.
    especificacion = referencia.grafico(filas).to_dict()
    solara.widgets.VegaLite.element(spec=especificacion)
    # solara.DataFrame no se dibuja sin internet con esta versión: la misma tabla, como HTML.
    solara.HTML(unsafe_innerHTML=referencia.tabla(filas).to_html(index=False))
