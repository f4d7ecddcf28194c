"""Los núcleos: un proceso por página abierta, con dueño, tope y reserva en el mismo instante."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Dict, Integer, List, Unicode

from mesa_territorial.servidor.repuesto import Repuesto

NOMBRE = "python3"


class SinLugar(Exception):
    """Ya hay tantas páginas abiertas como aguanta el computador."""


class EspecificacionPropia(KernelSpecManager):
    """Sólo existe el núcleo del mismo Python que corre el servidor."""

    orden = List(Unicode(), config=True)

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """La única especificación, pidan la que pidan."""
        # -P: la carpeta de trabajo no entra al camino de importación.
        return KernelSpec(
            argv=[sys.executable, "-P", *self.orden, "-f", "{connection_file}"],
            display_name="Mesa Territorial",
            language="python",
        )

    def find_kernel_specs(self) -> dict[str, str]:
        """Una sola, sin carpeta."""
        return {NOMBRE: ""}


class Nucleos(AsyncMappingKernelManager):
    """Arranca, entrega y cierra núcleos. ``lugares`` es el tope."""

    lugares = Integer(12, config=True)
    entorno = Dict(Unicode(), config=True)
    registro = Unicode("", config=True, help="Archivo donde escriben los núcleos.")

    def __init__(self, **campos: Any) -> None:
        super().__init__(**campos)
        self._duenios: dict[str, str] = {}
        self._reservas = 0
        self._registro = open(self.registro, "ab", buffering=0) if self.registro else None  # noqa: PTH123, SIM115
        self.repuesto = Repuesto(self, lambda: self._arrancar({}))

    def duenio(self, nucleo: str) -> str:
        """La identidad dueña de ese núcleo; vacía si nadie lo tiene."""
        return self._duenios.get(nucleo, "")

    def ocupados(self) -> int:
        """Cuántos lugares están tomados o prometidos."""
        return len(self._duenios) + self._reservas

    async def tomar(self, duenio: str, entorno: Mapping[str, str]) -> str:
        """El id de un núcleo vivo de esa persona; levanta ``SinLugar`` si no queda lugar."""
        # Cuenta y reserva van sin un await entre medio: con 16 llegadas juntas no se cuela nadie.
        if self.ocupados() >= self.lugares:
            raise SinLugar
        self._reservas += 1
        try:
            nucleo = await self.repuesto.entregar() or await self._arrancar(entorno)
            self._duenios[nucleo] = duenio
        finally:
            self._reservas -= 1
        return nucleo

    async def _arrancar(self, entorno: Mapping[str, str]) -> str:
        # Ni perfiles ni guiones de arranque de la persona: el núcleo es siempre el mismo.
        propio = {"IPYTHONDIR": str(Path(self.connection_dir) / "ipython")}
        completo = {**os.environ, **propio, **self.entorno, **entorno}
        return str(await self.start_kernel(kernel_name=NOMBRE, env=completo, **self._salidas()))

    def _salidas(self) -> dict[str, Any]:
        """Lo que diga un núcleo va al registro, no a la ventana donde corre el kit."""
        return {"stdout": self._registro, "stderr": self._registro} if self._registro else {}

    async def vive(self, nucleo: str) -> bool:
        """Si el proceso de ese núcleo sigue corriendo."""
        return nucleo in self and bool(await ensure_async(self.get_kernel(nucleo).is_alive()))

    async def cerrar(self, nucleo: str) -> None:
        """Termina el núcleo, si existe, y libera su lugar."""
        self._duenios.pop(nucleo, None)
        if nucleo in self:
            await self.shutdown_kernel(nucleo, now=True)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Termina los núcleos a los que ya nadie está conectado, salvo el que espera."""
        if not self.repuesto.es(kernel_id):
            await super().cull_kernel_if_idle(kernel_id)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Al salir del registro, por la vía que sea, el lugar queda libre."""
        self._duenios.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)
