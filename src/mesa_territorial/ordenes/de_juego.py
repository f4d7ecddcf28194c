"""Las órdenes del juego de actores: anotar casillas de las dos matrices, de a una o en bloque."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from mesa_territorial.dominio.juego import (
    InfluenciaDirecta,
    Juego,
    PosicionAnteObjetivo,
    casilla,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes.construccion import Datos, Orden

_J = TypeVar("_J", InfluenciaDirecta, PosicionAnteObjetivo)
_MUCHAS = 40_000


def _anotar_influencias(mesa: Mesa, datos: Datos) -> Orden:
    """``celdas``: ``{"fila", "columna", "valor"?, "dudosa"?, "porque"?}`` entre dos actores."""
    celdas = _celdas(datos)
    for celda in celdas:
        mesa.actor(celda["fila"])
        mesa.actor(celda["columna"])

    def transicion(m: Mesa) -> Mesa:
        nuevas = [_influencia(m.juego, celda) for celda in celdas]
        return m.con(juego=m.juego.con_influencias(*nuevas))

    rotulos = {a.id: a.nombre for a in mesa.actores.values()}
    return _frase("Influencias", "sobre", celdas, rotulos), transicion


def _anotar_posiciones(mesa: Mesa, datos: Datos) -> Orden:
    """Lo mismo, con el objetivo en la columna."""
    celdas = _celdas(datos)
    for celda in celdas:
        mesa.actor(celda["fila"])

    def transicion(m: Mesa) -> Mesa:
        nuevas = [_posicion(m.juego, celda) for celda in celdas]
        return m.con(juego=m.juego.con_posiciones(*nuevas))

    rotulos = {a.id: a.nombre for a in mesa.actores.values()}
    rotulos |= {o.id: f"«{o.rotulo}»" for o in mesa.juego.objetivos.values()}
    return _frase("Posiciones", "ante", celdas, rotulos), transicion


def _celdas(datos: Datos) -> Sequence[Mapping[str, Any]]:
    celdas = list(datos["celdas"])
    exigir(bool(celdas), "No llegó ninguna casilla que anotar.")
    exigir(len(celdas) <= _MUCHAS, "Son demasiadas casillas de una vez. Pegue por partes.")
    return celdas


def _influencia(juego: Juego, celda: Mapping[str, Any]) -> InfluenciaDirecta:
    fila, columna = str(celda["fila"]), str(celda["columna"])
    clave = casilla(fila, columna)
    antes = juego.influencias.get(clave)
    return _con(antes or InfluenciaDirecta(id=clave, quien=fila, sobre=columna), celda)


def _posicion(juego: Juego, celda: Mapping[str, Any]) -> PosicionAnteObjetivo:
    fila, columna = str(celda["fila"]), str(celda["columna"])
    clave = casilla(fila, columna)
    antes = juego.posiciones.get(clave)
    return _con(antes or PosicionAnteObjetivo(id=clave, actor=fila, objetivo=columna), celda)


def _con(juicio: _J, celda: Mapping[str, Any]) -> _J:
    campos: dict[str, Any] = {}
    if "valor" in celda:
        campos["valor"] = _entero(celda["valor"])
    if "dudosa" in celda:
        campos["dudosa"] = bool(celda["dudosa"])
    if "porque" in celda:
        campos["porque"] = str(celda["porque"])
    return replace(juicio, **campos)


def _entero(valor: Any) -> int | None:
    if valor is None:
        return None
    exigir(
        isinstance(valor, int | float)
        and not isinstance(valor, bool)
        and float(valor).is_integer(),
        f"Aquí va un número entero; llegó «{valor}».",
    )
    return int(valor)


def _frase(
    matriz: str, union: str, celdas: Sequence[Mapping[str, Any]], rotulos: Mapping[str, str]
) -> str:
    if len(celdas) > 1:
        return f"{matriz}: anotó {len(celdas)} casillas"
    (celda,) = celdas
    de, a = (rotulos.get(str(celda[x]), "alguien que ya no está") for x in ("fila", "columna"))
    return f"{matriz}: {de} {union} {a}: {', '.join(_cambios(celda)) or 'sin cambios'}"[:200]


def _cambios(celda: Mapping[str, Any]) -> Iterable[str]:
    if "valor" in celda:
        yield "(vacío)" if celda["valor"] is None else str(celda["valor"]).replace("-", "−")
    if "dudosa" in celda:
        yield "dudosa" if celda["dudosa"] else "ya no es dudosa"
    if "porque" in celda:
        yield "con su porqué" if celda["porque"] else "sin porqué"


DE_JUEGO: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "anotar_influencias": _anotar_influencias,
    "anotar_posiciones": _anotar_posiciones,
}
