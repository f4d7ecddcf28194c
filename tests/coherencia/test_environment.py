"""El entorno de conda pide lo mismo que ``pyproject.toml``."""

import tomllib
from pathlib import Path

import yaml

RAIZ = Path(__file__).resolve().parents[2]


def _proyecto() -> dict:
    return tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _conda() -> dict:
    return yaml.safe_load((RAIZ / "environment.yml").read_text(encoding="utf-8"))


def _de_pip() -> list[str]:
    return next(d["pip"] for d in _conda()["dependencies"] if isinstance(d, dict))


def test_conda_pide_el_mismo_python_y_pip():
    sueltas = [d for d in _conda()["dependencies"] if isinstance(d, str)]

    assert sueltas == [f"python{_proyecto()['requires-python']}", "pip"]


def test_pip_pide_las_mismas_dependencias_y_el_kit_al_final():
    *pedidas, kit = _de_pip()

    assert sorted(pedidas) == sorted(_proyecto()["dependencies"])
    assert kit == "--editable ."


def test_el_entorno_se_llama_como_dice_el_readme():
    readme = (RAIZ / "README.md").read_text(encoding="utf-8")

    assert f"conda activate {_conda()['name']}" in readme
    assert "conda env create -f environment.yml" in readme
