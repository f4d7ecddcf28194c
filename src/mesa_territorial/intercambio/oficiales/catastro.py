"""El catastro de campamentos: una fila por campamento, con sus hogares y su punto."""

from collections.abc import Iterator, Mapping

from mesa_territorial.dominio.ficha_territorial import LATITUDES, LONGITUDES
from mesa_territorial.intercambio.libro import Celda, texto_de
from mesa_territorial.intercambio.oficiales.archivo import Campamento
from mesa_territorial.intercambio.oficiales.conocidas import titulo_comparable
from mesa_territorial.intercambio.oficiales.tabla import TablaComunal
from mesa_territorial.intercambio.valores import numero_de

CIFRAS_DEL_PUNTO = 3
"""Decimales de grado que se guardan: unos cien metros, lo justo para saber de qué sector es."""
_CAMPOS: Mapping[str, tuple[str, ...]] = {
    "nombre": ("nombre", "nombre campamento", "campamento", "nom camp"),
    "hogares": ("hogares", "n hog", "n hogares", "numero de hogares", "nº hogares", "n° hogares"),
    "hectareas": ("hectareas", "superficie ha", "has"),
    "folio": ("folio", "id campamento"),
    "lat": ("lat", "latitud", "y"),
    "lon": ("lon", "long", "longitud", "x"),
}


def es_catastro(tabla: TablaComunal) -> bool:
    """Si la tabla trae campamentos: cada fila con un nombre y sus hogares."""
    columnas = _columnas(tabla)
    return {"nombre", "hogares"} <= columnas.keys() and bool(
        {"folio", "hectareas"} & columnas.keys()
    )


def leer_catastro(tabla: TablaComunal) -> Iterator[Campamento]:
    """Los campamentos de la tabla; el punto se redondea y el contorno no se lee."""
    columnas = _columnas(tabla)
    for cut, fila in tabla.filas:
        celdas = {campo: fila[i] for campo, i in columnas.items()}
        nombre = texto_de(celdas["nombre"])[:200]
        if nombre:
            yield _campamento(cut, nombre, celdas)


def _columnas(tabla: TablaComunal) -> dict[str, int]:
    titulos = [titulo_comparable(t) for t in tabla.titulos]
    halladas = {}
    for campo, sinonimos in _CAMPOS.items():
        for sinonimo in sinonimos:
            if sinonimo in titulos:
                halladas[campo] = titulos.index(sinonimo)
                break
    return halladas


def _campamento(cut: str, nombre: str, celdas: Mapping[str, Celda]) -> Campamento:
    hogares, hectareas = _positivo(celdas.get("hogares")), _positivo(celdas.get("hectareas"))
    lat, lon = _punto(celdas)
    return Campamento(
        folio=texto_de(celdas.get("folio"))[:200],
        nombre=nombre,
        cut=cut,
        hogares=None if hogares is None else int(hogares),
        hectareas=None if hectareas is None else round(hectareas, 2),
        lat=lat,
        lon=lon,
    )


def _positivo(celda: Celda) -> float | None:
    valor = numero_de(celda)
    return float(valor) if valor is not None and valor >= 0 else None


def _punto(celdas: Mapping[str, Celda]) -> tuple[float | None, float | None]:
    """El punto en grados; lo que no cae en Chile (coordenadas en metros, por ejemplo) se deja."""
    lat, lon = numero_de(celdas.get("lat")), numero_de(celdas.get("lon"))
    if lat is None or lon is None:
        return None, None
    dentro = LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]
    return (round(lat, CIFRAS_DEL_PUNTO), round(lon, CIFRAS_DEL_PUNTO)) if dentro else (None, None)
