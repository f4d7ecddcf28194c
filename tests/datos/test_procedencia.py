"""Cada archivo dice de dónde sale y cada columna qué significa; lo reservado no está."""

import csv
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest
from datos.planillas import DATOS, RAIZ, columnas, filas, planillas

# Sirven para trabajar, pero su licencia no deja ponerlos aquí.
NO_SE_PUBLICAN = (
    "*campamentos*",
    "*indicadores_comunales*",
    "*directorio_establecimientos*",
    "*ods_metas*",
    "*emon_*",
    "*quimicos_alemania*",
)


def _todos() -> list[str]:
    return sorted(str(p.relative_to(DATOS)) for p in DATOS.rglob("*") if p.is_file())


def test_ningun_archivo_reservado_esta_en_el_repositorio():
    reservados = [a for a in _todos() if any(fnmatch(a, patron) for patron in NO_SE_PUBLICAN)]

    assert reservados == []


def test_git_tampoco_los_sigue_en_otra_carpeta():
    if not (RAIZ / ".git").exists():
        pytest.skip("sin repositorio git")
    orden = ["git", "-C", str(RAIZ), "ls-files", "-z"]
    seguidos = subprocess.run(orden, capture_output=True, text=True, check=True).stdout.split("\0")

    datos = [a for a in seguidos if Path(a).suffix in {".csv", ".geojson", ".parquet", ".json"}]

    assert [a for a in datos if any(fnmatch(a, patron) for patron in NO_SE_PUBLICAN)] == []


@pytest.mark.parametrize("archivo", _todos())
def test_todo_archivo_tiene_fuente(archivo):
    patrones = [f["archivo"] for f in filas("FUENTES.csv")]

    assert archivo == "LEEME.md" or any(fnmatch(archivo, patron) for patron in patrones)


def test_toda_fuente_corresponde_a_algun_archivo_y_dice_su_licencia():
    archivos = _todos()

    for fuente in filas("FUENTES.csv"):
        assert any(fnmatch(a, fuente["archivo"]) for a in archivos), fuente["archivo"]
        assert fuente["licencia"] and fuente["fuente_primaria"], fuente["archivo"]


def test_las_filas_que_dice_la_fuente_son_las_que_hay():
    contadas = {f["archivo"]: int(f["filas"]) for f in filas("FUENTES.csv") if f["filas"]}

    hay = {a: len(filas(a)) for a in contadas if a.endswith(".csv")}

    assert hay.items() <= contadas.items()


@pytest.mark.parametrize("planilla", planillas())
def test_toda_columna_esta_en_el_diccionario_y_en_su_orden(planilla):
    descritas = [d["columna"] for d in filas("diccionario.csv") if d["archivo"] == planilla]

    assert descritas == columnas(planilla)


def test_el_diccionario_cuenta_bien_las_filas_y_los_vacios():
    for dicho in filas("diccionario.csv"):
        datos = filas(dicho["archivo"])
        vacios = sum(not f[dicho["columna"]] for f in datos)

        assert (int(dicho["filas"]), int(dicho["n_vacios"])) == (len(datos), vacios), dicho


def test_el_diccionario_no_describe_archivos_que_no_estan():
    assert {d["archivo"] for d in filas("diccionario.csv")} == set(planillas())


@pytest.mark.parametrize("planilla", planillas())
def test_las_planillas_son_utf8_sin_marca_y_parejas(planilla):
    crudo = (DATOS / planilla).read_bytes()
    lineas = list(csv.reader(crudo.decode("utf-8").splitlines()))

    assert not crudo.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in crudo
    assert {len(linea) for linea in lineas} == {len(lineas[0])}
