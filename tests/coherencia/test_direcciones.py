"""Nada del repositorio llama afuera, ni interpreta como marcas lo que escribe una persona."""

import ast
import re

import pytest
from coherencia.arbol import (
    RAIZ,
    archivos_de_pantalla,
    archivos_de_python,
    corto,
    leer,
    versionados,
)

# Escritos en dos mitades: este archivo también se revisa.
AFUERA = re.compile(
    "|".join(
        re.escape(a + b)
        for a, b in (
            ("pypi", ".org"),
            ("pythonhosted", ".org"),
            ("npmjs", ".org"),
            ("npmjs", ".com"),
            ("yarnpkg", ".com"),
            ("unpkg", ".com"),
            ("jsdelivr", ".net"),
            ("cdnjs", "."),
            ("esm", ".sh"),
            ("skypack", ".dev"),
            ("googleapis", ".com"),
            ("gstatic", ".com"),
            ("anaconda", ".org"),
            ("bootstrapcdn", ".com"),
        )
    ),
    re.I,
)
DIRECCION = re.compile(r"\b(?:https?|wss?)://[^\s\"'`)<>]+")
# Nombres de espacios XML (no se visitan) y la máquina propia.
PROPIAS = re.compile(
    r"http://(www\.w3\.org/|graphml\.graphdrawing\.org/|www\.gexf\.net/"
    r"|schemas\.openxmlformats\.org/|127\.0\.0\.1|localhost|\{)"
)
MARCAS = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write(ln)?|createContextualFragment"
    r"|DOMParser|srcdoc|new Function|eval)\b"
)
SIEMPRE_MARCAS = {"Markdown", "HTMLMath", "Javascript", "Latex"}
# La lectura en JupyterLab: su HTML sale de la guía del kit, nunca de lo que escribe una persona.
CON_RAZON = {"widgets/js/src/lectura.ts": 1}
SE_LEE = {".py", ".ts", ".mjs", ".css", ".md", ".toml", ".json", ".ipynb", ".sh", ".yml", ".lock"}
SE_LEE |= {".txt", ".j2", ".html", ".svg", ".cff", ".cfg", ".ini", ".csv", ""}


def _texto(archivo) -> str:
    return archivo.read_text(encoding="utf-8", errors="replace")


def test_ningun_archivo_nombra_registros_ni_redes_de_distribucion():
    leidos = [a for a in versionados() if a.suffix in SE_LEE]

    assert len(leidos) > 300
    assert {corto(a): AFUERA.findall(_texto(a)) for a in leidos if AFUERA.search(_texto(a))} == {}


def test_la_lista_caza_lo_que_debe():
    assert AFUERA.search("https://cdn." + "jsdelivr" + ".net/npm/vega")
    assert AFUERA.search("https://files." + "pythonhosted" + ".org/x")
    assert not AFUERA.search("conda-forge y registro civil")


@pytest.mark.parametrize("archivo", [*archivos_de_python(), *archivos_de_pantalla()], ids=corto)
def test_el_codigo_no_tiene_direcciones_de_afuera(archivo):
    ajenas = [d for d in DIRECCION.findall(_texto(archivo)) if not PROPIAS.match(d)]

    assert ajenas == []


@pytest.mark.parametrize("archivo", archivos_de_pantalla(), ids=corto)
def test_la_pantalla_no_interpreta_texto_como_marcas(archivo):
    sin_comentarios = re.sub(r"//[^\n]*|/\*.*?\*/", "", _texto(archivo), flags=re.S)

    assert len(MARCAS.findall(sin_comentarios)) == CON_RAZON.get(corto(archivo), 0)


def test_la_unica_excepcion_recibe_solo_el_html_de_la_guia():
    lectura = _texto(RAIZ / "widgets/js/src/lectura.ts")
    python = _texto(RAIZ / "widgets/mesa_territorial_widgets/componentes/lectura.py")

    assert 'el.innerHTML = model.get("html")' in lectura
    assert "LecturaEnCuaderno(html=marcado)" in python
    assert "marcado = _articulo(leer_guia(tema.clave))" in python


def _sin_escapar(arbol: ast.Module) -> list[int]:
    """Líneas que entregan a ``HTML(…)`` algo que no es literal, escapado ni la guía."""
    malas = []
    for nodo in ast.walk(arbol):
        if not isinstance(nodo, ast.Call):
            continue
        nombre = getattr(nodo.func, "attr", getattr(nodo.func, "id", ""))
        es_html = nombre == "HTML"
        if nombre in SIEMPRE_MARCAS or (es_html and not _todo_seguro(nodo, arbol)):
            malas.append(nodo.lineno)
    return malas


def _todo_seguro(llamada: ast.Call, arbol: ast.Module) -> bool:
    datos = [*llamada.args, *(k.value for k in llamada.keywords)]
    return all(_es_seguro(d, arbol) for d in datos)


def _es_seguro(dato: ast.expr, arbol: ast.Module) -> bool:
    if isinstance(dato, ast.Constant):
        return True
    if isinstance(dato, ast.JoinedStr):
        partes = [p.value for p in dato.values if isinstance(p, ast.FormattedValue)]
        return all(_viene_escapado(p, arbol) for p in partes)
    return isinstance(dato, ast.Name) and dato.id == "marcado"


def _viene_escapado(dato: ast.expr, arbol: ast.Module) -> bool:
    if isinstance(dato, ast.Call):
        return getattr(dato.func, "attr", getattr(dato.func, "id", "")) == "escape"
    if isinstance(dato, ast.Attribute):
        return dato.attr == "numero"
    escapados = {
        n.id
        for a in ast.walk(arbol)
        if isinstance(a, ast.Assign) and "escape(" in ast.unparse(a.value)
        for blanco in a.targets
        for n in ast.walk(blanco)
        if isinstance(n, ast.Name)
    }
    return isinstance(dato, ast.Name) and dato.id in escapados


@pytest.mark.parametrize("archivo", archivos_de_python(), ids=corto)
def test_ningun_dato_llega_a_html_sin_escapar(archivo):
    assert _sin_escapar(leer(archivo)) == []


@pytest.mark.parametrize(
    "codigo",
    [
        "w.HTML(actor.nombre)",
        "display(HTML(f'<b>{nombre}</b>'))",
        "w.HTMLMath('x')",
        "display(Markdown(texto))",
    ],
)
def test_la_regla_caza_un_dato_sin_escapar(codigo):
    assert _sin_escapar(ast.parse(codigo)) == [1]
