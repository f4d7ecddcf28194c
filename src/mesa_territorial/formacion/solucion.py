"""La respuesta modelo de cada ítem y cómo se cuenta. No sale hacia la pantalla antes de tiempo."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mesa_territorial.formacion.bocetos import Boceto
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
from mesa_territorial.textos import NIVELES, SECTORES, TIPOS_DE_RELACION, numero


def responder_bien(item: ItemDeBanco) -> Any:
    """Una respuesta que ``corregir`` da por buena, en tipos JSON."""
    return _MODELOS[type(item)](item)


def contar_solucion(item: ItemDeBanco) -> tuple[str, ...]:
    """La solución en frases, una por línea, para mostrarla tras los intentos o al rendirse."""
    return _RELATOS[type(item)](item)


def _centro(desde_hasta: tuple[float, float]) -> float:
    return sum(desde_hasta) / 2


def _ubicar_bien(item: Ubicar) -> dict[str, dict[str, float]]:
    return {
        e.id: {"influencia": _centro(e.influencia), "interes": _centro(e.interes)}
        for e in item.elementos
    }


def _escribir_bien(item: Abierta) -> dict[str, Any]:
    return {"texto": item.modelo, "niveles": {c.id: 3 for c in item.rubrica.criterios}}


def _contar_clasificacion(item: Clasificar) -> tuple[str, ...]:
    nombres = {c.id: c.texto for c in item.categorias}
    return tuple(f"{e.texto}: {nombres[e.categoria].lower()}." for e in item.elementos)


def _contar_lugares(item: Ubicar) -> tuple[str, ...]:
    return tuple(
        f"{e.texto}: influencia {_rango(e.influencia)}, interés {_rango(e.interes)}."
        for e in item.elementos
    )


def _rango(desde_hasta: tuple[float, float]) -> str:
    desde, hasta = desde_hasta
    return f"{desde:g}" if desde == hasta else f"de {desde:g} a {hasta:g}"


def _contar_boceto(boceto: Boceto) -> tuple[str, ...]:
    actores = tuple(
        f"{a.nombre} ({SECTORES[a.sector].lower()}"
        f"{', ' + NIVELES[a.nivel].lower() if a.nivel else ''})."
        for a in boceto.actores
    )
    relaciones = tuple(
        f"{r.de} → {r.hacia}: {TIPOS_DE_RELACION[r.tipo].lower()}." for r in boceto.relaciones
    )
    return actores + relaciones


def _contar_numero(item: Numerica) -> tuple[str, ...]:
    return (f"{numero(item.valor, item.decimales)} {item.unidad}".strip(),)


def _correctas(item: Unica | Multiple) -> list[Any]:
    return [o for o in item.opciones if o.correcta]


_MODELOS: Mapping[type[Item], Callable[[Any], Any]] = {
    Unica: lambda i: _correctas(i)[0].id,
    Multiple: lambda i: [o.id for o in _correctas(i)],
    Numerica: lambda i: numero(i.valor, i.decimales),
    Ordenar: lambda i: list(i.solucion),
    Clasificar: lambda i: {e.id: e.categoria for e in i.elementos},
    Ubicar: _ubicar_bien,
    Armar: lambda i: msgspec.to_builtins(i.solucion),
    Abierta: _escribir_bien,
}
_RELATOS: Mapping[type[Item], Callable[[Any], tuple[str, ...]]] = {
    Unica: lambda i: tuple(o.texto for o in _correctas(i)),
    Multiple: lambda i: tuple(o.texto for o in _correctas(i)),
    Numerica: _contar_numero,
    Ordenar: lambda i: tuple({e.id: e.texto for e in i.elementos}[s] for s in i.solucion),
    Clasificar: _contar_clasificacion,
    Ubicar: _contar_lugares,
    Armar: lambda i: _contar_boceto(i.solucion),
    Abierta: lambda i: (i.modelo,),
}
