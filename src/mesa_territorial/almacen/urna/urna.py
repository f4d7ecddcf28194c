"""La urna: la puerta única a las votaciones y sus votos."""

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from mesa_territorial.almacen.archivo import copiar
from mesa_territorial.almacen.base import hora_del_sistema
from mesa_territorial.almacen.urna.archivo import conectar, escribiendo, traducir
from mesa_territorial.almacen.urna.deposito import Deposito, cargar
from mesa_territorial.almacen.urna.filas import a_texto, leer_votacion
from mesa_territorial.almacen.urna.lectura import Lectura
from mesa_territorial.almacen.urna.valores import Acuse, Carga, Envio
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_codigo import inventar_codigo
from mesa_territorial.dominio.votacion_votos import Papeleta

INTENTOS = 50


class Urna(Lectura):
    """Las votaciones y sus votos en un archivo SQLite propio.

    Sirve desde varios hilos y varios procesos; no se hereda al bifurcar: cada proceso la abre.
    """

    @classmethod
    def abrir(cls, ruta: str | Path, *, reloj: Callable[[], datetime] = hora_del_sistema) -> Self:
        """Abre la urna en ``ruta`` y la crea si no existe. ``reloj`` da la hora con zona.

        Levanta ``ReglaRota`` si el archivo está dañado, es de otro programa o de una versión nueva.
        """
        return cls(conectar(Path(ruta)), threading.RLock(), reloj)

    def soltar(self) -> None:
        """Suelta el archivo."""
        with self._turno:
            self._conexion.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.soltar()

    @contextmanager
    def _escribiendo(self) -> Iterator[sqlite3.Connection]:
        with self._turno, traducir(), escribiendo(self._conexion):
            yield self._conexion

    def crear(self, votacion: Votacion) -> Votacion:
        """Guarda una votación nueva y la devuelve con su código (lo inventa si no trae).

        Nace sin rondas abiertas. Levanta ``ReglaRota`` si el id o el código ya están en uso.
        """
        with self._escribiendo() as conexion:
            codigo = votacion.codigo or _inventar_libre(conexion)
            exigir(_esta_libre(conexion, codigo), f"El código {codigo} ya está en uso.")
            repetida = conexion.execute("SELECT 1 FROM votacion WHERE id = ?", (votacion.id,))
            exigir(repetida.fetchone() is None, "Esa votación ya está guardada.")
            guardada = replace(votacion, codigo=codigo)
            conexion.execute(
                "INSERT INTO votacion VALUES (?, ?, ?, ?, ?, 1)",
                (guardada.id, codigo, guardada.mesa, guardada.esta_cerrada, a_texto(guardada)),
            )
        return guardada

    def abrir_ronda(self, clave: str) -> Votacion:
        """Abre la primera ronda: desde ahora se vota. ``clave`` es el id de la votación."""
        return self._pasar(
            clave,
            lambda v: _exigir_rondas(v, 0, "La primera ronda ya se abrió.").con_ronda_nueva(
                self._reloj()
            ),
        )

    def revelar(self, clave: str) -> Votacion:
        """Deja de recibir votos y pone la ronda a la vista."""
        return self._pasar(clave, lambda v: v.con_ronda_revelada(self._reloj()))

    def conversar(self, clave: str) -> Votacion:
        """Pasa de revelada a en conversación."""
        return self._pasar(clave, lambda v: v.con_conversacion())

    def segunda_ronda(self, clave: str) -> Votacion:
        """Cierra la primera ronda, ya revelada, y abre la segunda."""
        return self._pasar(
            clave,
            lambda v: _exigir_rondas(
                v, 1, "Primero abra y revele la primera ronda."
            ).con_ronda_nueva(self._reloj()),
        )

    def cerrar(self, clave: str) -> Votacion:
        """Termina la votación y la congela."""
        return self._pasar(clave, lambda v: v.con_cierre(self._reloj()))

    def _pasar(self, clave: str, paso: Callable[[Votacion], Votacion]) -> Votacion:
        with self._escribiendo() as conexion:
            votacion = paso(leer_votacion(conexion, clave)[0])
            conexion.execute(
                "UPDATE votacion SET documento = ?, cerrada = ?, version = version + 1"
                " WHERE id = ?",
                (a_texto(votacion), votacion.esta_cerrada, clave),
            )
        return votacion

    def votar_lote(self, envios: Sequence[Envio]) -> list[Acuse]:
        """Guarda los envíos en una transacción; al volver, lo guardado ya está en el disco.

        Un acuse por envío, en orden. Repetir un envío no cambia nada. Levanta ``FallaDeAlmacen``
        si el disco falla: entonces no quedó guardado ninguno.
        """
        with self._escribiendo() as conexion:
            deposito = Deposito(conexion, self._minuto())
            acuses = [deposito.recibir(envio) for envio in envios]
            deposito.terminar()
        return acuses

    def cargar_papeletas(self, clave: str, ronda: int, filas: Sequence[Papeleta]) -> Carga:
        """Guarda papeletas de papel; recargar la misma planilla no repite nada.

        Cada una reemplaza lo que tenía su testigo. Las que no valen se devuelven con su fila.
        Levanta ``ReglaRota`` si la ronda no existe o ya se cerró.
        """
        with self._escribiendo() as conexion:
            deposito = Deposito(conexion, self._minuto())
            carga = cargar(deposito, clave, ronda, filas)
            deposito.terminar()
        return carga

    def anunciar(self, direccion: str) -> None:
        """Anota que alguien atiende la urna en ``direccion``; vacía, que ya no."""
        with self._escribiendo() as conexion:
            conexion.execute(
                "INSERT OR REPLACE INTO puesto VALUES (1, ?, ?)",
                (direccion, int(self._reloj().timestamp())),
            )

    def sin_vaciado_propio(self) -> Self:
        """La misma, que ya no vacía su archivo -wal al escribir: otro llama a ``vaciar``.

        Así quien vota espera una sola ida al disco, y no el vaciado que a otro le tocó pagar.
        """
        with self._turno, traducir():
            self._conexion.execute("PRAGMA wal_autocheckpoint=0")
        return self

    def vaciar(self) -> None:
        """Pasa lo asegurado en el archivo -wal a la urna, sin detener a quien escribe ni lee."""
        with self._turno, traducir():
            self._conexion.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def copiar(self, destino: Path) -> None:
        """Copia la urna en uso a un archivo, sin detener la votación."""
        with traducir():
            copiar(self.ruta, destino)

    def _minuto(self) -> int:
        return int(self._reloj().timestamp()) // 60


def _exigir_rondas(votacion: Votacion, cuantas: int, mensaje: str) -> Votacion:
    exigir(votacion.esta_cerrada or len(votacion.rondas) == cuantas, mensaje)
    return votacion


def _esta_libre(conexion: sqlite3.Connection, codigo: str) -> bool:
    consulta = "SELECT 1 FROM votacion WHERE codigo = ? AND cerrada = 0"
    return conexion.execute(consulta, (codigo,)).fetchone() is None


def _inventar_libre(conexion: sqlite3.Connection) -> str:
    azar = secrets.SystemRandom()
    candidatos = (inventar_codigo(azar) for _ in range(INTENTOS))
    libre = next((c for c in candidatos if _esta_libre(conexion, c)), "")
    exigir(bool(libre), "No queda un código libre. Cierre las votaciones que ya terminaron.")
    return libre
