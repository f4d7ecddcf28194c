"""Las cifras del tema 05, en la lectura, el recorrido y el banco, vueltas a contar."""

import re

import pytest
from analisis.redes import oraculo

from mesa_territorial.analisis.mactor import Papel, medir_posiciones, papeles, plantear, resolver
from mesa_territorial.analisis.mactor.dicho import Voz
from mesa_territorial.casos import cargar_caso
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.items import Clasificar, Numerica
from mesa_territorial.formacion.recorrido import cargar_recorrido
from mesa_territorial.formacion.temas import buscar_tema

CLAVE = "05_juego_de_actores"
BANCO = {i.id: i for i in cargar_banco(CLAVE).items}
MESA = cargar_caso("mesa_campanilla")
RESULTADO = resolver(plantear(MESA))
LUGAR = {id_actor: i for i, id_actor in enumerate(RESULTADO.planteo.ids)}
ADP, MINI = oraculo("01_mactor_adp"), oraculo("01b_mactor_mini3")
PASOS = {p.id: p for p in cargar_recorrido(CLAVE).paso}


def influencia(quien: str, sobre: str) -> float:
    return RESULTADO.planteo.influencias[LUGAR[quien]][LUGAR[sobre]]


def saldo(quien: str, sobre: str) -> float:
    return RESULTADO.fuerzas.saldo[LUGAR[quien]][LUGAR[sobre]]


def numerica(clave: str) -> Numerica:
    item = BANCO[clave]
    assert isinstance(item, Numerica)
    return item


def test_lo_que_pasa_por_un_tercero_es_lo_del_caso_hecho_a_mano():
    assert numerica("por-un-tercero").valor == MINI["MDII"][0][2]
    filas = numerica("por-un-tercero").tabla.filas
    escrita = [[0 if c == "—" else int(c) for c in f[1:]] for f in filas]
    assert escrita == MINI["MID"]


def test_el_error_de_multiplicar_es_el_que_se_espera():
    producto = MINI["MID"][0][2] + sum(MINI["MID"][0][c] * MINI["MID"][c][2] for c in range(3))

    assert producto in {e.valor for e in numerica("por-un-tercero").errores}


def test_las_casillas_de_veinte_y_las_de_la_lectura():
    assert numerica("casillas").valor == 20 * 19
    texto = buscar_tema(CLAVE).cuerpo
    assert f"Con doce ya hay {12 * 11} casillas" in texto
    assert f"con treinta serían {30 * 29}" in texto


@pytest.mark.parametrize(
    ("clave", "matriz", "par"),
    [("convergencia", "2CAA", (0, 3)), ("divergencia", "2DAA", (1, 2))],
)
def test_los_encuentros_del_aeropuerto_son_los_del_oraculo(clave, matriz, par):
    item, (una, otra) = numerica(clave), par

    escritas = [
        [int(c.replace("−", "-").replace("+", "")) for c in f[1:]] for f in item.tabla.filas
    ]
    assert escritas == [ADP["MAO2"][una], ADP["MAO2"][otra]]
    assert item.valor == ADP[matriz][una][otra]
    contado = medir_posiciones(escritas, (1.0, 1.0), 2)
    assert item.valor == (contado.convergencia if "CAA" in matriz else contado.divergencia)[0][1]


def test_las_cuatro_esquinas_son_las_del_oraculo():
    item = BANCO["cuatro-esquinas"]
    assert isinstance(item, Clasificar)
    promedio = ADP["suma_I"] / 6

    esperadas = {
        (True, False): "dominante",
        (True, True): "enlace",
        (False, False): "autonomo",
        (False, True): "dominado",
    }
    for i, elemento in enumerate(item.elementos):
        suya = (ADP["I_sin_diagonal"][i] > promedio, ADP["D_sin_diagonal"][i] > promedio)
        assert elemento.texto == ADP["actores"][i]
        assert elemento.categoria == esperadas[suya]
        cifras = [str(ADP["I_sin_diagonal"][i]), str(ADP["D_sin_diagonal"][i])]
        assert list(item.tabla.filas[i][1:]) == cifras


def test_la_palanca_del_banco_es_la_que_dice_la_herramienta():
    comite = LUGAR["A21"]
    traslado = RESULTADO.planteo.objetivos.index("OB4")
    escrito = BANCO["la-palanca"].tabla.filas
    for (_, posicion, su_saldo), quien in zip(escrito, ("A02", "A33", "A24", "A12"), strict=True):
        assert int(posicion) == RESULTADO.planteo.posiciones[LUGAR[quien]][traslado]
        assert int(su_saldo.replace("−", "-")) == RESULTADO.fuerzas.saldo[LUGAR[quien]][comite]


def test_la_fuerza_de_la_organizacion_de_mujeres_es_la_menor_y_la_que_se_dice():
    fuerza = RESULTADO.fuerzas.fuerza

    assert fuerza[LUGAR["A24"]] == min(fuerza)
    assert f"{min(fuerza):.2f}".replace(".", ",") in BANCO["genero-en-la-matriz"].enunciado


def test_fosis_no_pasa_de_dos_y_es_el_unico_dominante():
    suyos = papeles(RESULTADO.fuerzas)

    assert max(RESULTADO.planteo.influencias[LUGAR["A01"]]) == 2
    dominantes = [i for i in RESULTADO.planteo.ids if suyos[LUGAR[i]] is Papel.DOMINANTE]
    assert dominantes == ["A01"]
    assert [suyos[LUGAR[i]] for i in ("A02", "A33", "A24")] == [
        Papel.DE_ENLACE,
        Papel.AUTONOMO,
        Papel.DOMINADO,
    ]


def test_quienes_llegan_a_la_mision_del_comite_son_los_del_recorrido():
    tres = {i for i in LUGAR if influencia(i, "A21") == 3}

    assert tres - {"A20"} == set(PASOS["fila-y-columna"].acepta)
    assert max(RESULTADO.planteo.influencias[LUGAR["A21"]]) == 2


def test_un_solo_objetivo_avanza_sin_oposicion():
    medido = RESULTADO.pesadas
    sin_nadie = [
        o for o, v in zip(RESULTADO.planteo.objetivos, medido.en_contra, strict=True) if not v
    ]

    assert sin_nadie == ["OB5"]
    acierta = next(o for o in PASOS["sin-oposicion"].opciones if o.acierta)
    assert acierta.texto == MESA.juego.objetivos["OB5"].nombre


def test_el_choque_mayor_es_el_del_recorrido():
    netas = RESULTADO.pesadas.divergencia
    mayor = max(v for fila in netas for v in fila)
    par = {i for i in LUGAR if mayor in netas[LUGAR[i]]}

    assert par == set(PASOS["el-choque"].acepta)


def test_la_palanca_del_recorrido_llega_por_serviu():
    assert influencia("A05", "A33") == 0
    assert min(influencia("A05", "A02"), influencia("A02", "A33")) == 2
    assert saldo("A05", "A33") == 3
    assert saldo("A20", "A33") < 0


def test_las_frases_nombran_a_las_organizaciones_y_no_a_sus_codigos():
    voz = Voz(MESA, RESULTADO)

    assert not re.search(r"\bA\d\d\b|\bOB\d\b", voz.actores(range(12)) + voz.objetivos(range(5)))
