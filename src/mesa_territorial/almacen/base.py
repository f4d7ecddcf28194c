"""Lo común a todas las salas del almacén: la conexión, el turno de escritura y la memoria."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy.engine import Connection, Engine

from mesa_territorial.almacen.errores import traducir
from mesa_territorial.almacen.fila import Memoria


def hora_del_sistema() -> datetime:
    """La hora del computador, con su zona."""
    return datetime.now(UTC).astimezone()


class Sala:
    """Un almacén abierto: quien hereda agrega un grupo de operaciones."""

    def __init__(self, motor: Engine, reloj: Callable[[], datetime]) -> None:
        self._motor = motor
        self._para_escribir = motor.execution_options(escribe=True)
        self._reloj = reloj
        self._memoria = Memoria()

    @contextmanager
    def _leyendo(self) -> Iterator[Connection]:
        with traducir(), self._motor.connect() as conexion:
            yield conexion

    @contextmanager
    def _escribiendo(self) -> Iterator[Connection]:
        # Al salir bien se confirma; con cualquier error no queda nada.
        with traducir(), self._para_escribir.begin() as conexion:
            yield conexion

    def _vaciar_bitacora_fisica(self) -> None:
        """Vacía el archivo -wal: lo que se suprimió no debe quedar ahí."""
        if self._motor.dialect.name != "sqlite":
            return
        with traducir(), self._motor.connect() as conexion:
            directa = conexion.connection.driver_connection
            if directa is not None:
                directa.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
