"""Redes para las pruebas de análisis: los oráculos, y Mesas armadas con pocas palabras."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from mesa_territorial.analisis.grafo import Grafo, armar_grafo
from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

ORACULOS = Path(__file__).parents[1] / "casos" / "oraculos"


def oraculo(nombre: str) -> dict[str, Any]:
    return json.loads((ORACULOS / f"{nombre}.json").read_text(encoding="utf-8"))


def grafo_de(red: nx.Graph) -> Grafo:
    return armar_grafo(map(str, red), ((str(a), str(b)) for a, b in red.edges))


def red_de(aristas: Iterable[Any]) -> nx.Graph:
    red = nx.Graph()
    red.add_edges_from(tuple(par) for par in aristas)
    return red


def actor(id_: str, sector: Sector = Sector.PUBLICO, **campos: Any) -> Actor:
    return Actor(id=id_, nombre=campos.pop("nombre", f"Actor {id_}"), sector=sector, **campos)


def mesa_de(
    actores: Iterable[Actor] | Iterable[str],
    pares: Iterable[tuple[str, str]] = (),
    tipo: TipoRelacion = TipoRelacion.COORDINACION,
) -> Mesa:
    fichas = [a if isinstance(a, Actor) else actor(a) for a in actores]
    relaciones = [
        Relacion(id=f"R{n}", de=de, hacia=hacia, tipo=tipo) for n, (de, hacia) in enumerate(pares)
    ]
    mesa = Mesa(id="m", nombre="Los Aromos", territorio=Territorio(cut_comuna="05101"))
    return mesa.con_actores(fichas).con_relaciones(relaciones)
