"""Una votación de punta a punta: crear, ver llegar los votos, revelar, repetir y adoptar."""

from collections.abc import Iterator

import pytest
from navegador.conftest import Servidor, Vigia, abrir_pagina
from navegador.pasos import guardado, poner_campanilla
from navegador.revision import exigir_todo
from playwright.sync_api import Browser, Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.almacen.urna import Envio, Urna
from mesa_territorial.dominio.votacion_votos import Marca

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(180)]
ELEGIDOS = ("FOSIS Región de Valparaíso", "SERVIU de Valparaíso", "Gobierno Regional (caso)")
PERSONAS = 12


@pytest.fixture
def urna(servidor: Servidor) -> Iterator[Urna]:
    with Urna.abrir(servidor.base.with_name("votos.sqlite")) as abierta:
        abierta.anunciar("https://127.0.0.1:8890")
        yield abierta


@pytest.fixture
def proyector(navegador: Browser, servidor: Servidor, vigia: Vigia) -> Iterator[Page]:
    una = abrir_pagina(navegador, servidor, vigia, 1280)
    una.set_viewport_size({"width": 1920, "height": 1080})
    yield una
    una.context.close()


def votar(urna: Urna, clave: str, ronda: int, apertura: float) -> None:
    """Doce personas ubican a todos; a la primera opción, con notas más abiertas."""
    votacion = urna.votacion(clave)
    envios = [
        Envio(
            votacion=clave,
            ronda=ronda,
            ficha=f"{n:08x}",
            marcas=tuple(
                Marca(
                    opcion=o.id,
                    interes=3 + (apertura if n % 2 else -apertura) * (i == 0),
                    influencia=4.0,
                )
                for i, o in enumerate(votacion.opciones)
            ),
        )
        for n in range(PERSONAS)
    ]
    assert all(acuse.esta_guardado for acuse in urna.votar_lote(envios))


def pulsar(pagina: Page, *nombres: str) -> None:
    for nombre in nombres:
        pagina.get_by_role("button", name=nombre, exact=True).click()


def crear(pagina: Page, servidor: Servidor, clave: str) -> None:
    pagina.goto(f"{servidor.raiz}/app/mi_mesa")
    pagina.locator(f'main a[href*="/app/votacion?mesa={clave}"]').click()
    pulsar(pagina, "Ninguno")
    for nombre in ELEGIDOS:
        pagina.get_by_label(nombre).check()
    exigir_todo(pagina)
    pulsar(pagina, "Crear la votación", "Abrir la votación")
    expect(pagina.get_by_text("Ronda 1 abierta, a ciegas").first).to_be_visible()


def test_una_votacion_de_punta_a_punta(
    pagina: Page, proyector: Page, servidor: Servidor, urna: Urna
):
    clave = poner_campanilla(servidor, "votada")
    with Almacen.abrir(servidor.base) as almacen:
        antes = almacen.leer(clave).mesa
    crear(pagina, servidor, clave)
    (votacion,) = urna.listar(clave)
    proyector.goto(f"{servidor.raiz}/app/votacion?mesa={clave}&vista=proyector")
    expect(proyector.locator(".codigo")).to_contain_text(votacion.codigo)

    votar(urna, votacion.id, 1, 2.0)
    for pantalla in (pagina, proyector):
        expect(pantalla.locator(".cuenta strong")).to_have_text(str(PERSONAS))
        expect(pantalla.locator(".puesto")).to_have_count(0)
    exigir_todo(proyector)
    pulsar(pagina, "Revelar", "Sí: revelar")
    for pantalla in (pagina, proyector):
        expect(pantalla.locator(".mt-votacion-tablero .puesto")).to_have_count(3)
        expect(pantalla.locator(".disputa")).to_have_count(1)
        exigir_todo(pantalla)

    pulsar(pagina, "Pasar a conversar")
    expect(pagina.get_by_text("Ronda 1 en conversación").first).to_be_visible()
    pulsar(pagina, "Abrir la segunda ronda", "Sí: abrir la segunda ronda")
    expect(proyector.get_by_text("Ronda 2 abierta, a ciegas").first).to_be_visible()
    votar(urna, votacion.id, 2, 0.5)
    expect(pagina.locator(".cuenta strong")).to_have_text(str(PERSONAS))
    pulsar(pagina, "Revelar", "Sí: revelar")
    expect(proyector.get_by_text("las opiniones se acercaron en 1 de 3")).to_be_visible()
    pulsar(pagina, "Ronda 1 y 2")
    exigir_todo(pagina)

    pulsar(pagina, "Ver qué cambiaría en la Mesa")
    pagina.get_by_role("button", name="Adoptar en la Mesa").click()
    expect(pagina.get_by_text("Adoptó la ronda 2 de la votación").first).to_be_visible()
    guardado(pagina)
    with Almacen.abrir(servidor.base) as almacen:
        adoptada = almacen.leer(clave)
    pulsar(pagina, "Deshacer la adopción")
    expect(pagina.get_by_text("Se deshizo")).to_be_visible()
    with Almacen.abrir(servidor.base) as almacen:
        deshecha = almacen.leer(clave).mesa

    assert f"({PERSONAS} personas votaron; huella " in adoptada.frase
    assert {adoptada.mesa.actor(i).influencia for i in ("A01", "A02")} == {4.0}
    assert deshecha == antes


@pytest.mark.parametrize("pagina", [360], ids=["360"], indirect=True)
def test_en_el_telefono_se_crea_y_se_conduce(pagina: Page, servidor: Servidor, urna: Urna):
    clave = poner_campanilla(servidor, "telefono")

    crear(pagina, servidor, clave)
    votar(urna, urna.listar(clave)[0].id, 1, 1.0)
    expect(pagina.locator(".cuenta strong")).to_have_text(str(PERSONAS))
    exigir_todo(pagina)
    pulsar(pagina, "Revelar", "Sí: revelar")
    expect(pagina.locator(".mt-votacion-tablero .puesto")).to_have_count(3)
    pagina.get_by_text("Votar en papel").click()

    exigir_todo(pagina)
