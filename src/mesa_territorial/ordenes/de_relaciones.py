"""Las órdenes sobre las relaciones y los momentos."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from mesa_territorial.dominio.actores import Relacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes.construccion import (
    Datos,
    Orden,
    construir,
    decir_cambios,
    decir_valor,
)
from mesa_territorial.textos import CAMPOS_DE_RELACION, TIPOS_DE_RELACION, etiqueta_de


def _unir(mesa: Mesa, datos: Datos) -> Orden:
    relacion = construir(Relacion, datos)
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
        return m.con_relacion(construir(Relacion, {**actual, **campos}))

    cambios = decir_cambios(antes, campos, CAMPOS_DE_RELACION, _decir_en(mesa))
    return f"{nombre}: {cambios}", transicion


def _decir_en(mesa: Mesa) -> Callable[[str, Any], str]:
    """Los ids de actores y momentos se dicen por su nombre, y el tipo, en castellano."""
    nombres = {
        "de": {a.id: a.nombre for a in mesa.actores.values()},
        "hacia": {a.id: a.nombre for a in mesa.actores.values()},
        "momento": {m.id: m.nombre for m in mesa.momentos.values()},
        "tipo": TIPOS_DE_RELACION,
    }
    return lambda campo, valor: nombres.get(campo, {}).get(valor) or decir_valor(campo, valor)


def _quitar_relacion(mesa: Mesa, datos: Datos) -> Orden:
    antes, nombre = _relacion(mesa, datos["id"])
    return f"Quitó la relación de {nombre}", lambda m: m.sin_relacion(antes.id)


def _agregar_momento(_: Mesa, datos: Datos) -> Orden:
    momento = construir(Momento, datos)
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


DE_RELACIONES: Mapping[str, Callable[[Mesa, Datos], Orden]] = {
    "unir": _unir,
    "editar_relacion": _editar_relacion,
    "quitar_relacion": _quitar_relacion,
    "agregar_momento": _agregar_momento,
}
