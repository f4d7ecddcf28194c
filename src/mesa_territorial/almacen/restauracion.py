"""Restaurar un respaldo: se comprueba entero antes de tocar lo que hay, y nada queda a medias."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy.engine import Engine

from mesa_territorial.almacen import archivo, esquema, tablas
from mesa_territorial.almacen.errores import FallaDeAlmacen, traducir
from mesa_territorial.almacen.motor import APLICACION, crear_motor
from mesa_territorial.documento import a_mesa
from mesa_territorial.dominio.reglas import ReglaRota

_OBJETOS = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def restaurar(origen: Path, destino: Path) -> None:
    """Reemplaza la base ``destino`` por el respaldo ``origen``, que no se toca.

    Lo que había en ``destino`` queda al lado, como «…antes-de-restaurar-FECHA.sqlite». Levanta
    ``ReglaRota``, sin cambiar nada, si el respaldo está dañado, es de otro programa o de una
    versión más nueva, o si alguien tiene abierta la base.
    """
    _exigir_base(origen)
    destino.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    candidata = archivo.temporal_para(destino)
    try:
        _traer(origen, candidata)
        _comprobar(candidata, origen.name)
        _apartar(destino)
        candidata.replace(destino)
        archivo.asegurar(destino.parent)
    finally:
        archivo.borrar_con_compania(candidata)


def _exigir_base(origen: Path) -> None:
    try:
        vacio = origen.stat().st_size == 0
    except OSError as error:
        raise ReglaRota(f"No se pudo leer «{origen}» ({error.strerror}).") from error
    if vacio or not origen.is_file():
        raise ReglaRota(_no_es(origen.name))


def _no_es(nombre: str) -> str:
    return f"«{nombre}» no es un respaldo de Mesas. Elija otro archivo."


def _traer(origen: Path, candidata: Path) -> None:
    """Copia el respaldo con SQLite, que recoge también lo que hubiera en su -wal."""
    try:
        with (
            archivo.abierto(origen, solo_lectura=True) as fuente,
            archivo.abierto(candidata) as copia,
        ):
            fuente.backup(copia)
    except sqlite3.Error as error:
        codigo = error.sqlite_errorname
        if codigo == "SQLITE_NOTADB":
            raise ReglaRota(_no_es(origen.name)) from error
        if codigo.startswith("SQLITE_CORRUPT"):
            raise ReglaRota(_daniado(origen.name, str(error))) from error
        raise ReglaRota(
            f"No se pudo copiar el respaldo ({error}). Revise el espacio y los permisos."
        ) from error


def _comprobar(candidata: Path, nombre: str) -> None:
    try:
        with archivo.abierto(candidata) as conexion:
            _exigir_nuestra(conexion, nombre)
            _exigir_integra(conexion, nombre)
        motor = crear_motor(candidata)
        try:
            _subir(motor, candidata, nombre)
        finally:
            motor.dispose()
        with archivo.abierto(candidata) as conexion:
            conexion.execute("PRAGMA journal_mode=DELETE")
        archivo.asegurar(candidata)
    except (sqlite3.Error, FallaDeAlmacen) as error:
        raise ReglaRota(_daniado(nombre, str(error))) from error


def _daniado(nombre: str, detalle: str) -> str:
    return (
        f"El respaldo «{nombre}» está dañado y no se restauró; sus Mesas siguen como estaban. "
        f"Pruebe con un respaldo anterior. (Detalle: {detalle})"
    )


def _exigir_nuestra(conexion: sqlite3.Connection, nombre: str) -> None:
    if conexion.execute("PRAGMA application_id").fetchone()[0] != APLICACION:
        raise ReglaRota(f"«{nombre}» es una base de otro programa, no un respaldo de Mesas.")


def _exigir_integra(conexion: sqlite3.Connection, nombre: str) -> None:
    danios = archivo.danios(conexion)
    if danios:
        raise ReglaRota(_daniado(nombre, danios[0]))


def _subir(motor: Engine, candidata: Path, nombre: str) -> None:
    with traducir():
        esquema.subir(motor)
    with archivo.abierto(candidata) as conexion:
        # Un disparador o una vista de más ejecutaría órdenes ajenas cada vez que se guarda.
        if _objetos(conexion) != _esperados(candidata):
            raise ReglaRota(f"«{nombre}» trae tablas que no son de Mesas, y no se restauró.")
        _exigir_legible(conexion, nombre)


def _objetos(conexion: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(conexion.execute(_OBJETOS))


def _esperados(candidata: Path) -> set[tuple[str, ...]]:
    modelo = archivo.temporal_para(candidata.with_name(candidata.name + ".modelo"))
    try:
        motor = crear_motor(modelo)
        esquema.subir(motor)
        motor.dispose()
        with archivo.abierto(modelo) as conexion:
            return _objetos(conexion)
    finally:
        archivo.borrar_con_compania(modelo)


def _exigir_legible(conexion: sqlite3.Connection, nombre: str) -> None:
    filas = conexion.execute(f"SELECT formato, documento FROM {tablas.mesa.name}")
    try:
        for formato, documento in filas:
            a_mesa(msgspec.json.decode(documento), formato)
    except (msgspec.DecodeError, ReglaRota) as error:
        raise ReglaRota(_daniado(nombre, str(error))) from error


def _apartar(destino: Path) -> None:
    """Deja lo que había con otro nombre, al lado."""
    if not destino.exists():
        return
    _exigir_cerrada(destino)
    hora = datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S-%f")
    apartada = destino.with_name(f"{destino.stem}.antes-de-restaurar-{hora}.sqlite")
    for sufijo in ("-wal", "-shm", ""):
        parte = destino.with_name(destino.name + sufijo)
        if parte.exists():
            parte.replace(apartada.with_name(apartada.name + sufijo))


def _exigir_cerrada(destino: Path) -> None:
    """Recoge lo que quedaba en el -wal, cosa que sólo se consigue si nadie más la tiene abierta."""
    try:
        with archivo.abierto(destino) as conexion:
            conexion.execute("PRAGMA busy_timeout=2000")
            conexion.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise ReglaRota(
            "Las Mesas están abiertas en otra ventana o programa. Ciérrelo y vuelva a restaurar."
        ) from error
    except sqlite3.DatabaseError:
        pass  # Está dañada: por eso se restaura. Se aparta tal cual.
