"""Los contratos de import-linter se cumplen, y cada uno muerde si se lo rompe."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from coherencia.arbol import RAIZ

CONTRATOS = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
METODO, PANTALLA = "src/mesa_territorial", "widgets/mesa_territorial_widgets"
BAJAN, BAJAN_EN_PANTALLA = (
    "Las flechas del método sólo bajan",
    "Las flechas de la pantalla sólo bajan",
)
JUPYTER, ALMACEN = "Sólo el servidor conoce Jupyter", "Sólo contexto abre el almacén"
# Contrato que se rompe, archivo que se planta y lo que importa.
VIOLACIONES = [
    (BAJAN, f"{METODO}/dominio/intruso.py", "mesa_territorial.documento"),
    (BAJAN, f"{METODO}/contenido.py", "mesa_territorial.dominio.mesa"),
    (BAJAN, f"{METODO}/analisis/intruso.py", "mesa_territorial.almacen.valores"),
    (BAJAN, f"{METODO}/almacen/intruso.py", "mesa_territorial.analisis.red"),
    (BAJAN, f"{METODO}/fichas.py", "mesa_territorial.textos"),
    (BAJAN, f"{METODO}/servidor/intruso.py", "mesa_territorial.consola"),
    (BAJAN, f"{METODO}/cuarto_nuevo.py", ""),
    (BAJAN_EN_PANTALLA, f"{PANTALLA}/componentes/intruso.py", f"{PANTALLA[8:]}.contexto"),
    (BAJAN_EN_PANTALLA, f"{PANTALLA}/contexto/intruso.py", f"{PANTALLA[8:]}.apps.inicio"),
    (BAJAN_EN_PANTALLA, f"{PANTALLA}/cuarto_nuevo.py", ""),
    ("El método no sabe de la pantalla", f"{METODO}/consola.py", PANTALLA[8:]),
    (JUPYTER, f"{METODO}/graficos/intruso.py", "ipywidgets"),
    (JUPYTER, f"{METODO}/intercambio/intruso.py", "IPython.display"),
    (JUPYTER, f"{METODO}/dominio/intruso.py", "traitlets"),
    (ALMACEN, f"{PANTALLA}/componentes/intruso.py", "mesa_territorial.almacen"),
    (ALMACEN, f"{PANTALLA}/temas/intruso.py", "mesa_territorial.almacen.almacen"),
    (
        "Un tema no importa a otro",
        f"{PANTALLA}/temas/intruso.py",
        f"{PANTALLA[8:]}.temas.mapa_de_actores",
    ),
]


def correr(raiz: Path) -> tuple[int, set[str], str]:
    """Corre lint-imports en ``raiz``: código de salida, contratos rotos y lo que dijo."""
    entorno = {**os.environ, "PYTHONPATH": f"{raiz / 'src'}{os.pathsep}{raiz / 'widgets'}"}
    orden = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    hecho = subprocess.run(
        orden, cwd=raiz, env=entorno, capture_output=True, text=True, check=False
    )
    return hecho.returncode, set(re.findall(r"^(.+) BROKEN", hecho.stdout, re.M)), hecho.stdout


@pytest.fixture
def copia(tmp_path):
    """Una copia del código, sin lo compilado, donde se puede plantar lo que sea."""
    for raiz in (METODO, PANTALLA):
        sobra = shutil.ignore_patterns("__pycache__", "estatico")
        shutil.copytree(RAIZ / raiz, tmp_path / raiz, ignore=sobra)
    shutil.copy(RAIZ / "pyproject.toml", tmp_path)
    return tmp_path


def test_el_proyecto_cumple_todos_sus_contratos():
    codigo, rotos, dicho = correr(RAIZ)

    assert (codigo, rotos) == (0, set()), dicho
    assert f"Contracts: {len(CONTRATOS)} kept, 0 broken." in dicho


def test_la_copia_sin_violaciones_tambien_los_cumple(copia):
    codigo, rotos, dicho = correr(copia)

    assert (codigo, rotos) == (0, set()), dicho


@pytest.mark.parametrize(("contrato", "archivo", "importa"), VIOLACIONES)
def test_cada_violacion_se_caza_por_su_contrato(copia, contrato, archivo, importa):
    plantado = copia / archivo
    previo = plantado.read_text(encoding="utf-8") if plantado.exists() else ""
    linea = f"import {importa}\n" if importa else '"""Un cuarto que nadie declaró."""\n'
    plantado.write_text(previo + linea, encoding="utf-8")

    codigo, rotos, dicho = correr(copia)

    assert codigo == 1
    assert contrato in rotos, dicho
    assert plantado.stem in dicho


def test_todo_contrato_tiene_quien_lo_rompa():
    assert {c["name"] for c in CONTRATOS} == {contrato for contrato, *_ in VIOLACIONES}


def test_los_contratos_de_pisos_son_exhaustivos():
    pisos = [c for c in CONTRATOS if c["type"] == "layers"]

    assert len(pisos) == 2
    assert all(c["exhaustive"] for c in pisos)


def test_del_metodo_solo_servidor_y_consola_quedan_fuera_del_contrato_de_jupyter():
    (jupyter,) = (c for c in CONTRATOS if c["name"] == JUPYTER)
    pisos = {p for piso in CONTRATOS[0]["layers"] for p in piso.split(" | ")}

    cubiertos = {m.rsplit(".", 1)[-1] for m in jupyter["source_modules"]}

    assert pisos - cubiertos == {"servidor", "consola"}
