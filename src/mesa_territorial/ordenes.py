"""Las órdenes que puede dar una persona sobre su Mesa, con la frase que queda en el historial.

Cada orden recibe la Mesa que se ve y datos JSON; devuelve la frase y la transición ``Mesa → Mesa``
que el almacén aplica de una vez. Levanta ``ReglaRota`` si los datos no sirven.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from mesa_territorial.dominio.actores import Actor, Relacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION, etiqueta_de, numero

Transicion = Callable[[Mesa], Mesa]
Orden = tuple[str, Transicion]
Datos = Mapping[str, Any]
_C = TypeVar("_C", Actor, Relacion, Momento)


def preparar(orden: str, mesa: Mesa, datos: Datos) -> Orden:
    """La frase y la transición de la orden; levanta ``ReglaRota`` si la orden no existe."""
    exigir(orden in ORDENES, f"Este paso no existe: «{orden}».")
    try:
        return ORDENES[orden](mesa, datos)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReglaRota(f"Faltan datos para este paso ({error}).") from error


def _construir(clase: type[_C], datos: Datos) -> _C:
    try:
        return msgspec.convert(dict(datos), clase)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, ReglaRota):
            raise error.__cause__ from None
        raise ReglaRota(f"Hay un dato que no sirve ({error}).") from error


def _agregar_actor(_: Mesa, datos: Datos) -> Orden:
    actor = _construir(Actor, datos)
    return f"Agregó a {actor.nombre}", lambda m: m.con_actor(actor)


def _editar_actor(mesa: Mesa, datos: Datos) -> Orden:
    antes = mesa.actor(datos["id"])
    campos = dict(datos["campos"])
    campos.pop("id", None)

    def transicion(m: Mesa) -> Mesa:
        actual: dict[str, Any] = msgspec.to_builtins(m.actor(antes.id))
        return m.con_actor(_construir(Actor, {**actual, **campos}))

    return f"{antes.nombre}: {_cambios(antes, campos, CAMPOS_DE_ACTOR)}", transicion


def _cambios(cosa: Actor | Relacion, campos: Datos, nombres: Mapping[str, str]) -> str:
    partes = [
        f"{nombres.get(c, c).lower()} {_valor(c, getattr(cosa, c, None))} → {_valor(c, v)}"
        for c, v in campos.items()
    ]
    return "; ".join(partes) or "sin cambios"


def _valor(campo: str, valor: Any) -> str:
    if valor is None or valor == "":
        return "(vacío)"
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, int | float):
        return numero(valor, 0 if float(valor).is_integer() else 1)
    return etiqueta_de(campo, str(valor))[:80]


def _quitar_actores(mesa: Mesa, datos: Datos) -> Orden:
    nombres = [mesa.actor(i).nombre for i in datos["ids"]]
    exigir(bool(nombres), "Elija al menos un actor.")

    def transicion(m: Mesa) -> Mesa:
        for id_actor in datos["ids"]:
            m = m.sin_actor(id_actor)
        return m

    return f"Quitó a {_enumerar(nombres)}", transicion


def _enumerar(nombres: list[str]) -> str:
    if len(nombres) > 3:
        return f"{len(nombres)} actores"
    return " y ".join([", ".join(nombres[:-1]), nombres[-1]]) if len(nombres) > 1 else nombres[0]


def _mover(mesa: Mesa, datos: Datos) -> Orden:
    lugares = {i: (float(x), float(y)) for i, (x, y) in datos["lugares"].items()}
    nombres = [mesa.actor(i).nombre for i in lugares]
    exigir(bool(nombres), "Elija al menos un actor.")
    fijar = {"fijado": bool(datos["fijar"])} if "fijar" in datos else {}

    def transicion(m: Mesa) -> Mesa:
        return m.con_actores(
            _con_campos(m.actor(i), x=x, y=y, **fijar) for i, (x, y) in lugares.items()
        )

    return f"{datos.get('frase') or 'Movió a ' + _enumerar(nombres)}"[:200], transicion


def _con_campos(actor: Actor, **campos: Any) -> Actor:
    return _construir(Actor, {**msgspec.to_builtins(actor), **campos})


def _fijar(mesa: Mesa, datos: Datos) -> Orden:
    fijado = bool(datos["fijado"])
    nombres = [mesa.actor(i).nombre for i in datos["ids"]]
    exigir(bool(nombres), "Elija al menos un actor.")

    def transicion(m: Mesa) -> Mesa:
        return m.con_actores(_con_campos(m.actor(i), fijado=fijado) for i in datos["ids"])

    return f"{'Fijó' if fijado else 'Soltó'} a {_enumerar(nombres)}", transicion


def _ubicar(mesa: Mesa, datos: Datos) -> Orden:
    campos = {c: datos[c] for c in ("influencia", "interes") if c in datos}
    return _editar_actor(mesa, {"id": datos["id"], "campos": campos})


def _unir(mesa: Mesa, datos: Datos) -> Orden:
    relacion = _construir(Relacion, datos)
    de, hacia = mesa.actor(relacion.de).nombre, mesa.actor(relacion.hacia).nombre
    tipo = etiqueta_de("tipo_relacion", relacion.tipo).lower()
    return f"Unió {de} con {hacia} ({tipo})", lambda m: m.con_relacion(relacion)


def _relacion(mesa: Mesa, id_relacion: str) -> tuple[Relacion, str]:
    exigir(id_relacion in mesa.relaciones, "Esa relación ya no está en la Mesa.")
    r = mesa.relaciones[id_relacion]
    return r, f"{mesa.actor(r.de).nombre} con {mesa.actor(r.hacia).nombre}"


def _editar_relacion(mesa: Mesa, datos: Datos) -> Orden:
    antes, nombre = _relacion(mesa, datos["id"])
    campos = {c: v for c, v in datos["campos"].items() if c != "id"}

    def transicion(m: Mesa) -> Mesa:
        actual: dict[str, Any] = msgspec.to_builtins(_relacion(m, antes.id)[0])
        return m.con_relacion(_construir(Relacion, {**actual, **campos}))

    return f"{nombre}: {_cambios(antes, campos, CAMPOS_DE_RELACION)}", transicion


def _quitar_relacion(mesa: Mesa, datos: Datos) -> Orden:
    antes, nombre = _relacion(mesa, datos["id"])
    return f"Quitó la relación de {nombre}", lambda m: m.sin_relacion(antes.id)


def _agregar_momento(_: Mesa, datos: Datos) -> Orden:
    momento = _construir(Momento, datos)
    copiar = datos.get("copiar_de")

    def transicion(m: Mesa) -> Mesa:
        nueva = m.con_momento(momento)
        copias = (
            msgspec.convert(
                {**msgspec.to_builtins(r), "id": f"{r.id}-{momento.id}", "momento": momento.id},
                Relacion,
            )
            for r in m.relaciones.values()
            if r.momento == copiar
        )
        return nueva.con_relaciones(copias)

    return f"Agregó el momento «{momento.nombre}»", transicion


ORDENES: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "agregar_actor": _agregar_actor,
    "editar_actor": _editar_actor,
    "quitar_actores": _quitar_actores,
    "mover": _mover,
    "fijar": _fijar,
    "ubicar": _ubicar,
    "unir": _unir,
    "editar_relacion": _editar_relacion,
    "quitar_relacion": _quitar_relacion,
    "agregar_momento": _agregar_momento,
}
