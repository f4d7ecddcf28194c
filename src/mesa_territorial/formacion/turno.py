"""El turno de un ítem: intentos, pistas y en qué quedó. Cada paso devuelve otro turno."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from mesa_territorial.formacion.avance import elegir_vuelta, sirve
from mesa_territorial.formacion.correccion import corregir, esta_vacia
from mesa_territorial.formacion.items import ItemDeBanco
from mesa_territorial.formacion.respuestas import Respuesta
from mesa_territorial.formacion.veredictos import Correccion


@dataclass(frozen=True, slots=True, kw_only=True)
class Turno:
    """``intentos`` son los que contaron; ``dada`` es la última respuesta, en tipos JSON."""

    item: ItemDeBanco
    intentos: int = 0
    pistas: int = 0
    rendida: bool = False
    lograda: bool = False
    dada: Any = None
    correccion: Correccion | None = None

    @property
    def esta_terminado(self) -> bool:
        """Si ya se logró o se pidió la solución."""
        return self.lograda or self.rendida

    @property
    def ofrece_solucion(self) -> bool:
        """Si ya hubo los intentos fallidos que pide el ítem para ofrecer la solución."""
        return not self.esta_terminado and self.intentos >= self.item.solucion_tras

    def con_pista(self) -> "Turno":
        """Con una pista más a la vista; si no quedan, igual."""
        return replace(self, pistas=min(self.pistas + 1, len(self.item.pistas)))

    def con_respuesta(self, dada: Any) -> "Turno":
        """Con ``dada`` corregida; lo vacío o ilegible no gasta intento."""
        correccion = corregir(self.item, dada)
        return replace(
            self,
            dada=dada,
            correccion=correccion,
            intentos=self.intentos + correccion.cuenta,
            lograda=correccion.cuenta and correccion.acierto is not False,
        )

    def rendido(self) -> "Turno":
        """Con la solución a la vista."""
        return replace(self, rendida=True)


def retomar(item: ItemDeBanco, respuestas: Iterable[Respuesta]) -> Turno:
    """El turno donde la persona lo dejó: la última vuelta de su versión vigente."""
    vuelta = elegir_vuelta(item, [r for r in respuestas if r.item == item.id])
    if not vuelta:
        return Turno(item=item)
    dadas = [r.dada for r in vuelta if not r.rendida and not esta_vacia(r.dada)]
    turno = Turno(
        item=item,
        intentos=sum(not r.rendida and r.puntaje is not None for r in vuelta),
        pistas=min(max(r.pistas for r in vuelta), len(item.pistas)),
        rendida=any(r.rendida for r in vuelta),
        lograda=any(sirve(r) for r in vuelta),
        dada=dadas[-1] if dadas else None,
    )
    return replace(turno, correccion=corregir(item, turno.dada)) if dadas else turno
