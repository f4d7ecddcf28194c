"""El lado del servidor: parte el almácigo, le pide brotes y lo vuelve a partir si se muere."""

import asyncio
import contextlib
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from mesa_territorial.servidor.nucleos.linea import SinAlmacigo, oir, pedir, se_corto
from mesa_territorial.servidor.nucleos.molde import Salida, traducir
from mesa_territorial.servidor.nucleos.proceso import Brote

registro = logging.getLogger("mesa_territorial")
ESPERA_DEL_ALMACIGO = 60.0
ESPERA_DE_UN_BROTE = 5.0
ANTES_DE_REVIVIR = 0.5
# Con un solo hilo por biblioteca no hay hilos vivos al bifurcar; macOS además pide decirlo.
_QUIETO = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES",
}


def se_puede_bifurcar() -> bool:
    """Si el sistema bifurca procesos y pasa enchufes entre ellos (Linux y macOS)."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


@dataclass
class Vivero:
    """Un proceso del que brotan otros: el almácigo, o el molde de una página."""

    control: socket.socket
    celdas: list[list[Salida]] | None = None

    @property
    def vive(self) -> bool:
        """Si todavía atiende pedidos."""
        return not se_corto(self.control)


class Jardinero:
    """Un almácigo y sus moldes. ``entorno`` es el de los núcleos, sin nada de nadie."""

    def __init__(self, entorno: Mapping[str, str], salida: IO[bytes] | None = None) -> None:
        self._entorno = {**os.environ, **entorno, **_QUIETO}
        self._salida = salida
        self._almacigo: asyncio.Task[Vivero] | None = None
        self._moldes: dict[Path, asyncio.Task[Vivero]] = {}
        self._procesos: list[subprocess.Popen[bytes]] = []
        self._cerrado = False
        self._turnos = asyncio.Semaphore(os.cpu_count() or 2)

    async def partir(self) -> Vivero:
        """El almácigo, vivo; lo parte si no hay o se murió. ``SinAlmacigo`` si no se puede."""
        self._almacigo = await self._vigente(self._almacigo, self._partir)
        return await _esperado(self._almacigo)

    async def molde(self, cuaderno: Path) -> Vivero:
        """El molde de esa página, vivo; ``SinAlmacigo`` si la página no se puede correr sola."""
        tarea = await self._vigente(self._moldes.get(cuaderno), lambda: self._moldear(cuaderno))
        self._moldes[cuaderno] = tarea
        return await _esperado(tarea)

    async def brotar(self, pedido: Mapping[str, Any], cuaderno: Path | None = None) -> Brote:
        """Un núcleo nuevo, ya con sus canales abiertos; ``SinAlmacigo`` si no contestó a tiempo."""
        vivero = await (self.molde(cuaderno) if cuaderno else self.partir())
        # De a pocos: treinta procesos que parten juntos se quitan la memoria rápida unos a otros.
        async with self._turnos:
            linea, respuesta = await pedir(vivero.control, pedido, ESPERA_DE_UN_BROTE)
        return Brote(int(respuesta["pid"]), linea)

    def cerrar(self) -> None:
        """Termina el almácigo y sus moldes: se van solos cuando se corta el control."""
        self._cerrado = True
        for tarea in (self._almacigo, *self._moldes.values()):
            if tarea and tarea.done() and not tarea.cancelled() and not tarea.exception():
                tarea.result().control.close()
            elif tarea:
                tarea.cancel()
        for proceso in self._procesos:
            proceso.kill()
            proceso.wait()

    async def _vigente(self, tarea: Any, crear: Any) -> "asyncio.Task[Vivero]":
        """La misma tarea si su proceso vive (o viene en camino); si no, una nueva."""
        if tarea is not None and (not tarea.done() or _sirve(tarea)):
            return tarea  # type: ignore[no-any-return]
        return asyncio.ensure_future(crear())

    async def _partir(self) -> Vivero:
        propio, ajeno = socket.socketpair()
        with ajeno:
            orden = [sys.executable, "-P", "-m", f"{__package__}.almacigo", str(ajeno.fileno())]
            proceso = subprocess.Popen(
                orden,
                pass_fds=[ajeno.fileno()],
                env=self._entorno,
                stdin=subprocess.DEVNULL,
                stdout=self._salida,
                stderr=self._salida,
            )
        self._procesos = [p for p in self._procesos if p.poll() is None] + [proceso]
        propio.setblocking(False)
        await oir(propio, ESPERA_DEL_ALMACIGO)
        asyncio.get_running_loop().add_reader(propio, self._al_morir, propio)
        return Vivero(propio)

    def _al_morir(self, control: socket.socket) -> None:
        """Vuelve a partir el almácigo: que la próxima visita no lo encuentre frío."""
        ciclo = asyncio.get_running_loop()
        ciclo.remove_reader(control)
        if not self._cerrado:
            registro.error("El proceso tibio se murió; parte otro")
            self._almacigo = None
            self._reviviendo = ciclo.create_task(self._revivir())

    async def _revivir(self) -> None:
        # Uno que muere apenas parte no debe ocupar el computador entero.
        await asyncio.sleep(ANTES_DE_REVIVIR)
        with contextlib.suppress(SinAlmacigo):
            if not self._cerrado:
                await self.partir()

    async def _moldear(self, cuaderno: Path) -> Vivero:
        almacigo = await self.partir()
        linea, respuesta = await pedir(
            almacigo.control, {"molde": str(cuaderno)}, ESPERA_DEL_ALMACIGO
        )
        return Vivero(linea, respuesta["celdas"])


def _sirve(tarea: "asyncio.Task[Vivero]") -> bool:
    return not tarea.cancelled() and not tarea.exception() and tarea.result().vive


async def _esperado(tarea: "asyncio.Task[Vivero]") -> Vivero:
    try:
        # Si una visita se va, las demás siguen esperando el mismo proceso.
        return await asyncio.shield(tarea)
    except (OSError, EOFError, TimeoutError, KeyError) as falla:
        raise SinAlmacigo(str(falla)) from falla


def salidas_de(vivero: Vivero, semilla: str) -> list[list[Salida]]:
    """Lo que muestra cada celda de la página, con los identificadores de ese brote."""
    return [traducir(celda, semilla) for celda in vivero.celdas or []]
