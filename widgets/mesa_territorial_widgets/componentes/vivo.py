"""Rehacer lo que se calcula de la Mesa cada vez que la Mesa cambia, juntando cambios seguidos."""

import asyncio
from collections.abc import Callable
from typing import Any

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.seguro import atender

ESPERA = 0.15


def mantener_al_dia(
    pizarra: Pizarra,
    hacer: Callable[[Mesa], None],
    *,
    mira: Callable[[Mesa], Any] = lambda mesa: mesa,
) -> None:
    """Llama a ``hacer(mesa)`` ahora y cada vez que cambie lo que ``mira`` devuelve de la Mesa.

    Si ``hacer`` falla queda en el registro y la pantalla sigue con lo anterior.
    """
    vivo = _Vivo(pizarra, hacer, mira)
    pizarra.observe(lambda _: atender(vivo.pedir), "valor")
    vivo.ponerse_al_dia()


class _Vivo:
    def __init__(
        self, pizarra: Pizarra, hacer: Callable[[Mesa], None], mira: Callable[[Mesa], Any]
    ) -> None:
        self._pizarra, self._hacer, self._mira = pizarra, hacer, mira
        self._visto: Any = object()
        self._espera: asyncio.TimerHandle | None = None

    def ponerse_al_dia(self) -> None:
        ahora = self._mira(self._pizarra.valor)
        if ahora != self._visto:
            self._visto = ahora
            atender(self._hacer, self._pizarra.valor)

    def pedir(self) -> None:
        try:
            lazo = asyncio.get_running_loop()
        except RuntimeError:
            self.ponerse_al_dia()
            return
        if self._espera:
            self._espera.cancel()
        self._espera = lazo.call_later(ESPERA, lambda: atender(self.ponerse_al_dia))
