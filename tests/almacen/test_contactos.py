from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from almacen.mesas import los_aromos

from mesa_territorial.almacen import Almacen, Contacto
from mesa_territorial.dominio.reglas import ReglaRota

CONTACTO = Contacto(
    id="c1",
    mesa="aromos",
    actor_id="serviu",
    cargo="Encargada de campamentos",
    correo="campamentos-huella-9f3@serviu.example.cl",
    finalidad="Convocar a la Mesa",
    base="Dato público del cargo",
    caduca=date(2027, 11, 21),
)


@pytest.fixture
def con_contactos(almacen):
    almacen.crear(los_aromos(), autor="ana")
    almacen.activar_contactos("aromos")
    return almacen


def test_los_contactos_estan_apagados_mientras_nadie_los_pida(almacen):
    almacen.crear(los_aromos(), autor="ana")

    for pedir in (lambda: almacen.agregar_contacto(CONTACTO), lambda: almacen.contactos("aromos")):
        with pytest.raises(ReglaRota, match="apagados"):
            pedir()


def test_un_contacto_se_guarda_y_se_corrige(con_contactos):
    corregido = replace(CONTACTO, cargo="Jefatura de campamentos")
    con_contactos.agregar_contacto(CONTACTO)

    con_contactos.agregar_contacto(corregido)

    assert (corregido,) == con_contactos.contactos("aromos", "serviu")
    assert con_contactos.contactos("aromos", "muni") == ()


def test_los_contactos_no_pasan_por_la_bitacora_ni_por_la_copia(con_contactos):
    con_contactos.agregar_contacto(CONTACTO)
    con_contactos.duplicar("aromos", nueva_clave="copia", nombre="Copia", autor="ana")
    con_contactos.activar_contactos("copia")

    assert CONTACTO.correo not in str(con_contactos.historial("aromos"))
    assert con_contactos.contactos("copia") == ()


@pytest.mark.parametrize(
    ("campo", "valor", "frase"),
    [
        ("correo", "ana.perez@gmail.com", "personal"),
        ("correo", "no es correo", "no es un correo"),
        ("cargo", " ", "cargo"),
        ("finalidad", "", "para qué"),
        ("base", "", "qué le permite"),
    ],
)
def test_un_contacto_sin_lo_que_pide_la_ley_no_existe(campo, valor, frase):
    with pytest.raises(ReglaRota, match=frase):
        replace(CONTACTO, **{campo: valor})


def test_un_contacto_vencido_o_de_nadie_no_se_guarda(con_contactos):
    with pytest.raises(ReglaRota, match="ya pasó"):
        con_contactos.agregar_contacto(replace(CONTACTO, caduca=date(2026, 1, 1)))
    with pytest.raises(ReglaRota, match="ya no está en la Mesa"):
        con_contactos.agregar_contacto(replace(CONTACTO, actor_id="nadie"))


def test_lo_que_caduca_deja_de_verse_y_se_purga(con_contactos, reloj):
    con_contactos.agregar_contacto(CONTACTO)
    reloj.adelantar(days=366)

    a_la_vista = con_contactos.contactos("aromos")
    con_contactos.purgar()
    reloj.adelantar(days=-366)

    assert (a_la_vista, con_contactos.contactos("aromos")) == ((), ())


def test_borrar_se_puede_aunque_esten_apagados_y_lo_que_no_esta_se_dice(con_contactos):
    con_contactos.agregar_contacto(CONTACTO)
    con_contactos.activar_contactos("aromos", False)

    con_contactos.borrar_contacto("aromos", "c1")

    with pytest.raises(ReglaRota, match="ya no está"):
        con_contactos.borrar_contacto("aromos", "c1")


def _rastros(carpeta: Path) -> list[str]:
    marca = CONTACTO.correo.encode()
    return [f.name for f in carpeta.iterdir() if marca in f.read_bytes()]


@pytest.mark.parametrize("como", ["borrar", "caducar", "purgar la Mesa"])
def test_un_contacto_suprimido_no_queda_ni_en_los_bytes_del_archivo(tmp_path, reloj, como):
    almacen = Almacen.abrir(tmp_path / "mesas.sqlite", reloj=reloj)
    almacen.crear(los_aromos(), autor="ana")
    almacen.activar_contactos("aromos")
    almacen.agregar_contacto(CONTACTO)
    antes = _rastros(tmp_path)

    if como == "borrar":
        almacen.borrar_contacto("aromos", "c1")
    elif como == "purgar la Mesa":
        almacen.borrar("aromos", autor="ana")
        reloj.adelantar(days=8)
        almacen.purgar()
    else:
        reloj.adelantar(days=366)
        almacen.purgar()

    assert antes
    assert _rastros(tmp_path) == []
    almacen.cerrar()
