"""La aplicación de referencia en este kit: una Mesa propia por visita, con cada edición guardada.

A diferencia de los demás contendores, aquí cada edición queda en disco con su autor y su frase, y
se puede deshacer.
"""

from functools import cache
from typing import Any

from IPython.display import display
from ipywidgets import DOMWidget

from competencia.referencia import MOMENTO
from mesa_territorial.analisis.caminos import intermediacion, medir_caminos
from mesa_territorial.analisis.grafo import elegir, grafo_de_mesa
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Estado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.graficos.estilo import escala_de_color, escala_de_forma, vestir
from mesa_territorial.textos import SECTORES
from mesa_territorial_widgets.componentes.lamina import Columna, Lamina
from mesa_territorial_widgets.componentes.tabla import Tabla
from mesa_territorial_widgets.componentes.tablero import Pieza, Tablero
from mesa_territorial_widgets.componentes.tiempo import Tiempo
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.contexto import crear_id

COLUMNAS = (
    Columna("actor", "Actor"),
    Columna("influencia", "Influencia", 1),
    Columna("interes", "Interés", 1),
    Columna("intermediacion", "Intermediación", 4),
)


@cache
def _caso() -> Mesa:
    caso = cargar_caso("mesa_campanilla")
    fuera = [a.id for a in caso.actores.values() if a.estado is not Estado.INTEGRA]
    for actor in fuera:
        caso = caso.sin_actor(actor)
    return caso


def mesa_de_referencia(clave: str) -> Mesa:
    """Los 28 integrantes de Campanilla, como una Mesa nueva con esa clave."""
    return _caso().con(id=clave)


def filas(mesa: Mesa) -> list[dict[str, Any]]:
    """Una fila por actor con su intermediación recién calculada, de mayor a menor."""
    grafo = grafo_de_mesa(mesa, elegir(mesa, _momento(mesa), None, None))
    medida = dict(zip(grafo.ids, intermediacion(medir_caminos(grafo)), strict=True))
    todas = [
        {
            "actor": a.nombre,
            "sector": SECTORES[a.sector],
            "influencia": a.influencia,
            "interes": a.interes,
            "intermediacion": round(medida[a.id], 4),
        }
        for a in mesa.actores.values()
    ]
    return sorted(todas, key=lambda f: (-f["intermediacion"], f["actor"]))


def _momento(mesa: Mesa) -> str:
    return MOMENTO if MOMENTO in mesa.momentos else list(mesa.momentos)[-1]


@cache
def _grafico() -> dict[str, Any]:
    import altair as alt

    escala = alt.Scale(domain=[0.5, 5.5])
    colores, formas = (
        alt.Scale(domain=par[0], range=par[1]) for par in (escala_de_color(), escala_de_forma())
    )
    return vestir(
        alt.Chart(alt.NamedData("filas"), height=320)
        .mark_point(filled=True, size=120)
        .encode(
            x=alt.X("influencia:Q", title="Influencia", scale=escala),
            y=alt.Y("interes:Q", title="Interés", scale=escala),
            color=alt.Color("sector:N", title="Sector", scale=colores),
            shape=alt.Shape("sector:N", scale=formas),
        )
    )


def construir() -> DOMWidget:
    """La página: la lámina con su tabla gemela y la planilla que se edita."""
    contexto = Contexto.abrir()
    contexto.crear(mesa_de_referencia(crear_id("m")))
    pizarra = contexto.pizarra
    lamina = Lamina(
        columnas=COLUMNAS,
        especificacion=_grafico(),
        filas=filas(pizarra.valor),
        titulo="Influencia e interés",
        nombre="influencia",
    )
    pizarra.observe(lambda _: setattr(lamina, "filas", filas(pizarra.valor)), "valor")
    lienzo = [Pieza("lamina", "Influencia e interés", lamina)]
    sueltas = [Pieza("tabla", "Actores", Tabla(pizarra))]
    return Tablero({"lienzo": lienzo, "sueltas": sueltas}, recuerdo="referencia")


def abrir() -> None:
    """Muestra la aplicación; lo que no es de nadie queda hecho en el molde de la página."""
    _caso()
    _grafico()
    display(Tiempo(construir, titulo="Abriendo"))
