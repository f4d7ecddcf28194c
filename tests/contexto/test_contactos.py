"""Los contactos: apagados por omisión, fuera de la Mesa y de sus archivos, borrables de verdad."""

import comm
import pytest
from componentes.pantalla import Pantalla

from mesa_territorial.almacen import Almacen
from mesa_territorial.casos import cargar_caso
from mesa_territorial_widgets.contexto import Contexto
from mesa_territorial_widgets.contexto.contactos import contactos_de

FICHA = {
    "actor_id": "A29",
    "cargo": "Dirección de desarrollo comunitario",
    "correo": "dideco@municipio.cl",
    "finalidad": "Convocar a la Mesa",
    "base": "La institución lo publica en su sitio",
    "caduca": "2999-01-01",
}


@pytest.fixture
def contexto(tmp_path, monkeypatch):
    monkeypatch.setattr(comm, "create_comm", comm.DummyComm)
    with Almacen.abrir(tmp_path / "mesas.sqlite") as almacen:
        almacen.crear(cargar_caso("mesa_campanilla").con(id="camp"), autor="ana")
        yield Contexto(almacen, persona="ana", pedida="camp")


def encendidos(contexto: Contexto) -> Pantalla:
    pantalla = Pantalla(contactos_de(contexto))
    assert "error" not in pantalla.apretar("activar", activados=True)
    return pantalla


def test_parten_apagados_y_nada_se_guarda_sin_activarlos(contexto):
    pantalla = Pantalla(contactos_de(contexto))

    assert pantalla.componente.activados is False
    assert "apagados" in pantalla.apretar("guardar", ficha=FICHA)["error"]


def test_un_contacto_se_guarda_se_ve_al_volver_y_se_borra(contexto):
    pantalla = encendidos(contexto)

    assert "error" not in pantalla.apretar("guardar", ficha=FICHA)
    (ficha,) = contactos_de(contexto).fichas
    assert (ficha["actor_id"], ficha["correo"]) == ("A29", "dideco@municipio.cl")
    assert "error" not in pantalla.apretar("borrar", id_contacto=ficha["id"])
    assert pantalla.componente.fichas == []
    assert "ya no está" in pantalla.apretar("borrar", id_contacto=ficha["id"])["error"]


def test_un_contacto_no_viaja_con_la_mesa_ni_queda_en_el_historial(contexto):
    encendidos(contexto).apretar("guardar", ficha=FICHA)

    assert b"dideco@municipio.cl" not in contexto.llevar()
    assert "dideco" not in str(contexto.pizarra.mesa)
    assert not any("dideco" in s.frase for s in contexto.historial())


@pytest.mark.parametrize(
    ("campo", "valor", "dice"),
    [
        ("actor_id", "", "Elija el actor"),
        ("actor_id", "Z9", "Elija el actor"),
        ("cargo", " ", "necesita un cargo"),
        ("correo", "dideco", "no es un correo"),
        ("correo", "persona@gmail.com", "no uno personal"),
        ("finalidad", "", "para qué se guarda"),
        ("base", "", "qué le permite"),
        ("caduca", "", "hasta cuándo"),
        ("caduca", "2001-01-01", "ya pasó"),
    ],
)
def test_lo_que_falta_o_no_sirve_se_dice(contexto, campo, valor, dice):
    pantalla = encendidos(contexto)

    assert dice in pantalla.apretar("guardar", ficha={**FICHA, campo: valor})["error"]
    assert pantalla.componente.fichas == []


def test_apagarlos_los_esconde_y_prenderlos_los_devuelve(contexto):
    pantalla = encendidos(contexto)
    pantalla.apretar("guardar", ficha=FICHA)

    pantalla.apretar("activar", activados=False)
    assert (pantalla.componente.activados, pantalla.componente.fichas) == (False, [])
    pantalla.apretar("activar", activados=True)
    assert len(pantalla.componente.fichas) == 1


def test_quien_solo_mira_no_toca_los_contactos(contexto):
    contexto.pizarra.solo_lectura = True

    respuesta = Pantalla(contactos_de(contexto)).apretar("activar", activados=True)

    assert "se está mirando" in respuesta["error"]
