"""El núcleo de repuesto: uno solo, vivo, y su falta nunca impide abrir una página."""

import asyncio
from types import SimpleNamespace
from typing import Any

from mesa_territorial.servidor.nucleos.repuesto import Repuesto


class ClienteQuieto:
    """Un cliente de núcleo que contesta al tiro."""

    def start_channels(self) -> None: ...
    def stop_channels(self) -> None: ...
    def execute(self, *_: Any, **__: Any) -> None: ...

    async def wait_for_ready(self, **_: Any) -> None: ...
    async def get_shell_msg(self, **_: Any) -> None: ...


class NucleosDeMentira:
    """Cuenta los núcleos que parten; ``vivos`` dice cuáles siguen."""

    def __init__(self, falla: bool = False) -> None:
        self.partidos = 0
        self.vivos = True
        self.falla = falla

    async def arrancar(self) -> str:
        self.partidos += 1
        if self.falla:
            raise OSError("no partió")
        return f"n{self.partidos}"

    def get_kernel(self, _: str) -> SimpleNamespace:
        return SimpleNamespace(client=ClienteQuieto)

    async def vive(self, _: str) -> bool:
        return self.vivos


def _entregar(nucleos: NucleosDeMentira, *, reponer: int = 1) -> str:
    async def correr() -> str:
        repuesto = Repuesto(nucleos, nucleos.arrancar)  # type: ignore[arg-type]
        for _ in range(reponer):
            repuesto.reponer()
        return await repuesto.entregar()

    return asyncio.run(correr())


def test_reponer_dos_veces_prepara_uno_solo() -> None:
    nucleos = NucleosDeMentira()

    entregado = _entregar(nucleos, reponer=2)

    assert (entregado, nucleos.partidos) == ("n1", 1)


def test_sin_repuesto_no_se_entrega_nada() -> None:
    assert _entregar(NucleosDeMentira(), reponer=0) == ""


def test_un_repuesto_muerto_no_se_entrega() -> None:
    nucleos = NucleosDeMentira()
    nucleos.vivos = False

    assert _entregar(nucleos) == ""


def test_si_el_repuesto_no_parte_la_pagina_se_las_arregla() -> None:
    assert _entregar(NucleosDeMentira(falla=True)) == ""
