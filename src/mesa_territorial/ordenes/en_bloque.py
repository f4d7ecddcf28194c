"""Las órdenes que tocan muchas fichas de una vez: editar en conjunto y pegar desde una planilla."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

import msgspec

from mesa_territorial.dominio.actores import Actor, Relacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes.construccion import (
    Datos,
    Orden,
    con_campos,
    construir,
    decir_valor,
    enumerar,
)
from mesa_territorial.textos import CAMPOS_DE_ACTOR

_C = TypeVar("_C", Actor, Relacion)


def _editar_actores(mesa: Mesa, datos: Datos) -> Orden:
    """``ids`` y los ``campos`` que se ponen iguales en todos."""
    ids, campos = tuple(datos["ids"]), dict(datos["campos"])
    exigir(bool(ids), "Elija al menos un actor.")
    exigir(not {"id", "nombre"} & campos.keys(), "El nombre se cambia de a uno.")
    nombres = enumerar([mesa.actor(i).nombre for i in ids])
    que = "; ".join(
        f"{CAMPOS_DE_ACTOR[c].lower()} → {decir_valor(c, v)}"
        for c, v in campos.items()
        if c in CAMPOS_DE_ACTOR
    )
    return f"{nombres}: {que}", lambda m: m.con_actores(
        con_campos(m.actor(i), **campos) for i in ids
    )


def _pegar(mesa: Mesa, datos: Datos) -> Orden:
    """Pega ``actores`` y ``relaciones``: la ficha cuyo ``id`` existe se cambia; si no, se agrega.

    Todo el bloque entra o no entra nada, y pegar nunca borra fichas.
    """
    actores, relaciones = list(datos.get("actores", ())), list(datos.get("relaciones", ()))
    exigir(bool(actores or relaciones), "No hay nada que pegar.")

    def transicion(m: Mesa) -> Mesa:
        con_actores = m.con_actores(_fundir(Actor, m.actores, actores))
        return con_actores.con_relaciones(_fundir(Relacion, m.relaciones, relaciones))

    return _frase_de_pegado(mesa, actores, relaciones), transicion


def _fundir(clase: type[_C], antes: Mapping[str, _C], fichas: Iterable[Datos]) -> list[_C]:
    return [_fundir_una(clase, antes.get(ficha["id"]), ficha) for ficha in fichas]


def _fundir_una(clase: type[_C], antes: _C | None, ficha: Datos) -> _C:
    if antes is None:
        obligatorios = {f.name for f in fields(clase) if f.default is MISSING}
        faltan = sorted(obligatorios - ficha.keys())
        exigir(not faltan, f"A una fila nueva le falta: {', '.join(faltan)}.")
    actual: dict[str, Any] = msgspec.to_builtins(antes) if antes is not None else {}
    return construir(clase, {**actual, **ficha})


def _frase_de_pegado(mesa: Mesa, actores: list[Datos], relaciones: list[Datos]) -> str:
    partes = [
        *_contar(actores, mesa.actores, "actor", "actores"),
        *_contar(relaciones, mesa.relaciones, "relación", "relaciones"),
    ]
    return f"Pegó desde una planilla: {', '.join(partes)}"


def _contar(fichas: list[Datos], antes: Mapping[str, Any], uno: str, varios: str) -> Iterable[str]:
    nuevas = sum(f["id"] not in antes for f in fichas)
    for cuenta, hizo in ((nuevas, "agregó"), (len(fichas) - nuevas, "cambió")):
        if cuenta:
            yield f"{hizo} {cuenta} {uno if cuenta == 1 else varios}"


EN_BLOQUE: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "editar_actores": _editar_actores,
    "pegar": _pegar,
}
