"""Un almácigo de verdad, con sus moldes, y un cliente que les habla como lo haría una página."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from mesa_territorial.servidor.nucleos import EspecificacionPropia, Nucleos

CUADERNOS = Path(__file__).parents[1] / "cuadernos"
PAGINA = CUADERNOS / "app_prueba.ipynb"


class Semillero:
    """Los núcleos del kit y lo necesario para mirarlos por dentro."""

    def __init__(self, carpeta: Path, **campos: Any) -> None:
        self._ciclo = asyncio.Runner()
        self._campos = {"lugares": 600, "entorno": {"MESA_PAGINA": "propia"}, **campos}
        self.nucleos: Nucleos = self.correr(self._crear(carpeta))

    async def _crear(self, carpeta: Path) -> Nucleos:
        orden = ["-m", "mesa_territorial.servidor.nucleos.corriente"]
        nucleos = Nucleos(
            connection_dir=str(carpeta),
            kernel_spec_manager=EspecificacionPropia(orden=orden),
            **self._campos,
        )
        nucleos.config.KernelManager.transport = "ipc"
        nucleos.config.KernelManager.autorestart = False
        await nucleos.calentar((), con_repuesto=False)
        return nucleos

    def correr(self, tarea: Coroutine[Any, Any, Any]) -> Any:
        """Corre en el mismo ciclo de siempre, como en el servidor."""
        return self._ciclo.run(tarea)

    def brotar(self, cuantos: int = 1, pagina: Path | None = None, **entorno: str) -> list[str]:
        """Núcleos nuevos, pedidos todos a la vez."""

        async def todos() -> list[str]:
            pedidos = [self.nucleos.tomar("d", entorno, pagina) for _ in range(cuantos)]
            return [turno.nucleo for turno in await asyncio.gather(*pedidos)]

        ids: list[str] = self.correr(todos())
        return ids

    def decir(self, nucleo: str, codigo: str, *, espera: float = 20) -> str:
        """Corre ``codigo`` en ese núcleo y devuelve lo que escribió, o el nombre del error."""
        return str(self.correr(self._decir(nucleo, codigo, espera)))

    async def _decir(self, nucleo: str, codigo: str, espera: float) -> str:
        cliente = self.nucleos.get_kernel(nucleo).client()
        cliente.start_channels()
        dicho: list[str] = []
        try:
            await cliente.wait_for_ready(timeout=espera)
            respuesta = await cliente.execute_interactive(
                codigo, timeout=espera, output_hook=lambda m: dicho.append(_texto(m))
            )
        finally:
            cliente.stop_channels()
        return str(respuesta["content"].get("ename") or "".join(dicho).strip())

    def cerrar(self, *ids: str) -> None:
        """Termina esos núcleos."""

        async def todos() -> None:
            await asyncio.gather(*(self.nucleos.cerrar(i) for i in ids))

        self.correr(todos())

    def pid(self, nucleo: str) -> int:
        """El proceso de ese núcleo."""
        return int(self.nucleos.get_kernel(nucleo).provisioner.pid)

    def almacigo(self) -> psutil.Process:
        """El proceso tibio."""
        assert self.nucleos.jardinero is not None
        return psutil.Process(self.nucleos.jardinero._procesos[-1].pid)

    def terminar(self) -> None:
        """Cierra todo."""
        self.correr(self.nucleos.shutdown_all(now=True))
        self.nucleos.soltar_todo()
        self._ciclo.close()


def _texto(mensaje: dict[str, Any]) -> str:
    contenido = mensaje["content"]
    return str(contenido.get("text") or contenido.get("data", {}).get("text/plain", ""))


@pytest.fixture(scope="module")
def semillero() -> Iterator[Semillero]:
    """Uno para todo el módulo: partir el almácigo cuesta un par de segundos."""
    # La carpeta corta: una dirección de canal local no pasa de unos cien caracteres.
    carpeta = Path(tempfile.mkdtemp(prefix="nu", dir="/tmp" if os.name == "posix" else None))
    propio = Semillero(carpeta)
    yield propio
    propio.terminar()
    shutil.rmtree(carpeta, ignore_errors=True)
