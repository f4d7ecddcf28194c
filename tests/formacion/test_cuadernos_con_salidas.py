"""Los cuadernos de ejercicios: dicen lo que el banco, y conservan las salidas con que se prueban.

Sin salidas guardadas, ``pytest --nbval`` pasa sin comparar nada: por eso se vigilan aquí.
"""

from pathlib import Path

import nbformat
import pytest

from mesa_territorial.contenido import ruta
from mesa_territorial.formacion.cuadernos import IGNORAR_SALIDA, escribir_cuaderno
from mesa_territorial.formacion.ejercicios import cargar_banco, listar_bancos
from mesa_territorial.formacion.por_escrito import PorEscrito

CUADERNOS = sorted(ruta("exercises").glob("*.ipynb"))
REMEDIO = "Vuelva a ejecutarlo: .venv/bin/python tareas/cuadernos_de_ejercicios.py"


def celdas_sin_salida(cuaderno: nbformat.NotebookNode) -> list[str]:
    """Los ids de las celdas de código que no se ejecutaron o perdieron lo que mostraban."""
    return [
        c.id
        for c in cuaderno.cells
        if c.cell_type == "code" and (c.execution_count is None or not c.outputs)
    ]


def abrir(archivo: Path) -> nbformat.NotebookNode:
    return nbformat.read(archivo, as_version=4)


def test_cada_banco_tiene_su_cuaderno():
    assert [c.stem for c in CUADERNOS] == list(listar_bancos())


@pytest.mark.parametrize("archivo", CUADERNOS, ids=lambda a: a.stem)
def test_ninguna_celda_de_codigo_perdio_su_salida(archivo):
    assert celdas_sin_salida(abrir(archivo)) == [], REMEDIO


@pytest.mark.parametrize("perder", ["outputs", "execution_count"])
def test_el_vigilante_nota_una_salida_perdida(perder):
    cuaderno = abrir(CUADERNOS[0])
    celda = next(c for c in cuaderno.cells if c.cell_type == "code")

    celda[perder] = [] if perder == "outputs" else None

    assert celdas_sin_salida(cuaderno) == [celda.id]


@pytest.mark.parametrize("archivo", CUADERNOS, ids=lambda a: a.stem)
def test_el_cuaderno_dice_lo_mismo_que_el_banco(archivo):
    esperadas = escribir_cuaderno(cargar_banco(archivo.stem))
    guardadas = abrir(archivo).cells

    assert [(c.id, c.source) for c in guardadas] == [(e.id, e.fuente) for e in esperadas], REMEDIO


@pytest.mark.parametrize("archivo", CUADERNOS, ids=lambda a: a.stem)
def test_las_salidas_guardadas_son_las_de_hoy(archivo):
    ejercicios = PorEscrito(archivo.stem)
    salidas = {c.id: c.outputs for c in abrir(archivo).cells if c.cell_type == "code"}

    for item in ejercicios.banco.items:
        [salida] = salidas[f"{item.id}-pregunta"]
        assert salida.text == ejercicios.preguntar(item.id) + "\n", REMEDIO


@pytest.mark.parametrize("archivo", CUADERNOS, ids=lambda a: a.stem)
def test_solo_las_celdas_con_botones_dejan_de_comparar_su_salida(archivo):
    ignoradas = [c.id for c in abrir(archivo).cells if IGNORAR_SALIDA in c.metadata.get("tags", [])]

    assert ignoradas == ["practica"]


def test_pedir_una_pista_que_no_hay_dice_cuantas_hay():
    ejercicios = PorEscrito("03_mapa_de_actores")

    assert "tiene 2 pistas" in ejercicios.pista("para-que", 9)


def test_la_solucion_por_escrito_trae_su_porque():
    ejercicios = PorEscrito("03_mapa_de_actores")

    solucion = ejercicios.solucion("evidencia")

    assert solucion.startswith("- Hay un convenio firmado y vigente\n- Cada una")
    assert solucion.endswith("de qué tan firme es cada línea.")
