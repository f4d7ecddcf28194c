"""Las reglas de una votación: sus momentos y lo que vale en una papeleta."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import (
    OPCIONES_MAXIMAS,
    EstadoRonda,
    Opcion,
    TipoConsulta,
    Votacion,
)
from mesa_territorial.dominio.votacion_codigo import (
    LETRAS_DE_CODIGO,
    es_codigo,
    inventar_codigo,
    leer_codigo,
)
from mesa_territorial.dominio.votacion_votos import Marca, Papeleta, revisar_marcas

AHORA = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
TRES = tuple(Opcion(id=c, nombre=f"Opción {c}") for c in "abc")
NUEVA = Votacion(id="v", tipo=TipoConsulta.ACTORES, titulo="Actores", opciones=TRES)
ABIERTA = NUEVA.con_ronda_nueva(AHORA)


def de(tipo: TipoConsulta, **campos) -> Votacion:
    return replace(NUEVA, tipo=tipo, **campos)


def valores(*notas) -> tuple[Marca, ...]:
    return tuple(Marca(opcion=o.id, valor=n) for o, n in zip(TRES, notas, strict=True))


def test_una_votacion_pasa_por_sus_momentos_y_se_congela():
    segunda = ABIERTA.con_ronda_revelada(AHORA).con_conversacion().con_ronda_nueva(AHORA)
    final = segunda.con_ronda_revelada(AHORA).con_cierre(AHORA)

    assert [r.estado for r in segunda.rondas] == [EstadoRonda.CERRADA, EstadoRonda.ABIERTA]
    assert segunda.recibe_votos
    assert {r.estado for r in final.rondas} == {EstadoRonda.CERRADA}
    assert final.esta_cerrada and not final.recibe_votos


@pytest.mark.parametrize(
    "paso, dice",
    [
        (lambda: NUEVA.con_ronda_revelada(AHORA), "No hay una ronda abierta"),
        (lambda: ABIERTA.con_ronda_nueva(AHORA), "Ya hay una ronda abierta"),
        (ABIERTA.con_conversacion, "Primero revele"),
        (lambda: ABIERTA.con_cierre(AHORA).con_cierre(AHORA), "ya se cerró"),
        (lambda: ABIERTA.con_cierre(AHORA).con_ronda_nueva(AHORA), "ya se cerró"),
        (
            lambda: (
                ABIERTA.con_ronda_revelada(AHORA)
                .con_ronda_nueva(AHORA)
                .con_ronda_revelada(AHORA)
                .con_ronda_nueva(AHORA)
            ),
            "hasta 2 rondas",
        ),
    ],
)
def test_un_paso_fuera_de_orden_se_explica(paso, dice):
    with pytest.raises(ReglaRota, match=dice):
        paso()


def test_una_ronda_a_ciegas_no_esta_a_la_vista_hasta_revelarse():
    assert not ABIERTA.ronda.esta_a_la_vista
    assert ABIERTA.con_ronda_revelada(AHORA).ronda.esta_a_la_vista
    assert ABIERTA.con_cierre(AHORA).ronda.esta_a_la_vista


@pytest.mark.parametrize(
    "campos, dice",
    [
        ({"titulo": " "}, "necesita un título"),
        ({"opciones": ()}, "al menos una opción"),
        ({"opciones": TRES[:1], "tipo": TipoConsulta.RANKING}, "dos opciones"),
        ({"opciones": TRES + TRES[:1]}, "repetidas"),
        ({"opciones": TRES * (OPCIONES_MAXIMAS // 3 + 1)}, "hasta 60"),
        ({"codigo": "hola"}, "4 a 6 letras"),
        ({"puntos": 0}, "de 1 a 1000"),
    ],
)
def test_una_votacion_mal_hecha_no_existe(campos, dice):
    with pytest.raises(ReglaRota, match=dice):
        replace(NUEVA, **campos)


@given(st.randoms())
def test_un_codigo_inventado_se_reconoce_como_quiera_que_se_escriba(azar):
    codigo = inventar_codigo(Random(azar.random()))

    assert es_codigo(codigo)
    assert leer_codigo(f" {codigo[:2].lower()}-{codigo[2:]} ") == codigo
    assert not set(LETRAS_DE_CODIGO) & set("AEIOUVWQLY")


@pytest.mark.parametrize(
    "votacion, marcas",
    [
        (NUEVA, (Marca(opcion="a", influencia=1, interes=5),)),
        (NUEVA, (Marca(opcion="a", influencia=2.5), Marca(opcion="b"))),
        (de(TipoConsulta.PUNTOS), valores(10, 0, None)),
        (de(TipoConsulta.RANKING), valores(3, 1, 2)),
        (de(TipoConsulta.RANKING), valores(None, 1, 2)),
        (de(TipoConsulta.ACUERDO), (Marca(opcion="c", valor=5),)),
        (de(TipoConsulta.PESOS), valores(1, 1, 1)),
    ],
)
def test_una_papeleta_bien_marcada_vale(votacion, marcas):
    assert revisar_marcas(votacion, marcas) == marcas


@pytest.mark.parametrize(
    "votacion, marcas, dice",
    [
        (NUEVA, (Marca(opcion="z", influencia=1),), "no está en la votación"),
        (NUEVA, (Marca(opcion="a"), Marca(opcion="a")), "dos veces"),
        (NUEVA, (Marca(opcion="a", influencia=6),), r"influencia de «Opción a» va de 1 a 5"),
        (NUEVA, (Marca(opcion="a", interes=3.3),), "de medio en medio"),
        (NUEVA, (Marca(opcion="a", interes=float("nan")),), "va de 1 a 5"),
        (NUEVA, (Marca(opcion="a", interes=True),), "debe ser un número"),
        (NUEVA, (Marca(opcion="a", valor=3),), "con influencia e interés"),
        (de(TipoConsulta.PUNTOS), valores(6, 5, 0), "Repartió 11 puntos y hay 10. Quite 1"),
        (de(TipoConsulta.PUNTOS), valores(-1, 0, 0), "va de 0 a 10"),
        (de(TipoConsulta.PUNTOS), valores(1, 1, 1)[:2], "se entrega completa"),
        (de(TipoConsulta.RANKING), valores(1, 1, 2), "el mismo lugar"),
        (de(TipoConsulta.RANKING), valores(None, 2, 3), "se salta un lugar"),
        (de(TipoConsulta.RANKING), valores(1, 2, 4), "va de 1 a 3"),
        (de(TipoConsulta.ACUERDO), (Marca(opcion="a", valor=0),), "va de 1 a 5"),
        (de(TipoConsulta.ACUERDO), (Marca(opcion="a", influencia=2),), "un solo número"),
        (de(TipoConsulta.PESOS), (Marca(opcion="a", valor=2.5),), "número entero"),
    ],
)
def test_una_papeleta_mal_marcada_dice_que_esta_mal(votacion, marcas, dice):
    with pytest.raises(ReglaRota, match=dice):
        revisar_marcas(votacion, marcas)


def test_una_papeleta_de_papel_lleva_su_numero():
    with pytest.raises(ReglaRota, match="Falta el número"):
        Papeleta(testigo=" ", marcas=())
