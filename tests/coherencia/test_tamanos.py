"""Cuartos pequeños: funciones que caben en la vista y archivos que se leen de una vez."""

import ast
from statistics import quantiles

import pytest
from coherencia.arbol import RAIZ, archivos_de_pantalla, archivos_de_python, corto, funciones

MAXIMO, DECIL = 25, 12
ARCHIVO = 200
ESTILOS = tuple(sorted((RAIZ / "widgets" / "js" / "css").glob("*.css")))
TODOS = (*archivos_de_python(), *archivos_de_pantalla(), *ESTILOS)


def lineas(funcion: ast.FunctionDef | ast.AsyncFunctionDef, texto: list[str]) -> int:
    """Las líneas de código de una función: la firma vale una; no cuentan explicación ni blancos."""
    tiene = ast.get_docstring(funcion) is not None
    primera = funcion.body[0].end_lineno if tiene else funcion.body[0].lineno - 1
    cuerpo = (linea.strip() for linea in texto[primera : funcion.end_lineno])
    return 1 + sum(bool(linea) and not linea.startswith("#") for linea in cuerpo)


@pytest.fixture(scope="module")
def medidas() -> dict[str, int]:
    """Cada función con sus líneas."""
    return {
        f"{corto(a)}:{f.lineno} {f.name}": lineas(f, a.read_text(encoding="utf-8").splitlines())
        for a in archivos_de_python()
        for f in funciones(a)
    }


def test_nueve_de_cada_diez_funciones_tienen_a_lo_mas_doce_lineas(medidas):
    decil = quantiles(medidas.values(), n=10)[-1]

    assert decil <= DECIL, sorted(medidas, key=medidas.get)[-20:]


def test_ninguna_funcion_pasa_de_veinticinco_lineas(medidas):
    assert {f: n for f, n in medidas.items() if n > MAXIMO} == {}


@pytest.mark.parametrize("archivo", TODOS, ids=corto)
def test_un_archivo_se_lee_de_una_vez(archivo):
    largo = len(archivo.read_text(encoding="utf-8").splitlines())

    assert largo < ARCHIVO


def test_la_medida_no_cuenta_explicaciones_blancos_ni_comentarios():
    texto = 'def f(\n    a,\n):\n    """Dice\n    qué hace."""\n    # por qué\n\n    return a\n'
    (funcion,) = ast.parse(texto).body

    assert lineas(funcion, texto.splitlines()) == 2
