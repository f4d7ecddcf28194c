"""Las reglas de un actor y de una relación, y lo que dicen cuando no se cumplen."""

import math
from dataclasses import replace

import pytest
from estrategias import actores, nombres
from hypothesis import given
from hypothesis import strategies as st

from mesa_territorial.dominio.actores import (
    CAPITALES,
    LARGO_NOMBRE,
    LARGO_NOTA,
    LIENZO,
    NOTAS,
    TORRE_MAXIMA,
    Actor,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.reglas import ReglaRota

SERVIU = Actor(id="s", nombre="SERVIU", sector=Sector.PUBLICO)
UNION = Relacion(id="r", de="s", hacia="g", tipo=TipoRelacion.MANDATO)


@pytest.mark.parametrize("nombre", ["", "   ", "\n\t", "\u00a0"])
def test_un_actor_sin_nombre_no_existe(nombre):
    with pytest.raises(ReglaRota, match=r"^El actor necesita un nombre\.$"):
        replace(SERVIU, nombre=nombre)


def test_un_actor_sin_identificador_no_existe():
    with pytest.raises(ReglaRota, match="necesita un identificador"):
        replace(SERVIU, id=" ")


@pytest.mark.parametrize(("campo", "largo"), [("nombre", LARGO_NOMBRE), ("nota", LARGO_NOTA)])
def test_los_textos_tienen_un_largo_y_se_dice_cual(campo, largo):
    justo = replace(SERVIU, **{campo: "ñ" * largo})

    assert len(getattr(justo, campo)) == largo
    with pytest.raises(ReglaRota, match=f"admite {largo} letras"):
        replace(SERVIU, **{campo: "ñ" * (largo + 1)})


@pytest.mark.parametrize("campo", NOTAS)
@pytest.mark.parametrize("valor", [0, 0.99, 5.01, 6, math.nan, math.inf, "4"])
def test_una_nota_fuera_de_1_a_5_se_rechaza_con_su_nombre(campo, valor):
    with pytest.raises(ReglaRota, match=f"(?i){campo[:5]}.* va de 1 a 5; llegó «{valor}»"):
        replace(SERVIU, **{campo: valor})


@pytest.mark.parametrize("campo", CAPITALES)
@pytest.mark.parametrize("valor", [-1, 4])
def test_un_capital_va_de_0_a_3(campo, valor):
    with pytest.raises(ReglaRota, match=r"El capital .* va de 0 a 3"):
        replace(SERVIU, **{campo: valor})


@pytest.mark.parametrize(
    ("campo", "bordes", "fuera"),
    [
        ("influencia", (1, 5), (0, 6)),
        ("capital_social", (0, 3), (-1, 4)),
        ("posicion", (-1, 1), (-2, 2)),
        ("torre", (0, TORRE_MAXIMA), (-1, TORRE_MAXIMA + 1)),
        ("x", (-LIENZO, LIENZO), (-LIENZO - 1, math.inf, math.nan)),
        ("y", (-LIENZO, LIENZO), (LIENZO + 1, -math.inf, math.nan)),
    ],
)
def test_los_bordes_entran_y_lo_de_afuera_no(campo, bordes, fuera):
    for valor in bordes:
        assert getattr(replace(SERVIU, **{campo: valor}), campo) == valor

    for valor in fuera:
        with pytest.raises(ReglaRota, match="va de"):
            replace(SERVIU, **{campo: valor})


def test_no_saber_es_una_respuesta_valida():
    nadie_sabe = (SERVIU.influencia, SERVIU.interes, SERVIU.posicion, SERVIU.capital_politico)

    assert nadie_sabe == (None, None, None, None)


@pytest.mark.parametrize(
    ("x", "y", "tiene"), [(None, None, False), (1.0, None, False), (0.0, 0.0, True)]
)
def test_un_actor_tiene_lugar_cuando_se_saben_las_dos_coordenadas(x, y, tiene):
    assert replace(SERVIU, x=x, y=y).tiene_lugar is tiene


def test_una_relacion_une_a_dos_actores_distintos():
    with pytest.raises(ReglaRota, match="dos actores distintos"):
        replace(UNION, hacia="s")


@pytest.mark.parametrize("intensidad", [0, 4, -1, 2.5])
def test_la_intensidad_es_1_2_o_3(intensidad):
    with pytest.raises(ReglaRota, match="1, 2 o 3"):
        replace(UNION, intensidad=intensidad)


def test_una_relacion_necesita_identificador_y_su_nota_tiene_largo():
    with pytest.raises(ReglaRota, match="necesita un identificador"):
        replace(UNION, id="")
    with pytest.raises(ReglaRota, match="La nota admite"):
        replace(UNION, nota="x" * (LARGO_NOTA + 1))


def test_la_huella_distingue_el_sentido_solo_si_la_relacion_es_dirigida():
    vuelta = replace(UNION, id="v", de="g", hacia="s")

    assert UNION.huella != vuelta.huella
    assert replace(UNION, dirigida=False).huella == replace(vuelta, dirigida=False).huella


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("SERVIU de Valparaíso", "  serviu  DE valparaiso "),
        ("ﬁnanzas", "FINANZAS"),
        ("e\u0301xito", "éxito"),
    ],
)
def test_dos_nombres_que_se_leen_igual_son_el_mismo(uno, otro):
    assert nombre_comparable(uno) == nombre_comparable(otro)


@given(nombres())
def test_comparar_un_nombre_ya_comparable_no_lo_cambia(nombre):
    una_vez = nombre_comparable(nombre)

    assert nombre_comparable(una_vez) == una_vez


@given(actores(), st.sampled_from((*NOTAS, *CAPITALES, "posicion", "torre", "x", "y")))
def test_ningun_numero_de_un_actor_es_infinito_ni_deja_de_ser_numero(actor, campo):
    for malo in (math.nan, math.inf, -math.inf):
        with pytest.raises(ReglaRota):
            replace(actor, **{campo: malo})
