"""La sección de la convocatoria: lo que guarda, lo que rechaza y lo que queda al irse un actor."""

from dataclasses import replace

import pytest

from mesa_territorial.documento import a_documento, a_mesa
from mesa_territorial.dominio.actores import Actor, Estado, Sector
from mesa_territorial.dominio.convocatoria import (
    CambioDeEstado,
    Convocatoria,
    Gestion,
    Invitacion,
    PlantillaDeCarta,
)
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.territorio import Territorio


def mesa_con(**seccion) -> Mesa:
    actores = {i: Actor(id=i, nombre=i, sector=Sector.PUBLICO) for i in ("a", "b", "c")}
    return Mesa(
        id="m",
        nombre="Mesa Los Aromos",
        territorio=Territorio(cut_comuna="05101"),
        actores=actores,
        convocatoria=Convocatoria(**seccion),
    )


def test_una_mesa_nueva_no_convoca_a_nadie():
    assert mesa_con().convocatoria == Convocatoria()
    assert mesa_con().convocatoria.proxima("a") is None


def test_todo_viaja_y_vuelve_en_el_documento():
    mesa = mesa_con(
        convoca="a",
        sesion_fecha="2026-12-03",
        sesion_hora="10:30",
        invitaciones={"b": Invitacion(id="b", por_que="Decide.", invita="a", presenta="c")},
        gestiones={"g": Gestion(id="g", actor="b", que="Llamar", fecha="2026-11-27")},
        cambios={
            "k": CambioDeEstado(
                id="k", actor="b", de=Estado.POR_CONVOCAR, a=Estado.CONTACTADO, fecha="2026-11-20"
            )
        },
        plantillas={"publico": PlantillaDeCarta(id=Sector.PUBLICO, texto="Hola {actor}")},
    )

    assert a_mesa(a_documento(mesa)) == mesa


def test_al_irse_un_actor_se_va_lo_suyo_y_se_suelta_lo_que_lo_citaba():
    mesa = mesa_con(
        convoca="c",
        invitaciones={"b": Invitacion(id="b", invita="c"), "c": Invitacion(id="c")},
        gestiones={
            "g1": Gestion(id="g1", actor="c"),
            "g2": Gestion(id="g2", actor="b", responsable_actor="c"),
        },
        cambios={
            "k": CambioDeEstado(
                id="k", actor="c", de=Estado.POR_CONVOCAR, a=Estado.CONTACTADO, fecha="2026-11-20"
            )
        },
    )

    queda = mesa.sin_actor("c").convocatoria

    assert queda.convoca is None
    assert queda.invitaciones == {"b": Invitacion(id="b")}
    assert queda.gestiones == {"g2": Gestion(id="g2", actor="b")}
    assert queda.cambios == {}


def test_nombrar_a_quien_no_esta_en_el_mapa_se_rechaza():
    for seccion in (
        {"convoca": "z"},
        {"invitaciones": {"z": Invitacion(id="z")}},
        {"invitaciones": {"a": Invitacion(id="a", presenta="z")}},
        {"gestiones": {"g": Gestion(id="g", actor="z")}},
    ):
        with pytest.raises(ReglaRota, match="no está en el mapa"):
            mesa_con(**seccion)


@pytest.mark.parametrize(
    ("hacer", "dice"),
    [
        (lambda: Invitacion(id="a", invita="a"), "no se invita a sí mismo"),
        (lambda: Invitacion(id="a", presenta="a"), "lo presenta otro"),
        (lambda: Invitacion(id="a", fecha="mañana"), "no es una fecha"),
        (lambda: Invitacion(id="a", fecha="20261203"), "no es una fecha"),
        (lambda: Invitacion(id="a", por_que="x" * 601), "admite 600 letras"),
        (lambda: Gestion(id="g", actor=""), "¿ante quién"),
        (lambda: Gestion(id="g", actor="a", fecha="2026-02-30"), "no es una fecha"),
        (lambda: Gestion(id="g", actor="a", hora="25:00"), "no es una hora"),
        (lambda: Gestion(id="g", actor="a", minutos=0), "La duración"),
        (lambda: Convocatoria(sesion_hora="10.30"), "Escríbala como 15:30"),
        (lambda: Convocatoria(invitaciones={"x": Invitacion(id="y")}), "no corresponde"),
    ],
)
def test_un_dato_malo_se_dice_en_palabras(hacer, dice):
    with pytest.raises(ReglaRota, match=dice):
        hacer()


def test_un_cambio_de_estado_sin_fecha_no_cuenta_nada():
    with pytest.raises(ReglaRota, match="lleva la fecha"):
        CambioDeEstado(id="k", actor="a", de=Estado.POR_CONVOCAR, a=Estado.CONTACTADO, fecha="")


def test_la_proxima_gestion_es_la_primera_sin_hacer_y_las_sin_fecha_van_al_final():
    fichas = (
        Gestion(id="1", actor="a", fecha="2026-12-01"),
        Gestion(id="2", actor="a", fecha="2026-11-01", hecha=True),
        Gestion(id="3", actor="a", fecha="2026-11-20", hora="15:00"),
        Gestion(id="4", actor="a", fecha="2026-11-20", hora="09:00"),
        Gestion(id="5", actor="a"),
        Gestion(id="6", actor="b", fecha="2026-01-01"),
    )
    convocatoria = Convocatoria(gestiones={g.id: g for g in fichas})

    assert [g.id for g in convocatoria.gestiones_de("a")] == ["2", "4", "3", "1", "5"]
    assert convocatoria.proxima("a").id == "4"


def test_una_invitacion_esta_escrita_cuando_dice_las_tres_cosas():
    entera = Invitacion(id="a", por_que="Decide.", ofrece="Un acta.", pide="Que venga.")

    assert entera.esta_escrita
    for campo in ("por_que", "ofrece", "pide"):
        assert not replace(entera, **{campo: "  "}).esta_escrita
