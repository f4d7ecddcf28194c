"""La pizarra: la Mesa que comparten mapa, tabla, cuadrícula y ficha, y lo que se mira de ella."""

from collections.abc import Callable
from typing import Any, Protocol

import traitlets as t
from ipywidgets import widget_serialization

from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Parche, comparar
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.ordenes import preparar
from mesa_territorial_widgets.componentes.base import Componente

PASOS = ("deshacer", "rehacer")
Transicion = Callable[[Mesa], Mesa]


class Guardar(Protocol):
    """Guarda una transición y devuelve la Mesa que quedó; con ``insistir``, aunque haya pugna."""

    def __call__(self, frase: str, transicion: Transicion, *, insistir: bool) -> Mesa: ...


class EnMemoria:
    """Guarda sólo mientras la página viva: así se usa en los ejemplos."""

    def __init__(self) -> None:
        self.pasado: list[Mesa] = []
        self.futuro: list[Mesa] = []

    def anotar(self, mesa: Mesa) -> None:
        """Deja ``mesa`` como el punto al que se vuelve al deshacer."""
        self.pasado.append(mesa)
        self.futuro.clear()

    def mover(self, paso: str, actual: Mesa) -> Mesa:
        """La Mesa de un paso atrás («deshacer») o adelante («rehacer»), si lo hay."""
        desde, hacia = self.pasado, self.futuro
        if paso == "rehacer":
            desde, hacia = hacia, desde
        if not desde:
            return actual
        hacia.append(actual)
        return desde.pop()


class Pizarra(Componente):
    """El modelo compartido. ``valor`` es la Mesa; ``seleccion``, los ids de actores elegidos.

    ``extras`` son órdenes que agrega quien integra (exportar, por ejemplo).

    Sin ``guardar`` los cambios quedan sólo aquí (así se usa en los ejemplos). Con ``guardar`` e
    ``historia`` (que recibe «deshacer» o «rehacer»), quien los da guarda y llama a ``mostrar``.
    """

    modulo = "pizarra"
    mesa = t.Dict().tag(sync=True)
    metricas = t.Dict().tag(sync=True)
    lecturas: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    seleccion = t.List(t.Unicode()).tag(sync=True)
    filtro = t.Dict().tag(sync=True)
    medida = t.Unicode().tag(sync=True)
    guardado = t.Dict().tag(sync=True)
    solo_lectura = t.Bool(False).tag(sync=True)
    valor = t.Instance(Mesa)

    def __init__(
        self,
        mesa: Mesa,
        *,
        guardar: Guardar | None = None,
        historia: Callable[[str], None] | None = None,
        **rasgos: Any,
    ) -> None:
        self._guardar = guardar
        self._historia = historia or self._mover_en_memoria
        self._memoria = EnMemoria()
        self._callada = False
        self.extras: dict[str, Callable[..., Any]] = {}
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
        if mesa is self.valor:
            return []
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
        if orden in self.extras:
            return self.extras[orden](**datos)
        exigir(not self.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")
        if orden in PASOS:
            return self._historia(orden)
        insistir = bool(datos.pop("insistir", False))
        return self.ordenar(*preparar(orden, self.valor, datos), insistir=insistir)

    def ordenar(self, frase: str, transicion: Transicion, *, insistir: bool = False) -> None:
        """Aplica una transición y la muestra; levanta ``ReglaRota`` si una regla no se cumple."""
        if self._guardar:
            self.mostrar(self._guardar(frase, transicion, insistir=insistir))
            return
        antes = self.valor
        if self.mostrar(transicion(antes)):
            self._memoria.anotar(antes)
            self.anunciar(frase=frase)

    def _mover_en_memoria(self, paso: str) -> None:
        self.mostrar(self._memoria.mover(paso, self.valor))
        self.anunciar()

    def anunciar(self, **campos: Any) -> None:
        """Cuenta a la página qué está guardado y si se puede deshacer o rehacer."""
        propio = {
            "version": 0,
            "hora": "",
            "frase": "",
            "deshacer": bool(self._memoria.pasado),
            "rehacer": bool(self._memoria.futuro),
            "nombre": self.valor.nombre,
            "clave": self.valor.id,
            "ejemplo": self._guardar is None,
        }
        self.guardado = {**propio, **campos}


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
