"""El consenso, contra casos publicados y resueltos."""

import csv

import pytest
from analisis.redes import ORACULOS, oraculo

from mesa_territorial.analisis.consenso import consenso, desviacion, medir_acuerdo
from mesa_territorial.analisis.consenso_cuantiles import (
    METODOS,
    cuantil,
    mediana,
    recorrido_intercuartil,
)
from mesa_territorial.analisis.consenso_lugar import distancia_tipica, elipse_de
from mesa_territorial.analisis.consenso_orden import (
    concordancia,
    duelos,
    gana_todos_los_duelos,
    mediana_de_lugares,
    puntos_de_borda,
)
from mesa_territorial.dominio.reglas import ReglaRota

EN_NUMPY = {
    "lineal": "linear",
    "weibull": "weibull",
    "mediana_insesgada": "median_unbiased",
    "hazen": "hazen",
}


@pytest.mark.parametrize("caso", oraculo("08_consenso_tastle_wierman")["casos"], ids=str)
def test_el_consenso_da_lo_publicado_por_tastle_y_wierman(caso):
    notas = [nota for nota, veces in enumerate(caso["V"], 1) for _ in range(veces)]

    medido = consenso(notas, (1, len(caso["V"])))

    assert medido == pytest.approx(caso["cns"], abs=5e-7)


@pytest.mark.parametrize("metodo", METODOS)
def test_los_cuartiles_cambian_con_el_metodo_y_coinciden_con_los_del_oraculo(metodo):
    dato = oraculo("13_delphi_iqr")
    notas, clave = dato["datos"], EN_NUMPY[metodo]

    cuartiles = [cuantil(notas, p, metodo) for p in (0.25, 0.75)]

    assert cuartiles == pytest.approx(dato["cuartiles"][clave])
    assert recorrido_intercuartil(notas, metodo) == pytest.approx(dato["IQR"][clave])
    assert mediana(notas) == dato["mediana"]


def _jueces() -> list[list[float]]:
    with (ORACULOS / "07_kendall_w_10proyectos_4jueces.csv").open(encoding="utf-8") as archivo:
        filas = list(csv.reader(archivo))[1:]
    return [[float(fila[j]) for fila in filas] for j in range(1, 5)]


def test_la_w_de_kendall_da_la_suma_publicada_y_la_w_de_la_prueba_de_friedman():
    dato = oraculo("07_kendall_w")

    medida = concordancia(_jueces())

    assert medida.suma_de_desvios == dato["publicado"]["suma_d2"]
    assert medida.w == pytest.approx(dato["calculado"]["W"], abs=5e-7)
    assert medida.ji_cuadrado == pytest.approx(dato["calculado"]["chi2"], abs=5e-6)
    assert (medida.grados, medida.jueces, medida.cosas) == (9, 4, 10)


def test_la_w_no_repite_el_error_del_contraejemplo_publicado():
    dato = oraculo("07_kendall_w")["contraejemplo"]
    jueces = list(zip(*dato["datos"], strict=True))

    medida = concordancia(jueces)

    assert medida.suma_de_desvios == dato["S_correcto"]
    assert medida.w == pytest.approx(dato["W_correcto"])


def test_con_empates_la_w_sin_corregir_seria_menor():
    jueces = [[1, 2, 2, 4], [1, 2, 2, 4], [1, 2, 2, 4]]

    assert concordancia(jueces).w == pytest.approx(1.0)


def test_la_w_no_se_define_con_un_juez_ni_si_todos_empatan_todo():
    assert concordancia([[1, 2, 3]]) is None
    assert concordancia([[3, 3, 3], [2, 2, 2]]) is None
    assert concordancia([]) is None


def _tennessee() -> list[list[str]]:
    dato = oraculo("09_borda_tennessee")
    return [p["orden"] for p in dato["papeletas"] for _ in range(p["votos"])]


def test_borda_y_los_duelos_dan_lo_publicado_para_tennessee():
    dato, papeletas = oraculo("09_borda_tennessee"), _tennessee()

    assert puntos_de_borda(papeletas) == dato["publicado"]
    assert duelos(papeletas) == dato["pares"]
    assert gana_todos_los_duelos(papeletas) == dato["condorcet"]


def test_la_mediana_de_lugares_ordena_a_tennessee_a_mano():
    # Nashville: 26 primeros, 42 segundos, 32 terceros: el lugar del medio es el segundo.
    lugares = mediana_de_lugares(_tennessee())

    assert lugares == {"Memphis": 4, "Nashville": 2, "Chattanooga": 2, "Knoxville": 3}


def test_lo_que_una_papeleta_no_ordena_comparte_los_puntos_que_quedan():
    assert puntos_de_borda([["a"], ["a", "b", "c"]]) == {"a": 4, "b": 1.5, "c": 0.5}


def test_sin_ganador_de_todos_los_duelos_no_se_inventa_uno():
    ciclo = [["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]]

    assert gana_todos_los_duelos(ciclo) is None


def test_una_papeleta_que_repite_no_sirve():
    with pytest.raises(ReglaRota, match="repite"):
        puntos_de_borda([["a", "a"]])


def test_la_elipse_de_un_caso_hecho_a_mano():
    # Varianzas 2 y 0,5 con covarianza 0: semiejes √2 y √0,5, sin giro.
    puntos = [(1, 3), (5, 3), (3, 2), (3, 4), (3, 3)]

    elipse = elipse_de(puntos)

    assert (elipse.x, elipse.y) == (3, 3)
    assert (elipse.mayor, elipse.menor) == pytest.approx((2**0.5, 0.5**0.5))
    assert elipse.angulo == 0
    assert elipse.proporcion_si_fuera_normal == pytest.approx(0.3935, abs=5e-5)
    assert distancia_tipica(puntos) == pytest.approx(2.5**0.5)


@pytest.mark.parametrize(
    ("puntos", "angulo"),
    [
        ([(1, 1), (2, 2), (5, 5)], 45),
        ([(1, 5), (2, 4), (5, 1)], -45),
        ([(3, 1), (3, 2), (3, 5)], 90),
        ([(3, 3), (3, 3)], 0),
    ],
)
def test_la_elipse_apunta_hacia_donde_se_abren_las_opiniones(puntos, angulo):
    elipse = elipse_de(puntos)

    assert elipse.angulo == pytest.approx(angulo)
    assert elipse.menor == pytest.approx(0, abs=1e-7)


def test_con_menos_de_cinco_votos_no_se_calcula_nada():
    assert medir_acuerdo([1, 2, 3, 4]) is None
    assert medir_acuerdo([]) is None
    assert medir_acuerdo([1, 2, 3, 4, 5]).votos == 5


def test_el_acuerdo_dice_con_que_metodo_se_midio_el_recorrido():
    notas = oraculo("13_delphi_iqr")["datos"]

    acuerdo = medir_acuerdo(notas, metodo="weibull")

    assert (acuerdo.metodo, acuerdo.recorrido) == ("weibull", 1.25)
    assert acuerdo.media == pytest.approx(4.1)
    assert acuerdo.desviacion == pytest.approx(desviacion(notas))


@pytest.mark.parametrize(
    ("hacer", "mensaje"),
    [
        (lambda: consenso([6]), "fuera de la escala"),
        (lambda: consenso([]), "promedio"),
        (lambda: consenso([1], (3, 3)), "mínimo menor"),
        (lambda: cuantil([1], 0.5, "a ojo"), "No se conoce el método"),
        (lambda: cuantil([], 0.5), "Sin votos"),
        (lambda: cuantil([1], 2), "entre 0 y 1"),
        (lambda: medir_acuerdo([1], metodo="x"), "No se conoce el método"),
        (lambda: elipse_de([(1, 1)], nivel=0), "mayor que cero"),
        (lambda: concordancia([[1, 2], [1]]), "calificado todo"),
    ],
)
def test_lo_que_no_se_puede_medir_se_dice(hacer, mensaje):
    with pytest.raises(ReglaRota, match=mensaje):
        hacer()
