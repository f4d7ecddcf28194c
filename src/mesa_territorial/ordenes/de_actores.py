"""Las órdenes sobre los actores: agregar, editar, quitar, mover, fijar y ubicar."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mesa_territorial.dominio.actores import Actor
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes.construccion import (
    Datos,
    Orden,
    con_campos,
    construir,
    decir_cambios,
    enumerar,
)
from mesa_territorial.textos import CAMPOS_DE_ACTOR


def _agregar_actor(_: Mesa, datos: Datos) -> Orden:
    actor = construir(Actor, datos)
    return f"Agregó a {actor.nombre}", lambda m: m.con_actor(actor)


def _editar_actor(mesa: Mesa, datos: Datos) -> Orden:
    antes = mesa.actor(datos["id"])
    campos = dict(datos["campos"])
    campos.pop("id", None)

    def transicion(m: Mesa) -> Mesa:
        actual: dict[str, Any] = msgspec.to_builtins(m.actor(antes.id))
        return m.con_actor(construir(Actor, {**actual, **campos}))

    return f"{antes.nombre}: {decir_cambios(antes, campos, CAMPOS_DE_ACTOR)}", transicion


def _quitar_actores(mesa: Mesa, datos: Datos) -> Orden:
    nombres = [mesa.actor(i).nombre for i in datos["ids"]]
    exigir(bool(nombres), "Elija al menos un actor.")

    def transicion(m: Mesa) -> Mesa:
        for id_actor in datos["ids"]:
            m = m.sin_actor(id_actor)
        return m

    return f"Quitó a {enumerar(nombres)}", transicion


def _mover(mesa: Mesa, datos: Datos) -> Orden:
    lugares = {i: (float(x), float(y)) for i, (x, y) in datos["lugares"].items()}
    nombres = [mesa.actor(i).nombre for i in lugares]
    exigir(bool(nombres), "Elija al menos un actor.")
    fijar = {"fijado": bool(datos["fijar"])} if "fijar" in datos else {}

    def transicion(m: Mesa) -> Mesa:
        return m.con_actores(
            con_campos(m.actor(i), x=x, y=y, **fijar) for i, (x, y) in lugares.items()
        )

    return f"{datos.get('frase') or 'Movió a ' + enumerar(nombres)}"[:200], transicion


def _fijar(mesa: Mesa, datos: Datos) -> Orden:
    fijado = bool(datos["fijado"])
    nombres = [mesa.actor(i).nombre for i in datos["ids"]]
    exigir(bool(nombres), "Elija al menos un actor.")

    def transicion(m: Mesa) -> Mesa:
        return m.con_actores(con_campos(m.actor(i), fijado=fijado) for i in datos["ids"])

    return f"{'Fijó' if fijado else 'Soltó'} a {enumerar(nombres)}", transicion


def _ubicar(mesa: Mesa, datos: Datos) -> Orden:
    campos = {c: datos[c] for c in ("influencia", "interes") if c in datos}
    return _editar_actor(mesa, {"id": datos["id"], "campos": campos})


DE_ACTORES: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "agregar_actor": _agregar_actor,
    "editar_actor": _editar_actor,
    "quitar_actores": _quitar_actores,
    "mover": _mover,
    "fijar": _fijar,
    "ubicar": _ubicar,
}
