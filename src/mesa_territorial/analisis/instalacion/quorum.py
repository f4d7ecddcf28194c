"""El quórum: con cuántos integrantes y de cuántos sectores se puede acordar."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import contar
from mesa_territorial.analisis.instalacion.sala import asistentes, integrantes
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.textos import numero


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """Cuántos de los ``integrantes`` deben asistir y cuántos asistieron (``None``: sin lista)."""

    integrantes: int
    minimo: int
    asisten: int | None
    sectores: int
    sectores_minimo: int | None

    @property
    def se_cumple(self) -> bool | None:
        """Si se puede acordar; ``None`` mientras no se pase lista."""
        if self.asisten is None:
            return None
        return self.asisten >= self.minimo and self.sectores >= (self.sectores_minimo or 0)


def quorum_de(mesa: Mesa) -> Quorum | None:
    """El quórum en personas y sectores; ``None`` si no se ha acordado el porcentaje.

    El mínimo es ``quorum`` por ciento de quienes integran, hacia arriba: 51 % de 28 son 15.
    """
    puesto = mesa.instalacion.quorum
    if puesto is None:
        return None
    vinieron = asistentes(mesa)
    paso_lista = any(d.asistencia for d in mesa.instalacion.declaraciones.values())
    total = len(integrantes(mesa))
    return Quorum(
        integrantes=total,
        minimo=math.ceil(total * puesto / 100),
        asisten=len(vinieron) if paso_lista else None,
        sectores=len({a.sector for a in vinieron}),
        sectores_minimo=mesa.instalacion.quorum_sectores,
    )


_SIN_QUORUM = Dicho(
    texto="Falta el quórum: con cuántos se puede acordar.",
    tono=Tono.ALERTA,
    que_hacer="La mitad más uno se escribe 51. Agregue cuántos sectores deben estar.",
)


def leer_quorum(mesa: Mesa) -> Iterator[Dicho]:
    """Cuántos hacen falta, o que no está acordado; y si los que vinieron alcanzan."""
    quorum = quorum_de(mesa)
    if quorum is None:
        yield _SIN_QUORUM
        return
    pide = contar(quorum.minimo, "un integrante", "integrantes")
    sectores = contar(quorum.sectores_minimo or 0, "un sector", "sectores")
    tambien = f" y {sectores}" if quorum.sectores_minimo else ""
    yield Dicho(texto=f"Para acordar hacen falta {pide} de {numero(quorum.integrantes)}{tambien}.")
    if quorum.se_cumple is False:
        yield _no_alcanza(quorum)


def _no_alcanza(quorum: Quorum) -> Dicho:
    vinieron = numero(quorum.asisten or 0)
    de = contar(quorum.sectores, "un sector", "sectores")
    return Dicho(
        texto=f"Con los {vinieron} que asistieron, de {de}, no hay quórum.",
        tono=Tono.ALERTA,
        que_hacer="Lo conversado sirve; lo acordado se ratifica en una sesión con quórum.",
    )
