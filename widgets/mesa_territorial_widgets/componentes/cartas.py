"""Las cartas: se leen y se corrigen antes de bajarlas, de a una o todas de una vez."""

from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets as t

from mesa_territorial.analisis.convocatoria.plan import a_quien_escribir, borradores, orden_del_plan
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.cartas import (
    FORMATOS,
    archivo_de_carta,
    carta_de,
    cartas_en_zip,
    plantilla_de,
)
from mesa_territorial.intercambio.cartas_plantillas import HUECOS
from mesa_territorial.ordenes import preparar
from mesa_territorial.textos import SECTORES
from mesa_territorial_widgets.componentes.archivos import para_bajar
from mesa_territorial_widgets.componentes.convocatoria_mirada import mirar_convocatoria
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia


class Cartas(ComponenteDePizarra):
    """Una carta por actor del plan, con lo que le falta, y la plantilla de cada sector."""

    modulo = "cartas"
    cartas: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    plantillas: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    huecos: "t.List[dict[str, str]]" = t.List().tag(sync=True)
    formatos: "t.List[str]" = t.List().tag(sync=True)

    def __init__(
        self, pizarra: Pizarra | Mesa, *, reloj: Callable[[], date], **rasgos: Any
    ) -> None:
        self._reloj = reloj
        huecos = [{"clave": c, "dice": dice} for c, dice in HUECOS.items()]
        super().__init__(pizarra, huecos=huecos, formatos=list(FORMATOS), **rasgos)
        mantener_al_dia(self.pizarra, self._pintar, mira=mirar_convocatoria)

    def _pintar(self, mesa: Mesa) -> None:
        with self.hold_sync():
            van = a_quien_escribir(mesa)
            self.cartas = [{**_carta(mesa, i), "va": i in van} for i in orden_del_plan(mesa)]
            self.plantillas = [_plantilla(mesa, s) for s in SECTORES]

    def _al_proponer(self, actores: list[str]) -> None:
        """Llena lo que falta de esas invitaciones con un borrador; lo escrito no se toca."""
        exigir(not self.pizarra.solo_lectura, "Esta Mesa se está mirando y no se puede cambiar.")
        fichas = {i: c for i, c in borradores(self.valor).items() if i in actores}
        self.pizarra.ordenar(*preparar("proponer_invitaciones", self.valor, {"fichas": fichas}))

    def _al_bajar(self, actor: str, formato: str) -> dict[str, str]:
        return para_bajar(*archivo_de_carta(self.valor, actor, self._reloj(), formato))

    def _al_bajar_todas(self, actores: list[str], formato: str) -> dict[str, str]:
        exigir(isinstance(actores, list), "No se entendió qué cartas bajar.")
        return para_bajar(*cartas_en_zip(self.valor, actores, self._reloj(), formato))


def _carta(mesa: Mesa, id_actor: str) -> dict[str, Any]:
    carta = carta_de(mesa, id_actor)
    return {
        "actor": id_actor,
        "texto": carta.texto,
        "falta": list(carta.falta),
        "a_mano": carta.a_mano,
        "larga": carta.es_larga,
    }


def _plantilla(mesa: Mesa, sector: str) -> dict[str, Any]:
    propia = mesa.convocatoria.plantillas.get(sector)
    return {
        "sector": sector,
        "nombre": SECTORES[sector],
        "texto": plantilla_de(mesa, sector),
        "propia": bool(propia and propia.texto.strip()),
    }
