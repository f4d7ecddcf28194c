"""Construir actores y relaciones con lo que llega de la pantalla, y decir qué cambió."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from mesa_territorial.dominio.actores import Actor, Relacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.textos import etiqueta_de, numero

Transicion = Callable[[Mesa], Mesa]
Orden = tuple[str, Transicion]
Datos = Mapping[str, Any]
_C = TypeVar("_C", Actor, Relacion, Momento)


def construir(clase: type[_C], datos: Datos) -> _C:
    """La ficha con esos ``datos`` JSON; levanta ``ReglaRota`` si uno no sirve."""
    try:
        return msgspec.convert(dict(datos), clase)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, ReglaRota):
            raise error.__cause__ from None
        raise ReglaRota(f"Hay un dato que no sirve ({error}).") from error


def con_campos(actor: Actor, **campos: Any) -> Actor:
    """El mismo actor con otros valores, vueltos a comprobar."""
    return construir(Actor, {**msgspec.to_builtins(actor), **campos})


def decir_valor(campo: str, valor: Any) -> str:
    """Un valor como se lee en el historial: «3,5», «sí», «Integra la Mesa», «(vacío)»."""
    if valor is None or valor == "":
        return "(vacío)"
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if campo == "posicion":
        return etiqueta_de(campo, str(valor))
    if isinstance(valor, int | float):
        return numero(valor, 0 if float(valor).is_integer() else 1)
    return etiqueta_de(campo, str(valor))[:80]


def decir_cambios(
    cosa: Actor | Relacion,
    campos: Datos,
    nombres: Mapping[str, str],
    decir: Callable[[str, Any], str] = decir_valor,
) -> str:
    """«influencia 3 → 4; nota (vacío) → …»: lo que cambian ``campos`` en ``cosa``.

    Los campos que no están en ``nombres`` no se dicen; ``decir`` pone en palabras cada valor.
    """
    partes = [
        f"{nombres[c].lower()} {decir(c, getattr(cosa, c))} → {decir(c, v)}"
        for c, v in campos.items()
        if c in nombres
    ]
    return "; ".join(partes) or "sin cambios"


def enumerar(nombres: list[str]) -> str:
    """Hasta tres nombres, o cuántos son: «SERVIU, GORE y FOSIS», «5 actores»."""
    if len(nombres) > 3:
        return f"{len(nombres)} actores"
    return " y ".join([", ".join(nombres[:-1]), nombres[-1]]) if len(nombres) > 1 else nombres[0]
