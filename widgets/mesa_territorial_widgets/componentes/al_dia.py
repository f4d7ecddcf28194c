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
    """Rehace las lecturas cuando cambia lo que dicen, y las medidas sólo si cambió la red.

    Mover un actor no cambia nada: no se recalcula. Subirle la influencia cambia lo que se lee, no
    la red: ``analisis`` sigue siendo el mismo objeto. Los cambios seguidos se juntan.
    """

    def __init__(self, pizarra: Pizarra) -> None:
        self.pizarra = pizarra
        self._miran: list[Callable[[Mesa, AnalisisRed], None]] = []
        self._leido: Any = None
        self._analizado: Any = None
        self._espera: Any = None
        pizarra.observe(lambda _: atender(self._pedir), ["valor", "filtro"])
        self.calcular()

    def avisar_a(self, mirar: Callable[[Mesa, AnalisisRed], None]) -> None:
        """Llama a ``mirar(mesa, analisis)`` ahora y cada vez que el análisis cambie."""
        self._miran.append(mirar)
        mirar(self.pizarra.valor, self.analisis)

    def _pedir(self) -> None:
        if self._leido == _lo_que_se_lee(self.pizarra):
            return
        lazo = _lazo_en_marcha()
        if lazo is None:
            self.calcular()
            return
        if self._espera:
            self._espera.cancel()
        self._espera = lazo.call_later(ESPERA, lambda: atender(self.calcular))

    def calcular(self) -> None:
        """Analiza lo que se ve y deja medidas y lecturas en la pizarra."""
        mesa = self.pizarra.valor
        self._leido = _lo_que_se_lee(self.pizarra)
        red = _lo_que_une(self.pizarra)
        if red != self._analizado:
            self._analizar(mesa)
            self._analizado = red
        self.pizarra.lecturas = [_a_pantalla(x) for x in leer_mapa(mesa, self.analisis)]
        for mirar in self._miran:
            mirar(mesa, self.analisis)

    def _analizar(self, mesa: Mesa) -> None:
        filtro = self.pizarra.filtro
        momento = filtro.get("momento")
        self.analisis = analizar(
            mesa,
            momento=momento if momento in mesa.momentos else None,
            tipos=filtro.get("tipos") or None,
        )
        self.pizarra.metricas = {m: dict(v) for m, v in self.analisis.valores.items()}


def _lo_que_une(pizarra: Pizarra) -> Any:
    """Lo que pesa en la red: quiénes, de qué sector y nivel, y qué relaciones se miran."""
    mesa, filtro = pizarra.valor, pizarra.filtro
    actores = [(a.id, a.sector, a.nivel) for a in mesa.actores.values()]
    vista = (filtro.get("momento"), tuple(filtro.get("tipos") or ()))
    return actores, list(mesa.relaciones.values()), list(mesa.momentos.values()), vista


def _lo_que_se_lee(pizarra: Pizarra) -> Any:
    """Además de la red, lo que las lecturas dicen de cada actor."""
    actores = [
        (a.nombre, a.estado, a.influencia, a.capital_politico)
        for a in pizarra.valor.actores.values()
    ]
    mesa = pizarra.valor
    return actores, mesa.territorio, mesa.escala.problemas, _lo_que_une(pizarra)


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
