"""La sección instalación: cita actores que existen, y no acepta lo que no se puede firmar."""

import pytest

from mesa_territorial.casos import cargar_caso
from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.instalacion import Instalacion
from mesa_territorial.dominio.instalacion_codigos import Interes, RolDeMesa
from mesa_territorial.dominio.instalacion_fichas import (
    CompromisoInicial,
    Declaracion,
    PuntoDeTabla,
    ReglaDelJuego,
    RolAsignado,
    SesionPrevista,
)
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.ordenes import preparar

CAMPANILLA = cargar_caso("mesa_campanilla")


def _poner(coleccion, id_, mesa=CAMPANILLA, **campos):
    datos = {"seccion": "instalacion", "coleccion": coleccion, "id": id_, "campos": campos}
    return preparar("poner_ficha", mesa, datos)


def test_el_caso_va_y_vuelve_como_documento():
    assert a_mesa(a_documento(CAMPANILLA)) == CAMPANILLA
    assert len(CAMPANILLA.instalacion.declaraciones) == 28


@pytest.mark.parametrize(
    ("hacer", "dice"),
    [
        (lambda: Instalacion(fecha="14/03/2026"), "no es una fecha"),
        (lambda: Instalacion(hora_inicio="25:00"), "no es una hora"),
        (lambda: Instalacion(umbral=50), "va de 51 a 100"),
        (lambda: Instalacion(quorum=0), "va de 1 a 100"),
        (lambda: Instalacion(quorum_sectores=6), "va de 1 a 5"),
        (lambda: RolAsignado(id="r", actor="A01", subrogante="A01"), "mismo titular"),
        (lambda: ReglaDelJuego(id="g", texto=" "), "Escriba la regla"),
        (lambda: SesionPrevista(id="s", asunto=""), "para qué"),
        (lambda: SesionPrevista(id="s", asunto="x", hora="9"), "no es una hora"),
        (lambda: PuntoDeTabla(id="t", asunto=""), "punto"),
        (lambda: CompromisoInicial(id="c", tarea="x", plazo="ayer"), "no es una fecha"),
        (lambda: Declaracion(id="A01", detalle="x" * 301), "admite 300"),
    ],
)
def test_lo_que_no_sirve_se_dice_con_una_frase(hacer, dice):
    with pytest.raises(ReglaRota, match=dice):
        hacer()


def test_un_rol_cita_a_un_actor_del_mapa():
    frase, transicion = _poner("roles", "r9", rol="modera", actor="A05")

    mesa = transicion(CAMPANILLA)

    assert frase == "Roles: agregó «Modera y da la palabra»"
    assert [r.actor for r in mesa.instalacion.con_rol(RolDeMesa.MODERA)] == ["A01", "A05"]
    with pytest.raises(ReglaRota, match="nombra a un actor"):
        _poner("roles", "r9", rol="modera", actor="A99")[1](CAMPANILLA)


def test_al_quitar_un_actor_se_va_de_roles_compromisos_y_declaraciones():
    mesa = CAMPANILLA.sin_actor("A01")

    assert "A01" not in set(mesa.instalacion.actores_citados())
    assert mesa.instalacion.roles["r1"].actor == ""
    assert mesa.instalacion.compromisos["c1"].responsable == ""
    assert "A01" not in mesa.instalacion.declaraciones


def test_no_haber_declarado_no_es_lo_mismo_que_no_tener():
    callado, dicho = Declaracion(id="A01"), Declaracion(id="A01", interes=Interes.NINGUNO)

    assert callado.interes is None
    assert not callado.pide_resguardo and not dicho.pide_resguardo
    assert Declaracion(id="A01", interes=Interes.POSIBLE).pide_resguardo


def test_el_comite_es_la_marca_del_mapa_y_no_otra_lista():
    datos = {"ids": ["A29"], "campos": {"comite": True}}
    frase, transicion = preparar("editar_actores", CAMPANILLA, datos)

    assert transicion(CAMPANILLA).actores["A29"].comite
    assert "comité de coordinación" in frase.lower()


def test_el_objetivo_se_acuerda_en_la_mesa_y_queda_en_el_historial():
    frase, transicion = preparar("acordar_objetivo", CAMPANILLA, {"objetivo": " Agua para 2027 "})

    assert transicion(CAMPANILLA).objetivo == "Agua para 2027"
    assert frase.endswith("→ Agua para 2027")
    with pytest.raises(ReglaRota, match="admite"):
        preparar("acordar_objetivo", CAMPANILLA, {"objetivo": "x" * 5_000})
