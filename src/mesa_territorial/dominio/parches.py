"""Parches: en qué se distinguen dos documentos, campo por campo.

Un parche es una lista de cambios ``{"ruta": [...], "antes": x, "despues": y}``; cuando el campo
no existía falta «antes», y cuando deja de existir falta «despues». Así se invierte, se filtra por
campo y se ve si dos personas tocaron lo mismo.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from mesa_territorial.dominio.reglas import ReglaRota

Documento = dict[str, Any]
Cambio = dict[str, Any]
Parche = list[Cambio]
Ruta = tuple[str, ...]


def comparar(antes: Documento, despues: Documento) -> Parche:
    """El parche que lleva de ``antes`` a ``despues``; vacío si son iguales."""
    return list(_diferencias(antes, despues, ()))


def _diferencias(antes: Documento, despues: Documento, ruta: Ruta) -> Iterator[Cambio]:
    for clave, valor in antes.items():
        if clave not in despues:
            yield {"ruta": [*ruta, clave], "antes": valor}
        elif valor != despues[clave]:
            # Comparar primero la ficha entera evita recorrer las que no cambiaron.
            yield from _cambios(valor, despues[clave], (*ruta, clave))
    for clave, valor in despues.items():
        if clave not in antes:
            yield {"ruta": [*ruta, clave], "despues": valor}


def _cambios(antes: Any, despues: Any, ruta: Ruta) -> Iterator[Cambio]:
    if isinstance(antes, dict) and isinstance(despues, dict):
        yield from _diferencias(antes, despues, ruta)
    else:
        yield {"ruta": list(ruta), "antes": antes, "despues": despues}


def invertir(parche: Parche) -> Parche:
    """El parche que deshace a ``parche``."""
    otro = {"antes": "despues", "despues": "antes", "ruta": "ruta"}
    return [{otro[k]: v for k, v in cambio.items()} for cambio in parche]


def aplicar(documento: Documento, parche: Parche) -> Documento:
    """Un documento nuevo con ``parche`` aplicado; el original no se toca.

    Levanta ``ReglaRota`` si la ruta ya no existe.
    """
    for cambio in parche:
        documento = _con_cambio(documento, tuple(cambio["ruta"]), cambio)
    return documento


def _con_cambio(documento: Any, ruta: Ruta, cambio: Cambio) -> Documento:
    if not isinstance(documento, dict):
        raise ReglaRota("Ese cambio ya no se puede aplicar: lo que tocaba ya no existe.")
    clave, resto = ruta[0], ruta[1:]
    if resto:
        return {**documento, clave: _con_cambio(documento.get(clave), resto, cambio)}
    if "despues" in cambio:
        return {**documento, clave: cambio["despues"]}
    return {k: v for k, v in documento.items() if k != clave}


def se_pisan(unos: Iterable[Cambio], otros: Iterable[Cambio]) -> list[Cambio]:
    """Los cambios de ``unos`` que tocan un campo, o su ficha, que también tocan ``otros``."""
    rutas = {tuple(c["ruta"]) for c in otros}
    fichas = {previa for ruta in rutas for previa in _previas(ruta)}
    return [c for c in unos if _toca(tuple(c["ruta"]), rutas, fichas)]


def _toca(ruta: Ruta, rutas: set[Ruta], fichas: set[Ruta]) -> bool:
    return ruta in rutas or ruta in fichas or any(previa in rutas for previa in _previas(ruta))


def _previas(ruta: Ruta) -> Iterator[Ruta]:
    return (ruta[:largo] for largo in range(len(ruta)))
