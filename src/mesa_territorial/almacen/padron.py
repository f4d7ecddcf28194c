"""El padrón: talleres, quiénes están inscritos, en qué grupo y qué se les anunció."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from mesa_territorial.almacen import esquema
from mesa_territorial.almacen.base import hora_del_sistema
from mesa_territorial.almacen.taller.anuncios import SalaDeAnuncios
from mesa_territorial.almacen.taller.cierre import SalaDeCierre
from mesa_territorial.almacen.taller.grupos import SalaDeGrupos
from mesa_territorial.almacen.taller.inscripcion import SalaDeInscripcion
from mesa_territorial.almacen.taller.valores import (
    ROLES,
    Anuncio,
    Grupo,
    MesaDeAlguien,
    Participante,
    Rol,
    Taller,
)

__all__ = [
    "ROLES",
    "Anuncio",
    "Grupo",
    "MesaDeAlguien",
    "Padron",
    "Participante",
    "Rol",
    "Taller",
]


class Padron(SalaDeInscripcion, SalaDeGrupos, SalaDeAnuncios, SalaDeCierre):
    """Lo que sabe del taller quien lo sirve. Los códigos no se guardan: sólo su huella."""

    @classmethod
    def abrir(cls, donde: str | Path, *, reloj: Callable[[], datetime] = hora_del_sistema) -> Self:
        """Abre la base en ``donde`` (la misma de las Mesas) y la pone al día.

        Levanta ``ReglaRota`` por lo mismo que ``Almacen.abrir``.
        """
        return cls(esquema.abrir_motor(donde), reloj)

    def cerrar_base(self) -> None:
        """Suelta la base."""
        self._motor.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cerrar_base()
