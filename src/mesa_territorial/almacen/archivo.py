"""Archivos SQLite sueltos: copiarlos en caliente, cerrarlos en un solo archivo y revisarlos."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from mesa_territorial.almacen.motor import ESPERA
from mesa_territorial.dominio.reglas import ReglaRota


@contextmanager
def abierto(ruta: Path, *, solo_lectura: bool = False) -> Iterator[sqlite3.Connection]:
    """Una conexión directa, sin confiar en el esquema del archivo; se cierra al salir."""
    lugar = ruta.resolve().as_uri() + ("?mode=ro" if solo_lectura else "?mode=rwc")
    directa = sqlite3.connect(lugar, uri=True, timeout=ESPERA, isolation_level=None)
    with closing(directa) as conexion:
        conexion.execute("PRAGMA trusted_schema=OFF")
        conexion.execute("PRAGMA cell_size_check=ON")
        yield conexion


def copiar(origen: Path, destino: Path) -> None:
    """Copia una base en uso, sin detener a quien escribe; ``destino`` queda en un solo archivo.

    La copia se escribe en un temporal y aparece entera o no aparece.
    """
    temporal = temporal_para(destino)
    try:
        with abierto(origen) as fuente, abierto(temporal) as copia:
            fuente.backup(copia)
            copia.execute("PRAGMA journal_mode=DELETE")
        asegurar(temporal)
        temporal.replace(destino)
        asegurar(destino.parent)
    finally:
        borrar_con_compania(temporal)


def temporal_para(destino: Path) -> Path:
    """Un archivo vacío (0600) junto a ``destino``, para escribir antes de reemplazarlo."""
    temporal = destino.with_name(f".{destino.name}.{os.getpid()}.tmp")
    try:
        os.close(os.open(temporal, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    except OSError as error:
        raise ReglaRota(
            f"No se puede escribir en «{destino.parent}» ({error.strerror}). Elija otra carpeta."
        ) from error
    return temporal


def borrar_con_compania(ruta: Path) -> None:
    """Borra la base y sus archivos -wal, -shm y -journal, si están."""
    for sufijo in ("", "-wal", "-shm", "-journal"):
        ruta.with_name(ruta.name + sufijo).unlink(missing_ok=True)


def asegurar(ruta: Path) -> None:
    """Pide al disco que lo escrito en el archivo o la carpeta quede de verdad."""
    if ruta.is_dir() and os.name == "nt":
        return
    descriptor = os.open(ruta, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def danios(conexion: sqlite3.Connection) -> list[str]:
    """Lo que SQLite encuentra mal en el archivo; vacío si está íntegro."""
    integridad = [fila[0] for fila in conexion.execute("PRAGMA integrity_check(5)")]
    huerfanas = [f"fila suelta en {f[0]}" for f in conexion.execute("PRAGMA foreign_key_check")]
    return [mal for mal in integridad if mal != "ok"] + huerfanas[:5]
