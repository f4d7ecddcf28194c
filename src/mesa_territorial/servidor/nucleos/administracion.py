"""Los núcleos: un proceso por página abierta, con dueño, tope y reserva en el mismo instante."""

import os
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Bool, Dict, Integer, Unicode

from mesa_territorial.servidor.cupo import Cupo, Tenencia
from mesa_territorial.servidor.nucleos.especificacion import NOMBRE
from mesa_territorial.servidor.nucleos.jardinero import (
    Jardinero,
    salidas_de,
    se_puede_bifurcar,
)
from mesa_territorial.servidor.nucleos.linea import SinAlmacigo
from mesa_territorial.servidor.nucleos.molde import Salida
from mesa_territorial.servidor.nucleos.repuesto import Repuesto

# Del entorno que se da a los núcleos, lo único que el almácigo puede saber.
_DE_NADIE = frozenset({"MESA_PAGINA"})


@dataclass(frozen=True)
class Turno:
    """Un núcleo entregado; ``celdas`` son las salidas de su página, si brotó ya corrida."""

    nucleo: str
    celdas: list[list[Salida]] | None = None


class Nucleos(AsyncMappingKernelManager):
    """Arranca, entrega y cierra núcleos. ``lugares`` es el tope."""

    lugares = Integer(12, config=True)
    por_persona = Integer(0, config=True, help="Páginas por persona; 0, sin tope y sin fila.")
    entorno = Dict(Unicode(), config=True)
    registro = Unicode("", config=True, help="Archivo donde escriben los núcleos.")
    bifurcar = Bool(True, config=True, help="Si los núcleos brotan de un proceso tibio.")

    def __init__(self, **campos: Any) -> None:
        super().__init__(**campos)
        self._duenios: dict[str, str] = {}
        self._reservas: Counter[str] = Counter()
        self.cupo = Cupo(self.lugares, self.por_persona)
        self._registro = open(self.registro, "ab", buffering=0) if self.registro else None  # noqa: PTH123, SIM115
        self.repuesto = Repuesto(self, lambda: self._arrancar({}))
        self.jardinero = self._contratar() if self.bifurcar and se_puede_bifurcar() else None

    def _contratar(self) -> Jardinero:
        # Del entorno de los núcleos pasa sólo lo que no es de nadie.
        comun = {k: v for k, v in self.entorno.items() if k in _DE_NADIE}
        return Jardinero({**self._casa(), **comun}, self._registro)

    async def calentar(self, paginas: Sequence[Path], *, con_repuesto: bool) -> None:
        """Prepara lo que ahorra espera: el almácigo y los moldes de ``paginas``, o un repuesto."""
        if self.jardinero is None:
            if con_repuesto:
                self.repuesto.reponer()
            return
        try:
            await self.jardinero.partir()
            for pagina in paginas:
                await self.jardinero.molde(pagina)
        except SinAlmacigo as falla:
            self.log.warning("El proceso tibio no quedó listo: %s", falla)

    def duenio(self, nucleo: str) -> str:
        """La identidad dueña de ese núcleo; vacía si nadie lo tiene."""
        return self._duenios.get(nucleo, "")

    def ocupados(self) -> int:
        """Cuántos lugares están tomados o prometidos."""
        return len(self._duenios) + self._reservas.total()

    def tenencia(self, duenio: str) -> Tenencia:
        """Las páginas que esa persona ya tiene, abiertas o en camino."""
        abiertas = [nucleo for nucleo, quien in self._duenios.items() if quien == duenio]
        return Tenencia(abiertas, self._reservas[duenio])

    async def tomar(
        self,
        duenio: str,
        entorno: Mapping[str, str],
        cuaderno: Path | None = None,
        deja: str = "",
    ) -> Turno:
        """Un núcleo vivo de esa persona, con ``cuaderno`` ya corrido si se puede; ``SinLugar``.

        ``deja`` es el núcleo de la página desde la que viene: si hay que ceder uno, es ese.
        """
        # Cuenta y reserva van sin un await entre medio: con 16 llegadas juntas no se cuela nadie.
        cede = self.cupo.entrar(duenio, self.tenencia(duenio), self.ocupados(), deja)
        self._duenios.pop(cede, None)
        self._reservas[duenio] += 1
        try:
            if cede:
                await self.cerrar(cede)
            turno = await self._brotar(entorno, cuaderno) or await self._corriente(entorno)
            self._duenios[turno.nucleo] = duenio
        finally:
            self._reservas[duenio] -= 1
        return turno

    async def _brotar(self, entorno: Mapping[str, str], cuaderno: Path | None) -> Turno | None:
        if self.jardinero is None or cuaderno is None:
            return None
        semilla = secrets.token_hex(16)
        try:
            molde = await self.jardinero.molde(cuaderno)
            nucleo = await self._arrancar(entorno, molde=cuaderno, semilla=semilla)
        except SinAlmacigo as falla:
            self.log.warning("La página %s no brotó ya corrida: %s", cuaderno.stem, falla)
            return None
        return Turno(nucleo, salidas_de(molde, semilla))

    async def _corriente(self, entorno: Mapping[str, str]) -> Turno:
        return Turno(await self.repuesto.entregar() or await self._arrancar(entorno))

    def _casa(self) -> dict[str, str]:
        # Ni perfiles ni guiones de arranque de la persona: el núcleo es siempre el mismo.
        return {"IPYTHONDIR": str(Path(self.connection_dir) / "ipython")}

    async def _arrancar(self, entorno: Mapping[str, str], **propios: Any) -> str:
        completo = {**os.environ, **self._casa(), **self.entorno, **entorno}
        return str(
            await self.start_kernel(kernel_name=NOMBRE, env=completo, **self._salidas(), **propios)
        )

    def _salidas(self) -> dict[str, Any]:
        """Lo que diga un núcleo va al registro, no a la ventana donde corre el kit."""
        return {"stdout": self._registro, "stderr": self._registro} if self._registro else {}

    async def vive(self, nucleo: str) -> bool:
        """Si el proceso de ese núcleo sigue corriendo."""
        return nucleo in self and bool(await ensure_async(self.get_kernel(nucleo).is_alive()))

    async def cerrar(self, nucleo: str) -> None:
        """Termina el núcleo, si existe, y libera su lugar."""
        self._liberar(nucleo)
        if nucleo in self:
            await self.shutdown_kernel(nucleo, now=True)

    def soltar_todo(self) -> None:
        """Termina el almácigo y sus moldes."""
        if self.jardinero is not None:
            self.jardinero.cerrar()

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Termina los núcleos a los que ya nadie está conectado, salvo el que espera."""
        if not self.repuesto.es(kernel_id):
            await super().cull_kernel_if_idle(kernel_id)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Al salir del registro, por la vía que sea, el lugar queda libre."""
        self._liberar(kernel_id)
        return super().remove_kernel(kernel_id)

    def _liberar(self, nucleo: str) -> None:
        if duenio := self._duenios.pop(nucleo, ""):
            self.cupo.soltar(duenio, self.tenencia(duenio))
