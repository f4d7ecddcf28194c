"""Corregir es una función pura: de un ítem y una respuesta, la retroalimentación."""

from collections.abc import Callable, Mapping
from typing import Any

from mesa_territorial.formacion.corregir_eleccion import (
    corregir_clasificar,
    corregir_multiple,
    corregir_ordenar,
    corregir_unica,
)
from mesa_territorial.formacion.corregir_obra import corregir_abierta, corregir_armar
from mesa_territorial.formacion.corregir_valor import corregir_numerica, corregir_ubicar
from mesa_territorial.formacion.items import (
    Abierta,
    Armar,
    Clasificar,
    ItemDeBanco,
    Multiple,
    Numerica,
    Ordenar,
    Ubicar,
    Unica,
)
from mesa_territorial.formacion.piezas import Item
from mesa_territorial.formacion.veredictos import Correccion, sin_respuesta

Corrector = Callable[[Any, Any], Correccion]

_CORRECTORES: Mapping[type[Item], Corrector] = {
    Unica: corregir_unica,
    Multiple: corregir_multiple,
    Numerica: corregir_numerica,
    Ordenar: corregir_ordenar,
    Clasificar: corregir_clasificar,
    Ubicar: corregir_ubicar,
    Armar: corregir_armar,
    Abierta: corregir_abierta,
}
_INVITACIONES: Mapping[type[Item], str] = {
    Unica: "Elija una alternativa y vuelva a responder.",
    Multiple: "Marque al menos una alternativa y vuelva a responder.",
    Numerica: "Escriba un número y vuelva a responder.",
    Ordenar: "Mueva los elementos hasta dejarlos en su orden y vuelva a responder.",
    Clasificar: "Elija dónde va al menos uno y vuelva a responder.",
    Ubicar: "Ponga al menos un actor en la cuadrícula y vuelva a responder.",
    Armar: "Agregue al menos un actor o una relación y vuelva a responder.",
    Abierta: "Escriba su respuesta, aunque sea un borrador, y vuelva a enviarla.",
}


def corregir(item: ItemDeBanco, respuesta: Any) -> Correccion:
    """Compara ``respuesta`` (tipos JSON) con lo que ``item`` acepta.

    Según el tipo del ítem, la respuesta es: un id (única), una lista de ids (múltiple, ordenar),
    un texto o número (numérica), ``{elemento: categoría}`` (clasificar),
    ``{actor: {"influencia": i, "interes": x}}`` (ubicar), ``{"actores": […], "relaciones": […]}``
    (armar) o ``{"texto": t, "niveles": {criterio: 0..3}}`` (abierta). Una respuesta vacía o que
    no se entiende recibe un mensaje amable y no cuenta como intento; nunca levanta.
    """
    tipo = type(item)
    if esta_vacia(respuesta):
        return sin_respuesta(item, f"Todavía no hay respuesta. {_INVITACIONES[tipo]}")
    return _CORRECTORES[tipo](item, respuesta)


def esta_vacia(respuesta: Any) -> bool:
    """Si no hay nada que corregir: nada, texto en blanco, o una lista o ficha sin nada dentro."""
    if respuesta is None:
        return True
    if isinstance(respuesta, str):
        return not respuesta.strip()
    if isinstance(respuesta, list | tuple):
        return not respuesta
    if isinstance(respuesta, dict):
        return all(v is None or v in ("", [], {}, ()) for v in respuesta.values())
    return False
