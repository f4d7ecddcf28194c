"""GeoJSON del catastro: de cada figura queda un punto y sus datos; el contorno se descarta."""

import json
from collections.abc import Iterator
from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.intercambio.libro import Celda, Libro, armar_hoja

Punto = tuple[float, float]


def es_geojson(contenido: bytes) -> bool:
    """Si el contenido empieza como un objeto JSON."""
    return contenido.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def leer_geojson(nombre: str, contenido: bytes) -> Libro:
    """Una hoja con las propiedades de cada figura y su punto en ``lat`` y ``lon``.

    Levanta ``ReglaRota`` si no es un GeoJSON con figuras en grados.
    """
    try:
        crudo = json.loads(contenido.decode("utf-8-sig"))
        figuras = [f for f in crudo["features"] if isinstance(f.get("properties"), dict)]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReglaRota(f"«{nombre}» no es un GeoJSON que se pueda leer.") from error
    exigir(bool(figuras), f"«{nombre}» no trae figuras con datos.")
    titulos = list(dict.fromkeys(clave for f in figuras for clave in f["properties"]))
    propios = [t for t in titulos if t not in ("lat", "lon")]
    filas: list[list[Celda]] = [[*propios, "lat", "lon"]]
    for figura in figuras:
        lat, lon = _punto_de(figura.get("geometry"))
        filas.append([*(_celda(figura["properties"].get(t)) for t in propios), lat, lon])
    return Libro(nombre, (armar_hoja("catastro", filas),))


def _celda(valor: Any) -> Celda:
    return valor if isinstance(valor, str | int | float | bool) else None


def _punto_de(geometria: Any) -> tuple[float | None, float | None]:
    """Latitud y longitud de un punto interior aproximado; ``None`` si no hay figura legible."""
    try:
        anillos = [a for a in _anillos(geometria) if a]
    except (KeyError, TypeError, IndexError, ValueError):
        return None, None
    if not anillos:
        return None, None
    lon, lat = _centro(max(anillos, key=lambda a: abs(_area(a))))
    return lat, lon


def _anillos(geometria: Any) -> Iterator[list[Punto]]:
    """Los anillos exteriores, o el punto como un anillo de uno."""
    tipo, partes = geometria["type"], geometria["coordinates"]
    if tipo == "Point":
        yield [(float(partes[0]), float(partes[1]))]
    elif tipo == "Polygon":
        yield [(float(p[0]), float(p[1])) for p in partes[0]]
    elif tipo == "MultiPolygon":
        for poligono in partes:
            yield [(float(p[0]), float(p[1])) for p in poligono[0]]


def _area(anillo: list[Punto]) -> float:
    """El área con signo, en unidades de las coordenadas (fórmula del cordón)."""
    pares = zip(anillo, [*anillo[1:], anillo[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pares) / 2


def _centro(anillo: list[Punto]) -> Punto:
    """El centroide del anillo; si no tiene área, el promedio de sus puntos."""
    n = len(anillo)
    x0, y0 = sum(x for x, _ in anillo) / n, sum(y for _, y in anillo) / n
    corrido = [(x - x0, y - y0) for x, y in anillo]
    area = _area(corrido)
    if area == 0:
        return x0, y0
    pares = list(zip(corrido, [*corrido[1:], corrido[0]], strict=True))
    cx = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pares) / (6 * area)
    cy = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pares) / (6 * area)
    return x0 + cx, y0 + cy
