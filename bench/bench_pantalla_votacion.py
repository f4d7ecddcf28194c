"""Qué tan atrás va la pantalla de quien facilita mientras votan muchos celulares.

Una hebra guarda votos en la urna como lo haría ``mesa votar`` (por lotes, a disco) y la pantalla
mira tres veces por segundo, a ciegas o con los resultados en vivo. Se anota, por lote, cuánto pasó
desde que quedó en disco hasta que la pantalla lo contó, y cuánto cuesta cada mirada.

    python bench/bench_pantalla_votacion.py [celulares] [actores]
"""

import os
import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from mesa_territorial.almacen import Almacen
from mesa_territorial.almacen.urna import Envio, Urna
from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.votacion_votos import Marca
from mesa_territorial_widgets.componentes.votacion import Votacion
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.votaciones import (
    SEGUNDOS_ENTRE_MIRADAS,
    SalaDeVotaciones,
)

META, LOTE, RITMO = 1.0, 40, 0.02


def preparar(carpeta: Path, actores: int) -> tuple[Votacion, SalaDeVotaciones, Urna]:
    """Una Mesa con el caso Campanilla y su votación abierta, en una carpeta de paso."""
    base = carpeta / "mesas.sqlite"
    os.environ["MESAS_BD"] = str(base)
    contexto = Contexto(Almacen.abrir(base), persona="bench")
    contexto.crear(cargar_caso("mesa_campanilla").con(id="m"))
    sala = SalaDeVotaciones.abrir(contexto)
    pantalla = Votacion(sala, contexto.pizarra)
    ids = list(sala.mesa.actores)[:actores]
    pantalla.responder("crear", {"tipo": "actores", "titulo": "Bench", "ids": ids})
    pantalla.responder("pasar", {"paso": "abrir_ronda"})
    return pantalla, sala, Urna.abrir(base.with_name("votos.sqlite"))


def votar(urna: Urna, pantalla: Votacion, celulares: int, lotes: list[tuple[float, int]]) -> None:
    """Guarda un voto por celular y actor, de a ``LOTE``; anota cuándo quedó cada lote en disco."""
    azar, votacion, van = random.Random(1), pantalla.valor, 0
    envios = [
        Envio(
            votacion=votacion.id,
            ronda=1,
            ficha=f"{n:08x}",
            sector=list(Sector)[n % 5],
            marcas=(Marca(opcion=o.id, interes=azar.randint(1, 5), influencia=azar.randint(1, 5)),),
        )
        for o in votacion.opciones
        for n in range(celulares)
    ]
    for i in range(0, len(envios), LOTE):
        lote = envios[i : i + LOTE]
        urna.votar_lote(lote)
        van += len(lote)
        lotes.append((time.perf_counter(), van))
        time.sleep(RITMO)


def medir(celulares: int, actores: int, en_vivo: bool) -> str:
    """Una fila de la tabla."""
    with tempfile.TemporaryDirectory() as carpeta:
        pantalla, _, urna = preparar(Path(carpeta), actores)
        pantalla.responder("mirar_en_vivo", {"si": en_vivo})
        lotes: list[tuple[float, int]] = []
        hebra = threading.Thread(target=votar, args=(urna, pantalla, celulares, lotes))
        vistos: list[tuple[float, int]] = []
        costos: list[float] = []
        hebra.start()
        while hebra.is_alive() or (vistos and vistos[-1][1] < lotes[-1][1]):
            partida = time.perf_counter()
            pantalla.mirar()
            costos.append(time.perf_counter() - partida)
            vistos.append((time.perf_counter(), pantalla.conteo["votos"]))
            time.sleep(SEGUNDOS_ENTRE_MIRADAS)
        atrasos = [next(t for t, v in vistos if v >= van) - cuando for cuando, van in lotes]
        urna.soltar()
    modo = "en vivo" if en_vivo else "a ciegas"
    p95 = quantiles(atrasos, n=20)[-1]
    cumple = "sí" if max(atrasos) <= META else "NO"
    return (
        f"{celulares:>9} {actores:>8} {modo:>9} {median(atrasos):>9.2f} {p95:>7.2f} "
        f"{max(atrasos):>7.2f} {1000 * median(costos):>8.1f} {1000 * max(costos):>8.1f}  {cumple}"
    )


def principal() -> None:
    """Mide con los celulares pedidos, a ciegas y en vivo."""
    celulares = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    actores = int(sys.argv[2]) if len(sys.argv) > 2 else 28
    print("celulares  actores      modo  atraso s   p95 s   máx s   mira ms  máx ms  ≤ 1 s")
    for en_vivo in (False, True):
        print(medir(celulares, actores, en_vivo))


if __name__ == "__main__":
    principal()
