"""La sala de la inscripción: talleres y participantes."""

import secrets
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.taller import tablas
from mesa_territorial.almacen.taller.valores import (
    LARGO_DE_NOMBRE,
    ROLES,
    Participante,
    Rol,
    Taller,
    limpiar,
)
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.reglas import ReglaRota, exigir

T = tablas.taller
P = tablas.participante
_TALLER = (T.c.id, T.c.titulo, T.c.creado, T.c.cerrado)
_PARTICIPANTE = (P.c.id, P.c.taller, P.c.nombre, P.c.rol, P.c.creada, P.c.grupo)


class SalaDeInscripcion(Sala):
    """Abrir talleres e inscribir en ellos."""

    def crear_taller(self, titulo: str, *, huella_codigo: bytes) -> Taller:
        """Abre un taller; de su código se guarda sólo la huella."""
        nuevo = Taller(
            "t" + secrets.token_hex(6), limpiar(titulo, 120, "el título"), self._reloj(), None
        )
        valores = {"id": nuevo.id, "titulo": nuevo.titulo, "creado": nuevo.creado}
        with self._escribiendo() as conexion:
            conexion.execute(T.insert().values(**valores, huella_codigo=huella_codigo))
        return nuevo

    def taller_abierto(self) -> Taller | None:
        """El último taller que no se ha cerrado."""
        consulta = sa.select(*_TALLER).where(T.c.cerrado.is_(None)).order_by(T.c.creado.desc())
        with self._leyendo() as conexion:
            fila = conexion.execute(consulta.limit(1)).one_or_none()
        return None if fila is None else Taller(*fila)

    def taller(self, taller: str) -> Taller:
        """El taller con ese id; levanta ``ReglaRota`` si no existe."""
        with self._leyendo() as conexion:
            return un_taller(conexion, taller)

    def huella_codigo(self, taller: str) -> bytes:
        """La huella del código vigente de ese taller."""
        with self._leyendo() as conexion:
            un_taller(conexion, taller)
            huella = conexion.scalar(sa.select(T.c.huella_codigo).where(T.c.id == taller))
            return bytes(huella or b"")

    def cambiar_huella(self, taller: str, huella_codigo: bytes) -> None:
        """Reemplaza el código del taller por otro."""
        self._anotar_taller(taller, huella_codigo=huella_codigo)

    def cerrar(self, taller: str) -> None:
        """Cierra el taller: ya no se inscribe nadie; lo hecho queda guardado."""
        self._anotar_taller(taller, cerrado=self._reloj())

    def _anotar_taller(self, taller: str, **valores: Any) -> None:
        with self._escribiendo() as conexion:
            un_taller(conexion, taller)
            conexion.execute(T.update().where(T.c.id == taller).values(**valores))

    def inscribir(
        self, taller: str, *, id: str, nombre: str, rol: Rol, huella_retorno: bytes
    ) -> Participante:
        """Inscribe a alguien; si ya hay quien se llame así, su nombre lleva un número: «Rosa 2».

        Levanta ``ReglaRota`` si falta el nombre, el rol no existe o el taller está cerrado.
        """
        exigir(rol in ROLES, f"No se conoce el rol «{rol}».")
        limpio = limpiar(nombre, LARGO_DE_NOMBRE, "el nombre")
        with self._escribiendo() as conexion:
            exigir(un_taller(conexion, taller, tomar=True).cerrado is None, "El taller ya cerró.")
            libre = _nombre_libre(conexion, taller, limpio)
            nuevo = Participante(id, taller, libre, rol, self._reloj())
            valores = {c.name: getattr(nuevo, c.name) for c in _PARTICIPANTE}
            conexion.execute(P.insert().values(**valores, huella_retorno=huella_retorno))
        return nuevo

    def participante(self, id: str) -> Participante | None:
        """Quien tiene ese id, o ``None``."""
        return self._uno(P.c.id == id)

    def por_huella(self, taller: str, huella_retorno: bytes) -> Participante | None:
        """Quien recibió ese código de retorno en ese taller, o ``None``."""
        return self._uno(P.c.taller == taller, P.c.huella_retorno == huella_retorno)

    def participantes(self, taller: str) -> tuple[Participante, ...]:
        """Quienes se inscribieron, por orden de llegada."""
        consulta = sa.select(*_PARTICIPANTE).where(P.c.taller == taller)
        with self._leyendo() as conexion:
            filas = conexion.execute(consulta.order_by(P.c.creada, P.c.id)).all()
        return tuple(Participante(*fila) for fila in filas)

    def renombrar(self, id: str, nombre: str) -> Participante:
        """Cambia cómo se llama; levanta ``ReglaRota`` si no está inscrita o falta el nombre."""
        limpio = limpiar(nombre, LARGO_DE_NOMBRE, "el nombre")
        with self._escribiendo() as conexion:
            suyo = una_persona(conexion, id)
            libre = _nombre_libre(conexion, suyo.taller, limpio, menos=id)
            conexion.execute(P.update().where(P.c.id == id).values(nombre=libre))
            return una_persona(conexion, id)

    def _uno(self, *condiciones: sa.ColumnElement[bool]) -> Participante | None:
        with self._leyendo() as conexion:
            fila = conexion.execute(sa.select(*_PARTICIPANTE).where(*condiciones)).one_or_none()
        return None if fila is None else Participante(*fila)


def un_taller(conexion: Connection, taller: str, *, tomar: bool = False) -> Taller:
    """El taller con ese id; con ``tomar`` nadie más lo cambia hasta terminar."""
    consulta = sa.select(*_TALLER).where(T.c.id == taller)
    fila = conexion.execute(consulta.with_for_update() if tomar else consulta).one_or_none()
    if fila is None:
        raise ReglaRota("Ese taller no existe o ya se borró.")
    return Taller(*fila)


def una_persona(conexion: Connection, id_: str) -> Participante:
    """Quien está inscrita con ese id; levanta ``ReglaRota`` si nadie."""
    fila = conexion.execute(sa.select(*_PARTICIPANTE).where(P.c.id == id_)).one_or_none()
    if fila is None:
        raise ReglaRota("Esa persona no está inscrita en el taller.")
    return Participante(*fila)


def _nombre_libre(conexion: Connection, taller: str, nombre: str, *, menos: str = "") -> str:
    consulta = sa.select(P.c.nombre).where(P.c.taller == taller, P.c.id != menos)
    tomados = {nombre_comparable(n) for n in conexion.scalars(consulta)}
    candidatos = (nombre, *(f"{nombre} {n}" for n in range(2, len(tomados) + 3)))
    return next(c for c in candidatos if nombre_comparable(c) not in tomados)
