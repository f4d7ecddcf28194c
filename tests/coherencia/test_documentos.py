"""Los documentos de la raíz dicen la verdad sobre lo que hay."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import mesa_territorial
from mesa_territorial.consola import app

RAIZ = Path(__file__).resolve().parents[2]
DOCUMENTOS = ("README.md", "CONTRIBUTING.md", "guia/desarrollo/arquitectura.md")
ENLACE = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:|glosario:)([^)#]+)\)")


def _texto(ruta: str) -> str:
    return (RAIZ / ruta).read_text(encoding="utf-8")


def _ordenes_de_mesa() -> set[str]:
    return {c.name or c.callback.__name__ for c in app.registered_commands if c.callback}


def _ordenes_de_make() -> set[str]:
    return set(re.findall(r"^([a-z]+):", _texto("Makefile"), re.M))


@pytest.mark.parametrize("documento", DOCUMENTOS)
def test_todo_enlace_a_un_archivo_lleva_a_un_archivo(documento):
    carpeta = (RAIZ / documento).parent

    for destino in ENLACE.findall(_texto(documento)):
        assert (carpeta / destino).exists(), destino


@pytest.mark.parametrize("documento", DOCUMENTOS)
def test_toda_orden_de_make_que_se_nombra_existe(documento):
    nombradas = set(re.findall(r"\bmake ([a-z]+)\b", _texto(documento)))

    assert nombradas <= _ordenes_de_make()


def test_el_readme_nombra_todas_las_ordenes_de_mesa():
    nombradas = set(re.findall(r"^\| `mesa ([a-z]+)`", _texto("README.md"), re.M))

    assert _ordenes_de_mesa() == nombradas


def test_las_capturas_del_readme_existen():
    nombradas = re.findall(r"\]\((guia/capturas/[^)]+)\)", _texto("README.md"))

    assert len(nombradas) == 4
    assert all((RAIZ / n).stat().st_size > 10_000 for n in nombradas)


def test_el_readme_trae_las_dos_ordenes_que_bastan_y_las_tres_de_windows():
    readme = _texto("README.md")

    assert "make servir\nmake probar\n" in readme
    assert readme.count(".venv\\Scripts\\") == 2
    assert "py -m venv .venv" in readme


def test_la_version_es_una_sola():
    cita = yaml.safe_load(_texto("CITATION.cff"))

    assert cita["version"] == mesa_territorial.__version__
    assert f"## {mesa_territorial.__version__}" in _texto("CHANGELOG.md")


def test_las_licencias_estan_completas():
    codigo, contenido = _texto("LICENSE"), _texto("LICENSE-CONTENIDO")

    assert "Apache License" in codigo and "END OF TERMS AND CONDITIONS" in codigo
    assert all(f"Section {n} --" in contenido for n in range(1, 9))
    assert "Creative Commons Attribution 4.0 International Public License" in contenido


def test_la_arquitectura_dibuja_los_pisos_que_vigila_el_contrato():
    proyecto = tomllib.loads(_texto("pyproject.toml"))
    metodo = proyecto["tool"]["importlinter"]["contracts"][0]["layers"]

    dibujo = _texto("guia/desarrollo/arquitectura.md").split("## Las flechas")[1]

    assert "\n".join(f" {piso}" for piso in metodo) in dibujo


def test_las_capturas_no_quedan_fuera_de_git():
    orden = ["git", "-C", str(RAIZ), "check-ignore", "-q", "guia/capturas/inicio.png"]

    assert subprocess.run(orden, check=False).returncode != 0
