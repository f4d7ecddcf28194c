"""El archivo de la urna: cómo se abre, qué tablas tiene y qué se dice cuando falla."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from mesa_territorial.almacen.errores import FallaDeAlmacen
from mesa_territorial.almacen.motor import ESPERA, es_url, pasar_a_wal, preparar_archivo
from mesa_territorial.dominio.reglas import ReglaRota

NOMBRE = "votos.sqlite"
VERSION = 1
APLICACION = 0x564F544F
"""``application_id`` de SQLite: las letras VOTO."""
_PRAGMAS = (
    f"busy_timeout={ESPERA * 1000}",
    "synchronous=FULL",
    "cell_size_check=ON",
    "trusted_schema=OFF",
)
# ``version`` crece con cada cambio de la votación o de sus votos; ``serie`` de un voto es la
# versión en que cambió por última vez: así se lee sólo lo nuevo.
_TABLAS = (
    """CREATE TABLE votacion (
        id TEXT NOT NULL PRIMARY KEY, codigo TEXT NOT NULL, mesa TEXT NOT NULL,
        cerrada INTEGER NOT NULL, documento TEXT NOT NULL, version INTEGER NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX codigo_vivo ON votacion (codigo) WHERE cerrada = 0",
    "CREATE INDEX votacion_de_mesa ON votacion (mesa)",
    """CREATE TABLE voto (
        votacion TEXT NOT NULL, ronda INTEGER NOT NULL, ficha TEXT NOT NULL, opcion TEXT NOT NULL,
        sector TEXT, influencia REAL, interes REAL, valor INTEGER, minuto INTEGER NOT NULL,
        orden INTEGER NOT NULL, serie INTEGER NOT NULL,
        PRIMARY KEY (votacion, ronda, ficha, opcion)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX voto_nuevo ON voto (votacion, ronda, serie)",
    """CREATE TABLE puesto (
        unico INTEGER NOT NULL PRIMARY KEY CHECK (unico = 1),
        direccion TEXT NOT NULL, latido INTEGER NOT NULL) STRICT""",
    f"PRAGMA application_id={APLICACION}",
    f"PRAGMA user_version={VERSION}",
)
_FRASES: Mapping[str, str] = {
    "SQLITE_FULL": "No queda espacio en el disco y el voto no se guardó. Libere espacio.",
    "SQLITE_READONLY": "El archivo de los votos está protegido contra escritura. Revise permisos.",
    "SQLITE_BUSY": "El archivo de los votos está ocupado. Espere unos segundos y repita.",
    "SQLITE_LOCKED": "El archivo de los votos está ocupado. Espere unos segundos y repita.",
    "SQLITE_CORRUPT": "El archivo de los votos está dañado. Reponga su último respaldo.",
    "SQLITE_NOTADB": "Ese archivo no es una urna de votos. Elija otro.",
    "SQLITE_CANTOPEN": "No se pudo abrir el archivo de los votos. Revise que la carpeta exista.",
    "SQLITE_IOERR": "El disco falló al leer o escribir los votos. Revíselo antes de seguir.",
}


def lugar_de_la_urna(base: str | Path) -> Path:
    """Dónde está la urna: ``MESA_VOTOS``, o ``votos.sqlite`` junto a la ``base`` de las Mesas.

    Si la base es una dirección de PostgreSQL, la urna queda en la carpeta de datos de la persona.
    """
    if elegida := os.environ.get("MESA_VOTOS"):
        return Path(elegida)
    if es_url(base):
        return user_data_path("mesa-territorial", appauthor=False) / NOMBRE
    return Path(base).with_name(NOMBRE)


def conectar(ruta: Path) -> sqlite3.Connection:
    """Una conexión a la urna en ``ruta``, con sus seguridades; la crea (0600) si no existe.

    Levanta ``ReglaRota`` si el archivo es de otro programa o de una versión más nueva.
    """
    preparar_archivo(ruta)
    with traducir():
        conexion = sqlite3.connect(
            ruta, timeout=ESPERA, isolation_level=None, check_same_thread=False
        )
        try:
            _preparar(conexion)
        except BaseException:
            conexion.close()
            raise
    return conexion


def _preparar(conexion: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        conexion.execute(f"PRAGMA {pragma}")
    pasar_a_wal(conexion)
    if _dato(conexion, "user_version") == VERSION and _dato(conexion, "application_id"):
        _exigir_propia(conexion)
        return
    with escribiendo(conexion):
        _crear_tablas(conexion)


def _crear_tablas(conexion: sqlite3.Connection) -> None:
    # Se mira otra vez con el turno tomado: dos procesos pueden estrenar la urna a la vez.
    if conexion.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        for orden in _TABLAS:
            conexion.execute(orden)
    _exigir_propia(conexion)


def _exigir_propia(conexion: sqlite3.Connection) -> None:
    if _dato(conexion, "application_id") != APLICACION:
        raise ReglaRota("Ese archivo no es una urna de votos. Elija otro.")
    if _dato(conexion, "user_version") > VERSION:
        raise ReglaRota("Esta urna es de una versión más nueva del kit. Actualice el kit.")


def _dato(conexion: sqlite3.Connection, pragma: str) -> int:
    return int(conexion.execute(f"PRAGMA {pragma}").fetchone()[0])


@contextmanager
def escribiendo(conexion: sqlite3.Connection) -> Iterator[None]:
    """Un turno de escritura: al salir bien queda en disco; con cualquier error no queda nada."""
    conexion.execute("BEGIN IMMEDIATE")
    try:
        yield
        conexion.execute("COMMIT")
    except BaseException:
        if conexion.in_transaction:
            conexion.execute("ROLLBACK")
        raise


@contextmanager
def traducir() -> Iterator[None]:
    """Convierte las fallas de SQLite que se saben explicar en ``FallaDeAlmacen``."""
    try:
        yield
    except sqlite3.Error as error:
        codigo = "_".join((getattr(error, "sqlite_errorname", "") or "").split("_")[:2])
        if codigo not in _FRASES:
            raise
        raise FallaDeAlmacen(_FRASES[codigo]) from error
