"""La figura que muestra por qué la mediana y no el promedio: la superficie de 38 comunas."""

from collections import Counter
from collections.abc import Iterator
from statistics import fmean, median

from mesa_territorial.casos.division import Comuna
from mesa_territorial.casos.regiones import comunas_de_region
from mesa_territorial.fichas import color
from mesa_territorial.graficos.trazos import lienzo, texto
from mesa_territorial.textos import numero

REGION, PROPIA = "05", "05101"
ANCHO, ALTO, SUELO, IZQUIERDA, DERECHA = 1_000, 250, 205, 50, 960
TOPE, ESCALON = 1_600, 40
"""Hasta cuántos km² llega el eje y cada cuántos se apilan los puntos."""


def figura_de_mediana() -> str:
    """Un punto por comuna sobre su superficie, con el promedio y la mediana."""
    comunas = [c for c in comunas_de_region(REGION) if c.area_km2 is not None]
    areas = [c.area_km2 or 0.0 for c in comunas]
    centro, promedio = median(areas), fmean(areas)
    describe = (
        f"Superficie de las {len(areas)} comunas de la Región de Valparaíso. "
        f"Mediana {numero(centro)} km², promedio {numero(promedio)} km²."
    )
    rayas = [*_raya(centro, "mediana", 40, "end"), *_raya(promedio, "promedio", 40, "start")]
    return lienzo(ANCHO, ALTO, describe, [*_eje(), *rayas, *_puntos(comunas)])


def _x(area: float) -> float:
    return IZQUIERDA + (DERECHA - IZQUIERDA) * area / TOPE


def _eje() -> Iterator[str]:
    tono = color("linea_fuerte")
    yield f'<line x1="{IZQUIERDA}" y1="{SUELO}" x2="{DERECHA}" y2="{SUELO}" stroke="{tono}"/>'
    for area in range(0, TOPE + 1, 400):
        yield texto(f"{numero(area)} km²", (_x(area), SUELO + 28), color("tinta_2"), tamano=17)


def _raya(area: float, nombre: str, y: int, ancla: str) -> Iterator[str]:
    x, tono = _x(area), color("acento") if nombre == "mediana" else color("aviso")
    guiones = "" if nombre == "mediana" else ' stroke-dasharray="7 5"'
    yield (
        f'<line x1="{x:.0f}" y1="{y - 18}" x2="{x:.0f}" y2="{SUELO}" stroke="{tono}" '
        f'stroke-width="3"{guiones}/>'
    )
    lado = -10 if ancla == "end" else 10
    dice = f"{nombre}: {numero(area)} km²"
    yield texto(dice, (x + lado, y), tono, tamano=20, ancla=ancla, peso=650)


def _puntos(comunas: list[Comuna]) -> Iterator[str]:
    """Los puntos del mismo escalón se apilan; el de la comuna del caso va en rombo y con nombre."""
    pilas: Counter[int] = Counter()
    for comuna in sorted(comunas, key=lambda c: (c.cut != PROPIA, c.area_km2 or 0)):
        escalon = int((comuna.area_km2 or 0) // ESCALON)
        pilas[escalon] += 1
        x, y = _x((escalon + 0.5) * ESCALON), SUELO + 2 - 20 * pilas[escalon] + 8
        yield from _punto(comuna, x, y)


def _punto(comuna: Comuna, x: float, y: float) -> Iterator[str]:
    titulo = f"<title>{comuna.nombre}</title>"
    if comuna.cut != PROPIA:
        tono = color("tinta_2")
        yield f'<circle cx="{x:.0f}" cy="{y:.0f}" r="8" fill="{tono}">{titulo}</circle>'
        return
    puntas = f"{x},{y - 11} {x + 11},{y} {x},{y + 11} {x - 11},{y}"
    yield f'<polygon points="{puntas}" fill="{color("error")}">{titulo}</polygon>'
    yield texto(comuna.nombre, (x + 150, y - 60), color("error"), tamano=18, peso=650)
    yield (
        f'<line x1="{x + 10:.0f}" y1="{y - 8:.0f}" x2="{x + 105:.0f}" y2="{y - 58:.0f}" '
        f'stroke="{color("error")}"/>'
    )
