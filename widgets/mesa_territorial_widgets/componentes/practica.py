"""La práctica: un ítem a la vez, con retroalimentación; la solución nunca viaja antes de tiempo."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import traitlets as t

from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.formacion.avance import Avance, medir_avance
from mesa_territorial.formacion.correccion import esta_vacia
from mesa_territorial.formacion.ejercicios import Banco
from mesa_territorial.formacion.items import Abierta
from mesa_territorial.formacion.respuestas import Respuesta, RespuestaDada
from mesa_territorial.formacion.turno import Turno, retomar
from mesa_territorial.formacion.vista import mostrar_cierre, mostrar_puntos, mostrar_turno
from mesa_territorial_widgets.componentes.base import Componente

AlResponder = Callable[[RespuestaDada], None]
AlEscribir = Callable[[str, Any], None]
LARGO_BORRADOR = 20_000


def _ahora() -> datetime:
    return datetime.now(UTC)


def _evento_nuevo() -> str:
    return uuid4().hex


def _no_guardar(*_: Any) -> None:
    """Sin quien guarde, la práctica vale sólo mientras está abierta."""


class Practica(Componente):
    """Los ejercicios de un banco. ``valor`` es el avance.

    ``respuestas`` son las anteriores de la persona. Cada respuesta se entrega a ``al_responder``
    antes de mostrarse corregida: si no se pudo guardar, la persona lo sabe y no pierde lo escrito.
    ``borradores`` son los textos a medias, por ítem; al cambiar uno, ``al_escribir`` recibe el ítem
    y el texto, o ``None`` si ya no hay nada a medias.
    """

    modulo = "practica"
    vista = t.Dict().tag(sync=True)
    borradores = t.Dict().tag(sync=True)

    def __init__(
        self,
        banco: Banco,
        respuestas: Iterable[Respuesta] = (),
        *,
        al_responder: AlResponder = _no_guardar,
        al_escribir: AlEscribir = _no_guardar,
        reloj: Callable[[], datetime] = _ahora,
        evento: Callable[[], str] = _evento_nuevo,
        **rasgos: Any,
    ) -> None:
        self._banco = banco
        self._respuestas: list[Respuesta] = sorted(respuestas, key=lambda r: r.cuando)
        self._guardar, self._reloj, self._evento = al_responder, reloj, evento
        self._guardar_borrador = al_escribir
        self._proximo_evento = evento()
        self._turnos: dict[str, Turno] = {}
        super().__init__(**rasgos)
        siguiente = self.valor.siguiente
        self._turno = self._turno_de(siguiente or banco.items[0].id)
        self._mostrar(cierre=siguiente is None)

    def __repr__(self) -> str:
        return f"Práctica de {self._banco.titulo}: {len(self._banco.items)} ejercicios"

    @property
    def valor(self) -> Avance:
        """El avance con todo lo respondido hasta ahora."""
        return medir_avance(self._banco, self._respuestas)

    def _turno_de(self, id_item: str) -> Turno:
        item = self._banco.item(id_item)
        return self._turnos.get(id_item) or retomar(item, self._respuestas)

    def _mostrar(self, *, cierre: bool = False) -> None:
        avance = self.valor
        self.vista = {
            "titulo": self._banco.titulo,
            "puntos": mostrar_puntos(self._banco, avance),
            "turno": None if cierre else mostrar_turno(self._turno),
            "cierre": mostrar_cierre(self._banco, avance) if cierre else None,
        }

    def _anotar(self, turno: Turno, **campos: Any) -> None:
        """Entrega la respuesta a quien la guarda; sólo entonces pasa a ser parte del avance."""
        dada = RespuestaDada(
            evento=self._proximo_evento,
            item=turno.item.id,
            version_contenido=str(turno.item.version),
            pistas=turno.pistas,
            cuando=self._reloj(),
            **campos,
        )
        self._guardar(dada)
        self._proximo_evento = self._evento()
        self._respuestas.append(dada)

    def _al_responder(self, item: str, respuesta: Any = None) -> None:
        turno = self._turno_de(item)
        if turno.esta_terminado:
            self._ponerse_en(turno)
            return
        nuevo = turno.con_respuesta(respuesta)
        correccion = nuevo.correccion
        if correccion and (correccion.cuenta or correccion.es_borrador):
            self._anotar(
                turno,
                dada=respuesta,
                correcta=correccion.acierto,
                puntaje=correccion.puntaje if correccion.cuenta else None,
                intento=turno.intentos + 1,
                rendida=False,
            )
            self._recordar(item, None)
        self._ponerse_en(nuevo)

    def _al_borrador(self, item: str, respuesta: Any = None) -> None:
        """Guarda un texto a medias; levanta ``ReglaRota`` si el ítem no es abierto o es enorme."""
        exigir(isinstance(self._banco.item(item), Abierta), "Sólo los textos quedan a medias.")
        exigir(len(repr(respuesta)) <= LARGO_BORRADOR, "El texto es muy largo para guardarlo.")
        self._recordar(item, None if esta_vacia(respuesta) else respuesta)

    def _recordar(self, item: str, respuesta: Any) -> None:
        if respuesta == self.borradores.get(item):
            return
        self._guardar_borrador(item, respuesta)
        resto = {clave: dado for clave, dado in self.borradores.items() if clave != item}
        self.borradores = resto if respuesta is None else {**resto, item: respuesta}

    def _al_pista(self, item: str) -> None:
        self._ponerse_en(self._turno_de(item).con_pista())

    def _al_rendirse(self, item: str, respuesta: Any = None) -> None:
        turno = self._turno_de(item)
        if turno.esta_terminado:
            return
        self._anotar(
            turno,
            dada=None if esta_vacia(respuesta) else respuesta,
            correcta=False,
            puntaje=0.0,
            intento=turno.intentos + 1,
            rendida=True,
        )
        self._ponerse_en(turno.rendido())

    def _ponerse_en(self, turno: Turno) -> None:
        self._turno = self._turnos[turno.item.id] = turno
        self._mostrar()

    def _al_ir(self, item: str) -> None:
        self._ponerse_en(self._turno_de(item))

    def _al_seguir(self) -> None:
        """Va al siguiente sin terminar después del actual, dando la vuelta; o al cierre."""
        ids = [i.id for i in self._banco.items]
        desde = ids.index(self._turno.item.id) + 1
        pendientes = [i for i in ids[desde:] + ids[:desde] if not self._turno_de(i).esta_terminado]
        if pendientes:
            self._al_ir(pendientes[0])
        else:
            self._mostrar(cierre=True)

    def _al_repetir(self, item: str) -> None:
        # Un texto se mejora; lo demás se vuelve a responder desde cero.
        pasado = self._turno_de(item)
        texto = pasado.dada if isinstance(pasado.item, Abierta) else None
        self._ponerse_en(Turno(item=pasado.item, dada=texto))

    def _al_cerrar(self) -> None:
        self._mostrar(cierre=True)
