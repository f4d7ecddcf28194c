"""El buzón: junta los votos de muchas peticiones y los guarda en una sola ida al disco."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from mesa_territorial.almacen.errores import FallaDeAlmacen
from mesa_territorial.almacen.urna import Acuse, Envio, Urna

registro = logging.getLogger("mesa_territorial")
LOTE = 400
FILA_MAXIMA = 4_000
LLENO = "Están llegando demasiados votos a la vez. Su respuesta se enviará sola en un momento."


class Buzon:
    """Guarda envíos en grupo; responde a cada uno cuando el suyo ya está en el disco.

    Mientras el disco asegura un grupo se junta el siguiente: con poca gente cada voto va solo y
    con mucha comparten la espera.
    """

    def __init__(self, urna: Urna, de_aseo: Urna) -> None:
        self._urna = urna
        self._de_aseo = de_aseo
        self._hilo = ThreadPoolExecutor(1, "urna")
        self._hilo_de_aseo = ThreadPoolExecutor(1, "aseo")
        self._fila: list[tuple[Envio, asyncio.Future[Acuse]]] = []
        self._tarea: asyncio.Task[None] | None = None

    async def depositar(self, envio: Envio) -> Acuse:
        """El acuse del envío, ya guardado. Levanta ``FallaDeAlmacen`` si no se pudo guardar."""
        if len(self._fila) >= FILA_MAXIMA:
            raise FallaDeAlmacen(LLENO)
        acuse: asyncio.Future[Acuse] = asyncio.get_running_loop().create_future()
        self._fila.append((envio, acuse))
        if self._tarea is None:
            self._tarea = asyncio.create_task(self._vaciar())
        return await acuse

    async def _vaciar(self) -> None:
        try:
            while self._fila:
                grupo, self._fila = self._fila[:LOTE], self._fila[LOTE:]
                await self._guardar(grupo)
        finally:
            self._tarea = None

    async def _guardar(self, grupo: list[tuple[Envio, asyncio.Future[Acuse]]]) -> None:
        ciclo = asyncio.get_running_loop()
        envios = [envio for envio, _ in grupo]
        try:
            acuses = await ciclo.run_in_executor(self._hilo, self._urna.votar_lote, envios)
        except Exception as falla:
            registro.exception("No se pudieron guardar %s envíos", len(grupo))
            for _, esperado in grupo:
                _entregar_falla(esperado, falla)
            return
        for (_, esperado), acuse in zip(grupo, acuses, strict=True):
            # Quien cerró la página ya no espera; su voto quedó igual.
            if not esperado.done():
                esperado.set_result(acuse)

    async def anunciar(self, direccion: str) -> None:
        """Anota en la urna que aquí se atiende (o, vacía, que ya no)."""
        ciclo = asyncio.get_running_loop()
        await ciclo.run_in_executor(self._hilo, self._urna.anunciar, direccion)

    async def vaciar(self) -> None:
        """Vacía el archivo de paso de la urna, sin estorbar a los votos."""
        ciclo = asyncio.get_running_loop()
        await ciclo.run_in_executor(self._hilo_de_aseo, self._de_aseo.vaciar)

    def cerrar(self) -> None:
        """Termina lo que está en camino y suelta el hilo."""
        self._hilo.shutdown(wait=True)
        self._hilo_de_aseo.shutdown(wait=True)


def _entregar_falla(esperado: asyncio.Future[Acuse], falla: Exception) -> None:
    if not esperado.done():
        esperado.set_exception(falla)
