"""La división comunal, los mapas y los ODS cuadran entre sí."""

import json
import re

import pytest
from datos.planillas import DATOS, filas


def test_hay_346_comunas_con_cut_unico_de_cinco_cifras():
    cuts = [c["cut_comuna"] for c in filas("referencia/comunas.csv")]

    assert len(cuts) == len(set(cuts)) == 346
    assert all(re.fullmatch(r"\d{5}", cut) for cut in cuts)


def test_el_cut_contiene_a_su_provincia_y_su_region():
    comunas = filas("referencia/comunas.csv")

    assert all(c["cut_comuna"][:3] == c["cut_provincia"] for c in comunas)
    assert all(c["cut_comuna"][:2] == c["cut_region"] for c in comunas)


def test_provincias_y_regiones_son_las_de_las_comunas():
    comunas = filas("referencia/comunas.csv")
    provincias = filas("referencia/provincias.csv")
    regiones = filas("referencia/regiones.csv")

    assert {c["cut_provincia"] for c in comunas} == {p["cut_provincia"] for p in provincias}
    assert {c["cut_region"] for c in comunas} == {r["cut_region"] for r in regiones}
    assert (len(provincias), len(regiones)) == (56, 16)
    assert sum(int(r["n_comunas"]) for r in regiones) == 346


@pytest.mark.parametrize(
    ("mapa", "objeto", "cuantas"),
    [
        ("comunas_chile", "comunas", 343),
        ("regiones_chile", "regiones", 16),
        ("comunas_valparaiso", "comunas", 36),
        ("comunas_metropolitana", "comunas", 52),
    ],
)
def test_cada_mapa_trae_sus_geometrias_con_cut_conocido(mapa, objeto, cuantas):
    texto = (DATOS / f"referencia/{mapa}.topojson").read_text(encoding="utf-8")
    topologia = json.loads(texto)
    clave = "cut_comuna" if objeto == "comunas" else "cut_region"
    conocidos = {c[clave] for c in filas("referencia/comunas.csv")}

    geometrias = topologia["objects"][objeto]["geometries"]

    assert topologia["type"] == "Topology"
    assert len(geometrias) == cuantas
    assert {g["properties"][clave] for g in geometrias} <= conocidos


def test_solo_las_comunas_marcadas_estan_en_el_mapa_nacional():
    topologia = json.loads((DATOS / "referencia/comunas_chile.topojson").read_text("utf-8"))
    marcadas = {c["cut_comuna"] for c in filas("referencia/comunas.csv") if c["en_mapa"] == "True"}

    dibujadas = {
        g["properties"]["cut_comuna"] for g in topologia["objects"]["comunas"]["geometries"]
    }

    assert marcadas == dibujadas


def test_son_17_objetivos_con_color_y_sin_enunciado():
    objetivos = filas("ods/ods_objetivos.csv")

    assert [int(o["ods"]) for o in objetivos] == list(range(1, 18))
    assert all(re.fullmatch(r"#[0-9A-F]{6}", o["color_hex"]) for o in objetivos)
    assert list(objetivos[0]) == ["ods", "nombre_corto", "color_hex"]
