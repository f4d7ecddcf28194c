"""La sala de la papelera: lo eliminado espera una semana y después desaparece de verdad."""

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import fila, tablas
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.contactos import ambito
from mesa_territorial.almacen.taller.tablas import grupo, participante
from mesa_territorial.dominio.reglas import exigir

GRACIA = timedelta(days=7)
T = tablas.mesa
_DE_LA_MESA = (
    *(tablas.pila, tablas.suceso, tablas.contacto),
    *(tablas.acceso, tablas.presencia),
)


class SalaDePapelera(Sala):
    """Eliminar, recuperar y purgar Mesas."""

    def borrar(self, clave: str, *, autor: Autor | str) -> None:
        """Manda la Mesa a la papelera, donde queda una semana."""
        with self._escribiendo(clave, "eliminar") as conexion:
            fila.cabecera(conexion, clave, tomar=True)
            valores = {"borrada": self._reloj(), "borrada_por": Autor.de(autor).nombre}
            conexion.execute(T.update().where(T.c.clave == clave).values(**valores))

    def recuperar(self, clave: str, *, autor: Autor | str) -> None:
        """Saca la Mesa de la papelera, tal como estaba; levanta ``ReglaRota`` si no está ahí."""
        exigir(bool(Autor.de(autor).nombre.strip()), "Falta saber quién recupera la Mesa.")
        con_fecha = sa.and_(T.c.clave == clave, T.c.borrada.is_not(None))
        with self._escribiendo(clave, "eliminar") as conexion:
            cambio = T.update().where(con_fecha).values(borrada=None, borrada_por=None)
            exigir(conexion.execute(cambio).rowcount == 1, "Esa Mesa no está en la papelera.")

    def purgar(self) -> int:
        """Borra para siempre las Mesas con la semana cumplida y los contactos que caducaron.

        Abarca las de todos: levanta ``ReglaRota`` si se pide a nombre de una persona. Entrega
        cuántas Mesas se fueron.
        """
        self._exigir_servidor()
        ahora = self._reloj()
        contacto = tablas.contacto
        with self._escribiendo() as conexion:
            vencidas = sa.select(T.c.clave).where(T.c.borrada <= ahora - GRACIA)
            idas = [suprimir(conexion, clave) for clave in conexion.scalars(vencidas).all()]
            caducos = contacto.c.caduca <= ahora.date().isoformat()
            conexion.execute(contacto.delete().where(caducos))
        self._memoria.olvidar()
        self._vaciar_bitacora_fisica()
        return len(idas)


def suprimir(conexion: Connection, clave: str) -> str:
    """Borra para siempre una Mesa que está en la papelera, con todo lo suyo; entrega su clave."""
    _deshacer_grupos(conexion, clave)
    for tabla in _DE_LA_MESA:
        conexion.execute(tabla.delete().where(tabla.c.mesa == clave))
    preferencias = tablas.preferencia
    conexion.execute(preferencias.delete().where(preferencias.c.persona == ambito(clave)))
    conexion.execute(T.delete().where(T.c.clave == clave))
    return clave


def _deshacer_grupos(conexion: Connection, clave: str) -> None:
    """Sin su Mesa no hay grupo: quienes estaban sentados ahí quedan de pie."""
    suyos = sa.select(grupo.c.id).where(grupo.c.mesa == clave)
    de_pie = participante.update().where(participante.c.grupo.in_(suyos))
    conexion.execute(de_pie.values(grupo=None))
    conexion.execute(grupo.delete().where(grupo.c.mesa == clave))
