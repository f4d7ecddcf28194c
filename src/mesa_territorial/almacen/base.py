"""Lo común a todas las salas del almacén: la conexión, el turno de escritura y la memoria."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy.engine import Connection, Engine

from mesa_territorial.almacen.accesos import Permiso, exigir_acceso
from mesa_territorial.almacen.errores import traducir
from mesa_territorial.almacen.fila import Memoria
from mesa_territorial.dominio.reglas import exigir


def hora_del_sistema() -> datetime:
    """La hora del computador, con su zona."""
    return datetime.now(UTC).astimezone()


class Sala:
    """Un almacén abierto: quien hereda agrega un grupo de operaciones.

    ``persona`` es a nombre de quién se abrió; ``None``, sin límites (laptop, consola, servidor).
    """

    def __init__(
        self, motor: Engine, reloj: Callable[[], datetime], persona: str | None = None
    ) -> None:
        self.persona = persona
        self._motor = motor
        self._para_escribir = motor.execution_options(escribe=True)
        self._reloj = reloj
        self._memoria = Memoria()

    @contextmanager
    def _leyendo(self, clave: str | None = None) -> Iterator[Connection]:
        """Una conexión para leer; con ``clave``, sólo si la persona puede entrar a esa Mesa."""
        with traducir(), self._motor.connect() as conexion:
            self._exigir_acceso(conexion, clave, "leer")
            yield conexion

    @contextmanager
    def _escribiendo(
        self, clave: str | None = None, permiso: Permiso = "cambiar"
    ) -> Iterator[Connection]:
        """Lo mismo para escribir: al salir bien se confirma; con cualquier error no queda nada."""
        with traducir(), self._para_escribir.begin() as conexion:
            self._exigir_acceso(conexion, clave, permiso)
            yield conexion

    def _exigir_acceso(self, conexion: Connection, clave: str | None, permiso: Permiso) -> None:
        if clave is not None:
            exigir_acceso(conexion, self.persona, clave, permiso)

    def _exigir_propia(self, persona: str) -> None:
        """Lo que es de una persona sólo lo lee y escribe ella."""
        exigir(self.persona in (None, persona), "Eso es de otra persona.")

    def _exigir_servidor(self) -> None:
        """Lo que abarca a todas las Mesas no se hace a nombre de una persona."""
        exigir(self.persona is None, "Eso lo hace sólo quien administra el programa.")

    def _vaciar_bitacora_fisica(self) -> None:
        """Vacía el archivo -wal: lo que se suprimió no debe quedar ahí."""
        if self._motor.dialect.name != "sqlite":
            return
        with traducir(), self._motor.connect() as conexion:
            directa = conexion.connection.driver_connection
            if directa is not None:
                directa.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
