"""Cuánto cuesta guardar, leer y deshacer, según el tamaño de la Mesa.

La última columna compara con lo mínimo posible: escribir el documento en un archivo y asegurarlo.

    python bench/bench_almacen.py
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec

from mesa_territorial.almacen import Almacen
from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

TAMANIOS = ((34, 80), (300, 1_500), (1_000, 5_000))
VECES = 60


def mesa_de(actores: int, relaciones: int) -> Mesa:
    """Una Mesa al azar, siempre la misma, de ese tamaño."""
    azar = random.Random(actores)
    gente = {
        f"a{n}": Actor(id=f"a{n}", nombre=f"Institución número {n}", sector=Sector.PUBLICO, x=1.0)
        for n in range(actores)
    }
    pares: set[tuple[int, int]] = set()
    while len(pares) < relaciones:
        de, hacia = azar.sample(range(actores), 2)
        pares.add((de, hacia))
    vinculos = {
        f"r{n}": Relacion(id=f"r{n}", de=f"a{d}", hacia=f"a{h}", tipo=TipoRelacion.COORDINACION)
        for n, (d, h) in enumerate(sorted(pares))
    }
    return Mesa(
        id="mesa",
        nombre="Mesa de prueba",
        territorio=Territorio(cut_comuna="05101"),
        actores=gente,
        relaciones=vinculos,
    )


def cronometrar(hacer: Callable[[], object]) -> float:
    """La mediana en milisegundos de hacerlo ``VECES`` veces."""
    tiempos = []
    for _ in range(VECES):
        inicio = time.perf_counter()
        hacer()
        tiempos.append(time.perf_counter() - inicio)
    return statistics.median(tiempos) * 1000


def medir(mesa: Mesa, carpeta: Path) -> dict[str, float]:
    """Los milisegundos de cada operación sobre esa Mesa."""
    lugares = count(2)
    with (
        Almacen.abrir(carpeta / "mesas.sqlite") as almacen,
        Almacen.abrir(carpeta / "mesas.sqlite") as otra_ventana,
    ):
        almacen.crear(mesa, autor="ana")
        otra_ventana.leer("mesa")

        def mover(mesa: Mesa) -> Mesa:
            return mesa.con_cambio_de_actor("a7", x=float(next(lugares)))

        def cambiar() -> None:
            vista = almacen.version("mesa")
            almacen.cambiar("mesa", "movió", mover, autor="ana", vista=vista)

        def ponerse_al_dia() -> None:
            cambiar()
            otra_ventana.leer("mesa")

        cambio = cronometrar(cambiar)
        return {
            "preguntar la versión": cronometrar(lambda: almacen.version("mesa")),
            "leer sin novedades": cronometrar(lambda: almacen.leer("mesa")),
            "cambiar un actor": cambio,
            "ver lo que hizo otra persona": cronometrar(ponerse_al_dia) - cambio,
            "deshacer": cronometrar(lambda: almacen.deshacer("mesa", autor="ana")),
            "rehacer": cronometrar(lambda: almacen.rehacer("mesa", autor="ana")),
            "historial de 100": cronometrar(lambda: almacen.historial("mesa")),
            "cómo estaba hace 100 cambios": cronometrar(lambda: almacen.mesa_en("mesa", 100)),
            "respaldar": cronometrar(lambda: almacen.respaldar(carpeta / "copia.sqlite")),
            "escribir el documento y asegurarlo": cronometrar(lambda: _minimo(mesa, carpeta)),
        }


def _minimo(mesa: Mesa, carpeta: Path) -> None:
    with (carpeta / "minimo.json").open("wb") as archivo:
        archivo.write(msgspec.json.encode(a_documento(mesa)))
        archivo.flush()
        os.fsync(archivo.fileno())


def main() -> int:
    """Mide e imprime la tabla."""
    columnas = []
    for actores, relaciones in TAMANIOS:
        with tempfile.TemporaryDirectory() as carpeta:
            columnas.append(medir(mesa_de(actores, relaciones), Path(carpeta)))
    titulos = "".join(f"{f'{a}/{r}':>12}" for a, r in TAMANIOS)
    print(f"{'milisegundos (mediana)':<36}{titulos}{'razón':>8}")
    for nombre in columnas[0]:
        valores = "".join(f"{columna[nombre]:>12.2f}" for columna in columnas)
        razon = columnas[1][nombre] / columnas[1]["escribir el documento y asegurarlo"]
        print(f"{nombre:<36}{valores}{razon:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
