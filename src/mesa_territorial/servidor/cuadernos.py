"""Correr un cuaderno celda por celda y convertir sus salidas en HTML."""

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.asynchronous.client import AsyncKernelClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from voila.execute import VoilaExecutor

from mesa_territorial.servidor.nucleos.vista import VISTA

registro = logging.getLogger("mesa_territorial")

DISCULPA = (
    "Esta parte no se pudo abrir. Lo que ya estaba guardado sigue guardado. "
    "Vuelva a cargar la página; si se repite, avise a quien acompaña."
)


AVISO = f'<p class="mt-aviso error" role="alert">{DISCULPA}</p>'


class NucleoCaido(Exception):
    """El núcleo murió antes de terminar de abrir la página."""


@dataclass(frozen=True)
class Paso:
    """Una celda ya corrida: su etiqueta («leer», «aplicar»…) y su HTML."""

    nombre: str
    html: str


def leer_cuaderno(ruta: Path) -> nbformat.NotebookNode:
    """El cuaderno de ese archivo, sin salidas guardadas."""
    cuaderno: nbformat.NotebookNode = nbformat.read(ruta, as_version=4)
    celdas = [c for c in cuaderno.cells if c.cell_type == "code"]
    for celda in celdas:
        celda.outputs = []
    cuaderno.cells = celdas
    return cuaderno


def nombre_del_paso(celda: nbformat.NotebookNode) -> str:
    """La primera etiqueta de la celda; las celdas sin etiqueta son de «aplicar»."""
    etiquetas: list[str] = celda.metadata.get("tags") or ["aplicar"]
    return etiquetas[0]


class Corrida:
    """La corrida de un cuaderno en un núcleo ya arrancado."""

    def __init__(self, cuaderno: nbformat.NotebookNode, nucleo: Any) -> None:
        self._cuaderno = cuaderno
        self._ejecutor = VoilaExecutor(cuaderno, km=nucleo, startup_timeout=30, timeout=120)

    async def preparar(self, entorno: dict[str, str]) -> None:
        """Espera al núcleo y le da su entorno; levanta ``NucleoCaido`` si no contesta."""
        try:
            self._ejecutor.kc = await self._ejecutor.async_start_new_kernel_client()
        except RuntimeError as falla:
            raise NucleoCaido from falla
        await dar_entorno(self._ejecutor.kc, entorno)

    async def pasos(self) -> AsyncIterator[Paso]:
        """Cada celda, apenas termina. Si el núcleo muere, levanta ``NucleoCaido``."""
        for lugar, celda in enumerate(self._cuaderno.cells):
            yield Paso(nombre_del_paso(celda), await self._correr(celda, lugar))

    async def _correr(self, celda: nbformat.NotebookNode, lugar: int) -> str:
        try:
            await self._ejecutor.async_execute_cell(celda, lugar, store_history=False)
        except DeadKernelError as falla:
            raise NucleoCaido from falla
        except CellExecutionError:
            registro.exception("Falló la celda «%s»", nombre_del_paso(celda))
        except CellTimeoutError:
            registro.exception("La celda «%s» no terminó", nombre_del_paso(celda))
            return AVISO
        return "".join(como_html(celda.outputs))

    async def soltar(self) -> None:
        """Cierra los canales de la corrida; el núcleo sigue vivo para la página."""
        if self._ejecutor.kc is not None:
            self._ejecutor.kc.stop_channels()


class CorridaHecha:
    """La corrida de una página que brotó ya corrida: sólo falta escribirla."""

    def __init__(self, cuaderno: nbformat.NotebookNode, celdas: list[list[dict[str, Any]]]) -> None:
        self._celdas = list(zip(cuaderno.cells, celdas, strict=True))

    async def preparar(self, entorno: dict[str, str]) -> None:
        """Nada: el núcleo brotó con su entorno."""

    async def pasos(self) -> AsyncIterator[Paso]:
        """Cada celda con lo que muestra."""
        for celda, salidas in self._celdas:
            nodos = [nbformat.from_dict(salida) for salida in salidas]
            yield Paso(nombre_del_paso(celda), "".join(como_html(nodos)))

    async def soltar(self) -> None:
        """Nada: nadie abrió canales."""


async def dar_entorno(cliente: AsyncKernelClient, entorno: dict[str, str]) -> None:
    """Pone variables de entorno en un núcleo que ya partió. Los valores viajan como datos."""
    cliente.execute(f"import os; os.environ.update({entorno!r})", silent=True, store_history=False)


def como_html(salidas: list[nbformat.NotebookNode]) -> Iterator[str]:
    """El HTML de cada salida: widgets, HTML propio o texto escapado. Los errores, sin su traza."""
    for salida in salidas:
        if salida.output_type == "error":
            yield AVISO
        elif salida.output_type in {"display_data", "execute_result"}:
            yield _mostrar(salida.data)
        elif salida.name == "stderr":
            registro.warning("Un cuaderno dijo: %s", salida.text)


def _mostrar(datos: dict[str, Any]) -> str:
    if VISTA in datos:
        modelo = escape(str(datos[VISTA]["model_id"]).replace("<", ""))
        return f'<script type="{VISTA}">{{"model_id": "{modelo}"}}</script>'
    if "text/html" in datos:
        return str(datos["text/html"])
    return f"<pre>{escape(str(datos.get('text/plain', '')))}</pre>"
