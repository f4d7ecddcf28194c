"""La bitácora: cada cambio con autor, hora, frase y parche. Se agrega; no se edita.

Un parche se escribe en la versión del documento de ese día (``formato``). Todo campo nuevo del
dominio sube ``documento.VERSION``: así los parches viejos se traducen antes de usarlos.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.errores import LETRA_IMPOSIBLE
from mesa_territorial.almacen.fila import sin_nulos
from mesa_territorial.almacen.valores import Suceso, TipoSuceso
from mesa_territorial.documento import VERSION, a_documento, a_mesa
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.parches import Documento, Parche, aplicar, comparar
from mesa_territorial.dominio.reglas import ReglaRota, exigir

T = tablas.suceso
P = tablas.pila
_CON_PILA = sa.and_(P.c.mesa == T.c.mesa, P.c.numero == T.c.numero)
_COLUMNAS = (
    *(T.c.numero, T.c.autor, T.c.persona, T.c.cuando, T.c.frase),
    *(T.c.tipo, T.c.parche, T.c.formato),
)


@dataclass(frozen=True, slots=True)
class Pedido:
    """Lo que alguien quiere hacer: quién, cómo lo dice, qué versión veía y qué intento es.

    Levanta ``ReglaRota`` si falta el autor o hay letras que no se pueden guardar.
    """

    autor: Autor
    frase: str
    tipo: TipoSuceso = "cambio"
    vista: int | None = None
    evento: str | None = None

    def __post_init__(self) -> None:
        exigir(bool(self.autor.nombre.strip()), "Falta saber quién hace el cambio.")
        exigir("\x00" not in self.autor.nombre + self.frase, LETRA_IMPOSIBLE)


def anotar(conexion: Connection, clave: str, suceso: Suceso, evento: str | None = None) -> None:
    """Agrega ``suceso`` a la bitácora de la Mesa."""
    conexion.execute(
        T.insert().values(
            mesa=clave,
            numero=suceso.numero,
            autor=suceso.autor,
            cuando=suceso.cuando,
            tipo=suceso.tipo,
            frase=suceso.frase,
            busqueda=nombre_comparable(suceso.frase),
            evento=evento,
            formato=suceso.formato,
            parche=msgspec.json.encode(suceso.parche).decode(),
            persona=suceso.persona,
        )
    )


def consultar(clave: str) -> sa.Select[Any]:
    """La consulta de los sucesos de una Mesa, para filtrarla y ordenarla."""
    en_pie = sa.and_(P.c.numero.is_not(None), P.c.deshecho == 0)
    deshecho = sa.case((T.c.tipo != "cambio", 0), (en_pie, 0), else_=1).label("deshecho")
    return sa.select(*_COLUMNAS, deshecho).outerjoin(P, _CON_PILA).where(T.c.mesa == clave)


def leer(conexion: Connection, consulta: sa.Select[Any]) -> tuple[Suceso, ...]:
    """Los sucesos de una consulta hecha con ``consultar``."""
    return tuple(_suceso(fila) for fila in conexion.execute(consulta))


def uno(conexion: Connection, clave: str, numero: int) -> Suceso:
    """El suceso con ese número, que existe."""
    return leer(conexion, consultar(clave).where(T.c.numero == numero))[0]


def desde(conexion: Connection, clave: str, version: int) -> tuple[Suceso, ...]:
    """Los sucesos posteriores a ``version``, del primero al último."""
    return leer(conexion, consultar(clave).where(T.c.numero > version).order_by(T.c.numero))


def del_evento(conexion: Connection, clave: str, evento: str | None) -> Suceso | None:
    """El suceso que ya se anotó con ese identificador de reintento, si lo hay."""
    if evento is None:
        return None
    return next(iter(leer(conexion, consultar(clave).where(T.c.evento == evento))), None)


def frase_de(conexion: Connection, clave: str, numero: int) -> str:
    """La frase de un suceso; vacía si no existe."""
    consulta = sa.select(T.c.frase).where(T.c.mesa == clave, T.c.numero == numero)
    return conexion.scalar(consulta) or ""


def _suceso(fila: Row[Any]) -> Suceso:
    campos = {**fila._mapping, "parche": msgspec.json.decode(fila.parche)}
    return Suceso(**{**campos, "deshecho": bool(fila.deshecho)})


def renumerar(sucesos: Iterable[Suceso], momento: datetime) -> tuple[Suceso, ...]:
    """Los sucesos numerados 1, 2, 3… y sin identidades; sin zona, la hora es la de ``momento``.

    Una identidad vale sólo donde se dio: la de un archivo podría ser, aquí, la de otra persona.
    """
    return tuple(
        replace(
            suceso,
            numero=numero,
            persona="",
            cuando=_con_zona(suceso.cuando, momento),
            autor=sin_nulos(suceso.autor),
            frase=sin_nulos(suceso.frase),
        )
        for numero, suceso in enumerate(sucesos, start=1)
    )


def _con_zona(cuando: datetime, momento: datetime) -> datetime:
    return cuando if cuando.tzinfo else cuando.replace(tzinfo=momento.tzinfo)


def rehacer_documento(sucesos: Iterable[Suceso]) -> Documento:
    """El documento, en el formato de hoy, que resulta de aplicar los sucesos en orden.

    Levanta ``ReglaRota`` si un parche no corresponde a lo anterior.
    """
    documento: Documento = {}
    formato = VERSION
    for suceso in sucesos:
        if documento and formato < suceso.formato:
            documento = al_dia(documento, formato)
        formato = suceso.formato
        documento = _con_parche(documento, suceso)
    return al_dia(documento, formato) if documento else {}


def _con_parche(documento: Documento, suceso: Suceso) -> Documento:
    try:
        return aplicar(documento, suceso.parche)
    except (KeyError, IndexError, TypeError, ReglaRota) as error:
        raise ReglaRota(
            f"La bitácora está incompleta: el suceso {suceso.numero} no corresponde al anterior."
        ) from error


def al_dia(documento: Documento, formato: int) -> Documento:
    """El documento en el formato de hoy."""
    return documento if formato == VERSION else a_documento(a_mesa(documento, formato))


def parche_al_dia(conexion: Connection, clave: str, suceso: Suceso) -> Parche:
    """El parche del suceso en el formato de hoy."""
    if suceso.formato == VERSION:
        return suceso.parche
    anteriores = consultar(clave).where(T.c.numero < suceso.numero).order_by(T.c.numero)
    previos = leer(conexion, anteriores)
    return comparar(rehacer_documento(previos), rehacer_documento((*previos, suceso)))
