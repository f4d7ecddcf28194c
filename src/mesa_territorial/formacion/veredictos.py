"""Lo que se le devuelve a quien responde: acierto, retroalimentación y por dónde seguir."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from mesa_territorial.formacion.piezas import Item

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detalle:
    """Un comentario junto a una parte de la respuesta; ``bien`` es None si no se juzga."""

    id: str
    texto: str
    bien: bool | None
    mensaje: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correccion:
    """El resultado de una respuesta.

    ``acierto`` es None cuando no hay una sola respuesta buena; ``puntaje`` va de 0 a 1.
    ``cuenta`` es False si no hubo respuesta que corregir: no gasta un intento.
    ``falta`` dice cuánto queda sin revelar qué. ``es_borrador`` pide guardar lo escrito aunque
    todavía no cuente.
    """

    acierto: bool | None
    puntaje: float
    mensaje: str
    detalles: tuple[Detalle, ...] = ()
    falta: tuple[str, ...] = ()
    proximo_paso: str = ""
    seccion: str = ""
    cuenta: bool = True
    es_borrador: bool = False


def sin_respuesta(item: Item, mensaje: str, *, es_borrador: bool = False) -> Correccion:
    """Corrección amable de una respuesta vacía o a medias: no cuenta como intento."""
    return Correccion(
        acierto=None,
        puntaje=0.0,
        mensaje=mensaje,
        seccion=item.seccion,
        cuenta=False,
        es_borrador=es_borrador,
    )


def ilegible(item: Item) -> Correccion:
    """Corrección amable de una respuesta que no se entiende: tampoco cuenta."""
    return sin_respuesta(item, "No pudimos leer la respuesta. Vuelva a responder, por favor.")


def juzgar(
    item: Item,
    detalles: Sequence[Detalle],
    *,
    acierto: bool,
    puntaje: float,
    falta: Iterable[str] = (),
) -> Correccion:
    """La corrección de un ítem con respuesta buena: elige el mensaje y el próximo paso."""
    return Correccion(
        acierto=acierto,
        puntaje=round(puntaje, 4),
        mensaje=item.si_acierta if acierto else item.si_falla,
        detalles=tuple(detalles),
        falta=tuple(falta),
        proximo_paso="" if acierto else "Corrija lo señalado y vuelva a responder.",
        seccion=item.seccion,
    )


def juzgar_partes(
    item: Item, detalles: Sequence[Detalle], total: int, falta: Iterable[str]
) -> Correccion:
    """La corrección de ``total`` partes que se juzgan por separado; ilegible si no hay ninguna."""
    if not detalles:
        return ilegible(item)
    buenos = sum(bool(d.bien) for d in detalles)
    return juzgar(item, detalles, acierto=buenos == total, puntaje=buenos / total, falta=falta)


def contar(n: int, uno: str, varios: str) -> tuple[str, ...]:
    """La frase de lo que falta en singular o plural (``{n}``); nada si no falta."""
    if n <= 0:
        return ()
    return (uno if n == 1 else varios.format(n=n),)


def leer(respuesta: Any, forma: type[T]) -> T | None:
    """``respuesta`` como ``forma``, o None si no lo es: nunca levanta."""
    try:
        return msgspec.convert(respuesta, forma)
    except (msgspec.ValidationError, ValueError, OverflowError, RecursionError):
        return None
