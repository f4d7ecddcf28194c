"""Los archivos del repositorio y el código leído como árbol."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
CODIGO = ("src/mesa_territorial", "widgets/mesa_territorial_widgets")
PANTALLA = RAIZ / "widgets" / "js" / "src"


@cache
def versionados() -> tuple[Path, ...]:
    """Los archivos que van al repositorio, también los que aún no se agregan."""
    orden = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    salida = subprocess.run(orden, cwd=RAIZ, capture_output=True, text=True, check=True).stdout
    return tuple(RAIZ / nombre for nombre in salida.splitlines() if (RAIZ / nombre).is_file())


@cache
def archivos_de_python() -> tuple[Path, ...]:
    """Los .py del método y de la pantalla."""
    return tuple(sorted(f for raiz in CODIGO for f in (RAIZ / raiz).rglob("*.py")))


def archivos_de_pantalla() -> tuple[Path, ...]:
    """Los .ts de la pantalla."""
    return tuple(sorted(PANTALLA.rglob("*.ts")))


@cache
def leer(archivo: Path) -> ast.Module:
    """El árbol de un .py."""
    return ast.parse(archivo.read_text(encoding="utf-8"), str(archivo))


def corto(archivo: Path) -> str:
    """La ruta desde la raíz del repositorio."""
    return archivo.relative_to(RAIZ).as_posix()


def funciones(archivo: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Todas las funciones y métodos de un archivo."""
    for nodo in ast.walk(leer(archivo)):
        if isinstance(nodo, ast.FunctionDef | ast.AsyncFunctionDef):
            yield nodo
