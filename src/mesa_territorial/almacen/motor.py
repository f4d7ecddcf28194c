"""Cómo se abre cada base: archivo SQLite con todas sus seguridades, o PostgreSQL por URL."""

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url

from mesa_territorial.dominio.reglas import ReglaRota

ESPERA = 30
"""Segundos que un escritor espera su turno."""
FIRMA = b"SQLite format 3\x00"
APLICACION = 0x4D455341
"""``application_id`` de SQLite: las letras MESA. Distingue nuestra base de cualquier otra."""
# recursive_triggers hace que INSERT OR REPLACE también choque con «la bitácora no se borra»;
# secure_delete llena de ceros lo que se borra (los contactos se suprimen de verdad).
_PRAGMAS = (
    f"busy_timeout={ESPERA * 1000}",
    "journal_mode=WAL",
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

    Levanta ``ReglaRota`` si la dirección no es de SQLite ni de PostgreSQL o si el archivo es otra
    cosa que una base.
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
    """Crea la carpeta y el archivo si faltan; levanta ``ReglaRota`` si hay algo que no es base."""
    try:
        if not ruta.parent.exists():
            ruta.parent.mkdir(parents=True, mode=0o700)
        os.close(os.open(ruta, os.O_CREAT | os.O_RDONLY, 0o600))
        with ruta.open("rb") as archivo:
            inicio = archivo.read(len(FIRMA))
    except OSError as error:
        raise ReglaRota(
            f"No se pudo abrir «{ruta}» ({error.strerror}). "
            "Elija otra carpeta o revise sus permisos."
        ) from error
    if inicio not in (b"", FIRMA):
        raise ReglaRota(f"«{ruta.name}» no es una base de Mesas. Elija otro archivo.")


def _al_conectar(conexion: Any, _registro: Any) -> None:
    # Sin esto el controlador abre transacciones por su cuenta y nunca IMMEDIATE.
    conexion.isolation_level = None
    for pragma in _PRAGMAS:
        conexion.execute(f"PRAGMA {pragma}")


def _al_comenzar(conexion: Connection) -> None:
    # IMMEDIATE toma el turno al empezar: leer y después subir a escritura puede fallar a medias.
    escribe = conexion.get_execution_options().get("escribe", False)
    conexion.exec_driver_sql("BEGIN IMMEDIATE" if escribe else "BEGIN")
