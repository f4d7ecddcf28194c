"""La pizarra: la Mesa que comparten mapa, tabla, cuadrícula y ficha, y lo que se mira de ella."""

from collections.abc import Callable
from typing import Any

import traitlets as t
from ipywidgets import widget_serialization

from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Parche, comparar
from mesa_territorial.ordenes import Orden, preparar
from mesa_territorial_widgets.componentes.base import Componente

Guardar = Callable[[Orden], Mesa]


class Pizarra(Componente):
    """El modelo compartido. ``valor`` es la Mesa; ``seleccion``, los ids de actores elegidos.

    Sin ``guardar`` los cambios quedan sólo aquí (así se usa en los ejemplos). Con ``guardar``,
    esa función recibe ``(frase, transición)`` y devuelve la Mesa que quedó guardada.
    """

    modulo = "pizarra"
    mesa = t.Dict().tag(sync=True)
    metricas = t.Dict().tag(sync=True)
    lecturas = t.List().tag(sync=True)
    seleccion = t.List(t.Unicode()).tag(sync=True)
    filtro = t.Dict().tag(sync=True)
    medida = t.Unicode().tag(sync=True)
    guardado = t.Dict().tag(sync=True)
    solo_lectura = t.Bool(False).tag(sync=True)
    valor = t.Instance(Mesa)

    def __init__(self, mesa: Mesa, *, guardar: Guardar | None = None, **rasgos: Any) -> None:
        self._guardar = guardar
        self._callada = False
        self._pasado: list[Mesa] = []
        self._futuro: list[Mesa] = []
        super().__init__(valor=mesa, mesa=a_documento(mesa), **rasgos)
        self.anunciar()

    def _should_send_property(self, key: str, value: Any) -> bool:
        # El documento entero viaja una vez; después sólo parches (ver mostrar).
        if key == "mesa" and self._callada:
            return False
        enviar: bool = super()._should_send_property(key, value)
        return enviar

    def mostrar(self, mesa: Mesa) -> Parche:
        """Pasa a mostrar ``mesa``, mandando sólo lo que cambió; devuelve ese parche."""
        documento = a_documento(mesa)
        parche = comparar(self.mesa, documento)
        if parche:
            self._callada = True
            try:
                self.mesa = documento
            finally:
                self._callada = False
            self.send({"tipo": "parche", "parche": parche})
            self.valor = mesa
        return parche

    def responder(self, orden: str, datos: dict[str, Any]) -> Any:
        """Aplica una orden de la pantalla (ver ``mesa_territorial.ordenes``)."""
        if orden in {"deshacer", "rehacer"}:
            return getattr(self, f"_al_{orden}")()
        return self.ordenar(*preparar(orden, self.valor, datos))

    def ordenar(self, frase: str, transicion: Callable[[Mesa], Mesa]) -> None:
        """Aplica una transición y la muestra; levanta ``ReglaRota`` si una regla no se cumple."""
        if self._guardar:
            self.mostrar(self._guardar((frase, transicion)))
            return
        nueva = transicion(self.valor)
        self._pasado.append(self.valor)
        self._futuro.clear()
        self.mostrar(nueva)
        self.anunciar(frase=frase)

    def anunciar(self, **campos: Any) -> None:
        """Cuenta a la página qué está guardado y si se puede deshacer o rehacer."""
        propio = {
            "version": 0,
            "hora": "",
            "frase": "",
            "deshacer": bool(self._pasado),
            "rehacer": bool(self._futuro),
            "nombre": self.valor.nombre,
        }
        self.guardado = {**propio, **campos}

    def _al_deshacer(self) -> None:
        if self._pasado:
            self._futuro.append(self.valor)
            self.mostrar(self._pasado.pop())
            self.anunciar(frase="Deshizo")

    def _al_rehacer(self) -> None:
        if self._futuro:
            self._pasado.append(self.valor)
            self.mostrar(self._futuro.pop())
            self.anunciar(frase="Rehízo")


class ComponenteDePizarra(Componente):
    """Un componente que mira una pizarra (mapa, tabla, cuadrícula, ficha…)."""

    pizarra = t.Instance(Pizarra).tag(sync=True, **widget_serialization)

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        if isinstance(pizarra, Mesa):
            pizarra = Pizarra(pizarra)
        super().__init__(pizarra=pizarra, **rasgos)

    @property
    def valor(self) -> Mesa:
        """La Mesa que se está viendo."""
        mesa: Mesa = self.pizarra.valor
        return mesa
