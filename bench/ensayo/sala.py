"""La sala del ensayo: quienes trabajan y quienes votan, en su propio hilo."""

import asyncio
import threading
import time
from typing import Any

from navegador.taller import Taller

from ensayo.celulares import CelularCifrado
from ensayo.participantes import Cuenta, Participante


class Sala:
    """Las treinta personas y los cuarenta celulares, en su propio hilo."""

    def __init__(self, taller: Taller, personas: int) -> None:
        self.cuenta = Cuenta()
        rango = range(1, personas + 1)
        raiz = taller.raiz
        self.personas = [Participante(raiz, n, self.cuenta) for n in rango]
        self.celulares: list[CelularCifrado] = []
        self._ciclo = asyncio.new_event_loop()
        threading.Thread(target=self._ciclo.run_forever, daemon=True).start()

    def hacer(self, algo: Any, plazo: float | None = None) -> Any:
        """Corre una corrutina en el hilo de la sala y espera su resultado."""
        return asyncio.run_coroutine_threadsafe(algo, self._ciclo).result(plazo)

    def empezar(self, algo: Any) -> Any:
        """Lo mismo, sin esperar."""
        return asyncio.run_coroutine_threadsafe(algo, self._ciclo)

    async def entrar(self, codigo: str) -> None:
        """Todas se inscriben, de a pocas, como en una fila."""
        for persona in self.personas:
            await persona.entrar(codigo)

    async def abrir(self) -> float:
        """Todas abren el mapa de su grupo a la vez; los segundos hasta la última."""
        inicio = time.perf_counter()
        listas = await asyncio.gather(*(p.abrir() for p in self.personas), return_exceptions=True)
        for falla in listas:
            if isinstance(falla, BaseException):
                self.cuenta.fallas.append(f"al abrir: {type(falla).__name__} {falla}"[:200])
        self.personas = [p for p in self.personas if p.mesa]
        return time.perf_counter() - inicio

    async def vivir(self, opciones: list[str], hasta: float) -> None:
        """Las personas trabajan y los celulares votan hasta esa hora."""
        trabajos = [p.trabajar(hasta) for p in self.personas]
        votos = [c.votar_hasta(opciones, hasta - 5) for c in self.celulares]
        for falla in await asyncio.gather(*trabajos, *votos, return_exceptions=True):
            if isinstance(falla, BaseException):
                self.cuenta.fallas.append(f"{type(falla).__name__}: {falla}"[:200])

    async def irse(self) -> None:
        """Todas cierran su página."""
        await asyncio.gather(*(p.irse() for p in self.personas))
