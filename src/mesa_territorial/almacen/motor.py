"""Cómo se abre cada base: archivo SQLite con todas sus seguridades, o PostgreSQL por URL."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url

from mesa_territorial.dominio.reglas import ReglaRota

ESPERA = 30
"""Segundos que un escritor espera su turno."""
APLICACION = 0x4D455341
"""``application_id`` de SQLite: las letras MESA. Distingue nuestra base de cualquier otra."""
# recursive_triggers hace que INSERT OR REPLACE también choque con «la bitácora no se borra»;
# secure_delete llena de ceros lo que se borra (los contactos se suprimen de verdad).
_PRAGMAS = (
    f"busy_timeout={ESPERA * 1000}",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cell_size_check=ON",
    "trusted_schema=OFF",
    "recursive_triggers=ON",
    "secure_delete=ON",
)


def es_url(donde: str | Path) -> bool:
    """Si ``donde`` es la dirección de una base y no la ruta de un archivo."""
    return isinstance(donde, str) and "://" in donde


def crear_motor(donde: str | Path) -> Engine:
    """El motor de la base en ``donde``; si es un archivo, crea su carpeta (0700) y lo crea (0600).

    Levanta ``ReglaRota`` si la dirección no es de SQLite ni de PostgreSQL o si no se puede crear.
    """
    if not es_url(donde):
        return _motor_sqlite(Path(donde))
    url = make_url(str(donde))
    if url.get_backend_name() == "sqlite" and url.database:
        return _motor_sqlite(Path(url.database))
    if url.get_backend_name() == "postgresql":
        return _motor_postgresql(url)
    raise ReglaRota("Las Mesas se guardan en un archivo SQLite o en una base PostgreSQL.")


def _motor_postgresql(url: URL) -> Engine:
    # client_encoding y la zona de la sesión no dependen de cómo esté configurado el servidor.
    return sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        connect_args={"client_encoding": "utf8", "options": "-c lock_timeout=30s"},
    )


def _motor_sqlite(ruta: Path) -> Engine:
    preparar_archivo(ruta)
    motor = sa.create_engine(
        URL.create("sqlite", database=str(ruta)), connect_args={"timeout": ESPERA}
    )
    event.listen(motor, "connect", _al_conectar)
    event.listen(motor, "begin", _al_comenzar)
    return motor


def preparar_archivo(ruta: Path) -> None:
    """Crea la carpeta (0700) y el archivo (0600) si faltan; ``ReglaRota`` si no se puede.

    El archivo sólo lo abre SQLite: si este proceso lo abriera y cerrara por su cuenta, el sistema
    soltaría los candados de las demás conexiones y dos escritores se estropearían el archivo.
    """
    try:
        ruta.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not ruta.exists():
            with closing(sqlite3.connect(ruta)) as nueva:
                nueva.execute("PRAGMA schema_version")
            ruta.chmod(0o600)
    except (OSError, sqlite3.Error) as error:
        raise ReglaRota(
            f"No se pudo abrir «{ruta}» ({error}). Elija otra carpeta o revise sus permisos."
        ) from error


def _al_conectar(conexion: Any, _registro: Any) -> None:
    # Sin esto el controlador abre transacciones por su cuenta y nunca IMMEDIATE.
    conexion.isolation_level = None
    for pragma in _PRAGMAS:
        conexion.execute(f"PRAGMA {pragma}")
    pasar_a_wal(conexion)


def pasar_a_wal(conexion: sqlite3.Connection) -> None:
    """Deja la base en modo WAL, aunque varios procesos la estrenen a la vez."""
    # SQLite no espera turno para este cambio: se reintenta.
    limite = time.monotonic() + ESPERA
    while conexion.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            conexion.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > limite:
                raise
            time.sleep(0.02)


def _al_comenzar(conexion: Connection) -> None:
    # IMMEDIATE toma el turno al empezar: leer y después subir a escritura puede fallar a medias.
    escribe = conexion.get_execution_options().get("escribe", False)
    conexion.exec_driver_sql("BEGIN IMMEDIATE" if escribe else "BEGIN")
