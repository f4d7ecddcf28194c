"""La sala de los anuncios: lo que se dice a todas las páginas del taller."""

import sqlalchemy as sa

from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.taller import tablas
from mesa_territorial.almacen.taller.inscripcion import un_taller
from mesa_territorial.almacen.taller.valores import LARGO_DE_ANUNCIO, Anuncio, limpiar

T = tablas.anuncio


class SalaDeAnuncios(Sala):
    """Anunciar y leer lo anunciado."""

    def anunciar(self, taller: str, texto: str) -> Anuncio:
        """Anota un anuncio; levanta ``ReglaRota`` si viene vacío."""
        limpio = limpiar(texto, LARGO_DE_ANUNCIO, "qué anunciar")
        with self._escribiendo() as conexion:
            # Con el taller tomado, dos anuncios a la vez no se llevan el mismo número.
            un_taller(conexion, taller, tomar=True)
            ultimo = conexion.scalar(sa.select(sa.func.max(T.c.numero)).where(T.c.taller == taller))
            nuevo = Anuncio((ultimo or 0) + 1, limpio, self._reloj())
            valores = {"numero": nuevo.numero, "texto": limpio, "cuando": nuevo.cuando}
            conexion.execute(T.insert().values(taller=taller, **valores))
        return nuevo

    def anuncios(self, taller: str, desde: int = 0) -> tuple[Anuncio, ...]:
        """Los anuncios con número mayor que ``desde``, del primero al último."""
        consulta = sa.select(T.c.numero, T.c.texto, T.c.cuando).where(
            T.c.taller == taller, T.c.numero > desde
        )
        with self._leyendo() as conexion:
            return tuple(Anuncio(*f) for f in conexion.execute(consulta.order_by(T.c.numero)))
