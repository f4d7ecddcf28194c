"""Un núcleo de repuesto, con las bibliotecas ya cargadas, para que la página no espere."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from jupyter_client.asynchronous.client import AsyncKernelClient

    from mesa_territorial.servidor.nucleos.administracion import Nucleos

registro = logging.getLogger("mesa_territorial")

# Lo mismo que hace el proceso tibio. Si algo falla, el núcleo sirve igual: la celda dirá qué pasó.
CALENTAR = """
from mesa_territorial.servidor.nucleos.calentar import calentar
calentar()
del calentar
"""
ESPERA = 3.0


class Repuesto:
    """A lo más un núcleo en espera. Se repone ``ESPERA`` segundos después de entregarlo."""

    def __init__(self, nucleos: "Nucleos", arrancar: Callable[[], Awaitable[str]]) -> None:
        self._nucleos = nucleos
        self._arrancar = arrancar
        self._tarea: asyncio.Task[str] | None = None

    def reponer(self) -> None:
        """Empieza a preparar uno, si no hay."""
        if self._tarea is None:
            self._tarea = asyncio.ensure_future(self._preparar())

    def es(self, nucleo: str) -> bool:
        """Si ese núcleo es el que está en espera (o en camino: aún sin nombre)."""
        return self._tarea is not None and self._tarea.done() and self._resultado() == nucleo

    def _resultado(self) -> str:
        tarea = self._tarea
        if tarea is None or tarea.cancelled() or tarea.exception():
            return ""
        return tarea.result()

    async def entregar(self) -> str:
        """El id del núcleo en espera; vacío si no hay o se murió."""
        tarea, self._tarea = self._tarea, None
        if tarea is None:
            return ""
        asyncio.get_running_loop().call_later(ESPERA, self.reponer)
        try:
            nucleo = await tarea
        except Exception:
            registro.exception("No se pudo preparar el núcleo de repuesto")
            return ""
        return nucleo if await self._nucleos.vive(nucleo) else ""

    async def _preparar(self) -> str:
        nucleo = await self._arrancar()
        cliente = cast("AsyncKernelClient", self._nucleos.get_kernel(nucleo).client())
        cliente.start_channels()
        try:
            await cliente.wait_for_ready(timeout=30)
            cliente.execute(CALENTAR, silent=True, store_history=False)
            await cliente.get_shell_msg(timeout=60)
        finally:
            cliente.stop_channels()
        return nucleo
