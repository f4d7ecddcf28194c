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
    visto: list[Any] = [object()]
    espera: list[asyncio.TimerHandle] = []

    def ponerse_al_dia() -> None:
        ahora = mira(pizarra.valor)
        if ahora != visto[0]:
            visto[0] = ahora
            atender(hacer, pizarra.valor)

    def al_cambiar() -> None:
        try:
            lazo = asyncio.get_running_loop()
        except RuntimeError:
            return ponerse_al_dia()
        while espera:
            espera.pop().cancel()
        espera.append(lazo.call_later(ESPERA, lambda: atender(ponerse_al_dia)))
        return None

    pizarra.observe(lambda _: atender(al_cambiar), "valor")
    ponerse_al_dia()
