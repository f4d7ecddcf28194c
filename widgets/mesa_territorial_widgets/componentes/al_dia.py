"""Mantener al día lo que se calcula de una Mesa: medidas, avisos y lecturas."""

from collections.abc import Callable
from typing import Any

from mesa_territorial.analisis.lecturas import leer_mapa
from mesa_territorial.analisis.medidas import MEDIDAS
from mesa_territorial.analisis.red import AnalisisRed, analizar
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.seguro import atender

ESPERA = 0.15
_QUIETOS = frozenset({"x", "y", "fijado", "nota"})


def explicaciones() -> list[dict[str, Any]]:
    """Cada medida con su nombre, para qué sirve en una Mesa y qué no dice."""
    return [
        {
            "clave": clave,
            "nombre": m.nombre,
            "para_que": m.para_que,
            "que_no_dice": m.que_no_dice,
        }
        for clave, m in MEDIDAS.items()
    ]


class AlDia:
    """Vuelve a analizar cuando cambia algo que pesa en la red, y avisa a quien mira.

    Mover un actor no cambia la red: no se recalcula. Los cambios seguidos se juntan.
    """

    def __init__(self, pizarra: Pizarra) -> None:
        self.pizarra = pizarra
        self._miran: list[Callable[[Mesa, AnalisisRed], None]] = []
        self._huella: Any = None
        self._espera: Any = None
        pizarra.observe(lambda _: atender(self._pedir), ["valor", "filtro"])
        self.calcular()

    def avisar_a(self, mirar: Callable[[Mesa, AnalisisRed], None]) -> None:
        """Llama a ``mirar(mesa, analisis)`` ahora y cada vez que el análisis cambie."""
        self._miran.append(mirar)
        mirar(self.pizarra.valor, self.analisis)

    def _pedir(self) -> None:
        if self._huella == self._lo_que_pesa():
            return
        lazo = _lazo_en_marcha()
        if lazo is None:
            self.calcular()
            return
        if self._espera:
            self._espera.cancel()
        self._espera = lazo.call_later(ESPERA, lambda: atender(self.calcular))

    def _lo_que_pesa(self) -> Any:
        mesa, filtro = self.pizarra.valor, self.pizarra.filtro
        actores = [
            (a.id, a.nombre, a.sector, a.nivel, a.estado, a.influencia, a.capital_politico)
            for a in mesa.actores.values()
        ]
        vista = (filtro.get("momento"), tuple(filtro.get("tipos") or ()))
        return actores, list(mesa.relaciones.values()), list(mesa.momentos), vista

    def calcular(self) -> None:
        """Analiza lo que se ve y deja medidas y lecturas en la pizarra."""
        self._huella = self._lo_que_pesa()
        mesa, filtro = self.pizarra.valor, self.pizarra.filtro
        momento = filtro.get("momento")
        self.analisis = analizar(
            mesa,
            momento=momento if momento in mesa.momentos else None,
            tipos=filtro.get("tipos") or None,
        )
        self.pizarra.metricas = {m: dict(v) for m, v in self.analisis.valores.items()}
        self.pizarra.lecturas = [_a_pantalla(x) for x in leer_mapa(mesa, self.analisis)]
        for mirar in self._miran:
            mirar(mesa, self.analisis)


def _a_pantalla(lectura: Any) -> dict[str, Any]:
    return {
        "clave": lectura.clave,
        "frase": lectura.frase,
        "ids": list(lectura.ids),
        "tono": str(lectura.tono),
        "por_que": lectura.por_que,
    }


def _lazo_en_marcha() -> Any:
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
