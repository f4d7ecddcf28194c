"""La sala de la presencia: quiénes tienen abierta una Mesa en este momento."""

from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.accesos import agregar
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.base import Sala

T = tablas.presencia
VIGENCIA = timedelta(seconds=25)
"""Cuánto dura un latido: más que dos vueltas de quien late cada diez segundos."""


@dataclass(frozen=True, slots=True)
class Presente:
    """Alguien que tiene la Mesa abierta."""

    persona: str
    nombre: str


class SalaDePresencia(Sala):
    """Quién está mirando cada Mesa: un latido por persona, que caduca solo."""

    def latir(self, clave: str, *, autor: Autor) -> None:
        """Anota que ``autor`` tiene abierta la Mesa; también quien sólo la acompaña."""
        valores = {"nombre": autor.nombre, "visto": self._reloj()}
        with self._escribiendo(clave, "leer") as conexion:
            fila = agregar(conexion, T).values(mesa=clave, persona=autor.persona, **valores)
            conexion.execute(
                fila.on_conflict_do_update(index_elements=["mesa", "persona"], set_=valores)
            )

    def ausentarse(self, clave: str, *, autor: Autor) -> None:
        """Borra el latido: la persona se fue a otra Mesa."""
        suyo = (T.c.mesa == clave, T.c.persona == autor.persona)
        with self._escribiendo(clave, "leer") as conexion:
            conexion.execute(T.delete().where(*suyo))

    def presentes(self, clave: str) -> tuple[Presente, ...]:
        """Quiénes latieron hace poco en esa Mesa, por nombre."""
        desde = self._reloj() - VIGENCIA
        consulta = sa.select(T.c.persona, T.c.nombre).where(T.c.mesa == clave, T.c.visto >= desde)
        with self._leyendo(clave) as conexion:
            filas = conexion.execute(consulta.order_by(T.c.nombre, T.c.persona)).all()
        return tuple(Presente(*fila) for fila in filas)
