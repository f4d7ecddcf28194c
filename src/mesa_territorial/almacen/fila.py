"""La fila de cada Mesa: su documento al día y lo que hace falta para listarla."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.accesos import NO_EXISTE
from mesa_territorial.documento import VERSION, a_documento, a_mesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Documento
from mesa_territorial.dominio.reglas import ReglaRota

T = tablas.mesa
_CABECERA = (T.c.clave, T.c.version, T.c.cambiada, T.c.borrada, T.c.formato)
CUPO = 8
"""Cuántas Mesas ya leídas se recuerdan en cada proceso."""


@dataclass(frozen=True, slots=True)
class Estado:
    """Una Mesa en una versión, con su documento, para no volver a leerla si nadie la tocó."""

    mesa: Mesa
    documento: Documento
    version: int
    cambiada: datetime


class Memoria:
    """Los últimos estados leídos; sirven sólo si la versión y la hora guardadas coinciden."""

    def __init__(self) -> None:
        self._estados: OrderedDict[str, Estado] = OrderedDict()
        self._turno = Lock()

    def recordar(self, estado: Estado) -> Estado:
        """Guarda ``estado`` y olvida el más antiguo si ya no cabe."""
        with self._turno:
            self._estados[estado.mesa.id] = estado
            self._estados.move_to_end(estado.mesa.id)
            if len(self._estados) > CUPO:
                self._estados.popitem(last=False)
        return estado

    def buscar(self, cabecera: Row[Any]) -> Estado | None:
        """El estado recordado de esa fila, si sigue siendo el guardado."""
        with self._turno:
            estado = self._estados.get(cabecera.clave)
        if estado and (estado.version, estado.cambiada) == (cabecera.version, cabecera.cambiada):
            return estado
        return None

    def olvidar(self) -> None:
        """Vacía la memoria."""
        with self._turno:
            self._estados.clear()


def cabecera(conexion: Connection, clave: str, *, tomar: bool = False) -> Row[*tuple[Any, ...]]:
    """La fila sin su documento; con ``tomar``, nadie más la cambia hasta terminar.

    Levanta ``ReglaRota`` si no existe o está en la papelera.
    """
    consulta = sa.select(*_CABECERA).where(T.c.clave == clave)
    fila = conexion.execute(consulta.with_for_update() if tomar else consulta).one_or_none()
    if fila is None:
        raise ReglaRota(NO_EXISTE)
    if fila.borrada is not None:
        raise ReglaRota("Esa Mesa está en la papelera. Recupérela para seguir trabajando en ella.")
    return fila


def abrir(conexion: Connection, fila: Row[Any], memoria: Memoria) -> Estado:
    """El estado de la Mesa de esa ``cabecera``, leído sólo si no se recordaba."""
    recordado = memoria.buscar(fila)
    if recordado:
        return recordado
    texto = conexion.scalar(sa.select(T.c.documento).where(T.c.clave == fila.clave))
    mesa = a_mesa(msgspec.json.decode(texto or "{}"), fila.formato)
    return memoria.recordar(Estado(mesa, a_documento(mesa), fila.version, fila.cambiada))


def poner(conexion: Connection, estado: Estado, *, nueva: bool = False) -> None:
    """Escribe la fila de ``estado``; con ``nueva``, la agrega."""
    valores = _valores(estado)
    if nueva:
        conexion.execute(T.insert().values(clave=estado.mesa.id, **valores))
    else:
        conexion.execute(T.update().where(T.c.clave == estado.mesa.id).values(**valores))


def _valores(estado: Estado) -> dict[str, Any]:
    mesa = estado.mesa
    return {
        "version": estado.version,
        "cambiada": estado.cambiada,
        "formato": VERSION,
        "ilustrativa": int(mesa.ilustrativa),
        "actores": len(mesa.actores),
        "relaciones": len(mesa.relaciones),
        "cut_comuna": mesa.territorio.cut_comuna,
        "nombre": sin_nulos(mesa.nombre),
        "lugar": sin_nulos(mesa.territorio.lugar),
        "documento": msgspec.json.encode(estado.documento).decode(),
    }


def sin_nulos(texto: str) -> str:
    """``texto`` sin el carácter nulo, que PostgreSQL no admite."""
    return texto.replace("\x00", "")
