"""Quién tiene una llave de un problema y no está en el mapa, para agregarlo con un toque."""

from typing import Any

import traitlets as t

from mesa_territorial.analisis.escala.lente import CAMPOS, QUE_TIENE, Asiento, Llave, mirar_escala
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra
from mesa_territorial_widgets.componentes.vivo import mantener_al_dia


class QuienFalta(ComponenteDePizarra):
    """``faltan`` son las instituciones nombradas en los problemas que no están en el mapa."""

    modulo = "quien_falta"
    faltan: "t.List[dict[str, Any]]" = t.List().tag(sync=True)

    def __init__(self, pizarra: Pizarra | Mesa, **rasgos: Any) -> None:
        super().__init__(pizarra, **rasgos)
        mantener_al_dia(self.pizarra, self._mirar, mira=lambda m: (m.escala.problemas, m.actores))

    def _mirar(self, mesa: Mesa) -> None:
        self.faltan = faltantes(mesa)


def faltantes(mesa: Mesa) -> list[dict[str, Any]]:
    """Una ficha por institución: su nombre, lo que tiene en sus manos y su nivel si se sabe."""
    grupos: dict[str, list[Llave]] = {}
    for llave in mirar_escala(mesa).llaves:
        if llave.asiento is Asiento.SIN_MAPA:
            grupos.setdefault(nombre_comparable(llave.nombre), []).append(llave)
    return [_ficha(llaves) for llaves in grupos.values()]


def _ficha(llaves: list[Llave]) -> dict[str, Any]:
    tiene = [
        f"{QUE_TIENE[papel]} en {enumerar([f'«{x.titulo}»' for x in llaves if x.papel is papel])}"
        for papel in CAMPOS
        if any(x.papel is papel for x in llaves)
    ]
    nivel = next((x.nivel for x in llaves if x.nivel is not None), None)
    return {"nombre": llaves[0].nombre, "frase": f"{'; '.join(tiene)}.", "nivel": nivel or ""}
