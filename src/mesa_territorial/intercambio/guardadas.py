"""Llevarse una Mesa guardada con su historial, y traerla a otro almacén."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec

from mesa_territorial.almacen import Almacen, Autor, Suceso
from mesa_territorial.dominio.mesa import LARGO_NOMBRE, Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.intercambio.paquete import desempaquetar, empaquetar
from mesa_territorial.intercambio.resguardo import sin_privado

TODOS = 10_000_000


def llevar(almacen: Almacen, clave: str, *, con_privado: bool = False) -> tuple[Mesa, bytes]:
    """La Mesa guardada y su archivo ``.mesa``, con el historial entero.

    Sin ``con_privado`` quedan fuera los juicios del equipo, también del historial (ver
    ``resguardo``): es la copia que se puede enviar.
    """
    mesa = almacen.leer(clave).mesa
    sucesos = almacen.historial(clave, limite=TODOS)
    # La identidad vale sólo en la base donde se dio: no viaja.
    en_orden = sorted((replace(s, persona="") for s in sucesos), key=lambda s: s.numero)
    crudos = [msgspec.to_builtins(s) for s in en_orden]
    if not con_privado:
        mesa, crudos = sin_privado(mesa, crudos)
    return mesa, empaquetar(mesa, crudos, con_privado=con_privado)


def traer(
    almacen: Almacen, contenido: bytes, *, autor: Autor | str, crear_clave: Callable[[], str]
) -> Mesa:
    """Guarda la Mesa de un archivo ``.mesa`` con su historial y la devuelve.

    Si su clave ya está ocupada entra con otra, como Mesa aparte: nunca pisa la que hay. Donde la
    base es de varias personas entra siempre con otra: la suya puede tenerla alguien que no se ve.
    Levanta ``ReglaRota`` si el archivo está dañado o su historial no se puede leer.
    """
    paquete = desempaquetar(contenido)
    mesa = paquete.mesa
    if mesa.id in _claves(almacen):
        nombre = f"{mesa.nombre} (traída)"[:LARGO_NOMBRE]
        mesa = mesa.con(id=crear_clave(), nombre=nombre)
    elif almacen.persona is not None:
        mesa = mesa.con(id=crear_clave())
    almacen.incorporar(mesa, [_suceso(s) for s in paquete.sucesos], autor=autor)
    return mesa


def _claves(almacen: Almacen) -> set[str]:
    return {r.clave for en in (False, True) for r in almacen.listar(papelera=en)}


def _suceso(crudo: Any) -> Suceso:
    try:
        return msgspec.convert(crudo, Suceso)
    except msgspec.ValidationError as error:
        raise ReglaRota(
            "El historial de ese archivo no se puede leer. Vuelva a bajarlo de donde lo sacó."
        ) from error
