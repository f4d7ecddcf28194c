"""La red en GraphML y GEXF, para abrirla en Gephi, networkx o igraph.

Todas las aristas salen dirigidas (networkx no lee grafos mixtos) y el atributo ``dirigida`` dice
cuáles lo son de verdad.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from mesa_territorial import fichas
from mesa_territorial.dominio.actores import CAPITALES, NOTAS, Actor, Relacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir
from mesa_territorial.intercambio.tablas import texto_para_xml
from mesa_territorial.textos import ESTADOS, NIVELES, SECTORES, TIPOS_DE_RELACION

_NUMEROS = (*NOTAS, "x", "y")
_ENTEROS = ("posicion", "torre", *CAPITALES)
_TIPOS_DE_NODO = {
    **dict.fromkeys(("nombre", "sector", "tipo", "nivel", "estado", "nota"), "string"),
    **dict.fromkeys(_NUMEROS, "double"),
    **dict.fromkeys(_ENTEROS, "int"),
    "comite": "boolean",
}
_TIPOS_DE_ARISTA = {
    "tipo": "string",
    "intensidad": "int",
    "dirigida": "boolean",
    "nota": "string",
}
_ETIQUETAS = {"sector": SECTORES, "nivel": NIVELES, "estado": ESTADOS}
_DE_GEXF = {"int": "integer"}
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_VIZ = f"{_GEXF}/viz"
_FORMAS_GEXF = {
    "cuadrado": "square", "rombo": "diamond", "triangulo": "triangle", "circulo": "disc",
    "hexagono": "disc",
}  # fmt: skip


def exportar_graphml(mesa: Mesa, momento: str) -> bytes:
    """La red de un momento en GraphML: todos los actores y las relaciones de ese momento."""
    raiz = ET.Element("graphml", {"xmlns": _GRAPHML})
    _declarar_claves(raiz)
    grafo = ET.SubElement(raiz, "graph", {"id": "mesa", "edgedefault": "directed"})
    for actor in mesa.actores.values():
        nodo = ET.SubElement(grafo, "node", {"id": texto_para_xml(actor.id)})
        _poner_datos(nodo, "node", _datos(actor, _TIPOS_DE_NODO))
    for relacion in relaciones_del_momento(mesa, momento):
        arista = ET.SubElement(grafo, "edge", _extremos(relacion))
        _poner_datos(arista, "edge", _datos(relacion, _TIPOS_DE_ARISTA))
    return _bytes(raiz)


def _declarar_claves(raiz: ET.Element) -> None:
    for de, tipos in (("node", _TIPOS_DE_NODO), ("edge", _TIPOS_DE_ARISTA)):
        for campo, tipo in tipos.items():
            claves = {"id": f"{de}_{campo}", "for": de, "attr.name": campo, "attr.type": tipo}
            ET.SubElement(raiz, "key", claves)


def relaciones_del_momento(mesa: Mesa, momento: str) -> list[Relacion]:
    """Las relaciones de un momento; levanta ``ReglaRota`` si el momento no existe."""
    exigir(momento in mesa.momentos, "El momento elegido no existe en esta Mesa.")
    return [r for r in mesa.relaciones.values() if r.momento == momento]


def _extremos(relacion: Relacion) -> dict[str, str]:
    pares = {"id": relacion.id, "source": relacion.de, "target": relacion.hacia}
    return {clave: texto_para_xml(valor) for clave, valor in pares.items()}


def _datos(cosa: Actor | Relacion, tipos: dict[str, str]) -> Iterator[tuple[str, str]]:
    etiquetas = _ETIQUETAS if isinstance(cosa, Actor) else {"tipo": TIPOS_DE_RELACION}
    for campo in tipos:
        valor: Any = getattr(cosa, campo)
        if valor is None:
            continue
        dicho = str(valor).lower() if isinstance(valor, bool) else str(valor)
        yield campo, texto_para_xml(etiquetas.get(campo, {}).get(dicho, dicho))


def _poner_datos(elemento: ET.Element, de: str, datos: Iterator[tuple[str, str]]) -> None:
    for campo, texto in datos:
        ET.SubElement(elemento, "data", {"key": f"{de}_{campo}"}).text = texto


def _bytes(raiz: ET.Element) -> bytes:
    ET.indent(raiz)
    contenido: bytes = ET.tostring(raiz, encoding="utf-8", xml_declaration=True)
    return contenido


def exportar_gexf(mesa: Mesa, momento: str) -> bytes:
    """La red de un momento en GEXF 1.2, con lugar, color y forma de cada actor para Gephi."""
    raiz = ET.Element("gexf", {"xmlns": _GEXF, "xmlns:viz": _VIZ, "version": "1.2"})
    grafo = ET.SubElement(raiz, "graph", {"defaultedgetype": "directed", "mode": "static"})
    _declarar_atributos(grafo)
    nodos = ET.SubElement(grafo, "nodes")
    for actor in mesa.actores.values():
        _poner_nodo(nodos, actor)
    aristas = ET.SubElement(grafo, "edges")
    for relacion in relaciones_del_momento(mesa, momento):
        ficha = {**_extremos(relacion), "weight": str(relacion.intensidad)}
        _poner_valores(ET.SubElement(aristas, "edge", ficha), _datos(relacion, _TIPOS_DE_ARISTA))
    return _bytes(raiz)


def _declarar_atributos(grafo: ET.Element) -> None:
    for clase, tipos in (("node", _TIPOS_DE_NODO), ("edge", _TIPOS_DE_ARISTA)):
        atributos = ET.SubElement(grafo, "attributes", {"class": clase})
        for campo, tipo in tipos.items():
            ficha = {"id": campo, "title": campo, "type": _DE_GEXF.get(tipo, tipo)}
            ET.SubElement(atributos, "attribute", ficha)


def _poner_nodo(nodos: ET.Element, actor: Actor) -> None:
    nombre = texto_para_xml(actor.nombre)
    nodo = ET.SubElement(nodos, "node", {"id": texto_para_xml(actor.id), "label": nombre})
    _poner_valores(nodo, _datos(actor, _TIPOS_DE_NODO))
    hexa = fichas.color_de_sector(actor.sector)
    rgb = {c: str(int(hexa[i : i + 2], 16)) for c, i in (("r", 1), ("g", 3), ("b", 5))}
    ET.SubElement(nodo, "viz:color", rgb)
    if actor.tiene_lugar:
        # Gephi pone la vertical hacia arriba; el lienzo, hacia abajo.
        lugar = {"x": str(actor.x), "y": str(-(actor.y or 0.0)), "z": "0.0"}
        ET.SubElement(nodo, "viz:position", lugar)
    forma = _FORMAS_GEXF[fichas.forma_de_sector(actor.sector)]
    ET.SubElement(nodo, "viz:shape", {"value": forma})


def _poner_valores(elemento: ET.Element, datos: Iterator[tuple[str, str]]) -> None:
    valores = ET.SubElement(elemento, "attvalues")
    for campo, texto in datos:
        ET.SubElement(valores, "attvalue", {"for": campo, "value": texto})
