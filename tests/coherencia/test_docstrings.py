"""Todo lo público dice qué hace, en castellano."""

import ast
from collections.abc import Iterator

import pytest
from coherencia.arbol import archivos_de_python, corto, leer

Nodo = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _es_de_tramite(nodo: Nodo) -> bool:
    """Firmas de un protocolo (su cuerpo es «...») y la otra mitad de una propiedad."""
    if isinstance(nodo, ast.ClassDef | ast.Module):
        return False
    solo_puntos = (
        len(nodo.body) == 1
        and getattr(getattr(nodo.body[0], "value", None), "value", None) is Ellipsis
    )
    return solo_puntos or any(
        isinstance(d, ast.Attribute) and d.attr in ("setter", "deleter")
        for d in nodo.decorator_list
    )


def publicos(nodo: ast.Module | ast.ClassDef, dentro: str = "") -> Iterator[tuple[str, Nodo]]:
    """Las clases, funciones y métodos públicos, con su nombre entero."""
    for hijo in nodo.body:
        if not isinstance(hijo, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if hijo.name.startswith("_"):
            continue
        yield dentro + hijo.name, hijo
        if isinstance(hijo, ast.ClassDef):
            yield from publicos(hijo, f"{dentro}{hijo.name}.")


def mudos(arbol: ast.Module) -> list[str]:
    """Los nombres públicos que no se explican."""
    return [n for n, p in publicos(arbol) if not ast.get_docstring(p) and not _es_de_tramite(p)]


@pytest.mark.parametrize("archivo", archivos_de_python(), ids=corto)
def test_todo_lo_publico_se_explica(archivo):
    arbol = leer(archivo)

    assert ast.get_docstring(arbol) or not archivo.read_text(encoding="utf-8").strip()
    assert mudos(arbol) == []


def test_la_regla_caza_a_quien_no_se_explica():
    arbol = ast.parse(
        "def f(): pass\nclass A:\n  def m(self): pass\n  def _p(self): pass\n"
        "class P:\n  'x'\n  def q(self): ...\n"
    )

    assert mudos(arbol) == ["f", "A", "A.m"]
