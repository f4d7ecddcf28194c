"""Cuánto cuesta un núcleo, y si algo se pierde por el camino: ``python bench/bench_nucleos.py``.

Compara, en una misma corrida, el núcleo corriente, el que brota del proceso tibio y el que brota
con la página ya corrida. Después arranca 500 núcleos y cierra cada uno, y 20 rondas de 30 a la
vez: no debe quedar un zombi ni un descriptor de más. CPU y PSS son del árbol entero de procesos.
"""

import argparse
import asyncio
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from mesa_territorial.servidor.nucleos import EspecificacionPropia, Nucleos

PAGINA = Path(__file__).parents[1] / "notebooks" / "03_mapa_de_actores.ipynb"
CODIGO = "import altair, networkx, pandas, mesa_territorial_widgets.temas.mapa_de_actores"


def familia() -> list[psutil.Process]:
    """Este proceso, sus hijos y los que brotaron de ellos."""
    propio = psutil.Process()
    return [propio, *propio.children(recursive=True)]


def procesador() -> float:
    """Segundos de procesador del árbol, con los de los hijos que ya terminaron."""
    total = 0.0
    for proceso in familia():
        try:
            t = proceso.cpu_times()
        except psutil.Error:
            continue
        total += t.user + t.system + t.children_user + t.children_system
    return total


def memoria() -> float:
    """MiB de PSS del árbol."""
    total = 0
    for proceso in familia():
        try:
            texto = Path(f"/proc/{proceso.pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        hallado = re.search(r"^Pss:\s+(\d+)", texto, re.MULTILINE)
        total += int(hallado[1]) if hallado else 0
    return total / 1024


def crear(carpeta: str, *, bifurcar: bool) -> Nucleos:
    orden = ["-m", "mesa_territorial.servidor.nucleos.corriente"]
    especificacion = EspecificacionPropia(orden=orden)
    nucleos = Nucleos(
        connection_dir=carpeta,
        kernel_spec_manager=especificacion,
        lugares=700,
        entorno={"MESA_PAGINA": "propia", "MESAS_BD": f"{carpeta}/m.sqlite"},
        bifurcar=bifurcar,
    )
    nucleos.config.KernelManager.transport = "ipc"
    nucleos.config.KernelManager.autorestart = False
    return nucleos


async def listo(nucleos: Nucleos, nucleo: str) -> None:
    """Espera a que el núcleo tenga cargado lo que una página usa."""
    cliente = nucleos.get_kernel(nucleo).client()
    cliente.start_channels()
    try:
        await cliente.wait_for_ready(timeout=60)
        await cliente.execute_interactive(CODIGO, timeout=60, output_hook=lambda _: None)
    finally:
        cliente.stop_channels()


async def costo(nucleos: Nucleos, pagina: Path | None, veces: int) -> tuple[float, float, float]:
    """Segundos de pared y de procesador, y MiB, de cada núcleo nuevo y listo."""
    paredes, cpu, mem, ids = [], procesador(), memoria(), []
    for _ in range(veces):
        antes = time.perf_counter()
        turno = await nucleos.tomar("d", {}, pagina)
        await listo(nucleos, turno.nucleo)
        paredes.append(time.perf_counter() - antes)
        ids.append(turno.nucleo)
    medido = statistics.median(paredes), (procesador() - cpu) / veces, (memoria() - mem) / veces
    await asyncio.gather(*(nucleos.cerrar(i) for i in ids))
    return medido


async def comparar(carpeta: str, veces: int) -> None:
    print(f"{'núcleo listo':32}{'pared (s)':>11}{'CPU (s)':>10}{'PSS (MiB)':>11}{'CPU, razón':>12}")
    corriente = crear(carpeta, bifurcar=False)
    base = await costo(corriente, None, max(2, veces // 5))
    fila("corriente", base, base)
    tibios = crear(carpeta, bifurcar=True)
    await tibios.calentar((PAGINA,), con_repuesto=False)
    fila("brota del proceso tibio", await costo(tibios, None, veces), base)
    fila("brota con la página corrida", await costo(tibios, PAGINA, veces), base)
    await corriente.shutdown_all(now=True)
    tibios.soltar_todo()


def fila(nombre: str, medido: tuple[float, float, float], base: tuple[float, float, float]) -> None:
    pared, cpu, mem = medido
    print(f"{nombre:32}{pared:11.3f}{cpu:10.3f}{mem:11.1f}{cpu / base[1]:12.3f}", flush=True)


def rastros() -> tuple[int, int, int]:
    """Zombis, procesos vivos y descriptores abiertos del árbol."""
    zombis = sum(p.status() == psutil.STATUS_ZOMBIE for p in familia())
    return zombis, len(familia()), sum(p.num_fds() for p in familia())


async def asentar(condicion: Callable[[], bool]) -> None:
    limite = time.monotonic() + 10
    while not condicion() and time.monotonic() < limite:
        await asyncio.sleep(0.05)


async def desgaste(carpeta: str, total: int, rondas: int) -> int:
    nucleos = crear(carpeta, bifurcar=True)
    await nucleos.calentar((PAGINA,), con_repuesto=False)
    await nucleos.cerrar((await nucleos.tomar("d", {}, PAGINA)).nucleo)
    await asentar(lambda: len(familia()) == 3)
    antes, fallas = rastros(), 0
    for _ in range(total):
        turno = await nucleos.tomar("d", {}, PAGINA)
        fallas += turno.celdas is None or not await nucleos.vive(turno.nucleo)
        await nucleos.cerrar(turno.nucleo)
    await asentar(lambda: len(familia()) == 3)
    print(f"{total} núcleos: {fallas} fallas; zombis, procesos, fds: {antes} → {rastros()}")
    for _ in range(rondas):
        turnos = await asyncio.gather(*(nucleos.tomar("d", {}, PAGINA) for _ in range(30)))
        vivos = await asyncio.gather(*(nucleos.vive(t.nucleo) for t in turnos))
        fallas += 30 - sum(vivos) + sum(t.celdas is None for t in turnos)
        await asyncio.gather(*(nucleos.cerrar(t.nucleo) for t in turnos))
    await asentar(lambda: len(familia()) == 3)
    despues = rastros()
    print(f"{rondas} rondas de 30: {fallas} fallas en total; {antes} → {despues}")
    nucleos.soltar_todo()
    return fallas + any(d > a for d, a in zip(despues, antes, strict=True))


def main() -> None:
    partes = argparse.ArgumentParser()
    partes.add_argument("--veces", type=int, default=20)
    partes.add_argument("--total", type=int, default=500)
    partes.add_argument("--rondas", type=int, default=20)
    pedido = partes.parse_args()
    with tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True) as carpeta:
        os.environ["MESAS_BD"] = f"{carpeta}/m.sqlite"
        asyncio.run(comparar(carpeta, pedido.veces))
        sys.exit(asyncio.run(desgaste(carpeta, pedido.total, pedido.rondas)))


if __name__ == "__main__":
    main()
