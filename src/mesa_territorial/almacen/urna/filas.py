"""De filas de la urna a valores del dominio, y de vuelta."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_votos import Voto

_COLUMNAS = "ficha, sector, opcion, influencia, interes, valor, minuto"
SIN_VOTACION = "Esa votación no existe. Revise el código o pida uno nuevo."


def a_texto(votacion: Votacion) -> str:
    """La votación como JSON, para guardarla."""
    return msgspec.json.encode(votacion).decode()


def a_votacion(texto: str) -> Votacion:
    """La votación de un JSON guardado; levanta ``ReglaRota`` si no se entiende."""
    try:
        return msgspec.json.decode(texto, type=Votacion)
    except msgspec.ValidationError as error:
        raise ReglaRota(f"Una votación guardada no se puede leer ({error}).") from error


def leer_votacion(conexion: sqlite3.Connection, clave: str) -> tuple[Votacion, int]:
    """La votación con ese id y su versión; levanta ``ReglaRota`` si no existe."""
    consulta = "SELECT documento, version FROM votacion WHERE id = ?"
    fila = conexion.execute(consulta, (clave,)).fetchone()
    if fila is None:
        raise ReglaRota(SIN_VOTACION)
    return a_votacion(fila[0]), fila[1]


def leer_votos(
    conexion: sqlite3.Connection, clave: str, ronda: int, desde: int = 0, ficha: str = ""
) -> tuple[Voto, ...]:
    """Los votos de una ronda que cambiaron después de la versión ``desde``, también en blanco.

    Con ``ficha``, sólo los suyos.
    """
    consulta = f"SELECT {_COLUMNAS} FROM voto WHERE votacion = ? AND ronda = ?"
    datos: list[Any] = [clave, ronda]
    if desde:
        consulta += " AND serie > ?"
        datos.append(desde)
    if ficha:
        consulta += " AND ficha = ?"
        datos.append(ficha)
    return tuple(_a_votos(conexion.execute(consulta, datos)))


def _a_votos(filas: Iterable[Any]) -> Iterator[Voto]:
    sectores = {s.value: s for s in Sector}
    for ficha, sector, opcion, influencia, interes, valor, minuto in filas:
        yield Voto(
            ficha=ficha,
            sector=sectores.get(sector),
            opcion=opcion,
            influencia=influencia,
            interes=interes,
            valor=valor,
            cuando=datetime.fromtimestamp(minuto * 60, UTC),
        )
