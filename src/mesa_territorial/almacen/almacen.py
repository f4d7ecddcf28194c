"""El almacén: la puerta única a lo guardado, en SQLite o PostgreSQL."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from mesa_territorial.almacen import esquema
from mesa_territorial.almacen.base import hora_del_sistema
from mesa_territorial.almacen.contactos import SalaDeContactos
from mesa_territorial.almacen.historia import SalaDeHistoria
from mesa_territorial.almacen.papelera import SalaDePapelera
from mesa_territorial.almacen.pasos import SalaDePasos
from mesa_territorial.almacen.presencia import SalaDePresencia
from mesa_territorial.almacen.respaldo import SalaDeRespaldo


class Almacen(
    SalaDePasos, SalaDeHistoria, SalaDePapelera, SalaDeContactos, SalaDePresencia, SalaDeRespaldo
):
    """Mesas con su bitácora, respuestas, preferencias y contactos.

    Sirve desde varios hilos; cada proceso abre el suyo (no se hereda al bifurcar).
    """

    @classmethod
    def abrir(
        cls,
        donde: str | Path,
        *,
        persona: str | None = None,
        reloj: Callable[[], datetime] = hora_del_sistema,
    ) -> Self:
        """Abre la base en ``donde`` (archivo SQLite, o URL ``postgresql://``) y la pone al día.

        Si el archivo no existe lo crea, con su carpeta. Con ``persona`` sólo se llega a las Mesas
        a las que ella tiene acceso; sin ella, a todas. ``reloj`` da la hora con zona. Levanta
        ``ReglaRota`` si el archivo está dañado, es de otro programa o de una versión más nueva.
        """
        motor = esquema.abrir_motor(donde)
        return cls(motor, reloj, persona)

    def a_nombre_de(self, persona: str | None) -> Self:
        """El mismo almacén, con lo que alcanza esa persona; lo cierra quien abrió el primero.

        Levanta ``ReglaRota`` si ya está a nombre de otra.
        """
        if persona != self.persona:
            self._exigir_servidor()
        return type(self)(self._motor, self._reloj, persona)

    def cerrar(self) -> None:
        """Suelta la base; al soltarla el último, SQLite vacía su archivo -wal."""
        self._memoria.olvidar()
        self._motor.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cerrar()
