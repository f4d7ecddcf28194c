"""El lado del servidor: parte el almácigo, le pide brotes y lo vuelve a partir si se muere."""

import asyncio
import contextlib
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from mesa_territorial.servidor.nucleos.molde import Salida, traducir

registro = logging.getLogger("mesa_territorial")
ESPERA_DEL_ALMACIGO = 60.0
ESPERA_DE_UN_BROTE = 5.0
# Con un solo hilo por biblioteca no hay hilos vivos al bifurcar; macOS además pide decirlo.
_QUIETO = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES",
}


class SinAlmacigo(Exception):
    """No hay proceso tibio, o no contestó: que el núcleo parta por la vía corriente."""


def se_puede_bifurcar() -> bool:
    """Si el sistema bifurca procesos y pasa enchufes entre ellos (Linux y macOS)."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


class Brote:
    """El proceso de un núcleo, con los gestos de ``subprocess.Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, linea: socket.socket) -> None:
        self.pid = pid
        self._linea = linea
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """``None`` mientras vive. No es hijo del servidor: se sabe porque la línea se corta."""
        if self.returncode is None and _se_corto(self._linea):
            self._linea.close()
            self.returncode = 0
        return self.returncode

    def wait(self) -> int | None:
        """El código de salida de un proceso que ya terminó."""
        return self.poll()

    def send_signal(self, signum: int) -> None:
        """Manda la señal al grupo del núcleo, si sigue vivo."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signum)

    def kill(self) -> None:
        """Lo mata sin aviso."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Le pide que termine."""
        self.send_signal(signal.SIGTERM)


def _se_corto(linea: socket.socket) -> bool:
    try:
        return linea.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


@dataclass
class Vivero:
    """Un proceso del que brotan otros: el almácigo, o el molde de una página."""

    control: socket.socket
    celdas: list[list[Salida]] | None = None

    @property
    def vive(self) -> bool:
        """Si todavía atiende pedidos."""
        return not _se_corto(self.control)


class Jardinero:
    """Un almácigo y sus moldes. ``entorno`` es el de los núcleos, sin nada de nadie."""

    def __init__(self, entorno: Mapping[str, str], salida: IO[bytes] | None = None) -> None:
        self._entorno = {**os.environ, **entorno, **_QUIETO}
        self._salida = salida
        self._almacigo: asyncio.Task[Vivero] | None = None
        self._moldes: dict[Path, asyncio.Task[Vivero]] = {}
        self._procesos: list[subprocess.Popen[bytes]] = []

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
        linea, respuesta = await _pedir(vivero, pedido, ESPERA_DE_UN_BROTE)
        return Brote(int(respuesta["pid"]), linea)

    def cerrar(self) -> None:
        """Termina el almácigo y sus moldes: se van solos cuando se corta el control."""
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
                stdout=self._salida,
                stderr=self._salida,
            )
        self._procesos = [p for p in self._procesos if p.poll() is None] + [proceso]
        propio.setblocking(False)
        await _oir(propio, ESPERA_DEL_ALMACIGO)
        return Vivero(propio)

    async def _moldear(self, cuaderno: Path) -> Vivero:
        almacigo = await self.partir()
        linea, respuesta = await _pedir(almacigo, {"molde": str(cuaderno)}, ESPERA_DEL_ALMACIGO)
        return Vivero(linea, respuesta["celdas"])


def _sirve(tarea: "asyncio.Task[Vivero]") -> bool:
    return not tarea.cancelled() and not tarea.exception() and tarea.result().vive


async def _esperado(tarea: "asyncio.Task[Vivero]") -> Vivero:
    try:
        # Si una visita se va, las demás siguen esperando el mismo proceso.
        return await asyncio.shield(tarea)
    except (OSError, EOFError, TimeoutError, KeyError) as falla:
        raise SinAlmacigo(str(falla)) from falla


async def _pedir(
    vivero: Vivero, pedido: Mapping[str, Any], espera: float
) -> tuple[socket.socket, dict[str, Any]]:
    propio, ajeno = socket.socketpair()
    propio.setblocking(False)
    try:
        with ajeno:
            socket.send_fds(vivero.control, [b"."], [ajeno.fileno()])
        mensaje = json.dumps(pedido).encode() + b"\n"
        await asyncio.get_running_loop().sock_sendall(propio, mensaje)
        respuesta = await _oir(propio, espera)
    except (OSError, EOFError, TimeoutError) as falla:
        propio.close()
        raise SinAlmacigo(str(falla)) from falla
    if "falla" in respuesta:
        propio.close()
        raise SinAlmacigo(respuesta["falla"])
    return propio, respuesta


async def _oir(linea: socket.socket, espera: float) -> dict[str, Any]:
    ciclo, junto = asyncio.get_running_loop(), b""
    async with asyncio.timeout(espera):
        while not junto.endswith(b"\n"):
            trozo = await ciclo.sock_recv(linea, 65_536)
            if not trozo:
                raise EOFError("El proceso se cerró antes de contestar")
            junto += trozo
    mensaje: dict[str, Any] = json.loads(junto)
    return mensaje


def salidas_de(vivero: Vivero, semilla: str) -> list[list[Salida]]:
    """Lo que muestra cada celda de la página, con los identificadores de ese brote."""
    return [traducir(celda, semilla) for celda in vivero.celdas or []]
