"""Cada archivo oficial se lee tal como se baja, y lo que no se entiende se dice."""

import csv
import json
from itertools import count
from pathlib import Path

import pytest
from intercambio.oficiales import recortes

from mesa_territorial.dominio.ficha_territorial import Asentamiento, FichaTerritorial
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.intercambio.oficiales import Eleccion, importar_oficial, leer_oficial
from mesa_territorial.intercambio.oficiales.aplicar import decir_importacion

REALES = Path("/work/shared/datos/referencia")
con_reales = pytest.mark.skipif(
    not REALES.is_dir(), reason="sin /work/shared: los archivos oficiales no se publican"
)


def _leer(nombre, contenido):
    return leer_oficial(nombre, contenido.encode() if isinstance(contenido, str) else contenido)


def _por_nombre(archivo):
    return {(c.nombre, c.anio): c for c in archivo.candidatos}


def _mesa(**ficha):
    return Mesa(
        id="m",
        nombre="Los Aromos",
        territorio=Territorio(cut_comuna="05101"),
        ficha_territorial=FichaTerritorial(**ficha),
    )


def _elegir(*candidatos):
    return [
        Eleccion(clave=c.clave, nombre=c.nombre, unidad=c.unidad, anio=c.anio, fuente=c.fuente)
        for c in candidatos
    ]


def _importar(mesa, archivo, *candidatos, campamentos=False):
    numeros = count(len(mesa.ficha_territorial.indicadores) * 1000)
    return importar_oficial(
        mesa,
        archivo,
        _elegir(*candidatos),
        campamentos=campamentos,
        crear_id=lambda: f"x{next(numeros)}",
    )


# ------------------------------------------------------------------ la tabla de indicadores


def test_la_tabla_de_indicadores_trae_unidad_anio_fuente_e_intervalo():
    pobreza = _por_nombre(_leer("i.csv", recortes.INDICADORES))["Pobreza por ingresos", 2022]

    assert (pobreza.unidad, pobreza.codigo) == ("% de las personas", "pobreza ingresos")
    assert pobreza.fuente.endswith("Casen 2022")
    assert pobreza.valores["05101"] == 7.3764
    assert (pobreza.minimos["05101"], pobreza.maximos["05101"]) == (0.0099, 9.0248)


def test_un_extremo_de_intervalo_un_nombre_o_un_codigo_no_son_indicadores():
    nombres = {n for n, _ in _por_nombre(_leer("i.csv", recortes.INDICADORES))}

    assert nombres == {
        "Población", "Hombres", "Población de 0 a 14 años", "Población de 65 años y más",
        "Hogares", "Pobreza por ingresos", "Pobreza multidimensional",
        "Ingresos municipales totales", "Dependencia del Fondo Común Municipal",
        "Establecimientos de salud",
    }  # fmt: skip


def test_lo_que_no_es_numero_queda_sin_dato_y_se_avisa():
    ingresos = _por_nombre(_leer("i.csv", recortes.INDICADORES))[
        "Ingresos municipales totales", 2024
    ]

    assert set(ingresos.valores) == {"05101", "05109", "13505"}
    assert "no dice" in ingresos.avisos[0] or "no dicen" in ingresos.avisos[0]


# ------------------------------------------------------------------ Censo, SAE, SINIM


def test_el_cuadro_del_censo_se_lee_con_su_codigo_sin_cero_y_sin_el_total_pais():
    archivo = _leer("D1_Poblacion-censada-por-sexo.xlsx", recortes.censo())
    poblacion = _por_nombre(archivo)["Población", 2024]

    assert poblacion.valores == {"05101": 1000, "05109": 2000, "05102": 300}
    assert (poblacion.fuente, poblacion.hoja) == ("INE, Censo 2024", "2")
    assert ("Hombres", 2024) in _por_nombre(archivo)


def test_las_hojas_que_no_sirven_se_dejan_y_se_dice():
    avisos = " ".join(_leer("censo.xlsx", recortes.censo()).avisos)

    assert "«4» tiene varias filas por comuna" in avisos
    assert "«6» es demasiado grande" in avisos


@pytest.mark.parametrize(
    ("dimension", "nombre"),
    [
        ("por ingresos", "Pobreza por ingresos"),
        ("de ingresos", "Pobreza por ingresos"),
        ("multidimensional", "Pobreza multidimensional"),
    ],
)
def test_la_pobreza_sae_pasa_de_proporcion_a_porcentaje_con_su_intervalo(dimension, nombre):
    candidatos = _por_nombre(_leer("estimaciones.xlsx", recortes.pobreza(dimension)))
    tasa = candidatos[nombre, 2022]

    assert tasa.valores["05101"] == pytest.approx(7.3764)
    assert tasa.minimos["05101"] == pytest.approx(5.728)
    assert tasa.maximos["05101"] == pytest.approx(9.0248)
    assert "SAE" in tasa.fuente


def test_el_xls_de_sinim_se_abre_sin_pasarlo_por_excel():
    archivo = _leer("datos_municipales_2024_Sin-Corrección-Monetaria.xls", recortes.sinim())
    fcm = _por_nombre(archivo)[
        "Dependencia del Fondo Común Municipal sobre los Ingresos Propios", 2023
    ]
    presupuesto = _por_nombre(archivo)["Presupuesto Inicial Gastos Municipales", 2023]

    assert (fcm.codigo, fcm.unidad, fcm.fuente) == ("iadm75", "%", "SUBDERE, SINIM 2023")
    assert fcm.valores == {"05101": 50.82, "05109": 31.5, "05102": 60.2, "13505": 70.9}
    assert presupuesto.unidad == "miles de pesos"
    assert "05102" not in presupuesto.valores and presupuesto.avisos


def test_un_sinim_con_entidades_o_roto_no_se_lee():
    con_entidad = recortes.sinim().replace(
        b"<Workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1
    )

    sin_numero = recortes.sinim().replace(b'ss:Index="3"', b'ss:Index="tres"')

    for contenido in (con_entidad, recortes.sinim()[:-30], sin_numero):
        with pytest.raises(ReglaRota, match="mal formado"):
            _leer("sinim.xls", contenido)


def test_el_punto_de_miles_se_reconoce_por_la_columna_entera():
    miles = "cut;habitantes\n5101;284.938\n5109;334.871\n5102;29.876\n5804;960\n"
    decimales = "cut;tasa\n5101;7.376\n5109;6.47\n5102;8.2\n"

    assert _leer("a.csv", miles).candidatos[0].valores["05101"] == 284_938
    assert "miles" in _leer("a.csv", miles).candidatos[0].avisos[0]
    assert _leer("b.csv", decimales).candidatos[0].valores["05101"] == 7.376


def test_una_planilla_cualquiera_con_cut_se_propone_con_su_titulo():
    (uno,) = _leer("a.csv", "cut;Luminarias 2025\n5101;10\n5109;20\n5102;30\n").candidatos

    assert (uno.nombre, uno.anio, uno.unidad, uno.fuente) == ("Luminarias", 2025, "", "")


def test_a_un_titulo_de_cualquiera_no_se_le_supone_la_fuente():
    (hogares,) = _leer("a.csv", "cut;Hogares 2025\n5101;10\n5109;20\n5102;30\n").candidatos

    assert (hogares.nombre, hogares.unidad, hogares.anio) == ("Hogares", "hogares", 2025)
    assert hogares.fuente == ""


def test_sin_codigo_de_comuna_no_se_cruza_por_nombre():
    with pytest.raises(ReglaRota, match="nunca por nombre"):
        _leer("a.csv", "comuna;hogares\nValparaíso;10\nViña del Mar;20\nAysén;30\n")


@pytest.mark.parametrize("nombre", ["catastro.shp", "catastro.kmz", "CNC2022.dbf"])
def test_la_cartografia_se_pide_en_otro_formato(nombre):
    with pytest.raises(ReglaRota, match="geojson"):
        _leer(nombre, b"\x00\x01algo")


# ------------------------------------------------------------------ catastro de campamentos


@pytest.mark.parametrize(
    ("nombre", "contenido"),
    [
        ("campamentos_2024.csv", recortes.CAMPAMENTOS),
        ("FL_Actualización_Campamentos_2024.csv", recortes.CATASTRO_CRUDO),
        ("campamentos_chile_2024.csv", recortes.CATASTRO_DE_R),
        ("catastro_2024.geojson", recortes.geojson()),
    ],
)
def test_el_catastro_se_lee_en_sus_cuatro_formas(nombre, contenido):
    archivo = _leer(nombre, contenido)
    rocas = next(c for c in archivo.campamentos if c.nombre.startswith("Las Rocas"))

    assert (rocas.cut, rocas.hogares, archivo.anio_del_catastro) == ("05101", 29, 2024)
    assert rocas.hectareas in (1.5, 1.51)
    assert archivo.candidatos == ()


def test_el_punto_se_redondea_a_unos_cien_metros():
    (rocas, *_) = _leer("c_2024.csv", recortes.CAMPAMENTOS).campamentos

    assert (rocas.lat, rocas.lon) == (-33.037, -71.649)


def test_de_una_figura_queda_el_centro_de_su_parte_mayor_y_nada_del_contorno():
    archivo = _leer("catastro_2024.geojson", recortes.geojson())
    puntos = {c.nombre: (c.lat, c.lon) for c in archivo.campamentos}

    assert puntos["Las Rocas"] == (-33.036, -71.648)
    assert puntos["El Boldo"] == (-33.05, -71.63)
    assert puntos["Santa Rita"] == (-33.0, -71.5)
    assert puntos["Sin figura"] == (None, None)


def test_coordenadas_en_metros_se_dejan_sin_punto():
    crudo = recortes.CAMPAMENTOS.replace("-33.036697,-71.648669", "6342000,255000")

    assert _leer("c_2024.csv", crudo).campamentos[0].lat is None


# ------------------------------------------------------------------ a la ficha


def test_a_la_ficha_pasa_solo_la_region_de_la_mesa():
    archivo = _leer("i.csv", recortes.INDICADORES)
    mesa = _importar(_mesa(), archivo, *archivo.candidatos[:1])
    (poblacion,) = mesa.ficha_territorial.indicadores.values()

    assert set(poblacion.valores) == {"05101", "05109", "05102"}
    assert (poblacion.valor, poblacion.cut, poblacion.procedencia) == (1000, "05101", "importado")


def test_importar_lo_mismo_dos_veces_reemplaza_y_conserva_la_nota():
    archivo = _leer("i.csv", recortes.INDICADORES)
    elegidos = [c for c in archivo.candidatos if c.anio]
    una = _importar(_mesa(), archivo, *elegidos)
    ficha = una.ficha_territorial
    primero = next(iter(ficha.indicadores.values()))
    anotada = una.con(
        ficha_territorial=FichaTerritorial(
            indicadores={
                **ficha.indicadores,
                primero.id: type(primero)(**{**_campos(primero), "nota": "ojo"}),
            }
        )
    )

    dos = _importar(anotada, archivo, *elegidos)

    assert dos.ficha_territorial.indicadores.keys() == ficha.indicadores.keys()
    assert dos.ficha_territorial.indicadores[primero.id].nota == "ojo"


def _campos(indicador):
    return {c: getattr(indicador, c) for c in indicador.__slots__}


def test_otro_anio_del_mismo_indicador_convive():
    archivo = _leer("sinim.xls", recortes.sinim())
    fcm = [c for c in archivo.candidatos if c.codigo == "iadm75"]
    mesa = _importar(_mesa(), archivo, *fcm)

    assert [i.anio for i in mesa.ficha_territorial.indicadores.values()] == [2022, 2023]


@pytest.mark.parametrize("falta", ["nombre", "unidad", "fuente"])
def test_no_se_importa_un_indicador_sin_sus_apellidos(falta):
    archivo = _leer("i.csv", recortes.INDICADORES)
    datos = {"nombre": "N", "unidad": "u", "fuente": "f", falta: " "}
    eleccion = Eleccion(clave=archivo.candidatos[0].clave, anio=2024, **datos)

    with pytest.raises(ReglaRota, match="Escriba"):
        importar_oficial(_mesa(), archivo, [eleccion], campamentos=False, crear_id=lambda: "x")


def test_el_catastro_deja_puntos_de_la_comuna_y_conteos_de_la_region():
    mesa = _importar(_mesa(), _leer("c_2024.csv", recortes.CAMPAMENTOS), campamentos=True)
    ficha = mesa.ficha_territorial
    conteos = {i.nombre: i for i in ficha.indicadores.values()}

    assert {a.nombre for a in ficha.asentamientos.values()} == {
        "Las Rocas (inventado)",
        "El Boldo (inventado)",
        "El Boldo 2 (inventado)",
    }
    assert conteos["Campamentos"].valor == 3
    assert conteos["Hogares en campamentos"].valores["05109"] == 520
    # Una comuna sin filas vale cero, y las 38 de la región quedan contadas.
    assert conteos["Campamentos"].valores["05301"] == 0
    assert len(conteos["Campamentos"].valores) == 38


def test_volver_a_importar_el_catastro_lo_reemplaza_y_deja_lo_anotado_a_mano():
    propio = Asentamiento(id="mio", nombre="Toma nueva", cut="05101", hogares=5)
    archivo = _leer("c_2024.csv", recortes.CAMPAMENTOS)
    una = _importar(_mesa(asentamientos={"mio": propio}), archivo, campamentos=True)
    dos = _importar(una, archivo, campamentos=True)

    assert len(dos.ficha_territorial.asentamientos) == 4
    assert dos.ficha_territorial.asentamientos["mio"] == propio
    assert dos.ficha_territorial.asentamientos.keys() == una.ficha_territorial.asentamientos.keys()


def test_sin_anio_el_catastro_no_entra():
    archivo = _leer("campamentos.csv", recortes.CAMPAMENTOS)

    assert archivo.anio_del_catastro is None
    with pytest.raises(ReglaRota, match="año del catastro"):
        _importar(_mesa(), archivo, campamentos=True)


def test_la_frase_del_historial_cuenta_lo_que_se_trajo():
    archivo = _leer("c_2024.csv", recortes.CAMPAMENTOS)

    assert decir_importacion(archivo, 2, 99) == (
        "Importó 2 indicadores y 99 campamentos de «c_2024.csv»"
    )


# ------------------------------------------------------------------ los archivos de verdad


@con_reales
def test_el_archivo_real_de_indicadores_se_lee_entero():
    ruta = REALES / "indicadores_comunales.csv"
    candidatos = _por_nombre(leer_oficial(ruta.name, ruta.read_bytes()))
    poblacion, pobreza = candidatos["Población", 2024], candidatos["Pobreza por ingresos", 2022]

    assert sum(poblacion.valores.values()) == 18_480_432
    assert sum(candidatos["Hogares", 2024].valores.values()) == 6_596_527
    assert len(pobreza.valores) == len(pobreza.minimos) == len(pobreza.maximos) == 345
    assert all(pobreza.minimos[c] <= v <= pobreza.maximos[c] for c, v in pobreza.valores.items())
    assert all(c.unidad and c.fuente for c in candidatos.values())


@con_reales
def test_el_catastro_real_se_lee_entero_y_campanilla_tiene_98_hogares():
    ruta = REALES / "campamentos_2024.csv"
    archivo = leer_oficial(ruta.name, ruta.read_bytes())
    campanillas = [c for c in archivo.campamentos if c.nombre == "Campanillas" and c.cut == "05101"]
    mesa = _importar(_mesa(), archivo, campamentos=True)
    conteos = {i.nombre: i for i in mesa.ficha_territorial.indicadores.values()}

    assert len(archivo.campamentos) == 1_432
    assert sum(c.hogares for c in archivo.campamentos) == 81_608
    assert [c.hogares for c in campanillas] == [98]
    assert len(mesa.ficha_territorial.asentamientos) == conteos["Campamentos"].valor == 99
    assert sum(conteos["Campamentos"].valores.values()) == 374


@con_reales
def test_el_punto_de_cada_figura_real_cae_cerca_del_publicado():
    figuras = json.loads((REALES / "campamentos_comuna_valparaiso.geojson").read_text("utf-8"))
    with (REALES / "campamentos_2024.csv").open(encoding="utf-8", newline="") as archivo:
        filas = [f for f in csv.DictReader(archivo) if f["lat"]]
    puntos = {f["id"]: (float(f["lat"]), float(f["lon"])) for f in filas}
    for figura in figuras["features"]:
        figura["properties"] |= {"CUT": "05101", "FOLIO": str(figura["properties"]["id"])}
    leidos = leer_oficial("catastro_2024.geojson", json.dumps(figuras).encode()).campamentos

    assert len(leidos) == 99
    for c in leidos:
        lat, lon = puntos[c.folio]
        # El publicado es un punto interior y éste el centroide: en los alargados difieren algo.
        assert abs(c.lat - lat) < 0.005 and abs(c.lon - lon) < 0.005, c
