"""La sala del cierre: borrar de verdad un taller y lo que se hizo en él."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import tablas as comunes
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.papelera import suprimir
from mesa_territorial.almacen.taller import tablas
from mesa_territorial.almacen.taller.inscripcion import un_taller
from mesa_territorial.dominio.reglas import exigir

P = tablas.participante
G = tablas.grupo
A = comunes.acceso
M = comunes.mesa


class SalaDeCierre(Sala):
    """Borrar un taller cerrado."""

    def borrar_taller(self, taller: str) -> int:
        """Borra para siempre el taller, sus inscripciones y las Mesas hechas en él.

        También respuestas y preferencias de sus participantes. Levanta ``ReglaRota`` si sigue
        abierto. Entrega cuántas Mesas se fueron.
        """
        with self._escribiendo() as conexion:
            abierto = un_taller(conexion, taller, tomar=True).cerrado is None
            exigir(not abierto, "Primero cierre el taller; después se puede borrar.")
            claves = _sus_mesas(conexion, taller)
            _olvidar_personas(conexion, taller)
            for clave in claves:
                # La bitácora sólo se deja borrar si su Mesa está en la papelera.
                cambio = M.update().where(M.c.clave == clave)
                conexion.execute(cambio.values(borrada=self._reloj(), borrada_por="cierre"))
                suprimir(conexion, clave)
            conexion.execute(tablas.taller.delete().where(tablas.taller.c.id == taller))
        self._memoria.olvidar()
        self._vaciar_bitacora_fisica()
        return len(claves)


def _sus_mesas(conexion: Connection, taller: str) -> list[str]:
    gente = sa.select(P.c.id).where(P.c.taller == taller)
    propias = sa.select(A.c.mesa).where(A.c.papel == "duenia", A.c.persona.in_(gente))
    de_grupos = sa.select(G.c.mesa).where(G.c.taller == taller)
    return list(conexion.scalars(propias.union(de_grupos)))


def _olvidar_personas(conexion: Connection, taller: str) -> None:
    gente = sa.select(P.c.id).where(P.c.taller == taller)
    for tabla in (comunes.acceso, comunes.presencia, comunes.respuesta, comunes.preferencia):
        conexion.execute(tabla.delete().where(tabla.c.persona.in_(gente)))
    for tabla in (P, G, tablas.anuncio):
        conexion.execute(tabla.delete().where(tabla.c.taller == taller))
