"""Una Mesa se cambia devolviendo otra, y nunca queda a medias."""

import copy

import pytest
from estrategias import actores, mesas
from hypothesis import assume, given
from hypothesis import strategies as st

from mesa_territorial.dominio.actores import (
    Actor,
    Relacion,
    Sector,
    TipoRelacion,
    nombre_comparable,
)
from mesa_territorial.dominio.mesa import LARGO_NOMBRE, Mesa, Momento
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio

AQUI = Territorio(cut_comuna="05101")
A, B, C = (Actor(id=i, nombre=f"Actor {i}", sector=Sector.PUBLICO) for i in "abc")
AB = Relacion(id="ab", de="a", hacia="b", tipo=TipoRelacion.COORDINACION)
BC = Relacion(id="bc", de="b", hacia="c", tipo=TipoRelacion.COORDINACION)
VACIA = Mesa(id="m", nombre="Los Aromos", territorio=AQUI)
MESA = VACIA.con_actores((A, B, C)).con_relaciones((AB, BC))


@pytest.mark.parametrize(
    ("campos", "frase"),
    [
        ({"id": " "}, "La Mesa necesita un identificador"),
        ({"nombre": ""}, "La Mesa necesita un nombre"),
        ({"nombre": "x" * (LARGO_NOMBRE + 1)}, f"admite {LARGO_NOMBRE} letras"),
        ({"momentos": {}}, "al menos un momento"),
        ({"actores": {"otra": A}}, "no corresponde a su ficha"),
        ({"relaciones": {"ab": AB}, "actores": {"a": A}}, "un actor que no está"),
    ],
)
def test_una_mesa_que_no_cumple_no_existe_y_dice_por_que(campos, frase):
    with pytest.raises(ReglaRota, match=frase):
        VACIA.con(**campos)


@pytest.mark.parametrize("nombre", ["ACTOR A", " actor   a", "áctor a"])
def test_dos_actores_no_se_llaman_igual_aunque_se_escriba_distinto(nombre):
    repetido = Actor(id="z", nombre=nombre, sector=Sector.PRIVADO)

    with pytest.raises(ReglaRota, match="Ya hay un actor llamado"):
        MESA.con_actor(repetido)


def test_agregar_dos_veces_al_mismo_actor_lo_reemplaza():
    despues = Actor(id="a", nombre="Actor a", sector=Sector.PUBLICO, interes=5)

    assert MESA.con_actor(despues).con_actor(despues).actores == {"a": despues, "b": B, "c": C}


def test_quitar_a_un_actor_se_lleva_sus_relaciones_y_ninguna_otra():
    sin_a = MESA.sin_actor("a")

    assert set(sin_a.actores) == {"b", "c"}
    assert set(sin_a.relaciones) == {"bc"}


def test_la_misma_relacion_no_se_anota_dos_veces_en_un_momento():
    repetida = Relacion(id="otra", de="a", hacia="b", tipo=TipoRelacion.COORDINACION)

    with pytest.raises(ReglaRota, match="ya está anotada"):
        MESA.con_relacion(repetida)


def test_la_misma_relacion_si_se_anota_en_otro_momento():
    antes = Momento(id="antes", nombre="Línea base", orden=-1)
    repetida = Relacion(
        id="otra", de="a", hacia="b", tipo=TipoRelacion.COORDINACION, momento="antes"
    )

    con_dos = MESA.con_momento(antes).con_relacion(repetida)

    assert [m.id for m in con_dos.momentos_en_orden] == ["antes", "actual"]
    assert {r.id for r in con_dos.relaciones_de("a")} == {"ab", "otra"}


def test_una_relacion_no_apunta_a_un_momento_que_no_existe():
    perdida = Relacion(id="x", de="a", hacia="c", tipo=TipoRelacion.MANDATO, momento="nunca")

    with pytest.raises(ReglaRota, match="un momento que no existe"):
        MESA.con_relacion(perdida)


@pytest.mark.parametrize(
    ("pedir", "frase"),
    [
        (lambda: MESA.actor("nadie"), "Ese actor ya no está"),
        (lambda: MESA.sin_actor("nadie"), "Ese actor ya no está"),
        (lambda: MESA.con_cambio_de_actor("nadie", nota=""), "Ese actor ya no está"),
        (lambda: MESA.sin_relacion("nada"), "Esa relación ya no está"),
    ],
)
def test_pedir_lo_que_ya_no_esta_se_dice(pedir, frase):
    with pytest.raises(ReglaRota, match=frase):
        pedir()


def test_un_momento_necesita_nombre():
    with pytest.raises(ReglaRota, match="El momento necesita un nombre"):
        Momento(id="x", nombre=" ")


def test_cambiar_un_campo_del_actor_vuelve_a_comprobar_las_reglas():
    assert MESA.con_cambio_de_actor("a", influencia=5).actor("a").influencia == 5
    with pytest.raises(ReglaRota, match="va de 1 a 5"):
        MESA.con_cambio_de_actor("a", influencia=9)


@given(mesas(), actores())
def test_agregar_un_actor_no_toca_la_mesa_de_antes(mesa, actor):
    suyos = {i: nombre_comparable(a.nombre) for i, a in mesa.actores.items() if i != actor.id}
    assume(nombre_comparable(actor.nombre) not in suyos.values())
    antes = copy.deepcopy(mesa)

    nueva = mesa.con_actor(actor)

    assert mesa == antes
    assert nueva.actor(actor.id) == actor
    assert set(nueva.actores) == {*mesa.actores, actor.id}


@given(mesas(), st.data())
def test_quitar_a_cualquiera_deja_una_mesa_valida_y_sin_rastro(mesa, datos):
    assume(mesa.actores)
    quien = datos.draw(st.sampled_from(sorted(mesa.actores)))

    sin = mesa.sin_actor(quien)

    assert quien not in sin.actores
    assert not sin.relaciones_de(quien)
    assert len(sin.relaciones) == len(mesa.relaciones) - len(mesa.relaciones_de(quien))
