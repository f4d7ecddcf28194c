"""La sala de los contactos: fuera de la bitácora, apagada por defecto y borrable de verdad."""

from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mesa_territorial.almacen import fila, tablas
from mesa_territorial.almacen.personas import (
    SalaDePersonas,
    leer_preferencia,
    poner_preferencia,
)
from mesa_territorial.almacen.valores import Contacto
from mesa_territorial.dominio.reglas import exigir

T = tablas.contacto
ACTIVADOS = "contactos_activados"


def ambito(clave: str) -> str:
    """Con qué nombre se guardan las preferencias de una Mesa, que no son de una persona."""
    return f"mesa:{clave}"


class SalaDeContactos(SalaDePersonas):
    """Los contactos institucionales de los actores de cada Mesa."""

    def activar_contactos(self, clave: str, activados: bool = True) -> None:
        """Prende o apaga los contactos de la Mesa; al apagarlos siguen guardados hasta caducar."""
        with self._escribiendo(clave) as conexion:
            fila.cabecera(conexion, clave)
            poner_preferencia(conexion, ambito(clave), ACTIVADOS, activados)

    def contactos(self, clave: str, actor_id: str | None = None) -> tuple[Contacto, ...]:
        """Los contactos vigentes de la Mesa o de un actor; ``ReglaRota`` si están apagados."""
        hoy = self._reloj().date().isoformat()
        consulta = sa.select(T).where(T.c.mesa == clave, T.c.caduca > hoy).order_by(T.c.id)
        if actor_id is not None:
            consulta = consulta.where(T.c.actor_id == actor_id)
        with self._leyendo(clave) as conexion:
            _exigir_activados(conexion, clave)
            return tuple(_contacto(fila) for fila in conexion.execute(consulta))

    def agregar_contacto(self, contacto: Contacto) -> None:
        """Guarda el contacto, o corrige el que tiene su mismo id.

        Levanta ``ReglaRota`` si los contactos están apagados, si el actor no está en la Mesa o si
        la fecha de término ya pasó.
        """
        exigir(contacto.caduca > self._reloj().date(), "La fecha hasta la que se guarda ya pasó.")
        with self._escribiendo(contacto.mesa) as conexion:
            _exigir_activados(conexion, contacto.mesa)
            estado = fila.abrir(conexion, fila.cabecera(conexion, contacto.mesa), self._memoria)
            estado.mesa.actor(contacto.actor_id)
            _quitar(conexion, contacto.mesa, contacto.id)
            valores = {**asdict(contacto), "caduca": contacto.caduca.isoformat()}
            conexion.execute(T.insert().values(**valores))

    def borrar_contacto(self, clave: str, id_contacto: str) -> None:
        """Suprime el contacto de verdad, también del archivo; se puede aunque estén apagados."""
        with self._escribiendo(clave) as conexion:
            borrados = _quitar(conexion, clave, id_contacto)
        self._vaciar_bitacora_fisica()
        exigir(borrados == 1, "Ese contacto ya no está.")


def _exigir_activados(conexion: Connection, clave: str) -> None:
    fila.cabecera(conexion, clave)
    activados = leer_preferencia(conexion, ambito(clave), ACTIVADOS, False)
    exigir(
        activados is True,
        "Los contactos están apagados en esta Mesa. "
        "Actívelos sólo si los necesita y sabe para qué los guarda.",
    )


def _quitar(conexion: Connection, clave: str, id_contacto: str) -> int:
    return conexion.execute(T.delete().where(T.c.mesa == clave, T.c.id == id_contacto)).rowcount


def _contacto(fila_: Row[Any]) -> Contacto:
    return Contacto(**{**fila_._mapping, "caduca": date.fromisoformat(fila_.caduca)})
