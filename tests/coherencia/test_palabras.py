"""Ni una palabra en inglés llega a la pantalla."""

import ast
import re

import pytest
from coherencia.arbol import RAIZ, archivos_de_pantalla, archivos_de_python, corto, leer

INGLES = re.compile(
    r"\b(the|and|with|your|you|this|that|please|loading|save|saved|cancel|delete|remove|add"
    r"|undo|redo|settings|search|upload|download|submit|failed|warning|success|file|files|folder"
    r"|invalid|missing|required|unknown|expected|found|select|choose|click|here|next|previous"
    r"|back|close|open|new|edit|done|help|home|page|name|size|help|share|export|import|filter"
    r"|label|network|node|nodes|edge|edges|stakeholder|stakeholders|feedback|tips|email|link)\b",
    re.I,
)
CADENA = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')
COMENTARIO = re.compile(r"(?<![:\"'`])//[^\n]*|/\*.*?\*/", re.S)
# Lo que se lee tiene espacios o empieza con mayúscula, y termina como una frase.
SE_LEE = re.compile(
    r"^[A-ZÁÉÍÓÚÑ¿¡«][^{}<>;=_`]*$|^[^{}<>;=_#.`]*[a-záéíóúñ] [a-záéíóúñ][^{}<>;=_`]*$"
)
# Nombres propios y de formatos que se muestran tal cual, y nombres de la API del navegador.
PERMITIDAS = re.compile(
    r"Net-Map|GraphML|GEXF|Kobo|Excel|SVG|PNG|CSV|GNU|Enter|Escape|Esc|Delete|Backspace|Home"
    r"|End|Page(Up|Down)|Arrow\w+|Shift|Control|Tab|Firefox|Chrome|JupyterLab|Python|Mesa|ok"
)
CLASES = re.compile(r"^(mt|mesa|es|con|sin)-[\w-]+( [\w-]+)*$")
# De aquí nada sale a la pantalla: lo que dicen otros programas (para traducirlo) y sus formatos.
NO_SE_LEEN = (
    "intercambio/sinonimos.py",
    "intercambio/vocabulario.py",
    "intercambio/grafos.py",
    "intercambio/kobo.py",
    "intercambio/respuestas_kobo.py",
    "consola/castellano.py",
    "almacen/",
    "servidor/",
)


def _ingles(texto: str) -> list[str]:
    es_patron = "([" in texto
    if es_patron or not SE_LEE.match(texto) or CLASES.match(texto):
        return []
    return INGLES.findall(PERMITIDAS.sub(" ", texto))


def _cadenas_de_ts(codigo: str) -> list[str]:
    limpio = COMENTARIO.sub("", codigo)
    crudas = ("".join(grupos) for grupos in CADENA.findall(limpio))
    return [re.sub(r"\$\{[^}]*\}", "0", c) for c in crudas]


def _cadenas_de_python(arbol: ast.Module) -> list[str]:
    explicaciones = {
        id(n.body[0].value)
        for n in ast.walk(arbol)
        if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and n.body
        and isinstance(n.body[0], ast.Expr)
    }
    return [
        n.value
        for n in ast.walk(arbol)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in explicaciones
    ]


@pytest.mark.parametrize("archivo", archivos_de_pantalla(), ids=corto)
def test_la_pantalla_habla_castellano(archivo):
    frases = _cadenas_de_ts(archivo.read_text(encoding="utf-8"))

    assert {f: _ingles(f) for f in frases if _ingles(f)} == {}


@pytest.mark.parametrize(
    "archivo",
    [a for a in archivos_de_python() if not any(n in corto(a) for n in NO_SE_LEEN)],
    ids=corto,
)
def test_las_frases_de_python_hablan_castellano(archivo):
    frases = _cadenas_de_python(leer(archivo))

    assert {f: _ingles(f) for f in frases if _ingles(f)} == {}


def test_la_pagina_del_servidor_habla_castellano():
    for plantilla in (RAIZ / "src/mesa_territorial/servidor/plantilla").glob("*.j2"):
        crudo = plantilla.read_text(encoding="utf-8")
        visible = re.sub(
            r"\{[{%#].*?[}%#]\}|<(script|style).*?</\1>|<[^>]+>", " ", crudo, flags=re.S
        )

        assert INGLES.findall(PERMITIDAS.sub(" ", visible)) == [], plantilla.name


@pytest.mark.parametrize(
    "codigo",
    [
        'h("p", {}, "Loading the map")',
        "titulo = 'Save'",
        "`${n} files found here`",
        '"Please wait"',
    ],
)
def test_la_lista_caza_una_frase_en_ingles(codigo):
    assert [i for c in _cadenas_de_ts(codigo) for i in _ingles(c)]


@pytest.mark.parametrize(
    "codigo",
    [
        'el.addEventListener("click", abrir) // open the file',
        '"mt-boton open"',
        '"Guardar el archivo"',
        'modelo.on("msg:custom", oir)',
        '"Baje el archivo GraphML de Net-Map"',
        '"button.next, a.back"',
    ],
)
def test_la_lista_no_confunde_la_api_con_la_pantalla(codigo):
    assert [i for c in _cadenas_de_ts(codigo) for i in _ingles(c)] == []
