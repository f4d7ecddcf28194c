"""La figura del capítulo 2: el puntaje de cada nivel en el caso, con su rango."""

from mesa_territorial.casos import cargar_caso
from mesa_territorial.fichas import color
from mesa_territorial.graficos.escala import filas_de_escala
from mesa_territorial.graficos.trazos import lienzo, texto
from mesa_territorial.textos import numero

ANCHO, FILA, IZQUIERDA, PUNTO = 900, 58, 190, 150
"""``PUNTO`` es cuánto mide un punto de la escala en el lienzo."""


def figura_de_escala() -> str:
    """El SVG: un punto por nivel sobre la línea de lo que se mueve al cambiar los pesos."""
    filas = filas_de_escala(cargar_caso("mesa_campanilla"))
    partes = [trozo for n in range(1, 6) for trozo in _raya_de_nota(n, len(filas))]
    for lugar, fila in enumerate(filas):
        partes += _fila(FILA * lugar + 34, fila)
    describe = "Puntaje de cada nivel: " + "; ".join(
        f"{f['nivel']} {numero(f['puntaje'], 2)}, entre {numero(f['minimo'], 2)} y "
        f"{numero(f['maximo'], 2)}"
        for f in filas
    )
    return lienzo(ANCHO, FILA * len(filas) + 50, describe, partes)


def _x(nota: float) -> float:
    return IZQUIERDA + PUNTO * (nota - 1)


def _raya_de_nota(nota: int, cuantas: int) -> list[str]:
    x, fin = _x(nota), FILA * cuantas + 10
    raya = f'<line x1="{x}" y1="10" x2="{x}" y2="{fin}" stroke="{color("linea")}"/>'
    return [raya, texto(str(nota), (x, fin + 24), color("tinta_2"), tamano=18)]


def _fila(y: int, fila: dict[str, float]) -> list[str]:
    desde, hasta, x = _x(fila["minimo"]), _x(fila["maximo"]), _x(fila["puntaje"])
    rango = f'stroke="{color("linea_fuerte")}" stroke-width="6" stroke-linecap="round"'
    return [
        texto(str(fila["nivel"]), (IZQUIERDA - 24, y + 6), tamano=20, ancla="end"),
        f'<line x1="{desde:.0f}" y1="{y}" x2="{hasta:.0f}" y2="{y}" {rango}/>',
        f'<circle cx="{x:.0f}" cy="{y}" r="10" fill="{color("acento")}"/>',
        texto(numero(fila["puntaje"], 2), (x, y - 16), tamano=18, peso=600),
    ]
