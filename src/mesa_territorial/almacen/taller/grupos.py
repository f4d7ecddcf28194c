"""La sala de los grupos: mesas simuladas de cuatro a seis personas que comparten una Mesa."""

import secrets

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import accesos, fila
from mesa_territorial.almacen import tablas as comunes
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.taller import tablas
from mesa_territorial.almacen.taller.inscripcion import un_taller, una_persona
from mesa_territorial.almacen.taller.valores import (
    LARGO_DE_NOMBRE,
    Grupo,
    MesaDeAlguien,
    Participante,
    limpiar,
)
from mesa_territorial.dominio.reglas import ReglaRota, exigir

G = tablas.grupo
P = tablas.participante
A = comunes.acceso
M = comunes.mesa
_GRUPO = (G.c.id, G.c.taller, G.c.nombre, G.c.mesa)


class SalaDeGrupos(Sala):
    """Formar grupos, sentar gente en ellos y saber quién llega a qué Mesa."""

    def crear_grupo(self, taller: str, nombre: str, mesa: str) -> Grupo:
        """Forma un grupo en torno a una Mesa que ya existe.

        Levanta ``ReglaRota`` si la Mesa no existe o ya hay un grupo con ese nombre.
        """
        limpio = limpiar(nombre, LARGO_DE_NOMBRE, "el nombre del grupo")
        nuevo = Grupo("g" + secrets.token_hex(6), taller, limpio, mesa)
        with self._escribiendo() as conexion:
            un_taller(conexion, taller, tomar=True)
            fila.cabecera(conexion, mesa)
            tomado = sa.exists().where(G.c.taller == taller, G.c.nombre == limpio)
            exigir(not conexion.scalar(sa.select(tomado)), f"Ya hay un grupo «{limpio}».")
            valores = {c.name: getattr(nuevo, c.name) for c in _GRUPO}
            conexion.execute(G.insert().values(**valores, creado=self._reloj()))
        return nuevo

    def grupos(self, taller: str) -> tuple[Grupo, ...]:
        """Los grupos del taller, en el orden en que se formaron."""
        consulta = sa.select(*_GRUPO).where(G.c.taller == taller).order_by(G.c.creado, G.c.id)
        with self._leyendo() as conexion:
            return tuple(Grupo(*f) for f in conexion.execute(consulta))

    def sentar(self, participante: str, grupo: str | None) -> Participante:
        """Sienta a la persona en un grupo (y en su Mesa); con ``None``, la levanta del suyo.

        Deja de llegar a la Mesa de su grupo anterior. Levanta ``ReglaRota`` si la persona o el
        grupo no existen, o son de talleres distintos.
        """
        with self._escribiendo() as conexion:
            persona = una_persona(conexion, participante)
            if persona.grupo is not None:
                accesos.quitar(conexion, persona.id, _un_grupo(conexion, persona.grupo).mesa)
            if grupo is not None:
                nuevo = _un_grupo(conexion, grupo)
                exigir(nuevo.taller == persona.taller, "Ese grupo es de otro taller.")
                accesos.dar(conexion, persona.id, nuevo.mesa, "integrante")
            conexion.execute(P.update().where(P.c.id == persona.id).values(grupo=grupo))
            return una_persona(conexion, participante)

    def grupo_de(self, participante: str) -> Grupo | None:
        """El grupo en que está sentada la persona, o ``None``."""
        consulta = sa.select(*_GRUPO).join(P, P.c.grupo == G.c.id).where(P.c.id == participante)
        with self._leyendo() as conexion:
            hallado = conexion.execute(consulta).one_or_none()
        return None if hallado is None else Grupo(*hallado)

    def acompanar(self, persona: str, clave: str) -> None:
        """Deja a ``persona`` (tutoría o facilitación) mirar esa Mesa sin cambiarla."""
        with self._escribiendo() as conexion:
            fila.cabecera(conexion, clave)
            accesos.dar(conexion, persona, clave, "tutoria")

    def conducir(self, persona: str, clave: str) -> None:
        """Deja a quien facilita cambiar la Mesa de un grupo: adoptar lo que se votó con él."""
        with self._escribiendo() as conexion:
            fila.cabecera(conexion, clave)
            accesos.dar(conexion, persona, clave, "integrante")

    def mesas_de(self, taller: str) -> tuple[MesaDeAlguien, ...]:
        """Las Mesas vivas a que llega cada participante, salvo las que sólo acompaña."""
        columnas = (A.c.persona, M.c.clave, M.c.nombre, A.c.papel, M.c.version, M.c.cambiada)
        consulta = (
            sa.select(*columnas)
            .join(M, M.c.clave == A.c.mesa)
            .join(P, P.c.id == A.c.persona)
            .where(P.c.taller == taller, M.c.borrada.is_(None), A.c.papel != "tutoria")
            .order_by(M.c.cambiada.desc(), M.c.clave)
        )
        with self._leyendo() as conexion:
            return tuple(MesaDeAlguien(*f) for f in conexion.execute(consulta))


def _un_grupo(conexion: Connection, grupo: str) -> Grupo:
    hallado = conexion.execute(sa.select(*_GRUPO).where(G.c.id == grupo)).one_or_none()
    if hallado is None:
        raise ReglaRota("Ese grupo no existe o ya se deshizo.")
    return Grupo(*hallado)
