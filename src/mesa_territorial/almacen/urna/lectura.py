"""Lo que se lee de la urna. Leer no detiene a quien vota."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from mesa_territorial.almacen.urna.archivo import traducir
from mesa_territorial.almacen.urna.filas import (
    SIN_VOTACION,
    a_votacion,
    leer_votacion,
    leer_votos,
)
from mesa_territorial.almacen.urna.valores import Cambios, Conteo
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_codigo import leer_codigo
from mesa_territorial.dominio.votacion_votos import Voto

SIN_NOTICIAS = 15
"""Segundos sin latido tras los que se da por caído el proceso que atiende a los celulares."""
_CON_ALGO = "(influencia IS NOT NULL OR interes IS NOT NULL OR valor IS NOT NULL)"

Ejes = tuple[tuple[int, float], ...]


class Lectura:
    """La mitad de la urna que sólo lee."""

    def __init__(
        self,
        conexion: sqlite3.Connection,
        turno: threading.RLock,
        reloj: Callable[[], datetime],
    ) -> None:
        self._conexion = conexion
        self._turno = turno
        self._reloj = reloj

    @contextmanager
    def _leyendo(self) -> Iterator[sqlite3.Connection]:
        # Un solo corte: la votación y sus votos corresponden al mismo instante.
        with self._turno, traducir():
            self._conexion.execute("BEGIN")
            try:
                yield self._conexion
            finally:
                self._conexion.execute("COMMIT")

    @property
    def ruta(self) -> Path:
        """El archivo de la urna."""
        return Path(self._conexion.execute("PRAGMA database_list").fetchone()[2])

    def votacion(self, cual: str) -> Votacion:
        """La votación con ese id, o la viva (si no, la última) con ese código.

        Levanta ``ReglaRota`` si no existe.
        """
        consulta = """SELECT documento FROM votacion WHERE id = ? OR codigo = ?
            ORDER BY id = ? DESC, cerrada, rowid DESC LIMIT 1"""
        with self._leyendo() as conexion:
            fila = conexion.execute(consulta, (cual, leer_codigo(cual), cual)).fetchone()
        return _exigir(fila)

    def votacion_de_codigo(self, codigo: str) -> Votacion:
        """La votación viva (si no, la última) con ese código; levanta ``ReglaRota`` si no hay.

        A diferencia de ``votacion`` no acepta el id: es la puerta de quien llega de afuera.
        """
        consulta = """SELECT documento FROM votacion WHERE codigo = ?
            ORDER BY cerrada, rowid DESC LIMIT 1"""
        with self._leyendo() as conexion:
            fila = conexion.execute(consulta, (codigo,)).fetchone()
        return _exigir(fila)

    def listar(self, mesa: str | None = None) -> tuple[Votacion, ...]:
        """Las votaciones, de la más nueva a la más antigua; con ``mesa``, sólo las suyas."""
        donde = "" if mesa is None else "WHERE mesa = ?"
        consulta = f"SELECT documento FROM votacion {donde} ORDER BY rowid DESC"
        with self._leyendo() as conexion:
            filas = conexion.execute(consulta, () if mesa is None else (mesa,)).fetchall()
        return tuple(a_votacion(fila[0]) for fila in filas)

    def marca(self, clave: str) -> int:
        """Un número que crece con cada cambio de la votación o de sus votos; 0 si no existe.

        Es la lectura más barata: sirve para saber si hay algo nuevo.
        """
        consulta = "SELECT version FROM votacion WHERE id = ?"
        with self._leyendo() as conexion:
            fila = conexion.execute(consulta, (clave,)).fetchone()
        return fila[0] if fila else 0

    def resultados(self, clave: str, ronda: int) -> tuple[Voto, ...]:
        """Los votos de esa ronda, sin los retirados. Mostrarlos o no es de quien los pide."""
        with self._leyendo() as conexion:
            votos = leer_votos(conexion, clave, ronda)
        return tuple(v for v in votos if not v.esta_en_blanco)

    def cambios_desde(self, clave: str, ronda: int, marca: int = 0) -> Cambios | None:
        """Lo nuevo de esa ronda desde ``marca`` (0: todo); ``None`` si nada cambió.

        Incluye los votos retirados, para descontarlos. Levanta ``ReglaRota`` si no existe.
        """
        with self._leyendo() as conexion:
            votacion, ultima = leer_votacion(conexion, clave)
            if ultima == marca:
                return None
            votos = leer_votos(conexion, clave, ronda, marca)
        return Cambios(votacion=votacion, votos=votos, marca=ultima)

    def conteo(self, clave: str, ronda: int) -> Conteo:
        """Cuántos votan y cuántas marcas van en esa ronda, sin contar lo retirado."""
        donde = f"FROM voto WHERE votacion = ? AND ronda = ? AND {_CON_ALGO}"
        de_cual = (clave, ronda)
        with self._leyendo() as conexion:
            votantes = conexion.execute(f"SELECT count(DISTINCT ficha) {donde}", de_cual)
            (cuantos,) = votantes.fetchone()
            por_opcion = dict(
                conexion.execute(f"SELECT opcion, count(*) {donde} GROUP BY opcion", de_cual)
            )
        return Conteo(votantes=cuantos, marcas=sum(por_opcion.values()), por_opcion=por_opcion)

    def promedios(self, clave: str, ronda: int) -> Mapping[str, Ejes]:
        """Por opción, cuántos respondieron y su promedio: de influencia, de interés y de valor.

        Quien los muestre debe callar los de menos de cinco.
        """
        consulta = """SELECT opcion, count(influencia), avg(influencia), count(interes),
            avg(interes), count(valor), avg(valor)
            FROM voto WHERE votacion = ? AND ronda = ? GROUP BY opcion"""
        with self._leyendo() as conexion:
            filas = conexion.execute(consulta, (clave, ronda)).fetchall()
        return {f[0]: tuple((f[i], f[i + 1] or 0.0) for i in (1, 3, 5)) for f in filas}

    def papeleta(self, clave: str, ronda: int, ficha: str) -> tuple[tuple[Voto, ...], int]:
        """Lo que lleva votado una ficha en esa ronda y el mayor orden que se conoce de ella."""
        de_quien = (clave, ronda, ficha)
        consulta = "SELECT max(orden) FROM voto WHERE votacion = ? AND ronda = ? AND ficha = ?"
        with self._leyendo() as conexion:
            votos = leer_votos(conexion, clave, ronda, ficha=ficha)
            (orden,) = conexion.execute(consulta, de_quien).fetchone()
        return tuple(v for v in votos if not v.esta_en_blanco), orden or 0

    def direccion(self) -> str:
        """La dirección pública que anunció quien atiende a los celulares; vacía si nadie."""
        return self._puesto()[0]

    def esta_atendida(self) -> bool:
        """Si quien atiende a los celulares dio señales en los últimos 15 segundos."""
        direccion, latido = self._puesto()
        return bool(direccion) and self._reloj().timestamp() - latido <= SIN_NOTICIAS

    def _puesto(self) -> tuple[str, int]:
        with self._leyendo() as conexion:
            fila = conexion.execute("SELECT direccion, latido FROM puesto").fetchone()
        return fila or ("", 0)

    def direccion_de(self, votacion: Votacion) -> str:
        """La dirección que abre esa votación en un celular; vacía si nadie atiende."""
        raiz = self.direccion()
        return f"{raiz}/v/{votacion.codigo}" if raiz else ""


def _exigir(fila: Any) -> Votacion:
    if fila is None:
        raise ReglaRota(SIN_VOTACION)
    return a_votacion(fila[0])
