"""Lo que la sección de género acepta, y lo que una Mesa nunca guarda."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.genero import (
    Genero,
    MedidaDeGenero,
    Representacion,
    RespuestaDeGenero,
)
from mesa_territorial.dominio.genero_codigos import Conduccion, Contestacion, EstadoDeMedida
from mesa_territorial.dominio.genero_sesion import CONTADOS, GRUPOS, RegistroDeSesion
from mesa_territorial.dominio.reglas import ReglaRota


def test_un_si_sin_prueba_no_acredita():
    mudo = RespuestaDeGenero(id="reglas", respuesta=Contestacion.SI, evidencia="  ")

    assert not mudo.acredita
    assert RespuestaDeGenero(id="r", respuesta=Contestacion.SI, evidencia="acta").acredita
    assert not RespuestaDeGenero(id="r", respuesta=Contestacion.EN_PARTE, evidencia="acta").acredita


def test_una_medida_dice_que_hara_y_responde_una_organizacion_o_un_rol():
    with pytest.raises(ReglaRota, match="necesita su frase"):
        MedidaDeGenero(id="m", medida="  ")

    assert not MedidaDeGenero(id="m", medida="x").tiene_dueno
    assert MedidaDeGenero(id="m", medida="x", rol="secretaría técnica").tiene_dueno
    assert MedidaDeGenero(id="m", medida="x", responsable="A01").tiene_dueno


def test_cumplida_sin_decir_como_se_sabe_no_acredita():
    cumplida = MedidaDeGenero(id="m", medida="x", estado=EstadoDeMedida.CUMPLIDA)

    assert not cumplida.acredita


@pytest.mark.parametrize("fecha", ["14-03-2026", "2026-13-01", "mañana"])
def test_una_fecha_mala_se_explica(fecha):
    with pytest.raises(ReglaRota, match=r"no es una fecha\. Elíjala del calendario"):
        MedidaDeGenero(id="m", medida="x", fecha=fecha)


@pytest.mark.parametrize("malo", [-1, 100_001, float("nan"), float("inf")])
def test_una_cuenta_no_es_negativa_ni_descomunal(malo):
    with pytest.raises(ReglaRota, match="Minutos: una cuenta va de 0"):
        RegistroDeSesion(id="s", nombre="Sesión 1", minutos_hombres=malo)


def test_con_un_solo_grupo_contado_no_hay_conteo():
    a_medias = RegistroDeSesion(id="s", nombre="Sesión 1", asistentes_mujeres=12)

    assert a_medias.contado("asistentes") is None
    completa = RegistroDeSesion(
        id="s", nombre="Sesión 1", asistentes_mujeres=12, asistentes_hombres=0, asistentes_otra=2
    )
    assert completa.contado("asistentes").total == 14


def test_toda_cuenta_tiene_lugar_para_quien_no_declara():
    campos = RegistroDeSesion.__slots__

    assert "otra" in GRUPOS
    assert {f"{que}_{grupo}" for que in CONTADOS for grupo in GRUPOS} <= set(campos)


def test_de_mujeres_cuenta_como_liderada_y_no_declarar_es_no_saber():
    assert Representacion(id="a", de_mujeres=True).es_liderada_por_mujeres
    assert not Representacion(id="a", conduccion=Conduccion.NO_SE_SABE).se_sabe
    assert Representacion(id="a", conduccion=Conduccion.HOMBRES).se_sabe


def test_quitar_a_un_actor_no_deja_rastro_en_la_estrategia():
    mesa = cargar_caso("mesa_campanilla")
    medida = MedidaDeGenero(id="m", medida="Cuidado infantil", responsable="A24")
    genero = Genero(representaciones=mesa.genero.representaciones, medidas={"m": medida})
    con_duena = mesa.con(genero=genero)

    sin = con_duena.sin_actor("A24")

    assert "A24" not in sin.genero.representaciones
    assert sin.genero.medidas["m"].responsable == ""
    assert sin.genero.medidas["m"].medida == "Cuidado infantil"


def test_una_medida_de_un_actor_que_no_esta_no_entra():
    mesa = cargar_caso("mesa_campanilla")
    huerfana = Genero(medidas={"m": MedidaDeGenero(id="m", medida="x", responsable="nadie")})

    with pytest.raises(ReglaRota, match="ya no está en el mapa"):
        mesa.con(genero=huerfana)


def test_la_estrategia_del_caso_va_y_vuelve_por_el_documento():
    mesa = cargar_caso("mesa_campanilla")

    assert a_mesa(a_documento(mesa)) == mesa
