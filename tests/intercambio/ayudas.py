"""Lo que comparten las pruebas de intercambio: hojas, libros y una Mesa de juguete."""

import io
import itertools
from collections.abc import Callable, Sequence

import xlsxwriter

from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio import (
    Hoja,
    Libro,
    Revision,
    Supuestos,
    aplicar,
    reconocer,
    revisar,
    sugerir_columnas,
    sugerir_encabezado,
)


def mesa_con(*actores: Actor) -> Mesa:
    """Una Mesa de Valparaíso con esos actores."""
    territorio = Territorio(cut_comuna="05101")
    return Mesa(
        id="m", nombre="Los Aromos", territorio=territorio, actores={a.id: a for a in actores}
    )


def actor(id_actor: str, nombre: str, sector: Sector = Sector.PUBLICO, **campos: object) -> Actor:
    return Actor(id=id_actor, nombre=nombre, sector=sector, **campos)  # type: ignore[arg-type]


def contador() -> Callable[[], str]:
    numeros = itertools.count(1)
    return lambda: f"nuevo{next(numeros)}"


def hoja_con(*filas: Sequence[object]) -> Hoja:
    ancho = max(len(fila) for fila in filas)
    return Hoja("Hoja1", tuple((*fila, *[None] * (ancho - len(fila))) for fila in filas))  # type: ignore[arg-type]


def revisar_hoja(
    mesa: Mesa, hoja: Hoja, momento: str = "actual", supuestos: Supuestos | None = None
) -> Revision:
    """La revisión con todo lo que el asistente sugiere por su cuenta."""
    encabezado = sugerir_encabezado(hoja)
    forma = reconocer(hoja, encabezado)
    return revisar(
        mesa,
        hoja,
        encabezado,
        sugerir_columnas(hoja.filas[encabezado], forma),
        forma=forma,
        archivo="lista.xlsx",
        momento=momento,
        crear_id=contador(),
        supuestos=supuestos,
    )


def importar(mesa: Mesa, libro: Libro) -> Mesa:
    """La Mesa con todas las hojas del libro importadas, sin decidir nada."""
    momento = next(iter(mesa.momentos))
    for hoja in libro.hojas:
        if len(hoja.filas) > 1:
            mesa = aplicar(mesa, revisar_hoja(mesa, hoja, momento), decisiones={})
    return mesa


def xlsx_con(**hojas: Sequence[Sequence[object]]) -> bytes:
    memoria = io.BytesIO()
    libro = xlsxwriter.Workbook(memoria, {"in_memory": True})
    for nombre, filas in hojas.items():
        hoja = libro.add_worksheet(nombre)
        for i, fila in enumerate(filas):
            hoja.write_row(i, 0, fila)
    libro.close()
    return memoria.getvalue()
