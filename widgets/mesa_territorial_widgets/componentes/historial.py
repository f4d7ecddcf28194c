"""El historial de una Mesa: quién cambió qué y cuándo, y cómo volver a un punto."""

from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets as t

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.base import Componente

PAGINA = 50

Suceso = dict[str, Any]
Buscar = Callable[..., list[Suceso]]
Volver = Callable[[int], Any]


class Historial(Componente):
    """Una lista de sucesos que se filtra; no sabe dónde están guardados.

    ``buscar(autor=, texto=, desde=, hasta=, antes_de=, limite=)`` devuelve, del último al primero,
    sucesos ``{numero, autor, cuando, hora, frase, tipo, deshecho}``; sólo recibe los filtros
    puestos, y las fechas como «2026-03-14». ``volver(numero)`` deja la Mesa como estaba entonces.
    """

    modulo = "historial"
    sucesos = t.List(t.Dict()).tag(sync=True)
    autores = t.List(t.Unicode()).tag(sync=True)
    hay_mas = t.Bool(False).tag(sync=True)
    ultimo = t.Int(0).tag(sync=True)

    def __init__(self, *, buscar: Buscar, volver: Volver | None = None, **rasgos: Any) -> None:
        self._buscar = buscar
        self._volver = volver
        self._filtro: dict[str, str] = {}
        super().__init__(**rasgos)
        self.refrescar()

    def refrescar(self) -> None:
        """Vuelve a leer lo que se está viendo, sin perder el filtro ni lo ya desplegado."""
        self._mostrar(self._pedir(max(PAGINA, len(self.sucesos))))

    def _pedir(self, cuantos: int, **mas: Any) -> list[Suceso]:
        # Se pide uno de sobra: si llega, hay más.
        hallados = self._buscar(**self._filtro, **mas, limite=cuantos + 1)
        self.hay_mas = len(hallados) > cuantos
        return hallados[:cuantos]

    def _mostrar(self, sucesos: list[Suceso]) -> None:
        self.sucesos = sucesos
        self.autores = sorted({*self.autores, *(s["autor"] for s in sucesos)})
        if sucesos:
            self.ultimo = max(self.ultimo, *(s["numero"] for s in sucesos))

    def _al_filtrar(
        self, texto: str = "", autor: str = "", desde: str = "", hasta: str = ""
    ) -> None:
        puesto = {"texto": texto.strip(), "autor": autor, "desde": desde, "hasta": hasta}
        for cual in ("desde", "hasta"):
            _exigir_fecha(puesto[cual])
        self._filtro = {campo: valor for campo, valor in puesto.items() if valor}
        self._mostrar(self._pedir(PAGINA))

    def _al_mas(self) -> None:
        if self.sucesos:
            antes_de = self.sucesos[-1]["numero"]
            self._mostrar([*self.sucesos, *self._pedir(PAGINA, antes_de=antes_de)])

    def _al_volver(self, numero: int) -> None:
        if self._volver is None:
            raise ReglaRota("En este historial no se puede volver atrás.")
        self._volver(int(numero))
        self.refrescar()


def _exigir_fecha(texto: str) -> None:
    try:
        if texto:
            date.fromisoformat(texto)
    except ValueError as error:
        raise ReglaRota(f"La fecha «{texto}» no existe; elíjala del calendario.") from error
