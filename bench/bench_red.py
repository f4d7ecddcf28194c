"""Cuánto demora el análisis de la red, frente a las mismas medidas pedidas a networkx.

    .venv/bin/python bench/bench_red.py            todo, networkx incluido (unos diez minutos)
    .venv/bin/python bench/bench_red.py --corto    sólo 300 actores frente a networkx

Imprime medianas de una misma corrida en una misma máquina, y la razón entre ambas. networkx no
tiene los papeles de Gould y Fernandez ni el E-I por grupo: esas medidas van sólo de nuestro lado.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random

import networkx as nx

from mesa_territorial.analisis.lecturas import leer_mapa
from mesa_territorial.analisis.red import analizar
from mesa_territorial.analisis.robustez import probar_robustez
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

METAS = {"300 al azar": 150.0, "3.000 al azar": 8_000.0}
FORMAS: dict[str, Callable[[], nx.Graph]] = {
    "34 al azar": lambda: nx.gnm_random_graph(34, 80, seed=1),
    "300 al azar": lambda: nx.gnm_random_graph(300, 1_500, seed=1),
    "300 con pocos muy unidos": lambda: nx.barabasi_albert_graph(300, 5, seed=1),
    "3.000 al azar": lambda: nx.gnm_random_graph(3_000, 15_000, seed=1),
    "3.000 con pocos muy unidos": lambda: nx.barabasi_albert_graph(3_000, 5, seed=1),
    "3.000 en cadena": lambda: nx.path_graph(3_000),
}


def inventar_mesa(red: nx.Graph) -> Mesa:
    """Una Mesa con los enlaces de ``red`` y fichas al azar, siempre las mismas."""
    azar = Random(1)
    actores = [
        Actor(
            id=f"A{i:05}",
            nombre=f"Actor {i}",
            sector=azar.choice(list(Sector)),
            nivel=azar.choice(list(Nivel)),
            estado=azar.choice(list(Estado)),
            influencia=azar.randint(1, 5),
        )
        for i in red
    ]
    unen = [t for t in TipoRelacion if t is not TipoRelacion.CONFLICTO]
    relaciones = [
        Relacion(id=f"R{n}", de=f"A{a:05}", hacia=f"A{b:05}", tipo=azar.choice(unen))
        for n, (a, b) in enumerate(red.edges)
    ]
    mesa = Mesa(id="m", nombre="Inventada", territorio=Territorio(cut_comuna="05101"))
    return mesa.con_actores(actores).con_relaciones(relaciones)


def pedir_a_networkx(red: nx.Graph) -> None:
    """Las mismas medidas, con las llamadas planas de networkx."""
    nx.betweenness_centrality(red)
    nx.closeness_centrality(red)
    nx.constraint(red)
    nx.effective_size(red)
    list(nx.articulation_points(red))
    list(nx.bridges(red))
    list(nx.connected_components(red))
    nx.density(red)
    for v in red:
        nx.single_source_shortest_path_length(red, v, cutoff=2)


def mediana_ms(hacer: Callable[[], object], veces: int) -> float:
    """La mediana de ``veces`` corridas, en milisegundos."""
    marcas = []
    for _ in range(veces):
        inicio = time.perf_counter()
        hacer()
        marcas.append(1_000 * (time.perf_counter() - inicio))
    return statistics.median(marcas)


def primera_vez_ms() -> float:
    """Lo que cuesta cargar numpy en un proceso que todavía no lo usó."""
    guion = "import time; t = time.perf_counter(); import numpy; print(time.perf_counter() - t)"
    salida = subprocess.run([sys.executable, "-c", guion], capture_output=True, check=True)
    return 1_000 * float(salida.stdout)


def medir_forma(forma: str, contra_networkx: bool) -> None:
    """Una fila de la tabla."""
    red = FORMAS[forma]()
    mesa, veces = inventar_mesa(red), 9 if len(red) <= 300 else 3
    analisis = analizar(mesa)
    nuestro = mediana_ms(lambda: analizar(mesa), veces)
    lecturas = mediana_ms(lambda: leer_mapa(mesa, analisis), veces)
    suyo = (
        mediana_ms(lambda: pedir_a_networkx(red), 3 if len(red) <= 300 else 1)
        if contra_networkx
        else float("nan")
    )
    meta = METAS.get(forma)
    veredicto = "" if meta is None else ("cumple" if nuestro <= meta else "NO CUMPLE")
    print(
        f"{forma:28}{red.number_of_edges():>8}{nuestro:>12.1f}{lecturas:>11.1f}{suyo:>14.1f}"
        f"{suyo / nuestro:>8.1f}{meta or float('nan'):>10.0f}  {veredicto}",
        flush=True,
    )


def main() -> None:
    """Imprime la tabla."""
    opciones = argparse.ArgumentParser(description="Velocidad del análisis de la red")
    opciones.add_argument("--corto", action="store_true")
    corto = opciones.parse_args().corto
    print(f"Cargar numpy por primera vez: {primera_vez_ms():.0f} ms\n")
    print(
        f"{'red':28}{'enlaces':>8}{'análisis ms':>12}{'lecturas':>11}{'networkx ms':>14}"
        f"{'razón':>8}{'meta ms':>10}"
    )
    for forma in FORMAS:
        medir_forma(forma, contra_networkx=not corto or not forma.startswith("3.000"))
    mesa = inventar_mesa(FORMAS["34 al azar"]())
    analisis = analizar(mesa)
    demora = mediana_ms(lambda: probar_robustez(mesa, analisis, semilla=1), 5)
    print(f"\nRobustez de la intermediación, 34 actores, 200 repeticiones: {demora:.0f} ms")
    mesa = inventar_mesa(FORMAS["300 al azar"]())
    analisis = analizar(mesa)
    demora = mediana_ms(lambda: probar_robustez(mesa, analisis, semilla=1, repeticiones=50), 1)
    print(f"Robustez de la intermediación, 300 actores, 50 repeticiones: {demora:.0f} ms")


if __name__ == "__main__":
    main()
