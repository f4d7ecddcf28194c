"""Las condiciones, la coalición y el tipo de Mesa: qué se puede guardar y qué no."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.dominio.coalicion import (
    CONDICIONES,
    ELEMENTOS,
    Coalicion,
    Condicion,
    EstadoDeElemento,
    Observacion,
    Respuesta,
    TipoDeMesa,
)
from mesa_territorial.dominio.reglas import ReglaRota

CAMPANILLA = cargar_caso("mesa_campanilla")


def test_son_diez_condiciones_y_cinco_elementos():
    assert len(CONDICIONES) == len(set(CONDICIONES)) == 10
    assert len(ELEMENTOS) == 5


def test_una_condicion_que_no_existe_se_dice():
    with pytest.raises(ReglaRota, match="No hay una condición «suerte»"):
        Condicion(id="suerte")


def test_una_observacion_necesita_fecha_y_la_fecha_tiene_que_existir():
    with pytest.raises(ReglaRota, match="necesita una fecha"):
        Observacion(id="o", fecha="")
    with pytest.raises(ReglaRota, match="no es una fecha"):
        Observacion(id="o", fecha="2026-02-30")


def test_un_texto_demasiado_largo_dice_cuanto_cabe():
    with pytest.raises(ReglaRota, match=r"admite 2000 letras"):
        Condicion(id="tiempo", evidencia="a" * 2_001)


def test_las_observaciones_se_leen_en_orden_de_fecha_aunque_se_anoten_al_reves():
    tarde = Observacion(id="a", fecha="2026-08-01")
    temprano = Observacion(id="b", fecha="2026-03-01")

    coalicion = Coalicion(observaciones={"a": tarde, "b": temprano})

    assert coalicion.observaciones_en_orden == (temprano, tarde)


def test_lo_que_no_se_ha_respondido_no_tiene_respuesta():
    coalicion = Coalicion(condiciones={"tiempo": Condicion(id="tiempo", respuesta=Respuesta.NO)})

    assert coalicion.respuesta("tiempo") is Respuesta.NO
    assert coalicion.respuesta("problema") is None


def test_quien_convoca_y_quien_quedo_a_cargo_tienen_que_estar_en_el_mapa():
    with pytest.raises(ReglaRota, match="ya no está en el mapa"):
        CAMPANILLA.con(coalicion=Coalicion(convoca="NADIE"))
    with pytest.raises(ReglaRota, match="ya no está en el mapa"):
        CAMPANILLA.con(
            coalicion=Coalicion(condiciones={"tiempo": Condicion(id="tiempo", a_cargo="NADIE")})
        )


def test_quitar_a_un_actor_lo_borra_de_las_tareas_y_deja_lo_demas():
    sin_fosis = CAMPANILLA.sin_actor("A01").coalicion

    assert sin_fosis.convoca == ""
    assert sin_fosis.condiciones["recursos"].a_cargo == ""
    assert sin_fosis.condiciones["recursos"].pendiente
    assert sin_fosis.tipo is TipoDeMesa.TERRITORIAL


def test_el_caso_trae_tres_observaciones_con_su_estado_y_su_hecho():
    observaciones = CAMPANILLA.coalicion.observaciones_en_orden

    assert [o.estado("dominio") for o in observaciones] == [
        EstadoDeElemento.EN_CURSO,
        EstadoDeElemento.FIRME,
        EstadoDeElemento.EN_CURSO,
    ]
    assert all(o.hecho("dominio") for o in observaciones)
