"""Este kit frente a otros seis marcos, con la misma aplicación y en una misma corrida.

    python bench/competencia/preparar.py          # una vez: un entorno por contendor
    python bench/bench_competencia.py             # cinco rondas, una media hora
    python bench/bench_competencia.py --rondas 1 --contendores kit,dash --partes navegador

Cada ronda pasa por todos los contendores, uno tras otro y partiendo por uno distinto, así un rato
lento de la máquina los toca a todos. Imprime una tabla de medianas con su mínimo y su máximo y las
metas con lo medido; deja todo en ``bench/resultados/``. Qué significa cada cifra está en
``guia/desarrollo/rendimiento.md``. Si no hay con quien comparar, lo dice y no mide nada.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from competencia import partes
from competencia.contendores import CONTENDORES, Contendor, servir
from competencia.tablas import imprimir

RESULTADOS = Path(__file__).resolve().parent / "resultados"
PARTES = ("navegador", "edicion", "llegadas", "sostenida", "veinte")
POR_DEFECTO = "navegador,edicion,llegadas,sostenida"
CORRIDAS = 20
DE_MENOS_A_MAS = ("llegadas_10", "llegadas_30", "llegadas_60", "sostenida")
Resultados = dict[str, dict[str, list[Any]]]


def leer_argumentos() -> argparse.Namespace:
    """Las opciones de la línea de órdenes."""
    lector = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lector.add_argument("--contendores", default=",".join(CONTENDORES))
    lector.add_argument("--partes", default=POR_DEFECTO, help=",".join(PARTES))
    lector.add_argument("--rondas", type=int, default=5)
    lector.add_argument("--llegadas", default=",".join(map(str, partes.LLEGADAS)))
    lector.add_argument("--segundos", type=float, default=partes.SEGUNDOS)
    lector.add_argument("--corridas", type=int, default=CORRIDAS)
    opciones = lector.parse_args()
    for dicho, hay in ((opciones.contendores, CONTENDORES), (opciones.partes, PARTES)):
        if sobran := set(dicho.split(",")) - set(hay):
            lector.error(f"no se conoce {', '.join(sobran)}; hay {', '.join(hay)}")
    return opciones


class Banco:
    """Una corrida: qué se mide, de quién, y lo anotado hasta ahora."""

    def __init__(self, opciones: argparse.Namespace) -> None:
        self.opciones = opciones
        self.partes = opciones.partes.split(",")
        pedidos = [CONTENDORES[n] for n in opciones.contendores.split(",")]
        self.contendores = [c for c in pedidos if c.esta_listo]
        self.sin_entorno = [c.titulo for c in pedidos if not c.esta_listo]
        self.resultados: Resultados = {c.nombre: {} for c in self.contendores}
        self._vencidos: dict[str, list[int]] = {}

    def correr(self) -> None:
        """Todas las rondas; la carga sostenida va una sola vez, en la última."""
        for ronda in range(self.opciones.rondas):
            giro = ronda % len(self.contendores)
            for contendor in self.contendores[giro:] + self.contendores[:giro]:
                self._una_ronda(contendor, es_la_ultima=ronda == self.opciones.rondas - 1)
        if "veinte" in self.partes:
            self._anotar(CONTENDORES["kit"], "veinte", self._veinte)

    def _una_ronda(self, contendor: Contendor, *, es_la_ultima: bool) -> None:
        if "navegador" in self.partes:
            self._anotar(contendor, "navegador", self._navegar)
        if "edicion" in self.partes:
            self._anotar(contendor, "edicion", partes.medir_edicion)
        if "llegadas" in self.partes:
            for cuantas in map(int, self.opciones.llegadas.split(",")):
                self._anotar(
                    contendor,
                    f"llegadas_{cuantas}",
                    lambda c, n=cuantas: partes.medir_llegadas(c, n),
                )
        if "sostenida" in self.partes and es_la_ultima:
            segundos = self.opciones.segundos
            self._anotar(contendor, "sostenida", lambda c: partes.medir_sostenida(c, segundos))

    def _navegar(self, contendor: Contendor) -> Any:
        from competencia.navegador import Visitante, chromium

        with chromium() as navegador, servir(contendor) as servido:
            return Visitante(navegador, servido).medir(partes.EDICIONES)

    def _veinte(self, contendor: Contendor) -> Any:
        return partes.medir_veinte(contendor, self.opciones.corridas, 30)

    def _anotar(self, contendor: Contendor, parte: str, medir: Callable[[Contendor], Any]) -> None:
        """Mide y anota. Lo que falla queda con su porqué; lo vencido por tiempo no se repite."""
        lista = self.resultados.setdefault(contendor.nombre, {}).setdefault(parte, [])
        if self._ya_vencio(contendor, parte):
            return
        inicio = time.monotonic()
        try:
            medida = medir(contendor)
        except Exception as falla:
            medida = {"no_se_pudo": f"{type(falla).__name__}: {falla}"[:300]}
        lista.append(medida)
        demora = time.monotonic() - inicio
        if demora > contendor.plazo and parte in DE_MENOS_A_MAS:
            self._vencidos.setdefault(contendor.nombre, []).append(DE_MENOS_A_MAS.index(parte))
        print(f"  {contendor.titulo:18}{parte:14}{demora:7.1f} s", flush=True)

    def _ya_vencio(self, contendor: Contendor, parte: str) -> bool:
        """Quien no llegó a tiempo con 30 no se vuelve a probar con 30, ni con 60, ni con 100."""
        if parte not in DE_MENOS_A_MAS:
            return False
        vencidos = self._vencidos.get(contendor.nombre, [])
        return any(v <= DE_MENOS_A_MAS.index(parte) for v in vencidos)

    def guardar(self) -> Path:
        """Deja todo lo medido en un archivo JSON; devuelve cuál."""
        RESULTADOS.mkdir(exist_ok=True)
        ahora = datetime.now().astimezone()
        archivo = RESULTADOS / f"competencia-{ahora:%Y%m%d-%H%M%S}.json"
        contenido = {
            "cuando": ahora.isoformat(timespec="seconds"),
            "nucleos": os.cpu_count(),
            "opciones": vars(self.opciones),
            "resultados": self.resultados,
        }
        archivo.write_text(json.dumps(contenido, ensure_ascii=False, indent=1))
        return archivo


def main() -> None:
    """Mide, guarda e imprime."""
    # Si lo detienen, que alcance a matar lo que levantó.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    banco = Banco(leer_argumentos())
    if banco.sin_entorno:
        faltan = ", ".join(banco.sin_entorno)
        print(f"Sin entorno: {faltan}. Se crean con «python bench/competencia/preparar.py».")
    pidio_solo_el_kit = banco.opciones.contendores == "kit"
    if not banco.contendores or (len(banco.contendores) == 1 and not pidio_solo_el_kit):
        print("Sin otro con quien comparar no se mide nada.")
        return
    carga = os.getloadavg()[0]
    print(f"{os.cpu_count()} procesadores, carga al empezar {carga:.1f}", flush=True)
    inicio = time.monotonic()
    try:
        banco.correr()
    finally:
        archivo = banco.guardar()
        imprimir(banco.resultados)
        minutos = (time.monotonic() - inicio) / 60
        print(f"\n{minutos:.1f} minutos, carga al terminar {os.getloadavg()[0]:.1f}. {archivo}")


if __name__ == "__main__":
    main()
