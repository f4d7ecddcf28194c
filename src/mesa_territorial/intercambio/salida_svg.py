"""El mapa de actores en SVG: los mismos lugares, figuras, colores y trazos que en pantalla."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mesa_territorial import fichas
from mesa_territorial.dominio.actores import Relacion, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.intercambio.grafos import relaciones_del_momento
from mesa_territorial.intercambio.leyenda import (
    ANCHO_DE_COLUMNA,
    Leyenda,
    definir_puntas,
    estilo_de_actor,
    estilo_de_relacion,
)
from mesa_territorial.intercambio.rotulos import LETRA, RENGLON, Caja, Rotulo, poner_rotulos
from mesa_territorial.intercambio.tablas import texto_para_xml
from mesa_territorial.intercambio.trazo import (
    RADIO,
    Punto,
    camino,
    camino_en_zigzag,
    curva_entre,
    redondo,
)
from mesa_territorial.textos import SECTORES, TIPOS_DE_RELACION

_MARGEN, _TITULO = 32.0, 40.0
_POR_FILA, _PASO = 6, 150.0
_ATRIBUTOS = {
    "xmlns": "http://www.w3.org/2000/svg",
    "role": "img",
    "aria-labelledby": "titulo resumen",
}


def exportar_svg(
    mesa: Mesa,
    momento: str,
    *,
    titulo: str | None = None,
    tamanos: Mapping[str, float] | None = None,
    con_leyenda: bool = True,
) -> bytes:
    """El mapa de un momento, con su leyenda.

    ``tamanos`` va de id de actor a radio en unidades del lienzo (11 si no está). Los actores sin
    lugar quedan en hileras debajo del mapa. Levanta ``ReglaRota`` si el momento no existe.
    """
    relaciones = relaciones_del_momento(mesa, momento)
    nombre = titulo or f"{mesa.nombre} · {mesa.momentos[momento].nombre}"
    dibujo = _Dibujo(mesa, relaciones, _lugares(mesa), _radios(mesa, tamanos or {}))
    return dibujo.pintar(nombre, con_leyenda=con_leyenda)


def _radios(mesa: Mesa, tamanos: Mapping[str, float]) -> dict[str, float]:
    return {i: max(4.0, min(60.0, float(tamanos.get(i, RADIO)))) for i in mesa.actores}


def _lugares(mesa: Mesa) -> dict[str, Punto]:
    """El lugar de cada actor; los que no tienen, en hileras bajo los demás."""
    lugares = {
        i: Punto(a.x, a.y) for i, a in mesa.actores.items() if a.x is not None and a.y is not None
    }
    izquierda = min((p.x for p in lugares.values()), default=0.0)
    abajo = max((p.y for p in lugares.values()), default=-90.0) + 90.0
    sueltos = [i for i in mesa.actores if i not in lugares]
    for numero, i in enumerate(sueltos):
        fila, columna = divmod(numero, _POR_FILA)
        lugares[i] = Punto(izquierda + columna * _PASO, abajo + fila * 80.0)
    return lugares


@dataclass(slots=True)
class _Dibujo:
    mesa: Mesa
    relaciones: list[Relacion]
    lugares: dict[str, Punto]
    radios: dict[str, float]

    def pintar(self, nombre: str, *, con_leyenda: bool) -> bytes:
        rotulos = poner_rotulos(
            {i: texto_para_xml(a.nombre) for i, a in self.mesa.actores.items()},
            self.lugares,
            self.radios,
        )
        marco = self._marco(rotulos)
        leyenda = Leyenda.de(self.mesa, self.relaciones)
        alto_leyenda = leyenda.alto if con_leyenda else 0.0
        raiz = self._raiz(marco, alto_leyenda)
        self._encabezar(raiz, marco, nombre)
        definir_puntas(raiz)
        self._pintar_relaciones(ET.SubElement(raiz, "g", {"fill": "none"}))
        self._pintar_actores(ET.SubElement(raiz, "g"), rotulos)
        if con_leyenda:
            leyenda.pintar(raiz, Punto(marco.x + _MARGEN, marco.y + marco.alto))
        contenido: bytes = ET.tostring(raiz, encoding="utf-8", xml_declaration=True)
        return contenido

    def _marco(self, rotulos: Mapping[str, Rotulo]) -> Caja:
        cajas = [rotulo.caja for rotulo in rotulos.values()]
        cajas += [
            Caja(p.x - self.radios[i], p.y - self.radios[i], 2 * self.radios[i], 2 * self.radios[i])
            for i, p in self.lugares.items()
        ]
        cajas = cajas or [Caja(0, 0, 1, 1)]
        izquierda = min(c.x for c in cajas) - _MARGEN
        arriba = min(c.y for c in cajas) - _MARGEN - _TITULO
        derecha = max(c.x + c.ancho for c in cajas) + _MARGEN
        abajo = max(c.y + c.alto for c in cajas) + _MARGEN
        return Caja(
            izquierda, arriba, max(derecha - izquierda, 2.3 * ANCHO_DE_COLUMNA), abajo - arriba
        )

    def _raiz(self, marco: Caja, alto_leyenda: float) -> ET.Element:
        ancho, alto = redondo(marco.ancho), redondo(marco.alto + alto_leyenda)
        caja = {"x": redondo(marco.x), "y": redondo(marco.y), "width": ancho, "height": alto}
        medidas = {"viewBox": " ".join(caja.values()), "width": ancho, "height": alto}
        raiz = ET.Element("svg", {**_ATRIBUTOS, **medidas, **_letra()})
        ET.SubElement(raiz, "title", {"id": "titulo"})
        ET.SubElement(raiz, "desc", {"id": "resumen"})
        ET.SubElement(raiz, "rect", {**caja, "fill": fichas.color("superficie")})
        return raiz

    def _encabezar(self, raiz: ET.Element, marco: Caja, nombre: str) -> None:
        limpio = texto_para_xml(nombre)
        raiz[0].text = limpio
        raiz[
            1
        ].text = f"Mapa con {len(self.mesa.actores)} actores y {len(self.relaciones)} relaciones."
        lugar = {"x": redondo(marco.x + _MARGEN), "y": redondo(marco.y + _MARGEN)}
        letra = {"font-size": "17", "font-weight": "bold"}
        ET.SubElement(raiz, "text", {**lugar, **letra}).text = limpio

    def _pintar_relaciones(self, grupo: ET.Element) -> None:
        total = Counter(frozenset((r.de, r.hacia)) for r in self.relaciones)
        puestas: Counter[frozenset[str]] = Counter()
        for relacion in self.relaciones:
            par = frozenset((relacion.de, relacion.hacia))
            carril = puestas[par] - (total[par] - 1) / 2
            puestas[par] += 1
            self._pintar_relacion(grupo, relacion, carril)

    def _pintar_relacion(self, grupo: ET.Element, relacion: Relacion, carril: float) -> None:
        # El carril se mide siempre desde el mismo extremo: si no, la ida taparía a la vuelta.
        carril = carril if relacion.de < relacion.hacia else -carril
        extremos = self.lugares[relacion.de], self.lugares[relacion.hacia]
        radios = self.radios[relacion.de], self.radios[relacion.hacia]
        curva = curva_entre(*extremos, radios, carril)
        trazar = camino_en_zigzag if relacion.tipo is TipoRelacion.CONFLICTO else camino
        atributos = estilo_de_relacion(
            relacion.tipo, relacion.intensidad, dirigida=relacion.dirigida
        )
        linea = ET.SubElement(grupo, "path", {"d": trazar(curva), **atributos})
        flecha = "→" if relacion.dirigida else "↔"
        de, hacia = (self.mesa.actores[i].nombre for i in (relacion.de, relacion.hacia))
        tipo = TIPOS_DE_RELACION[relacion.tipo]
        ET.SubElement(linea, "title").text = texto_para_xml(f"{de} {flecha} {hacia}: {tipo}")

    def _pintar_actores(self, grupo: ET.Element, rotulos: Mapping[str, Rotulo]) -> None:
        for i, actor in self.mesa.actores.items():
            lugar = self.lugares[i]
            giro = {"transform": f"translate({redondo(lugar.x)} {redondo(lugar.y)})"}
            figura = ET.SubElement(
                grupo, "path", {**estilo_de_actor(actor.sector, self.radios[i]), **giro}
            )
            ET.SubElement(figura, "title").text = texto_para_xml(
                f"{actor.nombre}, {SECTORES[actor.sector]}"
            )
        for rotulo in rotulos.values():
            _pintar_rotulo(grupo, rotulo)


def _letra() -> dict[str, str]:
    familia = fichas.fichas()["letra"]["familia"]
    return {"font-family": familia, "font-size": redondo(LETRA), "fill": fichas.color("tinta")}


def _pintar_rotulo(grupo: ET.Element, rotulo: Rotulo) -> None:
    halo = {
        "text-anchor": "middle",
        "paint-order": "stroke",
        "stroke": fichas.color("superficie"),
        "stroke-width": "3",
        "stroke-linejoin": "round",
    }
    x = redondo(rotulo.caja.x + rotulo.caja.ancho / 2)
    texto = ET.SubElement(grupo, "text", halo)
    for numero, linea in enumerate(rotulo.lineas):
        y = redondo(rotulo.caja.y + RENGLON * (numero + 0.8))
        ET.SubElement(texto, "tspan", {"x": x, "y": y}).text = linea
