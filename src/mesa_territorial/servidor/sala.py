"""La sala: quién está conectado, en qué página, cuánta memoria ocupa y cuántas páginas caben."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mesa_territorial.servidor.memoria import (
    MIB,
    lugares_que_caben,
    medir,
    memoria_disponible,
)

if TYPE_CHECKING:
    from mesa_territorial.almacen.padron import Participante
    from mesa_territorial.servidor.acceso.porteria import Porteria
    from mesa_territorial.servidor.nucleos import Nucleos

CONECTADA = 6.0
"""Segundos sin latir tras los que una página se da por desconectada (late cada 1,5)."""
QUIETA = 600.0
"""Segundos sin uso tras los que una página cede su lugar, si hay gente esperando."""
SIN_MEDIR = {True: 50 * MIB, False: 150 * MIB}
"""Lo que ocupa una página antes de haber medido alguna: si brota de un proceso tibio, o si no."""


@dataclass
class PaginaAbierta:
    """Una página con su núcleo; ``memoria`` en bytes (0: aún no se mide)."""

    nucleo: str
    persona: str
    direccion: str
    desde: datetime
    vista: datetime
    latio: float
    memoria: int = 0


class Sala:
    """Lo que se ve del taller en marcha. Vive en el ciclo del servidor; medir va en otro hilo."""

    def __init__(
        self,
        nucleos: "Nucleos",
        porteria: "Porteria",
        *,
        lugares_fijos: int = 0,
        reloj: Callable[[], datetime],
        segundos: Callable[[], float] = time.monotonic,
    ) -> None:
        self._nucleos = nucleos
        self._porteria = porteria
        self._fijos = lugares_fijos
        self._reloj = reloj
        self._segundos = segundos
        self._paginas: dict[str, PaginaAbierta] = {}
        self._disponible = memoria_disponible()
        self._por_pagina = float(SIN_MEDIR[nucleos.jardinero is not None])
        self._ajustar_el_tope()

    def abrio(self, nucleo: str, persona: str, direccion: str) -> None:
        """La persona abrió esa página (camino y consulta) con ese núcleo."""
        self._podar()
        ahora = self._reloj()
        self._paginas[nucleo] = PaginaAbierta(
            nucleo, persona, direccion, ahora, ahora, self._segundos()
        )

    def latio(self, nucleo: str) -> None:
        """La página de ese núcleo sigue a la vista."""
        if pagina := self._paginas.get(nucleo):
            pagina.vista, pagina.latio = self._reloj(), self._segundos()

    def nucleo_que_deja(self, persona: str, viene_de: str, va_a: str) -> str:
        """El núcleo de la página que esa persona está dejando, según de dónde viene.

        Al cambiar de página, el navegador pide la nueva antes de despedirse de la anterior.
        """
        suyas = [p for p in self._paginas.values() if p.persona == persona]
        partes = urlsplit(viene_de)
        anterior = f"{partes.path}?{partes.query}" if partes.query else partes.path
        for buscada in (anterior, va_a):
            if hallada := next((p.nucleo for p in suyas if p.direccion == buscada), ""):
                return hallada
        return ""

    def estado(self) -> dict[str, Any]:
        """Lo que muestra la página de quien facilita; memoria en bytes, horas con zona."""
        self._podar()
        cupo = self._nucleos.cupo
        gente = {p.id: p for p in self._porteria.padron.participantes(self._porteria.taller.id)}
        return {
            "titulo": self._porteria.taller.titulo,
            "abierto": self._porteria.esta_abierto,
            "personas": [self._persona(p) for p in gente.values()],
            "cupo": {"lugares": cupo.lugares, "ocupados": self._nucleos.ocupados()},
            "esperando": [
                {"id": id_, "nombre": gente[id_].nombre if id_ in gente else ""}
                for id_ in cupo.esperando()
            ],
            "memoria": {
                "disponible": self._disponible,
                "por_pagina": round(self._por_pagina),
                "paginas": sum(p.memoria for p in self._paginas.values()),
            },
            "fallidos": self._porteria.freno.fallos(),
        }

    def procesos(self) -> dict[int, str]:
        """El núcleo de cada proceso que hay que medir."""
        self._podar()
        return {p: n for n in self._paginas if (p := self._proceso(n))}

    def anotar_medidas(self, medidas: Mapping[int, int], disponible: int) -> None:
        """Guarda los bytes de cada proceso y ajusta el tope a la memoria que queda."""
        nucleos = self.procesos()
        for proceso, bytes_ in medidas.items():
            if pagina := self._paginas.get(nucleos.get(proceso, "")):
                pagina.memoria = bytes_
        medidos = [p.memoria for p in self._paginas.values() if p.memoria]
        if medidos:
            self._por_pagina = max(20 * MIB, sum(medidos) / len(medidos))
        self._disponible = disponible
        self._ajustar_el_tope()

    def quietas(self) -> list[str]:
        """Los núcleos sin uso hace rato, de la más quieta a la menos, si hay quien espere."""
        if not self._nucleos.cupo.esperando():
            return []
        ahora = self._reloj()
        uso = {n: self._ultimo_uso(n) for n in self._paginas}
        lentas = [n for n, u in uso.items() if (ahora - u).total_seconds() > QUIETA]
        return sorted(lentas, key=lambda n: uso[n])

    def _persona(self, quien: "Participante") -> dict[str, Any]:
        suyas = [p for p in self._paginas.values() if p.persona == quien.id]
        ahora = self._segundos()
        return {
            "id": quien.id,
            "nombre": quien.nombre,
            "rol": quien.rol,
            "grupo": quien.grupo,
            "conectada": any(ahora - p.latio <= CONECTADA for p in suyas),
            "vista": max((p.vista for p in suyas), default=None),
            "paginas": [
                {"direccion": p.direccion, "desde": p.desde, "vista": p.vista, "memoria": p.memoria}
                for p in suyas
            ],
        }

    def _podar(self) -> None:
        vivas = self._paginas.items()
        self._paginas = {n: p for n, p in vivas if self._nucleos.duenio(n) == p.persona}

    def _proceso(self, nucleo: str) -> int:
        if nucleo not in self._nucleos:
            return 0
        return int(getattr(self._nucleos.get_kernel(nucleo).provisioner, "pid", 0) or 0)

    def _ultimo_uso(self, nucleo: str) -> datetime:
        if nucleo not in self._nucleos:
            return self._reloj()
        uso: datetime | None = getattr(self._nucleos.get_kernel(nucleo), "last_activity", None)
        return uso or self._paginas[nucleo].desde

    def _ajustar_el_tope(self) -> None:
        caben = lugares_que_caben(self._disponible, self._por_pagina, self._nucleos.ocupados())
        self._nucleos.cupo.lugares = self._fijos or caben


def medir_sala(procesos: Mapping[int, str]) -> tuple[dict[int, int], int]:
    """Las medidas de esos procesos y la memoria disponible. Va en un hilo aparte."""
    return medir(procesos), memoria_disponible()
