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

from mesa_territorial.almacen import Almacen, Registro
from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

TAMANIOS = ((34, 80), (300, 1_500), (1_000, 5_000))
VECES = 60
MINIMO = "escribir el documento y asegurarlo"


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
    base = carpeta / "mesas.sqlite"
    with Almacen.abrir(base) as almacen, Almacen.abrir(base) as otra_ventana:
        almacen.crear(mesa, autor="ana")
        tareas = _tareas(almacen, otra_ventana, carpeta)
        tiempos = {nombre: cronometrar(tarea) for nombre, tarea in tareas.items()}
    return {**tiempos, MINIMO: cronometrar(lambda: _minimo(mesa, carpeta))}


def _tareas(
    almacen: Almacen, otra_ventana: Almacen, carpeta: Path
) -> dict[str, Callable[[], object]]:
    lugares = count(2)

    def cambiar() -> Registro:
        lugar = float(next(lugares))
        return almacen.cambiar(
            "mesa",
            "movió",
            lambda mesa: mesa.con_cambio_de_actor("a7", x=lugar),
            autor="ana",
            vista=almacen.version("mesa"),
        )

    return {
        "preguntar la versión": lambda: almacen.version("mesa"),
        "leer sin novedades": lambda: almacen.leer("mesa"),
        "cambiar un actor": cambiar,
        "cambiarlo y verlo en otra ventana": lambda: (cambiar(), otra_ventana.leer("mesa")),
        "deshacer": lambda: almacen.deshacer("mesa", autor="ana"),
        "rehacer": lambda: almacen.rehacer("mesa", autor="ana"),
        "historial de 100": lambda: almacen.historial("mesa"),
        "cómo estaba tras 100 cambios": lambda: almacen.mesa_en("mesa", 100),
        "respaldar": lambda: almacen.respaldar(carpeta / "copia.sqlite"),
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
        razon = columnas[1][nombre] / columnas[1][MINIMO]
        print(f"{nombre:<36}{valores}{razon:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
