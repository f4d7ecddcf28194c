"""Lo común a las pantallas que siguen una votación viva: se manda sólo lo que cambió."""

from typing import Any

import traitlets as t

from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial_widgets.componentes.base import Componente
from mesa_territorial_widgets.componentes.votacion_fichas import ficha_de_actual, ficha_de_conteo
from mesa_territorial_widgets.componentes.votacion_sala import RondasVivas, Sala
from mesa_territorial_widgets.componentes.votacion_vista import (
    Ficha,
    cosas_de,
    enlaces_de,
    escala_de,
    lecturas_de,
    pasos_de,
    resumen_de,
)


class VistaDeVotacion(Componente):
    """Sigue una votación de la ``sala``; ``mirar`` se llama varias veces por segundo.

    ``lecturas`` viaja entera al elegir una votación; después, sólo las que cambiaron.
    """

    actual = t.Dict().tag(sync=True)
    cosas = t.List(t.Dict()).tag(sync=True)
    relaciones = t.List(t.Dict()).tag(sync=True)
    escala = t.Dict().tag(sync=True)
    conteo = t.Dict().tag(sync=True)
    resumen = t.Dict().tag(sync=True)
    pasos = t.List(t.Dict()).tag(sync=True)
    lecturas = t.Dict().tag(sync=True)
    atendida = t.Bool(False).tag(sync=True)

    def __init__(self, sala: Sala, **rasgos: Any) -> None:
        self._sala = sala
        self._vivas: RondasVivas | None = None
        self._callada = False
        super().__init__(atendida=sala.esta_atendida(), **rasgos)

    @property
    def valor(self) -> Votacion | None:
        """La votación que se está mirando."""
        return self._vivas.votacion if self._vivas else None

    def _should_send_property(self, key: str, value: Any) -> bool:
        # Las lecturas enteras viajan una vez; después sólo las que cambiaron (ver _mostrar).
        if key == "lecturas" and self._callada:
            return False
        enviar: bool = super()._should_send_property(key, value)
        return enviar

    def elegir(self, clave: str) -> None:
        """Pasa a mirar esa votación; levanta ``ReglaRota`` si no es de esta Mesa."""
        votacion = next((v for v in self._sala.listar() if v.id == clave), None)
        self._mirar_a(RondasVivas(self._sala, votacion) if votacion else None)

    def _mirar_a(self, vivas: RondasVivas | None) -> None:
        self._vivas = vivas
        with self.hold_sync():
            self.lecturas = {}
            if vivas is None:
                self.actual = {}
                return
            self.escala = escala_de(vivas.votacion)
            self._dibujar_mesa()
        self.publicar()

    def _dibujar_mesa(self) -> None:
        if self._vivas is None:
            return
        self.cosas = cosas_de(self._vivas.votacion, self._sala.mesa)
        en_tablero = self._vivas.votacion.tipo is TipoConsulta.ACTORES
        self.relaciones = enlaces_de(self._sala.mesa) if en_tablero else []

    def mirar(self) -> None:
        """Trae lo nuevo de la urna y lo muestra; barato si no hay nada."""
        atendida = self._sala.esta_atendida()
        cambio_de_puesto = atendida != self.atendida
        self.atendida = atendida
        if self._vivas is not None and (self._vivas.mirar() or cambio_de_puesto):
            self.publicar()

    def _se_ve(self) -> bool:
        return self._vivas is not None and self._vivas.esta_a_la_vista

    def _conduce(self) -> bool:
        return False

    def publicar(self) -> None:
        """Muestra la votación como está."""
        vivas = self._vivas
        if vivas is None:
            return
        se_ve, conteos = self._se_ve(), vivas.conteos or {1: vivas.conteo}
        direccion = self._sala.direccion(vivas.votacion)
        with self.hold_sync():
            self.actual = ficha_de_actual(vivas, direccion, conduce=self._conduce())
            self.conteo = ficha_de_conteo(vivas.conteo)
            self.resumen = resumen_de(vivas.votacion, conteos, a_la_vista=se_ve)
            self.pasos = pasos_de(conteos, a_la_vista=se_ve)
        self._mostrar(lecturas_de(vivas.conteo, a_la_vista=se_ve))

    def _mostrar(self, lecturas: dict[str, Ficha]) -> None:
        antes = self.lecturas
        nuevas = {c: x for c, x in lecturas.items() if antes.get(c) != x}
        if not nuevas:
            return
        self._callada = bool(antes)
        try:
            self.lecturas = lecturas
        finally:
            self._callada = False
        if antes:
            self.send({"tipo": "lecturas", "lecturas": nuevas})


class Proyector(VistaDeVotacion):
    """La pantalla de la sala: código y cuenta mientras se vota; resultados al revelar."""

    modulo = "votacion_proyector"

    def __init__(self, sala: Sala, *, clave: str = "", **rasgos: Any) -> None:
        super().__init__(sala, **rasgos)
        self._fija = clave
        self.mirar()

    def mirar(self) -> None:
        """Trae lo nuevo; sin una votación pedida, sigue a la última de la Mesa."""
        if self._vivas is None or not self._fija:
            ultima = next((v.id for v in self._sala.listar()), "")
            pedida = self._fija or ultima
            if pedida and (self.valor is None or self.valor.id != pedida):
                self.elegir(pedida)
        super().mirar()
