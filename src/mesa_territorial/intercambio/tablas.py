"""La Mesa como tablas que una persona lee, corrige y vuelve a importar."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.textos import (
    CAMPOS_DE_ACTOR,
    CAMPOS_DE_RELACION,
    ESTADOS,
    NIVELES,
    PROCEDENCIAS,
    SECTORES,
    TIPOS_DE_RELACION,
)

COLUMNAS_DE_ACTORES = (*(c for c in CAMPOS_DE_ACTOR if c != "id"), "id")
COLUMNAS_DE_RELACIONES = (*(c for c in CAMPOS_DE_RELACION if c != "id"), "id")
SI, NO = "Sí", "No"
POSICIONES = {1: "Apoya", 0: "Neutral", -1: "Se opone"}
LISTAS_DE_ACTOR = {
    "sector": SECTORES,
    "nivel": NIVELES,
    "estado": ESTADOS,
    "procedencia": PROCEDENCIAS,
}
LISTAS_DE_RELACION = {"tipo": TIPOS_DE_RELACION, "procedencia": PROCEDENCIAS}
# Los medios pares sueltos y los no-caracteres no caben en ningún XML; los de control, tampoco.
_IMPOSIBLES = re.compile("[\ud800-\udfff\ufffe\uffff]")
_DE_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def texto_posible(texto: str) -> str:
    """El texto sin lo que ningún archivo puede guardar (cambiado por �)."""
    return _IMPOSIBLES.sub("\ufffd", texto)


def texto_para_xml(texto: str) -> str:
    """El texto sin lo que un XML no puede guardar, tampoco caracteres de control."""
    return _DE_CONTROL.sub("", texto_posible(texto))


def titulos(columnas: tuple[str, ...], etiquetas: Any) -> list[str]:
    """Los títulos en castellano de las columnas."""
    return [etiquetas[columna] for columna in columnas]


def filas_de_actores(mesa: Mesa) -> Iterator[list[Celda]]:
    """Una fila por actor, en el orden de ``COLUMNAS_DE_ACTORES``."""
    for actor in mesa.actores.values():
        yield [_celda(c, getattr(actor, c), LISTAS_DE_ACTOR) for c in COLUMNAS_DE_ACTORES]


def filas_de_relaciones(mesa: Mesa) -> Iterator[list[Celda]]:
    """Una fila por relación, en el orden de ``COLUMNAS_DE_RELACIONES``, con nombres de actores."""
    momentos = nombres_de_momentos(mesa)
    for relacion in mesa.relaciones.values():
        dichos = {
            "de": texto_posible(mesa.actores[relacion.de].nombre),
            "hacia": texto_posible(mesa.actores[relacion.hacia].nombre),
            "momento": momentos[relacion.momento],
        }
        yield [
            dichos.get(c) or _celda(c, getattr(relacion, c), LISTAS_DE_RELACION)
            for c in COLUMNAS_DE_RELACIONES
        ]


def nombres_de_momentos(mesa: Mesa) -> dict[str, str]:
    """Cómo se escribe cada momento: su nombre, o su id si el nombre no alcanza a distinguirlo."""
    veces = Counter(nombre_comparable(m.nombre) for m in mesa.momentos.values())
    ids = {nombre_comparable(i) for i in mesa.momentos}
    claros = {n for n, cuantos in veces.items() if cuantos == 1 and n not in ids}
    return {
        i: texto_posible(m.nombre) if nombre_comparable(m.nombre) in claros else i
        for i, m in mesa.momentos.items()
    }


def _celda(campo: str, valor: Any, listas: Any) -> Celda:
    if valor is None or isinstance(valor, bool):
        return None if valor is None else SI if valor else NO
    if campo in listas:
        return str(listas[campo][valor])
    if campo == "posicion":
        return POSICIONES[valor]
    if isinstance(valor, int | float):
        return valor if math.isfinite(valor) else None
    return texto_posible(str(valor)) or None
