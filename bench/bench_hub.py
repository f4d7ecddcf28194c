"""Cuánta memoria toma JupyterHub con el kit: el Hub, el proxy y cada persona.

    python bench/bench_hub.py [personas]

Levanta el Hub de ``despliegue/`` con su proxy y entra con tres personas (o las que se digan), cada
una con una página abierta; con el proceso tibio y sin él. Memoria en PSS: lo compartido entre
procesos se reparte, así que se puede sumar.
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


def medir(personas: int, tibio: str) -> None:
    carpeta = Path(tempfile.mkdtemp(prefix="bench-hub-"))
    hub = Hub(carpeta, str(carpeta / "mesas.sqlite"), MESA_TIBIO=tibio)
    with hub.corriendo():
        nombres = [f"p{n}" for n in range(personas)]
        demoras = []
        for nombre, codigo in hub.codigos(*nombres).items():
            persona = PersonaDelHub(hub, nombre)
            inicio = time.perf_counter()
            persona.entrar(codigo)
            persona.canal(persona.nucleo("/tema/03_mapa_de_actores"))
            demoras.append(time.perf_counter() - inicio)
        time.sleep(REPOSO)
        piezas = de_cada_quien(psutil.Process(hub.proceso.pid))
        _decir(piezas, nombres, tibio, demoras)


def _decir(
    piezas: dict[str, list[psutil.Process]], nombres: list[str], tibio: str, demoras: list[float]
) -> None:
    totales = [pss(piezas[n]) for n in nombres]
    servidores = [pss(piezas[n][:1]) for n in nombres]
    fila = (pss(piezas["hub"]), pss(piezas["proxy"]), median(totales), median(servidores))
    rotulo = "con proceso tibio" if tibio == "si" else "sin proceso tibio"
    print(
        f"{rotulo:20}" + "".join(f"{v:12.0f}" for v in fila) + f"{median(demoras):12.1f}",
        flush=True,
    )


def main() -> None:
    instalar_proxy()
    personas = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    rotulos = ("hub", "proxy", "persona", "su servidor", "entrada (s)")
    print(f"{'MiB de PSS':20}" + "".join(f"{r:>12}" for r in rotulos))
    for tibio in ("no", "si"):
        medir(personas, tibio)


if __name__ == "__main__":
    main()
