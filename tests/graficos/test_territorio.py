"""El mapa lleva sólo la región de la Mesa, la geografía una vez y ningún contorno de campamento."""

import json

import pytest

from mesa_territorial.analisis.territorio import Dato
from mesa_territorial.casos import cargar_caso
from mesa_territorial.casos.regiones import (
    comunas_de_region,
    nombre_de_region,
    topologia_de_comunas,
    topologia_de_regiones,
)
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import Asentamiento, FichaTerritorial
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.graficos.territorio import (
    PROPIA,
    SIN_DATO,
    filas_del_mapa,
    mapa_de_la_region,
)
from mesa_territorial.graficos.territorio_lugar import filas_de_la_comuna, mapa_de_la_comuna
from mesa_territorial.graficos.territorio_puestos import filas_de_puestos, grafico_de_puestos

REGIONES = [f"{r:02d}" for r in range(1, 17)]


def _mesa(cut="05101", **ficha):
    return Mesa(
        id="m",
        nombre="Mesa",
        territorio=Territorio(cut_comuna=cut, nivel=Nivel.COMUNA),
        ficha_territorial=FichaTerritorial(**ficha),
    )


@pytest.mark.parametrize("region", REGIONES)
def test_el_mapa_de_cada_region_lleva_sus_comunas_y_solo_los_arcos_que_usa(region):
    mapa = topologia_de_regiones(region)
    geometrias = mapa["objects"]["comunas"]["geometries"]
    usados = {i if i >= 0 else ~i for g in geometrias for i in _planos(g["arcs"])}

    en_el_mapa = {c.cut for c in comunas_de_region(region) if c.en_mapa}
    assert {g["properties"]["cut_comuna"] for g in geometrias} == en_el_mapa
    assert usados == set(range(len(mapa["arcs"])))
    # Lo que pesa en la página: el mapa nacional entero pesa 207 KB.
    assert len(json.dumps(mapa, separators=(",", ":"))) < 45_000


def _planos(arcos):
    for arco in arcos:
        yield from _planos(arco) if isinstance(arco, list) else [arco]


def test_podar_el_mapa_no_mueve_ni_un_punto():
    entero, sola = topologia_de_regiones("05"), topologia_de_comunas("05101")

    def dibujo(mapa):
        (geometria,) = (
            g
            for g in mapa["objects"]["comunas"]["geometries"]
            if g["properties"]["cut_comuna"] == "05101"
        )
        return [(mapa["arcs"][i if i >= 0 else ~i], i >= 0) for i in _planos(geometria["arcs"])]

    assert dibujo(entero) == dibujo(sola)
    assert sola.get("transform") == entero.get("transform")


def test_una_mesa_de_dos_regiones_las_dibuja_juntas_y_calzan():
    mapa = topologia_de_comunas("05606", "06101")
    de_las_dos = topologia_de_regiones("05", "06")
    cuts = {
        g["properties"]["cut_comuna"][:2] for g in de_las_dos["objects"]["comunas"]["geometries"]
    }

    assert len(mapa["objects"]["comunas"]["geometries"]) == 2
    assert cuts == {"05", "06"}
    assert topologia_de_comunas("05201") == {}


def test_las_regiones_se_nombran_como_se_dicen():
    assert [nombre_de_region(r) for r in ("05", "07", "13", "99")] == [
        "Región de Valparaíso",
        "Región del Maule",
        "Región Metropolitana",
        "",
    ]


@pytest.mark.parametrize("modo", ["tasa", "conteo", "nada"])
def test_la_geografia_va_una_sola_vez_y_el_cut_es_texto(modo):
    especificacion = mapa_de_la_region(("05101",), modo)
    texto = json.dumps(especificacion)
    fuentes = [c["data"] for c in especificacion["layer"] if c["data"]["name"] == "comunas"]

    assert texto.count('"Topology"') == 1
    assert len(fuentes) == 2 and all("values" not in f for f in fuentes)
    assert '"cut_comuna": "05101"' in texto
    assert len(texto) < 30_000


def test_un_conteo_va_en_circulos_y_una_tasa_en_tonos():
    marcas = {
        modo: {c["mark"]["type"] for c in mapa_de_la_region(("05101",), modo)["layer"]}
        for modo in ("tasa", "conteo", "nada")
    }

    assert [m for m, tipos in marcas.items() if "circle" in tipos] == ["conteo"]
    assert '"cuarto:N"' not in json.dumps(mapa_de_la_region(("05101",), "nada")["layer"])


def test_con_menos_de_tres_comunas_con_dato_no_hay_cuartos():
    filas = filas_del_mapa(_mesa(), {"05101": Dato(4.0), "05109": Dato(2.0)})

    assert {f["cuarto"] for f in filas} == {SIN_DATO}
    assert next(f["valor"] for f in filas if f["cut"] == "05101") == 4.0


@pytest.mark.parametrize("cut", ["05201", "05104", "12202"])
def test_una_comuna_sin_mapa_no_rompe_nada(cut):
    mesa = _mesa(cut=cut)

    assert mapa_de_la_comuna((cut,)) == {}
    assert mapa_de_la_region((cut,))
    assert any(f["cut"] == cut and f["quien"] == PROPIA for f in filas_del_mapa(mesa, {}))


def test_una_fila_por_comuna_y_la_que_no_tiene_dato_lo_dice():
    datos = {"05101": Dato(4.0), "05109": Dato(2.0), "05102": Dato(3.0)}
    filas = {f["cut"]: f for f in filas_del_mapa(_mesa(), datos)}

    assert len(filas) == 38
    assert (filas["05101"]["quien"], filas["05101"]["rotulo"]) == (PROPIA, "Valparaíso")
    assert filas["05301"]["cuarto"] == SIN_DATO
    assert filas["05109"]["cuarto"] == "Cuarto más bajo"


def test_de_un_campamento_viajan_un_punto_y_un_conteo():
    rocas = Asentamiento(id="a", nombre="Las Rocas", cut="05101", hogares=60, lat=-33.0, lon=-71.6)
    sin_punto = Asentamiento(id="b", nombre="El Boldo")
    mesa = _mesa(asentamientos={"a": rocas, "b": sin_punto}, lat=-33.05, lon=-71.64)

    lugar, primero, segundo = filas_de_la_comuna(mesa)

    assert lugar["que"] == "El lugar de la Mesa" and lugar["hogares"] is None
    assert (primero["nombre"], primero["hogares"], primero["lat"]) == ("Las Rocas", 60, -33.0)
    assert segundo["lat"] is None
    assert not any("geo" in k or "poligono" in k for f in (lugar, primero) for k in f)


def test_los_puestos_van_de_mayor_a_menor_con_su_mediana():
    mesa = cargar_caso("mesa_campanilla")
    encuesta = mesa.ficha_territorial.indicadores["in-encuesta"]
    datos = {
        c: Dato(v, encuesta.minimos[c], encuesta.maximos[c]) for c, v in encuesta.valores.items()
    }
    filas = filas_de_puestos(mesa, datos)

    assert [f["valor"] for f in filas] == sorted(encuesta.valores.values(), reverse=True)
    assert [f["puesto"] for f in filas if f["comuna"] in ("Valparaíso", "Cartagena")] == [14, 14]
    assert {f["mediana"] for f in filas} == {41.95}
    assert filas_de_puestos(mesa, {}) == []
    assert "comunas" not in json.dumps(grafico_de_puestos()["layer"][0]["data"])
