"""Las especificaciones viajan sin datos ni direcciones; las filas, aparte y en orden."""

import json
import re

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.graficos.medidas import PRIMEROS, filas_de_medida, grafico_de_medida
from mesa_territorial.graficos.sectores import INTEGRA, filas_por_sector, grafico_por_sector
from mesa_territorial.textos import SECTORES

CAMPANILLA = cargar_caso("mesa_campanilla")
LAMINAS = {"medida": grafico_de_medida("Intermediación"), "sector": grafico_por_sector()}
FILAS = {
    "medida": filas_de_medida(CAMPANILLA, dict.fromkeys(CAMPANILLA.actores, 1.0)),
    "sector": filas_por_sector(CAMPANILLA),
}


def _direcciones(cosa) -> list[str]:
    return re.findall(r"(?:https?:)?//[\w.]+", json.dumps(cosa))


def _campos(cosa):
    if isinstance(cosa, dict):
        yield from (v for c, v in cosa.items() if c == "field" and isinstance(v, str))
        for valor in cosa.values():
            yield from _campos(valor)
    elif isinstance(cosa, list):
        for valor in cosa:
            yield from _campos(valor)


@pytest.mark.parametrize("cual", LAMINAS)
def test_la_especificacion_nombra_las_filas_y_no_las_trae(cual):
    lamina = LAMINAS[cual]

    assert lamina["data"] == {"name": "filas"}
    assert "datasets" not in lamina
    assert "values" not in json.dumps(lamina["data"])


@pytest.mark.parametrize("cual", LAMINAS)
def test_la_unica_direccion_es_el_nombre_del_esquema(cual):
    sin_esquema = {k: v for k, v in LAMINAS[cual].items() if k != "$schema"}

    assert _direcciones(sin_esquema) == []


@pytest.mark.parametrize("cual", LAMINAS)
def test_todo_campo_que_pide_el_grafico_viene_en_las_filas(cual):
    pedidos = set(_campos(LAMINAS[cual]))

    assert pedidos
    assert all(pedidos <= set(fila) for fila in FILAS[cual])


@pytest.mark.parametrize("cual", LAMINAS)
def test_la_lamina_dice_todo_en_castellano(cual):
    titulos = re.findall(r'"title": "([^"]+)"', json.dumps(LAMINAS[cual], ensure_ascii=False))

    assert set(titulos) <= {"Intermediación", "Actores"}


def test_las_filas_van_de_la_mas_alta_a_la_mas_baja_y_los_empates_por_nombre():
    valores = {"A01": 2.0, "A02": 3.0, "A03": 2.0}
    nombres = {i: CAMPANILLA.actores[i].nombre for i in valores}

    filas = filas_de_medida(CAMPANILLA, valores)

    assert [f["valor"] for f in filas] == [3, 2, 2]
    assert [f["actor"] for f in filas[1:]] == sorted([nombres["A01"], nombres["A03"]])


def test_en_una_medida_al_reves_primero_va_la_mas_baja():
    filas = filas_de_medida(CAMPANILLA, {"A01": 2.0, "A02": 3.0}, sentido="menor")

    assert [f["valor"] for f in filas] == [2, 3]


def test_se_muestran_las_primeras_y_sin_actores_no_hay_filas():
    todos = {i: float(n) for n, i in enumerate(CAMPANILLA.actores)}

    assert len(filas_de_medida(CAMPANILLA, todos)) == PRIMEROS
    assert filas_de_medida(CAMPANILLA, {}) == []


def test_por_sector_estan_todos_aunque_falten_en_la_mesa():
    sola = Mesa(id="m", nombre="M", territorio=Territorio(cut_comuna="05101")).con_actor(
        Actor(id="a", nombre="A", sector=Sector.ACADEMIA)
    )

    filas = filas_por_sector(sola)

    assert [f["sector"] for f in filas] == [s for s in SECTORES.values() for _ in range(2)]
    assert sum(f["cuantos"] for f in filas) == 1


def test_las_cifras_de_campanilla_son_9_6_4_y_9():
    integran = {
        f["sector"]: f["cuantos"] for f in filas_por_sector(CAMPANILLA) if f["situacion"] == INTEGRA
    }

    assert integran == {
        "Público": 9,
        "Privado": 6,
        "Academia": 4,
        "Sociedad civil": 9,
        "Organismo internacional": 0,
    }
