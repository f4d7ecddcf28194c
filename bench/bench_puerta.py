"""Cuánto aguanta la puerta de un taller: ``python bench/bench_puerta.py``.

Levanta un taller con 8 personas adentro y mide lo que ellas esperan (un latido, un archivo, una
página entera) en calma y mientras, desde otro proceso, alguien ofrece intentos de adivinar el
código sin parar, cifrados y con el verdadero entre medio: primero muchos por conexión, sin esperar
respuesta; después de a uno, con una conexión nueva cada vez. Al final, 30 personas entran juntas.
La meta: 0 intentos entran, y quienes ya están no esperan más de 250 ms en el percentil 95.
"""

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Queue, get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from servidor.rafaga import Rafaga
from servidor.sala_de_prueba import Asistente, Taller, en_taller

SEGUNDOS = 8.0
ADENTRO = 8


def medir(taller: Taller, gente: list[tuple[Asistente, str]], segundos: float) -> dict[str, str]:
    """Lo que esperan quienes están adentro, en ms: mediana y percentil 95 de cada cosa."""
    tiempos: dict[str, list[float]] = {"latido": [], "archivo": [], "página": []}
    hilos = [threading.Thread(target=vivir, args=(*par, segundos, tiempos)) for par in gente]
    for hilo in hilos:
        hilo.start()
    visita = taller.persona()
    for _ in range(4):
        tiempos["página"].append(cronometrar(visita, "/app/prueba"))
        time.sleep(segundos / 6)
    visita.salir()
    for hilo in hilos:
        hilo.join()
    return {nombre: resumir(t) for nombre, t in tiempos.items()}


def vivir(quien: Asistente, nucleo: str, segundos: float, tiempos: dict[str, list[float]]) -> None:
    """Una página abierta: late y pide archivos dos veces por segundo."""
    limite = time.monotonic() + segundos
    while time.monotonic() < limite:
        tiempos["latido"].append(cronometrar(quien, f"/mesa/latido/{nucleo}"))
        tiempos["archivo"].append(cronometrar(quien, "/mesa/icono.svg"))
        time.sleep(0.5)


def cronometrar(quien: Asistente, ruta: str) -> float:
    antes = time.perf_counter()
    respuesta = quien.pedir(ruta, timeout=60)
    assert respuesta.status_code in (200, 204), respuesta.status_code
    return 1000 * (time.perf_counter() - antes)


def resumir(tiempos: list[float]) -> str:
    orden = sorted(tiempos)
    p95 = orden[min(len(orden) - 1, int(0.95 * len(orden)))]
    return f"{statistics.median(orden):6.1f} / {p95:6.1f}"


def atacar(
    taller: Taller, hacer: Callable[[], dict[str, str]], **como: Any
) -> tuple[dict[str, str], dict[str, Any]]:
    """Lo que da ``hacer`` mientras la ráfaga no para, desde otro proceso."""
    dichos: Queue[dict[str, Any]] = get_context("spawn").Queue()
    otro = get_context("spawn").Process(target=lanzar, args=(taller, como, dichos))
    otro.start()
    dichos.get()  # partió
    time.sleep(2.0)
    medidas = hacer()
    otro.join()
    return medidas, dichos.get()


def lanzar(taller: Taller, como: dict[str, Any], dichos: "Queue[dict[str, Any]]") -> None:
    """La ráfaga, en su proceso: no le quita tiempo a quien mide."""
    rafaga = Rafaga(taller, segundos=SEGUNDOS + 3, **como)
    pedidos = rafaga.pedidos("/entrar", "codigo", taller.senas["codigo"])
    dichos.put({})
    rafaga.correr(pedidos)
    dichos.put(
        {
            "ofrecidos por segundo": round(rafaga.por_segundo),
            "entraron": rafaga.entraron,
            "respuestas": dict(sorted(rafaga.respuestas.items())),
        }
    )


def entrar_todos(taller: Taller, cuantos: int) -> float:
    """Los segundos hasta que ``cuantos`` llenaron el formulario a la vez y quedaron adentro."""
    codigo, antes = taller.senas["codigo"], time.perf_counter()
    with ThreadPoolExecutor(cuantos) as hilos:
        llenas = list(
            hilos.map(lambda n: Asistente(taller).entrar(codigo, f"P{n}"), range(cuantos))
        )
    assert all(e.status_code == 303 for e in llenas)
    return time.perf_counter() - antes


def principal() -> None:
    """Corre la medición e imprime la tabla."""
    carpeta = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with carpeta as datos, en_taller(Path(datos), lugares=40) as taller:
        gente = [(p, p.abrir()) for p in (taller.persona() for _ in range(ADENTRO))]
        canales = [p.conectar(n) for p, n in gente]
        calma = medir(taller, gente, SEGUNDOS)
        en_fila, inundada = atacar(
            taller, lambda: medir(taller, gente, SEGUNDOS), conexiones=24, por_segundo=8000
        )
        sueltas, insistida = atacar(
            taller,
            lambda: medir(taller, gente, SEGUNDOS),
            conexiones=100,
            de_a_uno=True,
            desde="127.0.0.67",
        )
        print(
            f"\n{'ms: mediana / p95':20}{'en calma':>20}{'muchos por conexión':>22}{'de a uno':>20}"
        )
        for nombre in calma:
            print(f"{nombre:20}{calma[nombre]:>20}{en_fila[nombre]:>22}{sueltas[nombre]:>20}")
        print(f"\nmuchos por conexión  {inundada}\nde a uno             {insistida}")
        print(f"\n30 formularios a la vez {entrar_todos(taller, 30):.2f} s")
        for canal in canales:
            canal.close()


if __name__ == "__main__":
    principal()
