"""Las personas del ensayo que trabajan sin navegador, cada una en la Mesa de su grupo."""

import asyncio
import contextlib
import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cliente_kit import Visita

from mesa_territorial.almacen import Almacen

PAGINA = "/tema/03_mapa_de_actores"
CADA = (6.0, 14.0)
LATIDO = 1.5
_NOTA = re.compile(r"Persona \d\d, vuelta \d+")


@dataclass
class Cuenta:
    """Lo que vio todo el grupo: cambios confirmados, demoras en ms y fallas."""

    confirmados: dict[tuple[str, str], str] = field(default_factory=dict)
    hechos: int = 0
    confirmar: list[float] = field(default_factory=list)
    enterarse: list[float] = field(default_factory=list)
    entrar: list[float] = field(default_factory=list)
    fallas: list[str] = field(default_factory=list)
    enviados: dict[str, float] = field(default_factory=dict)


class Participante:
    """Una persona: entra con el código, abre el mapa de su grupo y anota en un actor propio."""

    def __init__(self, raiz: str, numero: int, cuenta: Cuenta) -> None:
        self.visita = Visita(raiz)
        self.visita.al_saber = self._al_saber
        self.nombre = f"Persona {numero:02d}"
        self._numero = numero
        self._cuenta = cuenta
        self._azar = random.Random(numero)
        self._vueltas = 0
        self._vistas: set[str] = set()

    async def entrar(self, codigo: str) -> None:
        """Se inscribe en el taller."""
        await self.visita.entrar_al_taller(codigo, self.nombre)

    async def abrir(self) -> None:
        """Abre la Mesa de su grupo en el mapa; cuenta cuánto demoró."""
        inicio = time.perf_counter()
        await self.visita.abrir(PAGINA, momento="aplicar")
        await self.visita.esperar("pizarra")
        self._cuenta.entrar.append(1000 * (time.perf_counter() - inicio))

    @property
    def mesa(self) -> dict[str, Any]:
        """La Mesa que tiene abierta, como documento."""
        modelos = self.visita.modelos
        propias = (
            v["mesa"] for v in modelos.values() if v.get("mesa") and not v.get("solo_lectura")
        )
        return next(propias, {})

    async def trabajar(self, hasta: float) -> None:
        """Anota cada tantos segundos, y late, hasta esa hora del reloj monótono."""
        latidos = asyncio.ensure_future(self._latir())
        while time.monotonic() < hasta:
            await asyncio.sleep(self._azar.uniform(*CADA))
            try:
                await self._anotar()
            except Exception as falla:
                self._cuenta.fallas.append(f"{self.nombre}: {type(falla).__name__} {falla}"[:200])
        latidos.cancel()

    async def _anotar(self) -> None:
        self._vueltas += 1
        actores = list(self.mesa["actores"])
        actor = actores[self._numero % len(actores)]
        nota = f"{self.nombre}, vuelta {self._vueltas}"
        inicio = self._cuenta.enviados[nota] = time.perf_counter()
        pizarra = self.visita.buscar("pizarra")
        pedido = {"id": actor, "campos": {"nota": nota}}
        await self.visita.ordenar(pizarra, "editar_actor", pedido, 30)
        self._cuenta.confirmar.append(1000 * (time.perf_counter() - inicio))
        self._cuenta.confirmados[self.mesa["id"], actor] = nota
        self._cuenta.hechos += 1

    def _al_saber(self, _: str, noticia: dict[str, Any]) -> None:
        """Lo que otra persona guardó en la misma Mesa llega como parche."""
        if noticia.get("tipo") != "parche":
            return
        # El parche trae también lo que había antes: cuenta sólo lo que no se había visto.
        nuevas = set(_NOTA.findall(str(noticia["parche"]))) - self._vistas
        self._vistas |= nuevas
        for nota in nuevas & self._cuenta.enviados.keys():
            if not nota.startswith(self.nombre):
                demora = time.perf_counter() - self._cuenta.enviados[nota]
                self._cuenta.enterarse.append(1000 * demora)

    async def _latir(self) -> None:
        while True:
            await asyncio.sleep(LATIDO)
            with contextlib.suppress(Exception):
                await self.visita.latir()

    async def irse(self) -> None:
        """Cierra su página."""
        with contextlib.suppress(Exception):
            await asyncio.wait_for(self.visita.cerrar(), 20)


def contar_perdidos(base: Path, cuenta: Cuenta) -> list[str]:
    """Los cambios confirmados que no están en la base, uno por frase."""
    perdidos = []
    with Almacen.abrir(base) as almacen:
        for (mesa, actor), nota in cuenta.confirmados.items():
            guardada = almacen.leer(mesa).mesa.actor(actor).nota
            if guardada != nota:
                perdidos.append(f"{mesa}/{actor}: se confirmó «{nota}» y hay «{guardada}»")
    return perdidos
