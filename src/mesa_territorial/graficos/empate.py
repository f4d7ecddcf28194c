"""La figura del tema 04: la misma cuadrícula con dos reglas de empate."""

from collections import Counter
from math import sqrt

from mesa_territorial.casos import cargar_caso
from mesa_territorial.fichas import color
from mesa_territorial.graficos.trazos import lienzo, texto

UMBRAL = 3
_LADO, _MARGEN, _PASO = 480, 60, 90
_REGLAS = (("Es alta si es mayor que 3", UMBRAL + 0.5), ("Es alta si es 3 o más", UMBRAL - 0.5))


def figura_de_empate() -> str:
    """Dos cuadrículas con los actores de Campanilla; cada círculo dice cuántos hay en ese lugar."""
    actores = cargar_caso("mesa_campanilla").actores.values()
    lugares = Counter(
        (a.interes, a.influencia) for a in actores if a.interes is not None and a.influencia
    )
    paneles = (_panel(lugares, regla, corte) for regla, corte in _REGLAS)
    return "".join(f'<div class="panel">{p}</div>' for p in paneles)


def _panel(lugares: Counter[tuple[float, float]], regla: str, corte: float) -> str:
    claves = sum(n for (x, y), n in lugares.items() if x > corte and y > corte)
    titulo = f"{regla}: {claves} actores clave"
    partes = [_clave(corte), *_ejes()]
    for (x, y), cuantos in sorted(lugares.items()):
        partes += _circulo(x, y, cuantos, x > corte and y > corte)
    partes.append(texto(titulo, (_LADO / 2, 28), tamano=22, peso=650))
    return lienzo(_LADO, _LADO + 20, f"{titulo} de {sum(lugares.values())}.", partes)


def _lugar(x: float, y: float) -> tuple[float, float]:
    return _MARGEN + (x - 0.7) * _PASO, _LADO - _MARGEN - (y - 1) * _PASO + 10


def _clave(corte: float) -> str:
    (x, y), (fin, techo) = _lugar(corte, corte), _lugar(5.3, 5.35)
    return (
        f'<rect x="{x:.0f}" y="{techo:.0f}" width="{fin - x:.0f}" height="{y - techo:.0f}" '
        f'fill="{color("acento_suave")}" stroke="{color("acento")}"/>'
    )


def _ejes() -> list[str]:
    notas = [texto(str(n), (_lugar(n, 1)[0], _LADO - 6), tamano=16) for n in range(1, 6)]
    notas += [texto(str(n), (34, _lugar(1, n)[1] + 6), tamano=16) for n in range(1, 6)]
    interes = texto("Interés →", (_LADO / 2, _LADO + 12), tamano=17, peso=650)
    return [*notas, interes, texto("Influencia ↑", (8, 56), tamano=17, ancla="start", peso=650)]


def _circulo(x: float, y: float, cuantos: int, clave: bool) -> list[str]:
    cx, cy = _lugar(x, y)
    tono = color("acento") if clave else color("tinta_2")
    dicho = "actor clave" if clave else "no es actor clave"
    return [
        f'<circle cx="{cx:.0f}" cy="{cy:.0f}" r="{10 + 7 * sqrt(cuantos):.1f}" fill="#fff" '
        f'stroke="{tono}" stroke-width="{4 if clave else 2}"><title>{cuantos}: {dicho}</title>'
        "</circle>",
        texto(str(cuantos), (cx, cy + 6), tono, tamano=18, peso=700),
    ]
