"""El esquema de la base: en qué versión está y cómo se sube, con Alembic y desde el código."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from mesa_territorial.almacen.errores import traducir
from mesa_territorial.almacen.motor import APLICACION, crear_motor
from mesa_territorial.almacen.tablas import ESQUEMA
from mesa_territorial.dominio.reglas import ReglaRota

MIGRACIONES = Path(__file__).parent / "migraciones"
_CANDADO = 0x4D455341
_HAY_REVISION = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'",
    "postgresql": "SELECT to_regclass('alembic_version')",
}
_AJENA = "Ese archivo es una base de datos de otro programa, no de Mesas."
_NUEVA = (
    "Estas Mesas se guardaron con una versión más nueva del programa. "
    "Actualice el programa y vuelva a abrirlas."
)


def abrir_motor(donde: str | Path) -> Engine:
    """El motor de la base en ``donde``, ya al día; levanta lo mismo que ``subir``."""
    motor = crear_motor(donde)
    try:
        with traducir():
            subir(motor)
    except BaseException:
        motor.dispose()
        raise
    return motor


def subir(motor: Engine) -> None:
    """Deja la base en el esquema de este programa; si ya lo está, sólo lo comprueba.

    Levanta ``ReglaRota`` si la base es de otro programa o de una versión más nueva.
    """
    with motor.connect() as conexion:
        if revision(conexion) == ESQUEMA:
            return
    with motor.execution_options(escribe=True).begin() as conexion:
        if conexion.dialect.name == "postgresql":
            conexion.execute(sa.select(sa.func.pg_advisory_xact_lock(_CANDADO)))
        _exigir_conocida(conexion)
        _migrar(conexion)


def revision(conexion: Connection) -> str:
    """La revisión en que está la base; vacía si todavía no tiene tablas."""
    # Preguntado a mano: el inspector de SQLAlchemy cuesta más que todo lo demás de abrir la base.
    if conexion.exec_driver_sql(_HAY_REVISION[conexion.dialect.name]).scalar() is None:
        return ""
    version = conexion.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(version or "")


def _exigir_conocida(conexion: Connection) -> None:
    actual = revision(conexion)
    if not actual and _tiene_algo(conexion):
        raise ReglaRota(_AJENA)
    if actual and actual not in _revisiones():
        raise ReglaRota(_NUEVA)


def _tiene_algo(conexion: Connection) -> bool:
    return bool(sa.inspect(conexion).get_table_names()) or identidad(conexion) not in (
        0,
        APLICACION,
    )


def identidad(conexion: Connection) -> int:
    """El ``application_id`` del archivo SQLite; en PostgreSQL, siempre el nuestro."""
    if conexion.dialect.name != "sqlite":
        return APLICACION
    return int(conexion.exec_driver_sql("PRAGMA application_id").scalar_one())


def _revisiones() -> set[str]:
    return {archivo.name[:4] for archivo in (MIGRACIONES / "versiones").glob("[0-9]*.py")}


def _migrar(conexion: Connection) -> None:
    # Alembic tarda en importarse y casi nunca hace falta.
    from alembic import command
    from alembic.config import Config

    configuracion = Config(attributes={"connection": conexion})
    configuracion.set_main_option("script_location", str(MIGRACIONES).replace("%", "%%"))
    configuracion.set_main_option("path_separator", "os")
    versiones = f"{MIGRACIONES / 'versiones'}".replace("%", "%%")
    configuracion.set_main_option("version_locations", versiones)
    command.upgrade(configuracion, ESQUEMA)
