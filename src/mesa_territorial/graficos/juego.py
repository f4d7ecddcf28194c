"""El plano de influencias y dependencias del juego de actores."""

from typing import Any

from mesa_territorial.analisis.mactor.planteo import Resultado
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.fichas import color
from mesa_territorial.graficos.estilo import escala_de_color, escala_de_forma, vestir
from mesa_territorial.textos import SECTORES

Fila = dict[str, Any]
LARGO_DE_ROTULO = 24
LARGO_DE_SIGLA = 10
LADO, ANGOSTO = 420, 480
_SUELTAS = frozenset(("de", "del", "la", "las", "el", "los", "y", "e", "para"))
ANCHO_DE_NOMBRE, ALTO_DE_NOMBRE = 0.2, 0.06
"""Lo que ocupa un nombre en el plano, como parte del ancho y del alto de los datos."""


def rotulo(nombre: str) -> str:
    """El nombre sin lo que va entre paréntesis, cortado en una palabra si es largo.

    >>> rotulo("Empresa sanitaria B (ficticia)"), rotulo("Representantes de la comunidad")
    ('Empresa sanitaria B', 'Representantes…')
    """
    corto = nombre.split(" (", maxsplit=1)[0].split(", ", maxsplit=1)[0]
    if len(corto) <= LARGO_DE_ROTULO:
        return corto
    palabras = corto[:LARGO_DE_ROTULO].split(" ")[:-1] or [corto[:LARGO_DE_ROTULO]]
    while len(palabras) > 1 and palabras[-1] in _SUELTAS:
        palabras.pop()
    return f"{' '.join(palabras)}…"


def sigla(nombre: str) -> str:
    """La primera palabra del nombre, cortada: lo que cabe en una pantalla angosta.

    >>> sigla("Representantes de la comunidad"), sigla("SERVIU de Valparaíso")
    ('Representa…', 'SERVIU')
    """
    palabra = nombre.split(" ", maxsplit=1)[0].strip(",")
    return palabra if len(palabra) <= LARGO_DE_SIGLA else f"{palabra[:LARGO_DE_SIGLA]}…"


def segun_el_ancho(base: Any) -> Any:
    """El mismo gráfico con ``dicho``: la sigla si es angosto y, si no, el rótulo."""
    return base.transform_calculate(dicho=f"width < {ANGOSTO} ? datum.sigla : datum.rotulo")


def filas_del_plano(mesa: Mesa, resultado: Resultado) -> list[Fila]:
    """Por actor: ``{"actor", "rotulo", "sector", "influencia", "dependencia", "fuerza", "lado"}``.

    ``lado`` es arriba o abajo: dos puntos casi juntos no se tapan el nombre.
    """
    fuerzas = resultado.fuerzas
    puestos = list(zip(fuerzas.dependencia, fuerzas.influencia, strict=True))
    lados = _lados(puestos)
    return [
        {
            "actor": mesa.actores[id_actor].nombre,
            "rotulo": rotulo(mesa.actores[id_actor].nombre),
            "sigla": sigla(mesa.actores[id_actor].nombre),
            "sector": SECTORES[mesa.actores[id_actor].sector],
            "influencia": fuerzas.influencia[i],
            "dependencia": fuerzas.dependencia[i],
            "fuerza": fuerzas.fuerza[i],
            "lado": lados[i],
        }
        for i, id_actor in enumerate(resultado.planteo.ids)
    ]


def _lados(puestos: list[tuple[float, float]]) -> list[str]:
    """«arriba», salvo que ahí ya esté el nombre o el punto de otro: entonces «abajo»."""
    ancho, alto = (max(1.0, max(eje) - min(eje)) for eje in zip(*puestos, strict=True))
    ocupado: list[tuple[float, float]] = [(x / ancho, y / alto) for x, y in puestos]
    lados = []
    for x, y in puestos:
        arriba = (x / ancho, y / alto + ALTO_DE_NOMBRE)
        libre = not any(
            abs(arriba[0] - a) < ANCHO_DE_NOMBRE and abs(arriba[1] - b) < ALTO_DE_NOMBRE * 0.9
            for a, b in ocupado
        )
        lados.append("arriba" if libre else "abajo")
        ocupado.append(arriba if libre else (x / ancho, y / alto - ALTO_DE_NOMBRE))
    return lados


def grafico_del_plano() -> dict[str, Any]:
    """Influencia hacia arriba y dependencia hacia la derecha, con el promedio y sus esquinas."""
    import altair as alt

    base = alt.Chart(alt.NamedData("filas"))
    ancho, alto = (alt.Scale(zero=False, padding=p) for p in (44, 30))
    ejes = {
        "x": alt.X("dependencia:Q", title="Dependencia →", scale=ancho),
        "y": alt.Y("influencia:Q", title="Influencia ↑", scale=alto),
    }
    puntos = base.mark_point(filled=True, size=160, opacity=1).encode(
        **ejes,
        color=de_sector(alt, alt.Color, escala_de_color()),
        shape=de_sector(alt, alt.Shape, escala_de_forma()),
    )
    capas = (*_promedios(base), puntos, *_nombres(base, ejes), *_esquinas(alt))
    return vestir(alt.layer(*capas).properties(height=LADO))


def _promedios(base: Any) -> list[Any]:
    raya = base.mark_rule(strokeDash=[4, 4], color=color("linea_fuerte"))
    return [raya.encode(x="mean(dependencia):Q"), raya.encode(y="mean(influencia):Q")]


def _nombres(base: Any, ejes: dict[str, Any]) -> list[Any]:
    return [
        segun_el_ancho(base.transform_filter(f"datum.lado == '{lado}'"))
        .mark_text(dy=dy, fontSize=13, color=color("tinta"))
        .encode(**ejes, text="dicho:N")
        for lado, dy in (("arriba", -14), ("abajo", 18))
    ]


def de_sector(alt: Any, canal: Any, par: tuple[list[str], list[str]]) -> Any:
    """El canal (color, forma, relleno) que distingue al sector, sin leyenda."""
    return canal("sector:N", scale=alt.Scale(domain=par[0], range=par[1]), legend=None)


def _esquinas(alt: Any) -> list[Any]:
    """Los nombres de las cuatro esquinas, dichos una vez cada uno."""
    ancho = alt.expr("width - 6")
    lugares = (
        ("Dominantes", "left", alt.value(6), alt.value(14)),
        ("De enlace", "right", alt.value(ancho), alt.value(14)),
        ("Autónomos", "left", alt.value(6), alt.value(LADO - 6)),
        ("Dominados", "right", alt.value(ancho), alt.value(LADO - 6)),
    )
    una = alt.Chart(alt.NamedData("filas")).transform_aggregate(cuantos="count()")
    estilo = {"fontSize": 13, "fontWeight": 600, "color": color("tinta_2")}
    return [
        una.mark_text(text=nombre, align=lado, **estilo).encode(x=x, y=y)
        for nombre, lado, x, y in lugares
    ]
