"""La aplicación de referencia calcula lo mismo en todos los contendores."""

import ast
import json
from pathlib import Path

import networkx as nx
import pytest
from competencia import referencia
from competencia.contendores import APPS, CONTENDORES
from competencia.kit import aplicacion

from mesa_territorial.analisis.caminos import intermediacion, medir_caminos
from mesa_territorial.analisis.grafo import elegir, grafo_de_mesa

AJENOS = sorted(set(CONTENDORES) - {"kit"})


def _fuente(nombre: str) -> str:
    cuaderno = APPS / f"app_{nombre}.ipynb"
    if cuaderno.exists():
        return "".join(json.loads(cuaderno.read_text(encoding="utf-8"))["cells"][0]["source"])
    return Path(APPS / f"app_{nombre}.py").read_text(encoding="utf-8")


def test_son_los_28_que_integran_la_mesa_de_campanilla():
    ids = set(referencia.actores())

    assert len(ids) == 28
    assert {actor for par in referencia.enlaces() for actor in par} <= ids


def test_la_intermediacion_comun_es_la_de_networkx():
    red = nx.Graph()
    red.add_nodes_from(referencia.actores())
    red.add_edges_from(referencia.enlaces())

    assert referencia.intermediacion(referencia.actores()) == nx.betweenness_centrality(red)


def test_la_del_kit_sale_igual_que_la_de_los_demas():
    mesa = aplicacion.mesa_de_referencia("m")

    grafo = grafo_de_mesa(mesa, elegir(mesa, "despues", None, None))
    propia = dict(zip(grafo.ids, intermediacion(medir_caminos(grafo)), strict=True))

    assert propia == pytest.approx(referencia.intermediacion(referencia.actores()))


def test_las_filas_que_muestra_el_kit_son_las_mismas():
    propias = aplicacion.filas(aplicacion.mesa_de_referencia("m"))

    comunes = referencia.filas(referencia.actores())

    quitar_sector = [{k: f[k] for k in referencia.TITULOS} for f in comunes]
    assert [{k: f[k] for k in referencia.TITULOS} for f in propias] == quitar_sector


@pytest.mark.parametrize("nombre", AJENOS)
def test_cada_contendor_muestra_las_filas_comunes_y_edita_los_dos_valores(nombre: str):
    arbol = ast.parse(_fuente(nombre))

    pedidas = {
        n.attr
        for n in ast.walk(arbol)
        if isinstance(n, ast.Attribute) and getattr(n.value, "id", "") == "referencia"
    }
    escritas = {n.value for n in ast.walk(arbol) if isinstance(n, ast.Constant)}
    nombres = escritas | {n.id for n in ast.walk(arbol) if isinstance(n, ast.Name)}

    assert {"actores", "filas"} <= pedidas
    assert {"influencia", "interes"} <= nombres


@pytest.mark.parametrize("nombre", AJENOS)
def test_cada_contendor_fija_versiones_con_huella_y_sin_direcciones(nombre: str):
    requisitos = (APPS.parent / "requisitos" / f"{nombre}.txt").read_text(encoding="utf-8")

    fijadas = [x for x in requisitos.splitlines() if x and not x.startswith(("#", " "))]

    assert all("==" in x for x in fijadas)
    assert requisitos.count("--hash=sha256:") >= len(fijadas)
    assert "://" not in requisitos
