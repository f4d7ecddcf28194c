"""Quién hizo cada cambio: el nombre con que firma y la identidad que lo distingue."""

from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.valores import Suceso


@dataclass(frozen=True, slots=True)
class Autor:
    """Quien cambia una Mesa: su ``nombre`` en el historial y su identidad (``persona``).

    Dos personas pueden firmar igual; lo que hizo cada una se decide por identidad. Sin identidad
    (la consola, o lo anotado antes de que se guardara) se decide por el nombre.
    """

    nombre: str
    persona: str = ""

    @classmethod
    def de(cls, quien: "Autor | str") -> Self:
        """El autor de un nombre suelto, o el mismo si ya venía completo."""
        nombre, persona = (quien, "") if isinstance(quien, str) else (quien.nombre, quien.persona)
        return cls(nombre, persona)

    def hizo(self, suceso: Suceso) -> bool:
        """Si ese suceso es de esta persona."""
        if suceso.persona:
            return suceso.persona == self.persona
        return suceso.autor == self.nombre


def es_de(autor: Autor) -> sa.ColumnElement[bool]:
    """La misma pregunta que ``Autor.hizo``, hecha a las filas de la pila."""
    pila = tablas.pila.c
    anonimo = sa.and_(pila.persona == "", pila.autor == autor.nombre)
    return sa.or_(anonimo, pila.persona == autor.persona) if autor.persona else anonimo
