"""Las regiones: sus comunas, su nombre como se dice y su mapa, leídos de ``datos_ejemplo/``."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from mesa_territorial import contenido
from mesa_territorial.casos.division import Comuna, comuna, comunas

Topologia = dict[str, Any]
# Los mapas con más detalle; las demás regiones usan el nacional.
_FINOS = {"05": "comunas_valparaiso.topojson", "13": "comunas_metropolitana.topojson"}
_NACIONAL = "comunas_chile.topojson"
_CON_ARTICULO = {
    "06": "Región de O'Higgins",
    "07": "Región del Maule",
    "08": "Región del Biobío",
    "11": "Región de Aysén",
    "12": "Región de Magallanes",
    "13": "Región Metropolitana",
}


def region_de(cut: str) -> str:
    """El código de región (dos cifras) de una comuna."""
    return cut[:2]


@cache
def comunas_de_region(cut_region: str) -> tuple[Comuna, ...]:
    """Las comunas de una región, por nombre."""
    suyas = (c for c in comunas() if region_de(c.cut) == cut_region)
    return tuple(sorted(suyas, key=lambda c: c.nombre))


def nombre_de_region(cut_region: str) -> str:
    """La región como se dice: «Región del Maule»; vacío si el código no existe."""
    suyas = comunas_de_region(cut_region)
    if not suyas:
        return ""
    return _CON_ARTICULO.get(cut_region, f"Región de {suyas[0].region}")


def nombrar(cuts: Iterable[str]) -> list[str]:
    """Los nombres de esas comunas, en el mismo orden."""
    return [comuna(cut).nombre for cut in cuts]


@cache
def topologia_de_regiones(*regiones: str) -> Topologia:
    """El TopoJSON de las comunas de esas regiones, con sólo los arcos que usan; vacío si no hay.

    Cada geometría lleva ``cut_comuna`` (texto) y ``comuna`` en sus propiedades. Las islas
    oceánicas y la Antártica no tienen geometría. Varias regiones salen del mapa nacional, para
    que sus límites calcen.
    """
    mapa = _mapa_de(regiones)
    return _podar(mapa, lambda cut: region_de(cut) in regiones)


def topologia_de_comunas(*cuts: str) -> Topologia:
    """El TopoJSON de sólo esas comunas; vacío si ninguna sale en el mapa."""
    mapa = _mapa_de(tuple(dict.fromkeys(region_de(cut) for cut in cuts)))
    return _podar(mapa, lambda cut: cut in cuts)


def _mapa_de(regiones: tuple[str, ...]) -> Topologia:
    return _leer(_FINOS.get(regiones[0], _NACIONAL) if len(regiones) == 1 else _NACIONAL)


@cache
def _leer(archivo: str) -> Topologia:
    texto = contenido.ruta("datos_ejemplo", "referencia", archivo).read_text(encoding="utf-8")
    mapa: Topologia = json.loads(texto)
    return mapa


def _podar(mapa: Topologia, sirve: Callable[[str], bool]) -> Topologia:
    """El mapa con sólo las comunas que sirven y sus arcos; vacío si no queda ninguna."""
    todas = mapa["objects"]["comunas"]["geometries"]
    quedan = [g for g in todas if sirve(g["properties"]["cut_comuna"])]
    usados = sorted({_arco(i) for g in quedan for i in _indices(g["arcs"])})
    nuevo = {viejo: lugar for lugar, viejo in enumerate(usados)}
    podadas = [{**g, "arcs": _renumerar(g["arcs"], nuevo)} for g in quedan]
    demas = {k: v for k, v in mapa.items() if k not in ("objects", "arcs", "bbox")}
    objetos = {"comunas": {"type": "GeometryCollection", "geometries": podadas}}
    arcos = [mapa["arcs"][i] for i in usados]
    return {**demas, "objects": objetos, "arcs": arcos} if quedan else {}


def _arco(indice: int) -> int:
    """El arco que nombra un índice de TopoJSON: ~i es el mismo arco recorrido al revés."""
    return indice if indice >= 0 else ~indice


def _indices(arcos: list[Any]) -> Iterator[int]:
    for arco in arcos:
        if isinstance(arco, list):
            yield from _indices(arco)
        else:
            yield arco


def _renumerar(arcos: list[Any], nuevo: dict[int, int]) -> list[Any]:
    return [
        _renumerar(a, nuevo) if isinstance(a, list) else (nuevo[a] if a >= 0 else ~nuevo[_arco(a)])
        for a in arcos
    ]
