"""Un taller entero, ensayado: ``python bench/ensayo_taller.py --minutos 10``.

Levanta ``mesa taller`` en este computador y lo usa como una sala de verdad: treinta personas que
trabajan (sin navegador, por el mismo canal que usa la pantalla) en mesas simuladas de cinco; cuatro
páginas en Chromium (quien facilita, dos participantes en una misma mesa y el proyector) y cuarenta
celulares que votan por HTTPS directo al proceso de votación. Al final compara lo confirmado con lo
guardado: termina en 1 si se perdió un voto o un cambio. Deja capturas cada tanto, para mirarlas, en
``bench/resultados/ensayo/``.
"""

import argparse
import os
import re
import signal
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from competencia.navegador import chromium
from competencia.procesos import MARCA, memoria_de, procesos_de
from ensayo import celulares as de_celulares
from ensayo import participantes as de_participantes
from ensayo.escena import Escena
from ensayo.sala import Sala
from navegador.taller import Taller, en_taller

from mesa_territorial.almacen import Almacen
from mesa_territorial.almacen.urna import Urna, lugar_de_la_urna

CAPTURAS = Path(__file__).resolve().parent / "resultados" / "ensayo"
ENTRE_CAPTURAS = 60.0
MIRAR = 5.0
AGREGAR = 30.0
_CODIGO = re.compile(r"Código\s+(.+)")


class Ensayo:
    """Un taller en marcha, de principio a fin."""

    def __init__(self, taller: Taller, base: Path, opciones: argparse.Namespace) -> None:
        self.base = base
        self.urna = lugar_de_la_urna(base)
        self.opciones = opciones
        self.escena = Escena(taller, CAPTURAS)
        self.sala = Sala(taller, opciones.personas)
        self.codigo = _CODIGO.findall(taller.salida.read_text("utf-8"))[-1].strip()
        self.memoria: list[float] = []
        self.entrada = 0.0

    def correr(self, marca: str) -> None:
        """Entran, se reparten, trabajan y votan, se revela y se van."""
        self.escena.repartir(2)
        self.sala.hacer(self.sala.entrar(self.codigo), 120)
        self.escena.repartir(2 + self.opciones.personas)
        self.entrada = self.sala.hacer(self.sala.abrir(), 180)
        self.mesa = self._clave_de(self.escena.sentarse())
        self.escena.preparar_votacion()
        self.votacion = self._abrir_urna()
        self._vivir(marca)
        self.escena.revelar()
        self.escena.retratar("al-final")
        self.sala.hacer(self.sala.irse(), 60)

    def _clave_de(self, nombre: str) -> str:
        with Almacen.abrir(self.base) as almacen:
            return next(r.clave for r in almacen.listar() if r.nombre == nombre)

    def _abrir_urna(self) -> Any:
        with Urna.abrir(self.urna) as urna:
            (votacion,) = urna.listar()
            direccion = urna.direccion()
        cuantos = self.opciones.celulares
        self.sala.celulares = de_celulares.llegar(direccion, votacion.codigo, cuantos)
        return votacion

    def _vivir(self, marca: str) -> None:
        hasta = time.monotonic() + 60 * self.opciones.minutos
        opciones = [o.id for o in self.votacion.opciones]
        vida = self.sala.empezar(self.sala.vivir(opciones, hasta))
        rutinas = (
            Rutina(MIRAR, lambda _: self.memoria.append(memoria_de(marca))),
            Rutina(AGREGAR, self.escena.agregar),
            Rutina(ENTRE_CAPTURAS, lambda n: self.escena.retratar(f"minuto-{n:02d}")),
        )
        while not vida.done():
            for rutina in rutinas:
                rutina.tocar(time.monotonic())
            self.escena.facilita.wait_for_timeout(250)
        vida.result()

    def informar(self) -> bool:
        """Imprime lo medido; dice si no se perdió nada."""
        cuenta, escena = self.sala.cuenta, self.escena
        cambios = de_participantes.contar_perdidos(self.base, cuenta)
        agregados = self._agregados_perdidos()
        votos = de_celulares.contar_perdidos(self.urna, self.votacion, self.sala.celulares)
        acuses = [1000 * t for c in self.sala.celulares for t in c.tiempos]
        for nombre, valor in (
            ("personas / celulares", f"{len(self.sala.personas)} / {len(self.sala.celulares)}"),
            ("minutos", f"{self.opciones.minutos:g}"),
            ("todas con su mapa abierto, s", f"{self.entrada:.1f}".replace(".", ",")),
            ("abrir el mapa, p50 / p95 / máx ms", _resumir(cuenta.entrar)),
            ("cambios confirmados / perdidos", f"{cuenta.hechos} / {len(cambios)}"),
            ("confirmar un cambio, p50 / p95 / máx ms", _resumir(cuenta.confirmar)),
            ("enterarse en la misma mesa, ms (meta 2.000)", _resumir(cuenta.enterarse)),
            ("verlo en otro Chromium, ms (meta 2.000)", _resumir(escena.vistas)),
            ("agregados por Rosa / perdidos", f"{len(escena.agregados)} / {len(agregados)}"),
            ("votos con acuse / perdidos", f"{len(acuses)} / {votos}"),
            ("acuse de un voto, p50 / p95 / máx ms", _resumir(acuses)),
            ("memoria del taller, máx MiB (PSS)", f"{max(self.memoria, default=0):.0f}"),
            ("fallas", str(len(cuenta.fallas))),
        ):
            print(f"  {nombre:<46}{valor:>34}")
        for frase in [*cambios, *agregados, *cuenta.fallas][:20]:
            print(f"    · {frase}")
        return not (cambios or agregados or votos or cuenta.fallas)

    def _agregados_perdidos(self) -> list[str]:
        with Almacen.abrir(self.base) as almacen:
            actores = almacen.leer(self.mesa).mesa.actores.values()
        hay = {a.nombre for a in actores}
        return [f"no quedó «{n}»" for n in self.escena.agregados if n not in hay]


class Rutina:
    """Algo que se repite cada tantos segundos; recibe qué vez es, desde 1."""

    def __init__(self, cada: float, hacer: Callable[[int], object]) -> None:
        self._cada, self._hacer = cada, hacer
        self._vez, self._toca = 0, time.monotonic() + cada / 2

    def tocar(self, ahora: float) -> None:
        """La corre si ya le toca."""
        if ahora >= self._toca:
            self._vez, self._toca = self._vez + 1, ahora + self._cada
            self._hacer(self._vez)


def _resumir(cifras: list[float]) -> str:
    if len(cifras) < 2:
        return "—" if not cifras else f"{cifras[0]:.0f}"
    cortes = quantiles(cifras, n=100, method="inclusive")
    return f"{cortes[49]:.0f} / {cortes[94]:.0f} / {max(cifras):.0f}"


def main() -> int:
    """Ensaya el taller; termina en 1 si algo se perdió o falló."""
    lector = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lector.add_argument("--minutos", type=float, default=10)
    lector.add_argument("--personas", type=int, default=30)
    lector.add_argument("--celulares", type=int, default=40)
    opciones = lector.parse_args()
    # Si lo detienen, que alcance a detener lo que levantó.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    marca = uuid.uuid4().hex
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta,
        chromium() as navegador,
        en_taller(Path(carpeta), navegador, {**os.environ, MARCA: marca}) as taller,
    ):
        ensayo = Ensayo(taller, Path(carpeta) / "mesas.sqlite", opciones)
        ensayo.correr(marca)
        bien = ensayo.informar()
        print(f"  {'páginas con fallas':<46}{len(taller.vigia.fallas):>34}")
        bien = bien and not taller.vigia.fallas and not taller.vigia.ajenas
        print(f"  procesos del taller al final: {len(procesos_de(marca))}. Capturas en {CAPTURAS}")
    print("NADA SE PERDIÓ" if bien else "SE PERDIÓ O FALLÓ ALGO")
    return 0 if bien else 1


if __name__ == "__main__":
    sys.exit(main())
