"""Diez mil planillas mutadas por el asistente entero: trazas, tiempo y memoria de cada una.

    .venv/bin/python bench/bench_archivos.py [cuántas] [semilla]

Corre por lotes, cada uno en su proceso; mide los segundos de procesador de cada archivo (el reloj
de pared cuenta también a los vecinos) y la memoria máxima del proceso. Termina con código 1 si
algo pasa de 1 s, de 300 MB o deja una traza.
"""

import json
import resource
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[1]
LOTE = 500
MAX_SEGUNDOS, MAX_MB = 1.0, 300.0


def medir_lote(desde: int, hasta: int, semilla: int) -> dict:
    """Recorre los archivos de un lote en este proceso."""
    sys.path[:0] = [str(RAIZ / "tests")]
    from intercambio.mutador import bases, mutar, recorrer

    for sano in bases():
        recorrer(*sano)  # la primera vez se cargan las bibliotecas
    medida: dict = {"cuentas": Counter(), "tiempos": [], "lentos": [], "trazas": []}
    for numero in range(desde, hasta):
        nombre, contenido = mutar(numero, semilla)
        antes = time.process_time()
        try:
            que = recorrer(nombre, contenido)
        except BaseException:
            que = "traza"
            medida["trazas"].append([numero, traceback.format_exc(limit=-4)])
        segundos = time.process_time() - antes
        extension = nombre.rsplit(".", 1)[1]
        medida["cuentas"][f"{extension} {que}"] += 1
        medida["tiempos"].append(segundos)
        medida["lentos"].append([segundos, numero, nombre])
    medida["lentos"] = sorted(medida["lentos"], reverse=True)[:3]
    medida["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return medida


def correr_lote(desde: int, hasta: int, semilla: int) -> dict:
    """Lo mismo en otro proceso; uno que muere cuenta como traza."""
    orden = [sys.executable, __file__, "--lote", str(desde), str(hasta), str(semilla)]
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)
    if hecho.returncode:
        fin = [[desde, f"el proceso terminó con {hecho.returncode}: {hecho.stderr[-500:]}"]]
        return {"cuentas": {}, "tiempos": [], "lentos": [], "trazas": fin, "mb": 0.0}
    return json.loads(hecho.stdout)


def juntar(cuantas: int, semilla: int) -> dict:
    """Todas las medidas, lote por lote."""
    total: dict = {"cuentas": Counter(), "tiempos": [], "lentos": [], "trazas": [], "mb": 0.0}
    for desde in range(0, cuantas, LOTE):
        lote = correr_lote(desde, min(desde + LOTE, cuantas), semilla)
        total["cuentas"].update(lote["cuentas"])
        for campo in ("tiempos", "lentos", "trazas"):
            total[campo] += lote[campo]
        total["mb"] = max(total["mb"], lote["mb"])
    return total


def mostrar(total: dict) -> bool:
    """Imprime la tabla y dice si todo cumple."""
    tiempos = sorted(total["tiempos"]) or [0.0]
    cuentas = total["cuentas"]
    print("| formato | leídos | rechazados con frase | trazas |\n|---|---|---|---|")
    for extension in ("xlsx", "ods", "csv"):
        fila = [cuentas.get(f"{extension} {que}", 0) for que in ("leído", "rechazado", "traza")]
        print(f"| {extension} | " + " | ".join(map(str, fila)) + " |")
    percentil = tiempos[int(len(tiempos) * 0.99) - 1]
    print(
        f"\narchivos: {len(tiempos)} · mediana {tiempos[len(tiempos) // 2] * 1000:.1f} ms · ",
        end="",
    )
    print(f"p99 {percentil * 1000:.0f} ms · máximo {tiempos[-1] * 1000:.0f} ms · ", end="")
    print(f"memoria máxima {total['mb']:.0f} MB")
    for segundos, numero, nombre in sorted(total["lentos"], reverse=True)[:3]:
        print(f"  el más lento: n.º {numero} ({nombre}), {segundos:.3f} s")
    for numero, traza in total["trazas"][:5]:
        print(f"  traza en n.º {numero}:\n{traza}")
    return not total["trazas"] and tiempos[-1] < MAX_SEGUNDOS and total["mb"] < MAX_MB


def main(argumentos: list[str]) -> int:
    """Un lote si lo pide el proceso padre; si no, la corrida entera."""
    if argumentos[:1] == ["--lote"]:
        print(json.dumps(medir_lote(*map(int, argumentos[1:4]))))
        return 0
    cuantas, semilla = (*map(int, argumentos), *(10_000, 2026)[len(argumentos) :])
    return 0 if mostrar(juntar(cuantas, semilla)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
