"""La sección de escala: qué se puede anotar y qué pasa al quitar a un actor."""

from dataclasses import replace

import pytest

from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.actores import Actor, Sector
from mesa_territorial.dominio.escala import Escala, ProblemaDelTerritorio
from mesa_territorial.dominio.escala_criterios import (
    ComparacionDePares,
    CriterioDeEscala,
    NotasDeNivel,
    criterios_de_partida,
    par_de,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

AGUA = ProblemaDelTerritorio(id="p1", nombre="Agua", competente="a", recurso_de="b", paga="a")


def mesa_con(*problemas: ProblemaDelTerritorio) -> Mesa:
    actores = {i: Actor(id=i, nombre=i.upper(), sector=Sector.PUBLICO) for i in "ab"}
    return Mesa(
        id="m",
        nombre="Mesa",
        territorio=Territorio(cut_comuna="05101"),
        actores=actores,
        escala=Escala(problemas={p.id: p for p in problemas}),
    )


def test_los_criterios_de_partida_son_cinco_y_suman_cien():
    criterios = criterios_de_partida()

    assert sum(c.peso for c in criterios.values()) == 100
    assert list(criterios) == ["competencia", "recurso", "alcance", "participacion", "coordinacion"]


def test_un_problema_no_puede_citar_a_quien_no_esta_en_el_mapa():
    with pytest.raises(ReglaRota):
        mesa_con(replace(AGUA, competente="z"))


def test_al_quitar_a_un_actor_el_problema_queda_y_la_llave_se_vacia():
    mesa = mesa_con(AGUA).sin_actor("a")

    problema = mesa.escala.problemas["p1"]
    assert (problema.competente, problema.recurso_de, problema.paga) == ("", "b", "")
    assert problema.nombre == "Agua"


def test_lo_guardado_vuelve_igual():
    mesa = mesa_con(AGUA)

    assert a_mesa(a_documento(mesa)) == mesa


def test_una_mesa_de_antes_parte_con_los_criterios_del_kit():
    documento = a_documento(mesa_con())
    documento.pop("escala")

    assert a_mesa(documento, 1).escala == Escala()


@pytest.mark.parametrize(
    ("hacer", "dice"),
    [
        (lambda: ProblemaDelTerritorio(id="p", nombre=" "), "necesita un nombre"),
        (lambda: ProblemaDelTerritorio(id="p", nombre="x" * 201), "200"),
        (lambda: CriterioDeEscala(id="c", nombre="C", peso=101), "peso de «C»"),
        (lambda: CriterioDeEscala(id="c", nombre=""), "criterio necesita"),
        (lambda: NotasDeNivel(id="galaxia"), "no es un nivel"),
        (lambda: NotasDeNivel(id="comuna", notas={"c": 6}), "1 a 5"),
        (lambda: ComparacionDePares(id="x", uno="a", otro="a"), "distintos"),
        (lambda: ComparacionDePares(id="x", uno="a", otro="b", veces=10), "1 a 9"),
        (lambda: Escala(problemas={"otro": AGUA}), "identificador"),
        (
            lambda: Escala(
                criterios={str(n): CriterioDeEscala(id=str(n), nombre="C") for n in range(11)}
            ),
            "hasta 10 criterios",
        ),
    ],
)
def test_lo_que_no_cumple_se_dice(hacer, dice):
    with pytest.raises(ReglaRota, match=dice):
        hacer()


def test_el_par_es_el_mismo_en_cualquier_orden():
    assert par_de("b", "a") == par_de("a", "b")


def test_esta_decidida_cuando_hay_nivel_de_objetivo_y_de_mesa():
    assert not Escala().esta_decidida
    assert Escala(nivel_objetivo="region", nivel_mesa="comuna").esta_decidida
