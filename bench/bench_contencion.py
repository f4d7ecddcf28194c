"""Cuánto espera quien guarda cuando guardan muchas a la vez: SQLite y PostgreSQL.

    python bench/bench_contencion.py [segundos]

Primero lo que pasa en la vida: 30 y 200 sesiones, cada una con su Mesa de 34 actores y su conexión,
guardan un cambio cada 10 s. Después el tope: 30 sesiones que guardan sin parar. Ambas bases
escriben de verdad en el disco (``synchronous=FULL`` y ``fsync``). CPU: milisegundos de procesador
por guardado, que no dependen de cuánto más haga la máquina.
"""

import multiprocessing
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from almacen import servidor_postgresql
from bench_almacen import mesa_de

from mesa_territorial.almacen import Almacen

PROCESOS = 4
CADA = 10.0
A_LA_VEZ = (30, 200)
SIN_PARAR = 30
CONEXIONES = "max_connections=300"


def guardar_un_rato(base: str, clave: str, pausa: float, hasta: float) -> list[float]:
    """Los segundos que tomó cada guardado de una sesión, hasta esa hora."""
    azar, tiempos = random.Random(clave), []
    with Almacen.abrir(base) as almacen:
        time.sleep(azar.uniform(0, pausa))
        while time.time() < hasta:
            lugar = azar.uniform(0, 100)
            inicio = time.perf_counter()
            almacen.cambiar(
                clave,
                "movió",
                lambda mesa, lugar=lugar: mesa.con_cambio_de_actor("a7", x=lugar),
                autor="ana",
            )
            tiempos.append(time.perf_counter() - inicio)
            time.sleep(pausa)
    return tiempos


def un_proceso(trabajo: tuple[str, list[str], float, float]) -> tuple[list[float], float]:
    """Varias sesiones, cada una en su hilo con su conexión; los tiempos y el procesador gastado."""
    base, claves, pausa, hasta = trabajo
    tiempos: list[float] = []
    antes = time.process_time()

    def una(clave: str) -> None:
        tiempos.extend(guardar_un_rato(base, clave, pausa, hasta))

    hilos = [threading.Thread(target=una, args=(clave,)) for clave in claves]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    return tiempos, time.process_time() - antes


def cpu_de_la_base() -> float:
    """Segundos de procesador de PostgreSQL, con los de sus procesos que ya terminaron."""
    padres = [p for p in psutil.Process().children() if p.name().startswith("postgres")]
    vivos = [hijo for padre in padres for hijo in padre.children()]
    return sum(sum(p.cpu_times()[:4]) for p in padres) + sum(sum(p.cpu_times()[:2]) for p in vivos)


@dataclass(frozen=True)
class Medida:
    """Los segundos de cada guardado, ordenados, y los milisegundos de procesador por guardado."""

    tiempos: list[float]
    cpu_cliente: float
    cpu_base: float


def medir(base: str, sesiones: int, pausa: float, dura: float) -> Medida:
    """Lo que tomó guardar, con esas sesiones a ese ritmo."""
    claves = [f"s{sesiones}-{pausa:g}-{n}" for n in range(sesiones)]
    mesa = mesa_de(34, 80)
    with Almacen.abrir(base) as almacen:
        for clave in claves:
            almacen.crear(mesa.con(id=clave), autor="ana")
    hasta = time.time() + 3 + dura  # tres segundos para que todos abran
    partes = [(base, claves[n::PROCESOS], pausa, hasta) for n in range(PROCESOS)]
    antes = cpu_de_la_base()
    with multiprocessing.get_context("spawn").Pool(PROCESOS) as procesos:
        hechos = procesos.map(un_proceso, partes)
    tiempos = sorted(t for parte, _ in hechos for t in parte)
    por_guardado = 1000 / len(tiempos)
    cliente = sum(gasto for _, gasto in hechos) * por_guardado
    return Medida(tiempos, cliente, (cpu_de_la_base() - antes) * por_guardado)


@contextmanager
def postgresql() -> Iterator[str]:
    """Un PostgreSQL recién creado que sí asegura en disco, al revés que el de las pruebas."""
    inseguras = ("fsync", "full_page_writes", "max_connections")
    seguras = [o for o in servidor_postgresql.OPCIONES if not o.startswith(inseguras)]
    servidor_postgresql.OPCIONES = (*seguras, CONEXIONES)
    with servidor_postgresql.servidor() as url:
        yield url


def decir(nombre: str, sesiones: int, ritmo: str, medida: Medida, dura: float) -> None:
    ms = [1000 * t for t in medida.tiempos]
    p50, p95, peor = ms[len(ms) // 2], ms[int(len(ms) * 0.95)], ms[-1]
    por_segundo = len(ms) / dura
    print(
        f"{nombre:12}{sesiones:>9}{ritmo:>12}{len(ms):>10}{por_segundo:>10.0f}"
        f"{p50:>9.1f}{p95:>9.1f}{peor:>9.0f}{medida.cpu_cliente:>13.1f}{medida.cpu_base:>10.1f}",
        flush=True,
    )


def todas(nombre: str, base: str, dura: float) -> None:
    for sesiones in A_LA_VEZ:
        decir(nombre, sesiones, "cada 10 s", medir(base, sesiones, CADA, dura), dura)
    decir(nombre, SIN_PARAR, "sin parar", medir(base, SIN_PARAR, 0.0, dura / 3), dura / 3)


def main() -> None:
    dura = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    rotulos = (
        "sesiones",
        "ritmo",
        "guardados",
        "por s",
        "p50 ms",
        "p95 ms",
        "peor ms",
        "CPU cliente",
        "CPU base",
    )
    anchos = (9, 12, 10, 10, 9, 9, 9, 13, 10)
    titulos = "".join(f"{r:>{a}}" for r, a in zip(rotulos, anchos, strict=True))
    print(f"{'base':12}{titulos}")
    with tempfile.TemporaryDirectory() as carpeta:
        todas("SQLite", str(Path(carpeta) / "mesas.sqlite"), dura)
    with postgresql() as url:
        todas("PostgreSQL", url, dura)


if __name__ == "__main__":
    main()
