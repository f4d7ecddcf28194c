"""Las clases de actores, contra sus tablas publicadas (y CLIP contra la suya, orientativa)."""

import csv

import pytest
from analisis.redes import ORACULOS

from mesa_territorial.analisis.prioridad import clip, cuadrante, es_alto, saliencia
from mesa_territorial.dominio.reglas import ReglaRota


def _filas(nombre: str) -> list[dict[str, str]]:
    lineas = (ORACULOS / nombre).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(linea for linea in lineas if not linea.startswith("#")))


def _alto(fila: dict[str, str], campo: str) -> bool:
    return fila[campo] == "1"


@pytest.mark.parametrize("fila", _filas("03_poder_interes_mendelow.csv"), ids=str)
def test_cada_cuadrante_es_el_de_la_tabla(fila):
    notas = float(fila["poder_1a5"]), float(fila["interes_1a5"]), float(fila["umbral"])

    clase = cuadrante(*notas)

    assert (clase.nombre, clase.grupo) == (fila["cuadrante"], fila["estrategia"])


@pytest.mark.parametrize("fila", _filas("02_saliencia_mitchell_agle_wood.csv"), ids=str)
def test_cada_clase_de_saliencia_es_la_publicada(fila):
    atributos = {campo: _alto(fila, campo) for campo in ("poder", "legitimidad", "urgencia")}

    clase = saliencia(**atributos)

    assert (clase.nombre, clase.grupo) == (fila["clase_es"], fila["grupo"])


@pytest.mark.parametrize("fila", _filas("04_clip_chevalier.csv"), ids=str)
def test_cada_categoria_clip_es_la_de_la_tabla(fila):
    atributos = {campo: _alto(fila, campo) for campo in ("poder", "interes", "legitimidad")}

    clase = clip(**atributos)

    assert (clase.clave, clase.nombre) == (fila["codigo"], fila["categoria_es"])


def test_en_el_umbral_justo_es_bajo_y_fuera_de_escala_se_dice():
    assert not es_alto(3)
    assert es_alto(3.01)
    assert es_alto(3, umbral=2.5)
    with pytest.raises(ReglaRota, match="de 1 a 5"):
        es_alto(0)
