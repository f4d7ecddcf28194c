"""Mediana, puesto con empates e intervalos: a mano, contra pandas y contra los datos oficiales."""

import csv
from pathlib import Path
from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial import contenido
from mesa_territorial.analisis.territorio import (
    Dato,
    comparar,
    comparar_en_su_region,
    comunas_de_la_mesa,
    cuartos,
    datos_por_comuna,
)
from mesa_territorial.analisis.territorio_frases import decir_numero, leer_indicador
from mesa_territorial.casos import cargar_caso
from mesa_territorial.casos.regiones import comunas_de_region
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.ficha_territorial import FichaTerritorial, Indicador, OtraComuna
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

REAL = Path("/work/shared/datos/referencia/indicadores_comunales.csv")
# Resuelto a mano: ordenados de mayor a menor son 14 · 11 · 11 · 9 · 6 · 5; la mediana es (11+9)/2.
A_MANO = {"a": 14, "b": 11, "c": 11, "d": 9, "e": 6, "f": 5}


def _datos(valores):
    return {c: Dato(float(v)) for c, v in valores.items()}


def _mesa(nivel=Nivel.COMUNA, cut="05101", **ficha):
    territorio = Territorio(cut_comuna=cut, nivel=nivel)
    ficha = FichaTerritorial(**ficha)
    return Mesa(id="m", nombre="Mesa", territorio=territorio, ficha_territorial=ficha)


def test_los_empatados_comparten_el_puesto_y_se_nombran():
    c = comparar(_datos(A_MANO), "b", [*A_MANO, "sin_dato"])

    assert (c.puesto, c.n, c.empatan, c.sin_dato) == (2, 6, ("c",), ("sin_dato",))
    assert comparar(_datos(A_MANO), "d", A_MANO).puesto == 4
    assert c.mediana == 10


def test_la_mediana_no_se_mueve_con_un_caso_enorme_y_el_promedio_si():
    siete = dict(zip("abcdefg", (12, 0, 35, 8, 410, 20, 15), strict=True))

    c = comparar(_datos(siete), "g", siete)

    assert c.mediana == 15
    assert round(c.promedio, 4) == 71.4286
    assert c.sobre_el_promedio == 1


def test_con_menos_de_tres_comunas_o_sin_su_dato_no_se_compara():
    assert comparar(_datos({"a": 1, "b": 2}), "a", "ab") is None
    assert comparar(_datos(A_MANO), "z", [*A_MANO, "z"]) is None


def test_el_intervalo_dice_entre_que_puestos_podria_estar():
    # «a» queda sobre todo el intervalo de «x»; «d» queda debajo; «b» y «c» se cruzan con él.
    datos = {
        "a": Dato(20, 18, 22),
        "b": Dato(15, 13, 17),
        "x": Dato(14, 11, 17),
        "c": Dato(12, 9, 15),
        "d": Dato(5, 3, 7),
    }

    c = comparar(datos, "x", datos)

    assert (c.puesto, c.desde, c.hasta, c.cruzan) == (3, 2, 4, ("b", "c"))
    assert c.mediana == 14 and c.mediana_dentro


def test_dos_intervalos_que_se_tocan_en_un_punto_se_cruzan():
    assert Dato(1, 0, 2).se_cruza_con(Dato(3, 2, 4))
    assert not Dato(1, 0, 2).se_cruza_con(Dato(3, 2.1, 4))


def test_sin_intervalo_no_se_inventan_puestos_posibles():
    c = comparar(_datos(A_MANO), "b", A_MANO)

    assert (c.desde, c.hasta, c.cruzan, c.mediana_dentro) == (None, None, (), False)


@given(st.lists(st.integers(-50, 50), min_size=3, max_size=60))
def test_puesto_y_mediana_son_los_de_pandas(numeros):
    import pandas as pd

    serie = pd.Series([float(n) for n in numeros])
    datos = {str(i): Dato(v) for i, v in enumerate(serie)}
    puestos = serie.rank(method="min", ascending=False).astype(int)

    for i in (0, len(numeros) - 1):
        c = comparar(datos, str(i), datos)
        assert (c.puesto, c.mediana) == (puestos[i], serie.median())
        assert len(c.empatan) == (serie == serie[i]).sum() - 1


@given(
    st.lists(
        st.tuples(st.integers(0, 99), st.integers(0, 20), st.integers(0, 20)),
        min_size=3,
        max_size=40,
    )
)
def test_el_puesto_siempre_cabe_entre_los_posibles(ternas):
    datos = {str(i): Dato(v, v - a, v + b) for i, (v, a, b) in enumerate(ternas)}

    for i in datos:
        c = comparar(datos, i, datos)
        assert 1 <= c.desde <= c.puesto <= c.hasta <= c.n
        # Los que quedan seguro por sobre y seguro por debajo son los que no se cruzan.
        assert len(c.cruzan) == c.hasta - c.desde


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 9).map(float), min_size=1))
def test_los_cuartos_ordenan_y_no_separan_empatados(valores):
    cuarto = cuartos({c: Dato(v) for c, v in valores.items()})

    for a, va in valores.items():
        assert 1 <= cuarto[a] <= 4
        for b, vb in valores.items():
            assert va != vb or cuarto[a] == cuarto[b]
            assert va <= vb or cuarto[a] >= cuarto[b]


def test_las_cifras_de_superficie_que_ensena_la_guia():
    areas = [c.area_km2 for c in comunas_de_region("05")]
    mesa = cargar_caso("mesa_campanilla")
    superficie = mesa.ficha_territorial.indicadores["in-superficie"]
    c = comparar_en_su_region(datos_por_comuna(superficie, "05101"), "05101")

    assert dict(superficie.valores) == {x.cut: x.area_km2 for x in comunas_de_region("05")}
    assert (c.puesto, c.n, c.sobre_el_promedio) == (15, 38, 9)
    assert c.mediana == median(areas) == pytest.approx(275.4)
    assert c.promedio == pytest.approx(fmean(areas)) == pytest.approx(427.3, abs=0.05)


@pytest.mark.parametrize(
    "donde", [("02_territorio_y_escala.md",), ("recorridos", "02_territorio_y_escala.toml")]
)
def test_la_guia_y_el_recorrido_dicen_las_cifras_de_la_cuenta(donde):
    texto = contenido.ruta("guia", *donde).read_text(encoding="utf-8")
    superficie = cargar_caso("mesa_campanilla").ficha_territorial.indicadores["in-superficie"]
    c = comparar_en_su_region(datos_por_comuna(superficie, "05101"), "05101")

    for valor in (c.promedio, c.mediana, int(c.dato.valor)):
        assert decir_numero(round(valor)) in texto
    assert f"{c.puesto} de {c.n}" in texto
    assert c.sobre_el_promedio == 9 and "sólo nueve" in texto


def test_la_encuesta_del_caso_dice_que_es_inventada_y_trae_empate_e_intervalo():
    mesa = cargar_caso("mesa_campanilla")
    encuesta = mesa.ficha_territorial.indicadores["in-encuesta"]
    posicion, intervalo = leer_indicador(mesa, encuesta)

    assert encuesta.procedencia == "ilustrativo" and "inventada" in encuesta.fuente
    assert "Puesto 14 de 38 de mayor a menor, empatada con Cartagena" in posicion.frase
    assert "va de 36,7 a 56,9 %" in intervalo.frase and "cae dentro" in intervalo.frase
    assert "podría ir del 3 al 36" in intervalo.por_que


def test_un_dato_del_campamento_no_se_compara_con_comunas():
    mesa = cargar_caso("mesa_campanilla")

    (frase,) = leer_indicador(mesa, mesa.ficha_territorial.indicadores["in-hogares"])

    assert frase.clave == "otro_nivel"


def test_al_dato_incompleto_se_le_dice_que_le_falta():
    mesa = _mesa(indicadores={"i": Indicador(id="i", nombre="Cuarenta", valor=40)})

    frases = {f.clave: f for f in leer_indicador(mesa, mesa.ficha_territorial.indicadores["i"])}

    assert "la unidad, el año y la fuente" in frases["apellidos"].frase
    assert frases["apellidos"].tono == "alerta"
    assert "sin_region" in frases


def test_un_dato_de_otra_comuna_se_denuncia():
    indicador = Indicador(id="i", nombre="Hogares", valor=4, cut="13101", anio=2024)
    mesa = _mesa(indicadores={"i": indicador})

    frases = {f.clave: f for f in leer_indicador(mesa, indicador)}

    assert "es de Santiago" in frases["otra_comuna"].frase


def test_una_mesa_intercomunal_compara_cada_comuna_con_su_region():
    valores = {c.cut: float(c.area_km2) for r in ("05", "13") for c in comunas_de_region(r)}
    indicador = Indicador(id="i", nombre="Superficie", unidad="km²", valores=valores)
    mesa = _mesa(
        nivel=Nivel.INTERCOMUNAL,
        comunas={"13505": OtraComuna(id="13505")},
        indicadores={"i": indicador},
    )

    posiciones = [f.frase for f in leer_indicador(mesa, indicador) if f.clave == "posicion"]

    assert comunas_de_la_mesa(mesa) == ("05101", "13505")
    assert "de 38" in posiciones[0] and "Región Metropolitana" in posiciones[1]


def test_las_otras_comunas_solo_cuentan_si_la_mesa_es_intercomunal():
    mesa = _mesa(nivel=Nivel.COMUNA, comunas={"13505": OtraComuna(id="13505")})

    assert comunas_de_la_mesa(mesa) == ("05101",)


@pytest.mark.parametrize(
    ("valor", "dicho"),
    [(7.3764, "7,4"), (0.41, "0,41"), (49896.1, "49.896"), (98.0, "98"), (-2.25, "-2,2")],
)
def test_los_numeros_se_dicen_con_los_decimales_que_sirven(valor, dicho):
    assert decir_numero(valor) == dicho


@pytest.mark.skipif(
    not REAL.is_file(), reason="sin /work/shared: los datos oficiales no se publican"
)
def test_las_cifras_reales_que_cita_la_guia():
    with REAL.open(encoding="utf-8", newline="") as archivo:
        filas = [f for f in csv.DictReader(archivo) if f["cut_region"] == "05"]
    datos = {
        f["cut_comuna"]: Dato(
            float(f["pobreza_ingresos_2022"]),
            float(f["pobreza_ingresos_2022_li"]),
            float(f["pobreza_ingresos_2022_ls"]),
        )
        for f in filas
    }

    c = comparar_en_su_region(datos, "05101")

    assert (c.puesto, c.n) == (17, 38)
    assert [round(x, 1) for x in (c.dato.valor, *c.dato.extremos)] == [7.4, 5.7, 9.0]
    assert round(c.mediana, 1) == 7.1 and c.mediana_dentro
    assert (len(c.cruzan), c.desde, c.hasta) == (34, 1, 35)
