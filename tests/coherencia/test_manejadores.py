"""Ningún manejador de la pantalla va suelto: todo pasa por ``atender``.

La regla: lo que se entrega a ``on_click``, ``on_msg``, ``observe``, ``call_later``… es una lambda
que sólo llama a ``atender(…)``, o un método del mismo archivo que llama a ``atender``. Los
decoradores ``@observe`` no se usan, porque no hay cómo envolverlos.
"""

import ast

import pytest
from coherencia.arbol import RAIZ, archivos_de_python, corto, leer

ESCUCHAN = {"on_click", "on_submit", "on_msg", "on_displayed", "on_trait_change", "observe"}
DESPUES = {"call_later", "call_soon", "call_soon_threadsafe", "add_callback", "PeriodicCallback"}
EN_LA_PANTALLA = [
    a for a in archivos_de_python() if a.is_relative_to(RAIZ / "widgets/mesa_territorial_widgets")
]


def _nombre(funcion: ast.expr) -> str:
    return getattr(funcion, "attr", getattr(funcion, "id", ""))


def _llama_a_atender(nodo: ast.AST) -> bool:
    return any(isinstance(n, ast.Call) and _nombre(n.func) == "atender" for n in ast.walk(nodo))


def _metodos_que_atienden(arbol: ast.Module) -> set[str]:
    return {
        n.name for n in ast.walk(arbol) if isinstance(n, ast.FunctionDef) and _llama_a_atender(n)
    }


def _va_envuelto(manejador: ast.expr, atienden: set[str]) -> bool:
    if isinstance(manejador, ast.Lambda):
        cuerpo = manejador.body
        return isinstance(cuerpo, ast.Call) and _nombre(cuerpo.func) == "atender"
    return isinstance(manejador, ast.Attribute) and manejador.attr in atienden


def _manejador(llamada: ast.Call) -> ast.expr | None:
    candidatos = [*llamada.args, *(k.value for k in llamada.keywords)]
    return next(
        (a for a in candidatos if isinstance(a, ast.Lambda | ast.Attribute | ast.Name)), None
    )


def sueltos(arbol: ast.Module) -> list[int]:
    """Las líneas en que se entrega un manejador que no pasa por ``atender``."""
    atienden = _metodos_que_atienden(arbol)
    malas = []
    for nodo in ast.walk(arbol):
        if isinstance(nodo, ast.FunctionDef):
            decoradores = [getattr(d, "func", d) for d in nodo.decorator_list]
            malas += [d.lineno for d in decoradores if _nombre(d) == "observe"]
        if isinstance(nodo, ast.Call) and _nombre(nodo.func) in ESCUCHAN | DESPUES:
            manejador = _de_verdad(nodo)
            if manejador is None or not _va_envuelto(manejador, atienden):
                malas.append(nodo.lineno)
    return malas


def _de_verdad(llamada: ast.Call) -> ast.expr | None:
    # call_later(segundos, hacer): el manejador es el segundo.
    if _nombre(llamada.func) == "call_later" and len(llamada.args) > 1:
        return llamada.args[1]
    return _manejador(llamada)


@pytest.mark.parametrize("archivo", EN_LA_PANTALLA, ids=corto)
def test_ningun_manejador_va_suelto(archivo):
    assert sueltos(leer(archivo)) == []


def test_la_regla_mira_manejadores_que_existen():
    todos = [n for a in EN_LA_PANTALLA for n in ast.walk(leer(a)) if isinstance(n, ast.Call)]

    assert sum(_nombre(n.func) in ESCUCHAN | DESPUES for n in todos) >= 5


@pytest.mark.parametrize(
    "codigo",
    [
        "boton.on_click(hacer)",
        "boton.on_click(self._al_apretar)",
        "boton.on_click(lambda _: hacer())",
        "boton.on_click(lambda _: hacer(atender))",
        "x.observe(lambda _: self._pintar(), 'medida')",
        "x.observe(handler=lambda _: self._pintar(), names='medida')",
        "w.on_msg(self._al_mensaje)",
        "lazo.call_later(1, self.calcular)",
        "lazo.call_later(1, lambda: self.calcular())",
        "PeriodicCallback(self.mirar, 1000)",
        "@t.observe('x')\ndef _al_cambiar(self, cambio): pass",
    ],
)
def test_un_manejador_suelto_se_caza(codigo):
    assert sueltos(ast.parse(codigo)) and set(sueltos(ast.parse(codigo))) == {1}


@pytest.mark.parametrize(
    "codigo",
    [
        "boton.on_click(lambda _: atender(hacer))",
        "x.observe(lambda _: atender(self._pintar, mesa), 'medida')",
        "lazo.call_later(ESPERA, lambda: atender(self.calcular))",
        "class A:\n  def _al(self): atender(f)\n  def b(self): self.on_msg(self._al)",
    ],
)
def test_uno_envuelto_pasa(codigo):
    assert sueltos(ast.parse(codigo)) == []
