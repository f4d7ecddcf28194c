"""Corre muchas sesiones de un contendor, en su propio entorno: ``correr.py nombre raíz``.

Lee órdenes JSON por la entrada y contesta una línea JSON por orden. El arnés mide mientras tanto.
"""

import asyncio
import importlib
import json
import sys
import time
from typing import Any

from competencia.clientes.sesion import Sesion

PLAZO_DE_EDICION = 30.0


def _decir(**campos: Any) -> None:
    print(json.dumps(campos, ensure_ascii=False), flush=True)


class Grupo:
    """Las sesiones vivas de este cliente."""

    def __init__(self, nombre: str, raiz: str) -> None:
        modulo = importlib.import_module(f"competencia.clientes.de_{nombre}")
        self._clase = getattr(modulo, f"SesionDe{nombre.capitalize()}")
        self._raiz = raiz
        self.vivas: list[Sesion] = []
        self.latencias: list[float] = []
        self.fallas: list[str] = []

    async def llegar(self, cuantas: int, plazo: float, cada: float = 0.0) -> dict[str, Any]:
        """Llegan ``cuantas`` juntas, o una cada ``cada`` segundos: pared y fallas."""
        self.fallas = []
        sesiones = [self._clase(self._raiz) for _ in range(cuantas)]
        inicio = time.perf_counter()
        tiempos = await asyncio.gather(
            *(self._abrir(s, plazo, i * cada) for i, s in enumerate(sesiones))
        )
        pared = time.perf_counter() - inicio
        listas = [t for t in tiempos if t is not None]
        return {"pared": pared, "listas": len(listas), "tiempos": listas, "fallas": self.fallas}

    async def _abrir(self, sesion: Sesion, plazo: float, demora: float) -> float | None:
        await asyncio.sleep(demora)
        inicio = time.perf_counter()
        try:
            await asyncio.wait_for(sesion.abrir(), plazo)
        except Exception as falla:
            self.fallas.append(_describir(falla))
            await self._despedir(sesion)
            return None
        self.vivas.append(sesion)
        return time.perf_counter() - inicio

    async def editar(self, veces: int) -> dict[str, Any]:
        """Una sola sesión edita tantas veces seguidas: milisegundos de cada una."""
        self.fallas, self.latencias = [], []
        for _ in range(veces):
            await self._editar(self.vivas[0])
        return {"latencias": self.latencias, "fallas": self.fallas}

    async def sostener(self, cada: float, segundos: float) -> dict[str, Any]:
        """Todas editan cada ``cada`` segundos, repartidas, durante ``segundos``."""
        self.fallas, self.latencias = [], []
        fin = time.perf_counter() + segundos
        total = len(self.vivas)
        await asyncio.gather(
            *(self._insistir(s, i * cada / total, cada, fin) for i, s in enumerate(self.vivas))
        )
        return {"latencias": self.latencias, "fallas": self.fallas}

    async def _insistir(self, sesion: Sesion, demora: float, cada: float, fin: float) -> None:
        await asyncio.sleep(demora)
        while (inicio := time.perf_counter()) < fin:
            await self._editar(sesion)
            await asyncio.sleep(max(0.0, cada - (time.perf_counter() - inicio)))

    async def _editar(self, sesion: Sesion) -> None:
        inicio = time.perf_counter()
        try:
            await asyncio.wait_for(sesion.editar(), PLAZO_DE_EDICION)
            self.latencias.append(1000 * (time.perf_counter() - inicio))
        except Exception as falla:
            self.fallas.append(_describir(falla))

    async def cerrar(self) -> dict[str, Any]:
        """Se van todas."""
        await asyncio.gather(*(self._despedir(s) for s in self.vivas))
        self.vivas.clear()
        return {}

    async def _despedir(self, sesion: Sesion) -> None:
        try:
            await asyncio.wait_for(sesion.cerrar(), 20)
        except Exception as falla:
            self.fallas.append(f"al cerrar: {_describir(falla)}")


def _describir(falla: BaseException) -> str:
    dicho = str(falla) or "no contestó a tiempo"
    return f"{type(falla).__name__}: {dicho}"[:300]


async def atender(grupo: Grupo) -> None:
    """Atiende órdenes hasta que se cierre la entrada."""
    ciclo = asyncio.get_running_loop()
    _decir(listo=True)
    while linea := await ciclo.run_in_executor(None, sys.stdin.readline):
        pedido = json.loads(linea)
        orden = pedido.pop("orden")
        if orden not in ("llegar", "editar", "sostener", "cerrar"):
            raise SystemExit(f"orden desconocida: {orden}")
        try:
            _decir(**await getattr(grupo, orden)(**pedido))
        except Exception as falla:
            _decir(falla=_describir(falla))


if __name__ == "__main__":
    asyncio.run(atender(Grupo(sys.argv[1], sys.argv[2])))
