"""La sala de las personas: lo que contestan y lo que prefieren."""

from dataclasses import asdict
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.accesos import agregar
from mesa_territorial.almacen.mesas import SalaDeMesas
from mesa_territorial.almacen.valores import Respuesta

R = tablas.respuesta
P = tablas.preferencia


class SalaDePersonas(SalaDeMesas):
    """Respuestas (sólo se agregan) y preferencias (la última vale)."""

    def anotar_respuesta(self, respuesta: Respuesta) -> None:
        """Guarda la respuesta; repetir el mismo ``evento`` no hace nada."""
        self._exigir_propia(respuesta.persona)
        valores = asdict(respuesta)
        valores["dada"] = msgspec.json.encode(respuesta.dada).decode()
        valores["correcta"] = None if respuesta.correcta is None else int(respuesta.correcta)
        valores["rendida"] = int(respuesta.rendida)
        with self._escribiendo() as conexion:
            fila = agregar(conexion, R).values(**valores)
            conexion.execute(fila.on_conflict_do_nothing(index_elements=["evento"]))

    def respuestas(self, persona: str, tema: str | None = None) -> tuple[Respuesta, ...]:
        """Lo que contestó la persona, del primero al último intento."""
        self._exigir_propia(persona)
        consulta = sa.select(R).where(R.c.persona == persona).order_by(R.c.cuando, R.c.evento)
        if tema is not None:
            consulta = consulta.where(R.c.tema == tema)
        with self._leyendo() as conexion:
            return tuple(_respuesta(fila) for fila in conexion.execute(consulta))

    def guardar_preferencia(self, persona: str, nombre: str, valor: Any) -> None:
        """Guarda una preferencia (tipos JSON); reemplaza la anterior."""
        self._exigir_propia(persona)
        with self._escribiendo() as conexion:
            poner_preferencia(conexion, persona, nombre, valor)

    def preferencias(self, persona: str) -> dict[str, Any]:
        """Todas las preferencias de una persona, por su nombre."""
        self._exigir_propia(persona)
        consulta = sa.select(P.c.nombre, P.c.valor).where(P.c.persona == persona)
        with self._leyendo() as conexion:
            return {n: msgspec.json.decode(v) for n, v in conexion.execute(consulta)}

    def preferencia(self, persona: str, nombre: str, por_defecto: Any = None) -> Any:
        """La preferencia guardada, o ``por_defecto``."""
        self._exigir_propia(persona)
        with self._leyendo() as conexion:
            return leer_preferencia(conexion, persona, nombre, por_defecto)


def poner_preferencia(conexion: Connection, persona: str, nombre: str, valor: Any) -> None:
    """Lo mismo que ``guardar_preferencia``, dentro de una transacción abierta."""
    texto = msgspec.json.encode(valor).decode()
    fila = agregar(conexion, P).values(persona=persona, nombre=nombre, valor=texto)
    conexion.execute(
        fila.on_conflict_do_update(index_elements=["persona", "nombre"], set_={"valor": texto})
    )


def leer_preferencia(
    conexion: Connection, persona: str, nombre: str, por_defecto: Any = None
) -> Any:
    """Lo mismo que ``preferencia``, dentro de una transacción abierta."""
    consulta = sa.select(P.c.valor).where(P.c.persona == persona, P.c.nombre == nombre)
    texto = conexion.scalar(consulta)
    return por_defecto if texto is None else msgspec.json.decode(texto)


def _respuesta(fila: Row[Any]) -> Respuesta:
    return Respuesta(
        **{
            **fila._mapping,
            "dada": msgspec.json.decode(fila.dada),
            "correcta": None if fila.correcta is None else bool(fila.correcta),
            "rendida": bool(fila.rendida),
        }
    )
