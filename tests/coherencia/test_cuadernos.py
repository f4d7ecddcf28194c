"""Los cuadernos de temas y aplicaciones: pocas celdas de una línea, y corren."""

import ast
import re
from pathlib import Path

import nbformat
import pytest
from coherencia.arbol import RAIZ, corto
from nbclient import NotebookClient

CUADERNOS = sorted((RAIZ / "notebooks").glob("*.ipynb"))
TEMAS = [c for c in CUADERNOS if c.name[:2].isdigit()]
TIEMPOS = [["abrir"], ["leer"], ["explorar"], ["practicar"], ["aplicar"]]


def abrir(cuaderno: Path) -> nbformat.NotebookNode:
    """El cuaderno, comprobado contra su esquema."""
    leido = nbformat.read(cuaderno, as_version=4)
    nbformat.validate(leido)
    return leido


@pytest.fixture(params=CUADERNOS, ids=corto)
def cuaderno(request):
    return request.param


def test_tiene_a_lo_mas_cinco_celdas_de_una_linea(cuaderno):
    celdas = abrir(cuaderno).cells

    assert 1 <= len(celdas) <= 5
    assert all(c.cell_type == "code" and "\n" not in c.source.strip() for c in celdas)


def test_no_guarda_salidas_ni_numeros_de_ejecucion(cuaderno):
    for celda in abrir(cuaderno).cells:
        assert (celda.outputs, celda.execution_count) == ([], None)


def test_solo_importa_la_pantalla_del_kit(cuaderno):
    codigo = ast.parse("\n".join(c.source for c in abrir(cuaderno).cells))
    importados = {
        nombre.split(".")[0]
        for nodo in ast.walk(codigo)
        if isinstance(nodo, ast.Import | ast.ImportFrom)
        for nombre in ([nodo.module or ""] if isinstance(nodo, ast.ImportFrom) else [])
        or [a.name for a in nodo.names]
    }

    assert importados == {"mesa_territorial_widgets"}


@pytest.mark.parametrize("tema", TEMAS, ids=corto)
def test_un_tema_abre_el_suyo_y_tiene_los_cuatro_tiempos_en_orden(tema):
    celdas = abrir(tema).cells

    assert [c.metadata.tags for c in celdas] == TIEMPOS
    assert f'abrir_tema("{tema.stem}")' in celdas[0].source
    assert [c.source for c in celdas[1:]] == ["leer()", "explorar()", "practicar()", "aplicar()"]


@pytest.mark.parametrize("app", [c for c in CUADERNOS if c not in TEMAS], ids=corto)
def test_una_aplicacion_es_una_celda_que_abre_la_suya(app):
    (celda,) = abrir(app).cells

    assert re.search(rf'abrir_app\("{app.stem.removeprefix("app_")}"\)$', celda.source)


def test_todo_cuaderno_es_de_un_tema_o_de_una_aplicacion():
    guia = {a.stem for a in (RAIZ / "guia").glob("[0-9][0-9]_*.md")}
    apps = {
        f"app_{a.stem}" for a in (RAIZ / "widgets/mesa_territorial_widgets/apps").glob("[a-z]*.py")
    }

    assert {c.stem for c in CUADERNOS} <= guia | apps


def _correr(cuaderno: Path, carpeta: Path, monkeypatch) -> nbformat.NotebookNode:
    monkeypatch.setenv("MESAS_BD", str(carpeta / "mesas.sqlite"))
    monkeypatch.delenv("MESA_PAGINA", raising=False)
    corrido = abrir(cuaderno)
    cliente = NotebookClient(corrido, timeout=60, kernel_name="python3")
    cliente.execute(cwd=str(carpeta))
    return corrido


def _sin_avisos(corrido: nbformat.NotebookNode) -> bool:
    return all("mt-aviso error" not in str(c.outputs) for c in corrido.cells)


def test_el_tema_03_corre_en_un_nucleo_sin_ningun_error(tmp_path, monkeypatch):
    corrido = _correr(RAIZ / "notebooks" / "03_mapa_de_actores.ipynb", tmp_path, monkeypatch)

    assert _sin_avisos(corrido)
    assert all(c.outputs for c in corrido.cells)


@pytest.mark.completa
def test_todos_corren_en_un_nucleo_sin_ningun_error(cuaderno, tmp_path, monkeypatch):
    assert _sin_avisos(_correr(cuaderno, tmp_path, monkeypatch))
