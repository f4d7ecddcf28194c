"""Mata con kill -9 a procesos que están escribiendo y cuenta lo que se perdió.

Cada ronda abre varios escritores sobre la misma base. Cada uno cambia y deshace, y anota en un
archivo propio el identificador de lo que el almacén le confirmó. Se lo mata en cualquier momento.
Al final, todo lo confirmado debe estar en la bitácora, la fila debe coincidir con ella y el archivo
debe estar íntegro. Es muerte de procesos, no corte de luz.

    python bench/bench_matar.py --rondas 250 --escritores 4
"""

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from mesa_territorial.almacen import Almacen, tablas
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

MESAS = ("una", "otra")
ACTORES = 30
VIDA = (0.01, 0.5)
"""Segundos, en conjunto, entre la primera confirmación de la ronda y cada muerte."""
LARGO = 37


@dataclass(frozen=True)
class Resultado:
    """Lo que se contó al final; ``perdidas`` y ``roturas`` deben ser cero."""

    muertes: int
    confirmadas: int
    perdidas: int
    sin_confirmar: int
    roturas: tuple[str, ...]
    segundos: float

    @property
    def esta_bien(self) -> bool:
        """Si no se perdió ni se rompió nada."""
        return not self.perdidas and not self.roturas


def matar(rondas: int, escritores: int, semilla: int, carpeta: Path) -> Resultado:
    """Corre las rondas en ``carpeta`` y entrega lo que se contó."""
    inicio = time.monotonic()
    azar = random.Random(semilla)
    base = carpeta / "mesas.sqlite"
    _preparar(base)
    acuses = [carpeta / f"acuse-{n}" for n in range(escritores)]
    roturas: list[str] = []
    for ronda in range(rondas):
        _ronda(base, acuses, azar)
        if ronda % 25 == 24:
            roturas += _roturas(base)
    roturas += _roturas(base)
    confirmadas = {acuse for ruta in acuses for acuse in _leer_acuses(ruta)}
    guardadas = _guardadas(base)
    return Resultado(
        muertes=rondas * escritores,
        confirmadas=len(confirmadas),
        perdidas=len(confirmadas - guardadas),
        sin_confirmar=len(guardadas - confirmadas),
        roturas=tuple(roturas),
        segundos=time.monotonic() - inicio,
    )


def _preparar(base: Path) -> None:
    actores = {
        f"a{n}": Actor(id=f"a{n}", nombre=f"Institución {n}", sector=Sector.PUBLICO)
        for n in range(ACTORES)
    }
    lugar = Territorio(cut_comuna="05101")
    with Almacen.abrir(base) as almacen:
        for clave in MESAS:
            mesa = Mesa(id=clave, nombre=clave, territorio=lugar, actores=actores)
            almacen.crear(mesa, autor="bench")


def _ronda(base: Path, acuses: list[Path], azar: random.Random) -> None:
    # Bifurcar evita cargar Python de nuevo en cada muerte; cada hijo abre su propio almacén.
    contexto = multiprocessing.get_context("fork")
    hijos = [contexto.Process(target=_escribir, args=(base, a, azar.random())) for a in acuses]
    previos = [_tamano(acuse) for acuse in acuses]
    for hijo in hijos:
        hijo.start()
    _esperar_confirmacion(acuses, previos)
    for hijo in azar.sample(hijos, len(hijos)):
        time.sleep(azar.uniform(*VIDA) / len(hijos))
        os.kill(hijo.pid or 0, signal.SIGKILL)
    for hijo in hijos:
        hijo.join()
        if hijo.exitcode != -signal.SIGKILL:
            raise RuntimeError(f"Un escritor terminó solo, con código {hijo.exitcode}.")


def _esperar_confirmacion(acuses: list[Path], previos: list[int]) -> None:
    limite = time.monotonic() + 30
    while all(_tamano(a) == previo for a, previo in zip(acuses, previos, strict=True)):
        if time.monotonic() > limite:
            raise RuntimeError("Ningún escritor logró confirmar nada en 30 segundos.")
        time.sleep(0.001)


def _tamano(ruta: Path) -> int:
    return ruta.stat().st_size if ruta.exists() else 0


def _escribir(base: Path, acuse: Path, semilla: float) -> None:
    azar = random.Random(semilla)
    autor = acuse.name
    salida = os.open(acuse, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    almacen = Almacen.abrir(base)
    for n in count():
        evento = f"{azar.getrandbits(128):032x}{n % 10_000:04d}"
        try:
            _un_paso(almacen, azar, autor, evento)
        except ReglaRota:
            continue
        # Una sola escritura: el acuse está entero o no está.
        os.write(salida, f"{evento}\n".encode())


def _un_paso(almacen: Almacen, azar: random.Random, autor: str, evento: str) -> None:
    clave = azar.choice(MESAS)
    if azar.random() < 0.15:
        almacen.deshacer(clave, autor=autor, evento=evento)
        return
    actor, lugar = f"a{azar.randrange(ACTORES)}", azar.random() * 1000

    def mover(mesa: Mesa) -> Mesa:
        return mesa.con_cambio_de_actor(actor, x=lugar, y=lugar)

    almacen.cambiar(clave, f"movió {actor}", mover, autor=autor, evento=evento)


def _leer_acuses(ruta: Path) -> list[str]:
    return [linea for linea in ruta.read_text().split("\n") if len(linea) == LARGO - 1]


def _guardadas(base: Path) -> set[str]:
    evento = tablas.suceso.c.evento
    with Almacen.abrir(base) as almacen, almacen._leyendo() as conexion:
        return set(conexion.scalars(sa.select(evento).where(evento.is_not(None))))


def _roturas(base: Path) -> list[str]:
    """Lo que no calza: integridad, fila contra bitácora, números salteados."""
    with Almacen.abrir(base) as almacen:
        salud = almacen.revisar()
        males = [] if salud.integra else [salud.frases[-1]]
        for clave in MESAS:
            registro = almacen.leer(clave)
            numeros = [s.numero for s in almacen.parche_desde(clave, 0)]
            if numeros != list(range(1, registro.version + 1)):
                males.append(f"La bitácora de «{clave}» tiene saltos.")
            if almacen.mesa_en(clave, numeros[-1]) != registro.mesa:
                males.append(f"La fila de «{clave}» no es la que dice su bitácora.")
    return males


def main() -> int:
    """Corre el arnés e imprime la tabla; el código de salida es 1 si algo se perdió."""
    argumentos = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    argumentos.add_argument("--rondas", type=int, default=250)
    argumentos.add_argument("--escritores", type=int, default=4)
    argumentos.add_argument("--semilla", type=int, default=2026)
    pedido = argumentos.parse_args()
    with tempfile.TemporaryDirectory() as carpeta:
        visto = matar(pedido.rondas, pedido.escritores, pedido.semilla, Path(carpeta))
    tabla = (
        ("procesos muertos con kill -9", visto.muertes),
        ("escrituras confirmadas", visto.confirmadas),
        ("confirmadas y perdidas", visto.perdidas),
        ("guardadas sin alcanzar a confirmarse", visto.sin_confirmar),
        ("roturas de la base", len(visto.roturas)),
        ("segundos", round(visto.segundos, 1)),
    )
    for nombre, valor in tabla:
        print(f"{nombre:<40}{valor:>12}")
    print(*visto.roturas, sep="\n")
    return 0 if visto.esta_bien else 1


if __name__ == "__main__":
    sys.exit(main())
