"""El cliente de este kit: el mismo de ``bench/cliente_kit.py``, con los latidos de la página."""

import asyncio
import contextlib

from cliente_kit import Visita

from competencia.clientes.red import exigir
from competencia.clientes.sesion import EDITADO, Alternancia, exigir_actores
from competencia.kit.clave import CLAVE

CADA_LATIDO = 1.5
PASO = 0.5


class SesionDeKit:
    """Una visita a la aplicación de referencia."""

    def __init__(self, raiz: str) -> None:
        self.visita = Visita(raiz, clave=CLAVE)
        self._valores = Alternancia()
        self._latidos: asyncio.Task[None] | None = None

    async def abrir(self) -> None:
        """La lámina con sus 28 filas, su especificación y la tabla que se edita."""
        await self.visita.abrir("/app/referencia")
        await self.visita.esperar("tabla")
        lamina = self.visita.modelos[await self.visita.esperar("lamina")]
        exigir(lamina["especificacion"].get("encoding"), "la lámina no trae su gráfico")
        exigir_actores(str(lamina["filas"]), "la lámina")
        self._latidos = asyncio.ensure_future(self._latir())

    async def _latir(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                await asyncio.sleep(CADA_LATIDO)
                await self.visita.latir()

    async def editar(self) -> None:
        """Edita por la pizarra y espera la confirmación y las filas con el valor nuevo."""
        lamina = self.visita.modelos[self.visita.buscar("lamina")]
        valor = self._valores.siguiente()
        pedido = {"id": EDITADO, "campos": {"influencia": valor}}
        pizarra = self.visita.buscar("pizarra")
        await self.visita.ordenar(pizarra, "editar_actor", pedido)
        await self.visita.canal.hasta(lambda: self._influencia(lamina) == valor)

    def _influencia(self, lamina: dict[str, object]) -> float:
        filas = lamina["filas"]
        assert isinstance(filas, list)
        return next(f["influencia"] for f in filas if f["actor"].startswith("SERVIU"))

    async def cerrar(self) -> None:
        """Se despide."""
        if self._latidos:
            self._latidos.cancel()
        await self.visita.cerrar()
