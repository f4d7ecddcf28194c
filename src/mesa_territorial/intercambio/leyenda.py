"""Los estilos del dibujo (figura y color de sector, trazo de relación) y su leyenda."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from mesa_territorial import fichas
from mesa_territorial.dominio.actores import Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.trazo import (
    FIGURAS,
    Punto,
    camino,
    camino_en_zigzag,
    curva_entre,
    redondo,
)
from mesa_territorial.textos import SECTORES, TIPOS_DE_RELACION

ANCHO_DE_COLUMNA = 210.0
_ALTO_DE_FILA, _MARGEN = 22.0, 32.0
_GROSOR = {1: "1.2", 2: "2.2", 3: "3.4"}


def estilo_de_actor(sector: Sector, radio: float) -> dict[str, str]:
    """Los atributos del ``path`` de un actor, centrado en el origen."""
    trazo = FIGURAS[fichas.forma_de_sector(sector)](radio)
    borde = {"stroke": fichas.color("superficie"), "stroke-width": "1.5"}
    return {"d": trazo, "fill": fichas.color_de_sector(sector), **borde}


def estilo_de_relacion(tipo: TipoRelacion, intensidad: int, *, dirigida: bool) -> dict[str, str]:
    """Los atributos de la línea de una relación; la punta sólo si es dirigida."""
    guiones, color = fichas.trazo_de_relacion(tipo)
    estilo = {"stroke": color, "stroke-width": _GROSOR[intensidad], "stroke-linejoin": "round"}
    estilo |= {"stroke-dasharray": guiones} if guiones else {}
    return estilo | ({"marker-end": f"url(#punta-{tipo})"} if dirigida else {})


def definir_puntas(raiz: ET.Element) -> None:
    """Agrega a ``raiz`` las puntas de flecha, una por tipo de relación."""
    definiciones = ET.SubElement(raiz, "defs")
    medidas = {"markerWidth": "9", "markerHeight": "9", "refX": "8", "refY": "4.5"}
    for tipo in TipoRelacion:
        ficha = {"id": f"punta-{tipo}", "orient": "auto", "markerUnits": "userSpaceOnUse"}
        punta = ET.SubElement(definiciones, "marker", {**ficha, **medidas})
        color = fichas.trazo_de_relacion(tipo)[1]
        ET.SubElement(punta, "path", {"d": "M0 0L9 4.5L0 9Z", "fill": color})


@dataclass(frozen=True, slots=True)
class Leyenda:
    """Los sectores y tipos de relación que aparecen en el dibujo."""

    sectores: tuple[Sector, ...]
    tipos: tuple[TipoRelacion, ...]

    @classmethod
    def de(cls, mesa: Mesa, relaciones: Iterable[Relacion]) -> "Leyenda":
        """La leyenda de una Mesa con las relaciones que se dibujan."""
        sectores = {a.sector for a in mesa.actores.values()}
        tipos = {r.tipo for r in relaciones}
        return cls(
            tuple(s for s in Sector if s in sectores), tuple(t for t in TipoRelacion if t in tipos)
        )

    @property
    def alto(self) -> float:
        """Lo que ocupa hacia abajo, en unidades del lienzo."""
        return max(len(self.sectores), len(self.tipos)) * _ALTO_DE_FILA + _MARGEN

    def pintar(self, raiz: ET.Element, esquina: Punto) -> None:
        """Dibuja la leyenda desde ``esquina`` hacia abajo y a la derecha."""
        grupo = ET.SubElement(raiz, "g", {"id": "leyenda", "font-size": "13"})
        for fila, sector in enumerate(self.sectores):
            x, y = esquina.x + 8, esquina.y + fila * _ALTO_DE_FILA
            lugar = {"transform": f"translate({redondo(x)} {redondo(y)})"}
            ET.SubElement(grupo, "path", {**estilo_de_actor(sector, 7.0), **lugar})
            _escribir(grupo, x + 16, y + 4, SECTORES[sector])
        for fila, tipo in enumerate(self.tipos):
            x, y = esquina.x + ANCHO_DE_COLUMNA, esquina.y + fila * _ALTO_DE_FILA
            curva = curva_entre(Punto(x, y), Punto(x + 52, y), (0.0, 0.0), 0.0)
            trazar = camino_en_zigzag if tipo is TipoRelacion.CONFLICTO else camino
            estilo = estilo_de_relacion(tipo, 2, dirigida=True) | {"fill": "none"}
            ET.SubElement(grupo, "path", {"d": trazar(curva), **estilo})
            _escribir(grupo, x + 62, y + 4, TIPOS_DE_RELACION[tipo])


def _escribir(grupo: ET.Element, x: float, y: float, texto: str) -> None:
    ET.SubElement(grupo, "text", {"x": redondo(x), "y": redondo(y)}).text = texto
