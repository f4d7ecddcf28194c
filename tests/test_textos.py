"""Todo código tiene su etiqueta en castellano, y la pantalla dice lo mismo que Python."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from mesa_territorial import textos
from mesa_territorial.dominio.actores import (
    Actor,
    Estado,
    Nivel,
    Procedencia,
    Relacion,
    Sector,
    TipoRelacion,
)

PANTALLA = Path(__file__).parents[1] / "widgets" / "js" / "src" / "lib" / "textos.ts"
TABLA = re.compile(r"export const (\w+): Record<string, string> = \{(.*?)\};", re.S)
PAR = re.compile(r'"?([\w-]+)"?: "([^"]+)"')


def _tablas_de_la_pantalla() -> dict[str, dict[str, str]]:
    return {
        nombre: dict(PAR.findall(cuerpo))
        for nombre, cuerpo in TABLA.findall(PANTALLA.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    ("codigos", "tabla"),
    [
        (Sector, textos.SECTORES),
        (Nivel, textos.NIVELES),
        (Estado, textos.ESTADOS),
        (TipoRelacion, textos.TIPOS_DE_RELACION),
        (Procedencia, textos.PROCEDENCIAS),
    ],
)
def test_todo_codigo_tiene_etiqueta_y_en_el_mismo_orden(codigos, tabla):
    assert list(codigos) == list(tabla)
    assert all(etiqueta[0].isupper() for etiqueta in tabla.values())
    assert len(set(tabla.values())) == len(tabla)


@pytest.mark.parametrize(
    ("ficha", "tabla"),
    [(Actor, textos.CAMPOS_DE_ACTOR), (Relacion, textos.CAMPOS_DE_RELACION)],
)
def test_todo_campo_tiene_nombre(ficha, tabla):
    assert [f.name for f in fields(ficha)] == list(tabla)


@pytest.mark.parametrize(
    "nombre", ["SECTORES", "NIVELES", "ESTADOS", "TIPOS_DE_RELACION", "POSICIONES"]
)
def test_la_pantalla_dice_lo_mismo_que_python(nombre):
    assert _tablas_de_la_pantalla()[nombre] == dict(getattr(textos, nombre))


def test_no_hay_en_la_pantalla_una_tabla_que_python_no_conozca():
    for nombre, tabla in _tablas_de_la_pantalla().items():
        assert dict(getattr(textos, nombre)) == tabla


@pytest.mark.parametrize(
    ("valor", "decimales", "dice"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1_234.5, 1, "1.234,5"),
        (1_234_567, 0, "1.234.567"),
        (-0.5, 2, "-0,50"),
        (0.625, 2, "0,62"),
        (12_000.0, 0, "12.000"),
    ],
)
def test_los_numeros_se_escriben_como_en_chile(valor, decimales, dice):
    assert textos.numero(valor, decimales) == dice


def test_lo_que_no_es_un_codigo_se_dice_tal_cual():
    assert textos.etiqueta_de("estado", "sin_respuesta") == "Sin respuesta"
    assert textos.etiqueta_de("estado", "otra cosa") == "otra cosa"
    assert textos.etiqueta_de("nota", "publico") == "publico"
    assert textos.etiqueta_de("posicion", "-1") == "Se opone"
