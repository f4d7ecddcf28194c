"""Las pilas de deshacer y rehacer de cada persona en cada Mesa.

Se derivan de la bitácora: un cambio se apila y descarta lo deshecho; «deshacer» saca el último;
«rehacer» lo repone.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import tablas
from mesa_territorial.almacen.autores import Autor, es_de
from mesa_territorial.almacen.valores import Suceso

T = tablas.pila


def apilar(conexion: Connection, clave: str, autor: Autor, numero: int) -> None:
    """Anota un cambio nuevo de ``autor``: lo que tenía por rehacer se descarta."""
    conexion.execute(T.delete().where(*_lado(clave, autor, deshecho=True)))
    quien = {"autor": autor.nombre, "persona": autor.persona}
    conexion.execute(T.insert().values(mesa=clave, numero=numero, deshecho=0, **quien))


def tope(conexion: Connection, clave: str, autor: Autor, *, deshecho: bool) -> int | None:
    """El número del cambio que toca deshacer o, con ``deshecho``, rehacer."""
    cual = sa.func.min if deshecho else sa.func.max
    consulta = sa.select(cual(T.c.numero)).where(*_lado(clave, autor, deshecho))
    numero: int | None = conexion.scalar(consulta)
    return numero


def mover(conexion: Connection, clave: str, numero: int, *, deshecho: bool) -> None:
    """Marca un cambio como deshecho o como repuesto."""
    uno = (T.c.mesa == clave, T.c.numero == numero)
    conexion.execute(T.update().where(*uno).values(deshecho=int(deshecho)))


def lados(conexion: Connection, clave: str, autor: Autor | None) -> tuple[bool, bool]:
    """Si queda algo por deshacer y si queda algo por rehacer; sin ``autor``, de cualquiera."""
    de_quien = () if autor is None else (es_de(autor),)
    consulta = sa.select(T.c.deshecho).distinct().where(T.c.mesa == clave, *de_quien)
    hallados = set(conexion.scalars(consulta))
    return 0 in hallados, 1 in hallados


def _lado(clave: str, autor: Autor, deshecho: bool) -> tuple[sa.ColumnElement[bool], ...]:
    return (T.c.mesa == clave, es_de(autor), T.c.deshecho == int(deshecho))


def plegar(sucesos: Iterable[Suceso]) -> dict[tuple[str, int], bool]:
    """Las pilas de una bitácora sin identidades: (autor, número) → si está deshecho."""
    hechos: dict[str, list[int]] = {}
    deshechos: dict[str, list[int]] = {}
    for suceso in sucesos:
        lados = (lado.setdefault(suceso.autor, []) for lado in (hechos, deshechos))
        _plegar_uno(suceso, *lados)
    return {
        (autor, numero): lado is deshechos
        for lado in (hechos, deshechos)
        for autor, numeros in lado.items()
        for numero in numeros
    }


def _plegar_uno(suceso: Suceso, hechos: list[int], deshechos: list[int]) -> None:
    if suceso.tipo == "cambio":
        deshechos.clear()
        hechos.append(suceso.numero)
    elif suceso.tipo == "deshacer" and hechos:
        deshechos.append(hechos.pop())
    elif suceso.tipo == "rehacer" and deshechos:
        hechos.append(deshechos.pop())


def reponer(conexion: Connection, clave: str, sucesos: Iterable[Suceso]) -> None:
    """Escribe las pilas de una bitácora que llega completa, sin identidades."""
    filas = [
        {"mesa": clave, "autor": autor, "numero": numero, "deshecho": int(deshecho), "persona": ""}
        for (autor, numero), deshecho in plegar(sucesos).items()
    ]
    if filas:
        conexion.execute(T.insert(), filas)
