"""Cuánto procesador gasta una edición: ``python bench/bench_edicion.py [veces]``.

Levanta el servidor de verdad, abre por WebSocket el tablero del tema 03 sobre una copia de
Campanilla (28 actores) y edita como lo hacen la tabla y la cuadrícula. Cuenta el procesador (no el
reloj: guardar espera al disco) del núcleo y del servidor, desde que se manda el mensaje hasta que
no llega ninguno más, descontando lo que gastan los dos cuando nadie hace nada.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import psutil
from servidor import objetivo as o
from servidor.canal_de_widgets import PROTOCOLO, CanalDeWidgets

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso

META_MS = 8.0
QUIETO = 0.45
REPOSO = 6.0
TIBIO = 6
PANELES: dict[str, tuple[str, ...]] = {
    "mapa y tabla": (),
    "con el gráfico abierto": ("Calculando las medidas",),
    "con gráfico e historial": ("Calculando las medidas", "Abriendo el historial"),
}


@contextmanager
def tablero(paneles: tuple[str, ...]) -> Iterator[tuple[psutil.Process, CanalDeWidgets]]:
    """El proceso del servidor y el canal de una página con esos paneles abiertos."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta:
        datos, puerto = Path(carpeta), o.puerto_libre()
        with Almacen.abrir(datos / "mesas.sqlite") as almacen:
            almacen.crear(cargar_caso("mesa_campanilla").con(id="m1"), autor="Usted")
        cuadernos = str(Path(__file__).parents[1] / "notebooks")
        orden = o.orden_del_kit(puerto, datos, cuadernos=cuadernos)
        with o.corriendo(orden, puerto, datos) as proceso:
            persona = o.Objetivo(puerto, o.KIT, o.CLAVE).persona()
            nucleo = persona.abrir("/tema/03_mapa_de_actores?mesa=m1")
            canal = CanalDeWidgets(persona.conectar(nucleo, subprotocols=[PROTOCOLO]))
            for titulo in ("Abriendo su Mesa", *paneles):
                canal.pedir(canal.de(titulo=titulo), "abrir")
                canal.callar(1.0)
            yield psutil.Process(proceso.pid), canal
            persona.cerrar(nucleo)


def gastado(servidor: psutil.Process) -> tuple[float, float]:
    """Segundos de procesador del núcleo y del servidor hasta ahora."""
    nucleos = sum(
        t.user + t.system for t in (p.cpu_times() for p in servidor.children(recursive=True))
    )
    propio = servidor.cpu_times()
    return nucleos, propio.user + propio.system


def medir(
    servidor: psutil.Process, canal: CanalDeWidgets, editar: Callable[[int], Any], veces: int
) -> tuple[float, float, float, float, float]:
    """Milisegundos por edición: núcleo, servidor y respuesta (mediana); y mensajes y bytes."""
    for vez in range(TIBIO):
        editar(veces + vez)
        canal.callar(QUIETO)
    nucleo, propio = gastado(servidor)
    canal.escuchar(REPOSO)
    ocioso = [(b - a) / REPOSO for a, b in zip((nucleo, propio), gastado(servidor), strict=True)]
    canal.callar(0.2)
    canal.recibidos = canal.bytes = 0
    (nucleo, propio), parte = gastado(servidor), time.monotonic()
    demoras = []
    for vez in range(veces):
        pedido = time.monotonic()
        editar(vez)
        demoras.append(time.monotonic() - pedido)
        canal.callar(QUIETO)
    duro = time.monotonic() - parte
    n, s = gastado(servidor)
    por_vez = 1000 / veces
    return (
        (n - nucleo - ocioso[0] * duro) * por_vez,
        (s - propio - ocioso[1] * duro) * por_vez,
        1000 * median(demoras),
        canal.recibidos / veces,
        canal.bytes / veces,
    )


DE_LA_META = {"mover (cuadrícula)", "interés (tabla)", "influencia (tabla)"}


def ediciones(canal: CanalDeWidgets) -> dict[str, Callable[[int], Any]]:
    """Lo que hacen la cuadrícula y la tabla, y una relación nueva para comparar."""
    pizarra = canal.de(_componente="pizarra", solo_lectura=False)
    mesa = canal.estados[pizarra]["mesa"]
    actores, momento = sorted(mesa["actores"]), max(mesa["momentos"])

    def orden(nombre: str, **datos: Any) -> Any:
        respuesta = canal.pedir(pizarra, nombre, **datos)
        assert "error" not in respuesta, respuesta
        return respuesta

    def relacion(vez: int) -> Any:
        de, hacia = actores[vez % 7], actores[7 + vez % 20]
        datos = {"id": f"r{vez}", "de": de, "hacia": hacia, "tipo": "mandato", "momento": momento}
        return orden("unir", **datos)

    return {
        "mover (cuadrícula)": lambda v: orden(
            "ubicar", id=actores[v % 28], influencia=1 + v % 3, interes=1 + v % 4 + 0.5
        ),
        "interés (tabla)": lambda v: orden(
            "editar_actor", id=actores[v % 28], campos={"interes": 1 + v % 5}
        ),
        "influencia (tabla)": lambda v: orden(
            "editar_actor", id=actores[v % 28], campos={"influencia": 1 + v % 4 + 0.25}
        ),
        "sector (tabla)": lambda v: orden(
            "editar_actor",
            id=actores[v % 28],
            campos={"sector": ("publico", "privado", "academia")[(v + v // 28) % 3]},
        ),
        "relación nueva": relacion,
    }


def main() -> None:
    """Mide y muestra la tabla; dice si la meta se cumple con el gráfico abierto."""
    veces = int(sys.argv[1]) if len(sys.argv) > 1 else 56
    titulos = ("núcleo ms", "servidor ms", "respuesta ms", "mensajes", "bytes")
    print(f"{'paneles':26}{'edición':24}" + "".join(f"{t:>14}" for t in titulos))
    peor = 0.0
    for nombre, paneles in PANELES.items():
        with tablero(paneles) as (servidor, canal):
            for edicion, editar in ediciones(canal).items():
                cifras = medir(servidor, canal, editar, veces)
                print(
                    f"{nombre:26}{edicion:24}" + "".join(f"{c:14.1f}" for c in cifras), flush=True
                )
                if edicion in DE_LA_META:
                    peor = max(peor, cifras[0])
    print(f"\nMeta: influencia e interés ≤ {META_MS:.0f} ms de núcleo; lo peor fue {peor:.1f} ms.")


if __name__ == "__main__":
    main()
