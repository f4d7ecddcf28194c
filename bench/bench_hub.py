"""Cuánta memoria toma JupyterHub con el kit: el Hub, el proxy y cada persona.

    python bench/bench_hub.py [personas]

Levanta el Hub de ``despliegue/`` con su proxy y entra con tres personas (o las que se digan), cada
una con una página abierta; con el proceso tibio y sin él. Memoria en PSS: lo compartido entre
procesos se reparte, así que se puede sumar. CPU: segundos de procesador por cada llegada.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from despliegue.hub_en_marcha import Hub, PersonaDelHub, instalar_proxy

REPOSO = 4.0
LATIDOS = 300
ROTULOS = (
    *("hub MiB", "proxy MiB", "persona MiB", "su servidor MiB"),
    *("entrada s", "CPU hub s", "CPU persona s", "latido proxy ms", "latido servidor ms"),
)
MEGA = 1024 * 1024


def familia(proceso: psutil.Process) -> list[psutil.Process]:
    return [proceso, *proceso.children(recursive=True)]


def pss(procesos: list[psutil.Process]) -> float:
    return sum(p.memory_full_info().pss for p in procesos) / MEGA


def de_cada_quien(padre: psutil.Process) -> dict[str, list[psutil.Process]]:
    """Los procesos de cada pieza: «hub», «proxy» y uno por persona."""
    piezas = {"hub": [padre]}
    for hijo in padre.children():
        orden = " ".join(hijo.cmdline())
        quien = "proxy" if "configurable-http-proxy" in orden else hijo.environ()["JUPYTERHUB_USER"]
        piezas[quien] = familia(hijo)
    return piezas


def cpu(procesos: list[psutil.Process]) -> float:
    """Los segundos de procesador que llevan gastados."""
    return sum(sum(p.cpu_times()[:2]) for p in procesos)


def entrar(hub: Hub, nombre: str, codigo: str) -> tuple[PersonaDelHub, str, float]:
    """La persona con su página abierta y su canal, y los segundos que demoró."""
    persona = PersonaDelHub(hub, nombre)
    inicio = time.perf_counter()
    persona.entrar(codigo)
    nucleo = persona.nucleo("/tema/03_mapa_de_actores")
    persona.canales = [persona.canal(nucleo)]
    return persona, nucleo, time.perf_counter() - inicio


def costo_de_latir(
    piezas: dict[str, list[psutil.Process]], persona: PersonaDelHub, nucleo: str
) -> tuple[float, float]:
    """Los milisegundos de procesador que cuesta cada latido al proxy y al servidor."""
    partes = (piezas["proxy"], piezas[persona.nombre][:1])
    antes = [cpu(p) for p in partes]
    for _ in range(LATIDOS):
        persona.pedir(f"{persona.raiz}/mesa/latido/{nucleo}")
    proxy, servidor = (1000 * (cpu(p) - a) / LATIDOS for p, a in zip(partes, antes, strict=True))
    return proxy, servidor


def medir(personas: int, tibio: str) -> None:
    carpeta = Path(tempfile.mkdtemp(prefix="bench-hub-"))
    hub = Hub(carpeta, str(carpeta / "mesas.sqlite"), MESA_TIBIO=tibio)
    with hub.corriendo():
        padre = psutil.Process(hub.proceso.pid)
        antes = cpu([padre])
        codigos = hub.codigos(*(f"p{n}" for n in range(personas)))
        llegadas = [entrar(hub, nombre, codigo) for nombre, codigo in codigos.items()]
        time.sleep(REPOSO)
        piezas = de_cada_quien(padre)
        en_el_hub = (cpu([padre]) - antes) / personas
        en_lo_suyo = median(cpu(piezas[n]) for n in codigos)
        latir = costo_de_latir(piezas, *llegadas[0][:2])
        memoria = _memoria(piezas, list(codigos))
        demora = median(d for *_, d in llegadas)
        rotulo = "con proceso tibio" if tibio == "si" else "sin proceso tibio"
        _decir(rotulo, (*memoria, demora, en_el_hub, en_lo_suyo, *latir))


def _memoria(piezas: dict[str, list[psutil.Process]], nombres: list[str]) -> tuple[float, ...]:
    """Los MiB del Hub, del proxy, de una persona entera y de su servidor solo."""
    enteras = median(pss(piezas[n]) for n in nombres)
    servidores = median(pss(piezas[n][:1]) for n in nombres)
    return pss(piezas["hub"]), pss(piezas["proxy"]), enteras, servidores


def _decir(rotulo: str, valores: tuple[float, ...]) -> None:
    columnas = zip(ROTULOS, valores, strict=True)
    numeros = "".join(f"{v:>{len(r) + 2}.{0 if 'MiB' in r else 1}f}" for r, v in columnas)
    print(f"{rotulo:18}{numeros}", flush=True)


def main() -> None:
    instalar_proxy()
    personas = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'':18}" + "".join(f"  {r}" for r in ROTULOS))
    for tibio in ("no", "si"):
        medir(personas, tibio)


if __name__ == "__main__":
    main()
