"""La sala del respaldo: copia en caliente y estado de salud."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import archivo, esquema, tablas
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.valores import Salud
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.textos import numero

_CON_PG_DUMP = (
    "Estas Mesas están en PostgreSQL y se respaldan con sus herramientas: "
    "pg_dump --format=custom --file=mesas.dump (y pg_restore para volver). "
    "Para llevarse una Mesa, expórtela como archivo .mesa."
)
MEGA = 1_000_000
POCO_DISCO = 500 * MEGA


class SalaDeRespaldo(Sala):
    """Copiar la base y revisarla."""

    @property
    def _ruta(self) -> Path | None:
        lugar = self._motor.url
        return Path(lugar.database) if lugar.drivername == "sqlite" and lugar.database else None

    def respaldar(self, destino: Path) -> Path:
        """Copia la base mientras se usa; entrega la ruta de la copia, ya comprobada.

        Si ``destino`` es una carpeta, el nombre lleva la fecha. Levanta ``ReglaRota`` si no se
        puede escribir ahí o si la base es PostgreSQL, que se respalda con pg_dump.
        """
        self._exigir_servidor()
        if self._ruta is None:
            raise ReglaRota(_CON_PG_DUMP)
        if destino.is_dir():
            destino = destino / f"mesas-{self._reloj():%Y%m%d-%H%M%S}.sqlite"
        if destino.resolve() == self._ruta.resolve():
            raise ReglaRota("El respaldo no puede reemplazar al archivo que está en uso.")
        try:
            archivo.copiar(self._ruta, destino)
            _exigir_sana(destino)
        except (OSError, sqlite3.Error) as error:
            raise ReglaRota(
                f"No se pudo respaldar en «{destino}» ({error}). "
                "Revise el espacio y los permisos, y vuelva a intentarlo."
            ) from error
        return destino

    def revisar(self) -> Salud:
        """El estado de la base, con frases para quien no es del área."""
        self._exigir_servidor()
        with self._leyendo() as conexion:
            cuentas = _contar(conexion)
            version = esquema.revision(conexion)
            motor = _motor(conexion)
        danios = self._danios()
        ruta = self._ruta
        salud = Salud(
            motor=motor,
            lugar=str(ruta or self._motor.url.render_as_string(hide_password=True)),
            integra=not danios,
            esquema=version,
            al_dia=version == tablas.ESQUEMA,
            tamano=_tamano(ruta),
            wal=_tamano(ruta and ruta.with_name(ruta.name + "-wal")),
            libre=shutil.disk_usage(ruta.parent).free if ruta else None,
            frases=(),
            **cuentas,
        )
        return _con_frases(salud, danios)

    def _danios(self) -> list[str]:
        if self._ruta is None:
            return []
        try:
            with archivo.abierto(self._ruta) as conexion:
                return archivo.danios(conexion)
        except sqlite3.DatabaseError as error:
            return [str(error)]


def _exigir_sana(copia: Path) -> None:
    with archivo.abierto(copia) as conexion:
        danios = archivo.danios(conexion)
    if danios:
        copia.unlink()
        raise ReglaRota(
            "El archivo de las Mesas tiene daños y no se respaldó, para no reemplazar un respaldo "
            f"bueno por uno malo ({danios[0]}). Restaure el último respaldo."
        )


def _contar(conexion: Connection) -> dict[str, int]:
    mesa, suceso = tablas.mesa, tablas.suceso
    total = sa.select(sa.func.count())
    return {
        "mesas": conexion.scalar(total.where(mesa.c.borrada.is_(None))) or 0,
        "en_papelera": conexion.scalar(total.where(mesa.c.borrada.is_not(None))) or 0,
        "sucesos": conexion.scalar(total.select_from(suceso)) or 0,
    }


def _motor(conexion: Connection) -> str:
    nombre = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[conexion.dialect.name]
    version = conexion.dialect.server_version_info or ()
    return f"{nombre} {'.'.join(map(str, version))}"


def _tamano(ruta: Path | None) -> int:
    return ruta.stat().st_size if ruta and ruta.exists() else 0


def _con_frases(salud: Salud, danios: list[str]) -> Salud:
    return replace(salud, frases=tuple(_frases(salud, danios)))


def _frases(salud: Salud, danios: list[str]) -> list[str]:
    frases = [f"{salud.motor} en {salud.lugar}."]
    if salud.tamano:
        frases.append(f"Ocupa {numero(salud.tamano / MEGA, 1)} MB.")
    frases.append(
        f"Guarda {numero(salud.mesas)} Mesas, {numero(salud.en_papelera)} en la papelera y "
        f"{numero(salud.sucesos)} líneas de bitácora."
    )
    if danios:
        frases.append(f"El archivo está dañado ({danios[0]}): restaure el último respaldo.")
    else:
        frases.append("El archivo está íntegro.")
    if not salud.al_dia:
        frases.append("El formato no es el de este programa: actualícelo.")
    if salud.libre is not None and salud.libre < POCO_DISCO:
        frases.append(f"Queda poco disco: {numero(salud.libre / MEGA)} MB. Libere espacio.")
    return frases
