"""Los cambios de estado hechos fuera del tablero (en el mapa, en la tabla), según la bitácora."""

from collections.abc import Callable, Iterator
from typing import Any

MIRADOS = 500
"""Cuántos sucesos de la bitácora se miran, del último hacia atrás."""
Mudanza = dict[str, str]


def mudanzas_de(contexto: Any) -> Callable[[], list[Mudanza]]:
    """La función que trae las mudanzas de la Mesa abierta; sin contexto no hay bitácora."""
    if contexto is None:
        return list
    return lambda: [
        m
        for suceso in contexto.historial(texto="convocatoria", limite=MIRADOS)
        for m in leer_mudanzas(suceso)
    ]


def leer_mudanzas(suceso: Any) -> Iterator[Mudanza]:
    """Los actores que ese suceso cambió de estado sin pasar por el tablero de la convocatoria.

    Los que pasaron por él ya están en la Mesa, con la fecha que les puso la persona.
    """
    if suceso.tipo != "cambio" or suceso.deshecho:
        return
    rutas = [tuple(c["ruta"]) for c in suceso.parche]
    if any(ruta[:2] == ("convocatoria", "cambios") for ruta in rutas):
        return
    for cambio, ruta in zip(suceso.parche, rutas, strict=True):
        if ruta[:1] == ("actores",) and ruta[2:] == ("estado",):
            yield {
                "actor": ruta[1],
                "de": str(cambio.get("antes", "")),
                "a": str(cambio.get("despues", "")),
                "fecha": suceso.cuando.astimezone().date().isoformat(),
                "autor": suceso.autor,
            }
