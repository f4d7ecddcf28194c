"""Las órdenes sobre las secciones de la Mesa: poner y quitar fichas, y editar la sección misma.

Valen para todos los temas: qué se puede poner y cómo se dice lo sabe el esquema de cada colección.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

import msgspec

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota, exigir
from mesa_territorial.dominio.secciones import Seccion
from mesa_territorial.esquemas import Esquema, decir, esquema_de
from mesa_territorial.ordenes.construccion import Datos, Orden

LARGO_DE_FRASE = 200


def _poner_ficha(mesa: Mesa, datos: Datos) -> Orden:
    esquema = esquema_de(datos["seccion"], datos["coleccion"])
    id_ficha, campos = str(datos["id"]), _propios(esquema, datos["campos"])
    exigir(bool(id_ficha.strip()), "La ficha necesita un identificador.")
    antes = _ficha(mesa, esquema, id_ficha)

    def transicion(m: Mesa) -> Mesa:
        return _con_ficha(m, esquema, id_ficha, campos)

    return _frase(mesa, esquema, antes, campos, id_ficha), transicion


def _quitar_ficha(mesa: Mesa, datos: Datos) -> Orden:
    esquema = esquema_de(datos["seccion"], datos["coleccion"])
    id_ficha = str(datos["id"])
    antes = _ficha(mesa, esquema, id_ficha)
    exigir(antes is not None, f"Eso ya no está entre «{esquema.varios.lower()}».")

    def transicion(m: Mesa) -> Mesa:
        exigir(_ficha(m, esquema, id_ficha) is not None, "Eso ya lo quitó alguien más.")
        quedan = {k: f for k, f in _coleccion(m, esquema).items() if k != id_ficha}
        return _con_seccion(m, esquema, {esquema.coleccion: quedan})

    titulo = _titulo(mesa, esquema, antes or {}, id_ficha)
    return f"{esquema.varios}: quitó «{titulo}»"[:LARGO_DE_FRASE], transicion


def _editar_seccion(mesa: Mesa, datos: Datos) -> Orden:
    esquema = esquema_de(datos["seccion"])
    campos = _propios(esquema, datos["campos"])
    antes = msgspec.to_builtins(mesa.seccion(esquema.seccion))

    def transicion(m: Mesa) -> Mesa:
        return _con_seccion(m, esquema, campos)

    return f"{esquema.varios}: {_cambios(mesa, esquema, antes, campos)}"[
        :LARGO_DE_FRASE
    ], transicion


def _propios(esquema: Esquema, campos: Datos) -> dict[str, Any]:
    exigir(bool(campos), "No llegó nada que cambiar.")
    propios = {c.clave for c in esquema.campos if not c.calculado}
    sobran = sorted(set(campos) - propios)
    exigir(not sobran, f"«{esquema.varios}» no tiene {', '.join(sobran)}.")
    return dict(campos)


def _coleccion(mesa: Mesa, esquema: Esquema) -> dict[str, Any]:
    coleccion: dict[str, Any] = getattr(mesa.seccion(esquema.seccion), esquema.coleccion)
    return coleccion


def _ficha(mesa: Mesa, esquema: Esquema, id_ficha: str) -> dict[str, Any] | None:
    ficha = _coleccion(mesa, esquema).get(id_ficha)
    return None if ficha is None else msgspec.to_builtins(ficha)


def _con_ficha(mesa: Mesa, esquema: Esquema, id_ficha: str, campos: Datos) -> Mesa:
    if esquema.por_actor:
        mesa.actor(id_ficha)
    exigir(not esquema.fijas or id_ficha in esquema.fijas, f"Eso no está en «{esquema.varios}».")
    coleccion = _coleccion(mesa, esquema)
    clase = clase_de_ficha(mesa.seccion(esquema.seccion), esquema.coleccion)
    ficha = _convertir({**(_ficha(mesa, esquema, id_ficha) or {"id": id_ficha}), **campos}, clase)
    return _con_seccion(mesa, esquema, {esquema.coleccion: {**coleccion, id_ficha: ficha}})


def _con_seccion(mesa: Mesa, esquema: Esquema, campos: Datos) -> Mesa:
    seccion = mesa.seccion(esquema.seccion)
    tipos = get_type_hints(type(seccion))
    nuevos = {c: _convertir(v, tipos[c]) if c in tipos else v for c, v in campos.items()}
    desconocidos = sorted(set(nuevos) - {f.name for f in fields(seccion)})
    exigir(not desconocidos, f"Este dato no existe: {', '.join(desconocidos)}.")
    return mesa.con(**{esquema.seccion: replace(seccion, **nuevos)})


def clase_de_ficha(seccion: Seccion, coleccion: str) -> type[Any]:
    """La clase de las fichas de una colección: la ``F`` de su ``dict[str, F]``."""
    clase: type[Any] = get_args(get_type_hints(type(seccion))[coleccion])[1]
    return clase


def _convertir(valor: Any, tipo: Any) -> Any:
    try:
        return msgspec.convert(msgspec.to_builtins(valor), tipo)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, ReglaRota):
            raise error.__cause__ from None
        raise ReglaRota(f"Hay un dato que no sirve ({error}).") from error


def _frase(mesa: Mesa, esquema: Esquema, antes: Any, campos: Datos, id_ficha: str) -> str:
    titulo = _titulo(mesa, esquema, {**(antes or {}), **campos}, id_ficha)
    if antes is None and not (esquema.por_actor or esquema.fijas):
        frase = f"{esquema.varios}: agregó «{titulo}»"
    else:
        frase = f"{esquema.varios}, {titulo}: {_cambios(mesa, esquema, antes or {}, campos)}"
    return frase[:LARGO_DE_FRASE]


def _titulo(mesa: Mesa, esquema: Esquema, ficha: Mapping[str, Any], id_ficha: str) -> str:
    if esquema.por_actor:
        return mesa.actor(id_ficha).nombre
    if id_ficha in esquema.fijas:
        return esquema.fijas[id_ficha]
    campo = esquema.campo(esquema.titulo)
    valor = ficha.get(esquema.titulo)
    return decir(campo, valor, _nombres(mesa))[:80] if campo and valor else esquema.uno


def _cambios(mesa: Mesa, esquema: Esquema, antes: Mapping[str, Any], campos: Datos) -> str:
    nombres = _nombres(mesa)
    partes = [
        f"{campo.nombre.lower()} {decir(campo, antes.get(clave), nombres)[:60]}"
        f" → {decir(campo, valor, nombres)[:60]}"
        for clave, valor in campos.items()
        if (campo := esquema.campo(clave))
    ]
    return "; ".join(partes) or "sin cambios"


def _nombres(mesa: Mesa) -> Mapping[str, str]:
    return {a.id: a.nombre for a in mesa.actores.values()}


DE_FICHAS: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "poner_ficha": _poner_ficha,
    "quitar_ficha": _quitar_ficha,
    "editar_seccion": _editar_seccion,
}
