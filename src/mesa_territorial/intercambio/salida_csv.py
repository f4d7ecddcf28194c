"""La Mesa en dos csv que abre cualquier Excel chileno, sin fórmulas vivas."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.atado import atar
from mesa_territorial.intercambio.formulas import proteger
from mesa_territorial.intercambio.libro import Celda
from mesa_territorial.intercambio.tablas import (
    COLUMNAS_DE_ACTORES,
    COLUMNAS_DE_RELACIONES,
    filas_de_actores,
    filas_de_relaciones,
    titulos,
)
from mesa_territorial.textos import CAMPOS_DE_ACTOR, CAMPOS_DE_RELACION


def exportar_csv(mesa: Mesa) -> bytes:
    """Un zip con ``actores.csv`` y ``relaciones.csv``: UTF-8 con marca, ``;`` y coma decimal."""
    actores = _escribir(COLUMNAS_DE_ACTORES, CAMPOS_DE_ACTOR, filas_de_actores(mesa))
    relaciones = _escribir(COLUMNAS_DE_RELACIONES, CAMPOS_DE_RELACION, filas_de_relaciones(mesa))
    return atar({"actores.csv": actores, "relaciones.csv": relaciones})


def _escribir(
    columnas: tuple[str, ...], etiquetas: Mapping[str, str], filas: Iterable[Sequence[Celda]]
) -> bytes:
    memoria = io.StringIO(newline="")
    salida = csv.writer(memoria, delimiter=";", lineterminator="\r\n")
    salida.writerow(titulos(columnas, etiquetas))
    salida.writerows([_texto(celda) for celda in fila] for fila in filas)
    return memoria.getvalue().encode("utf-8-sig")


def _texto(celda: Celda) -> str:
    if isinstance(celda, int | float):
        return format(Decimal(repr(celda)), "f").replace(".", ",")
    # Un cero cortaría el archivo en los programas escritos en C.
    return "" if celda is None else proteger(celda.replace("\x00", ""))
