"""La votación en Chromium, hablando con su Python: conducir, leer, adoptar y proyectar."""

from typing import Any

import pytest
from componentes.sala_de_votacion import ACTORES, SalaDePrueba
from navegador.banco.test_componentes import faltas
from playwright.sync_api import expect

from mesa_territorial_widgets.componentes.votacion import Votacion
from mesa_territorial_widgets.componentes.votacion_vivo import Proyector

MALO = '<img src=x onerror="window.herido=1">'

pytestmark = pytest.mark.navegador


@pytest.fixture
def sala(monkeypatch) -> SalaDePrueba:
    monkeypatch.setenv("MESA_PAGINA", "propia")
    return SalaDePrueba(direccion="https://10.0.0.5:8890")


@pytest.fixture
def pantalla(sala) -> Votacion:
    return Votacion(sala, sala.pizarra)


def revelada(pantalla: Votacion, sala: SalaDePrueba) -> None:
    """Una votación de tres actores con seis votos y la primera ronda revelada."""
    pantalla.responder("crear", {"tipo": "actores", "titulo": "Tablero", "ids": list(ACTORES)})
    pantalla.responder("pasar", {"paso": "abrir_ronda"})
    sala.votar_todos(1)
    pantalla.responder("pasar", {"paso": "revelar"})


def pulsar(page: Any, nombre: str) -> None:
    page.get_by_role("button", name=nombre, exact=True).click()


def test_se_crea_con_los_actores_elegidos_y_se_conduce_preguntando(abrir, pantalla, sala):
    page = abrir(pantalla)

    pulsar(page, "Ninguno")
    for nombre in ("FOSIS Región de Valparaíso", "SERVIU de Valparaíso"):
        page.get_by_label(nombre).check()
    page.get_by_label("Título").fill("¿Quién puede más?")
    pulsar(page, "Crear la votación")
    pulsar(page, "Abrir la votación")
    pulsar(page, "Revelar")
    expect(page.get_by_text("nadie más puede votar")).to_be_visible()
    page.keyboard.press("Escape")
    sin_revelar = pantalla.valor.recibe_votos
    expect(page.get_by_role("button", name="Revelar", exact=True)).to_be_focused()
    pulsar(page, "Revelar")
    pulsar(page, "Sí: revelar")
    expect(page.get_by_text("Ronda 1 revelada")).to_be_visible()

    assert sin_revelar
    assert [o.id for o in pantalla.valor.opciones] == ["A01", "A02"]
    assert pantalla.valor.titulo == "¿Quién puede más?"


def test_cada_tipo_pide_lo_suyo(abrir, pantalla):
    page = abrir(pantalla)

    page.get_by_role("radio", name="Repartir puntos").check()
    page.get_by_role("textbox", name="Problemas o iniciativas").fill("Agua\n\nLuz\n")
    page.get_by_label("Puntos que reparte cada persona").fill("7")
    expect(page.get_by_text("¿Qué actores?")).to_be_hidden()
    pulsar(page, "Crear la votación")
    page.wait_for_timeout(150)

    assert [o.nombre for o in pantalla.valor.opciones] == ["Agua", "Luz"]
    assert pantalla.valor.puntos == 7


def test_el_codigo_qr_y_la_cuenta_llegan_solos(abrir, pantalla, sala):
    sala.raiz = ""
    pantalla.responder("crear", {"tipo": "actores", "titulo": "T", "ids": list(ACTORES)})
    pantalla.responder("pasar", {"paso": "abrir_ronda"})
    page = abrir(pantalla)
    expect(page.get_by_text("mesa votar")).to_be_visible()

    sala.raiz = "https://10.0.0.5:8890"
    sala.votar_todos(1)
    pantalla.mirar()

    qr = page.get_by_role("img", name="Código QR que abre https://10.0.0.5:8890/v/BCDFG")
    expect(qr).to_be_visible()
    expect(page.locator(".cuenta strong")).to_have_text("6")
    expect(page.get_by_text("mesa votar")).to_be_hidden()


def test_un_voto_no_quita_el_foco_ni_cierra_la_pregunta(abrir, pantalla, sala):
    pantalla.responder("crear", {"tipo": "actores", "titulo": "T", "ids": list(ACTORES)})
    pantalla.responder("pasar", {"paso": "abrir_ronda"})
    page = abrir(pantalla)
    page.get_by_role("button", name="Revelar", exact=True).focus()

    sala.votar_todos(1)
    pantalla.mirar()
    expect(page.locator(".cuenta strong")).to_have_text("6")
    expect(page.get_by_role("button", name="Revelar", exact=True)).to_be_focused()
    pulsar(page, "Revelar")
    sala.votar(1, "f9", "A01", 1, 1)
    pantalla.mirar()
    expect(page.locator(".cuenta strong")).to_have_text("7")

    expect(page.get_by_role("button", name="Todavía no")).to_be_focused()


@pytest.mark.parametrize("ancho", [1280, 360])
def test_los_resultados_se_ven_de_cada_manera_y_son_accesibles(abrir, pantalla, sala, ancho):
    revelada(pantalla, sala)
    page = abrir(pantalla, ancho=ancho)

    disputado = page.locator(".mt-votacion-svg .puesto", has=page.locator(".disputa")).first
    assert "número 1 entre las más disputadas" in disputado.get_attribute("aria-label")
    assert page.locator(".elipse.disputada").count() == 1
    halladas = faltas(page)
    for vista in ("Red", "Tabla", "Por sector"):
        pulsar(page, vista)
        page.wait_for_timeout(120)
        halladas += faltas(page)
    assert halladas == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


def test_la_tabla_gemela_dice_lo_mismo_que_el_tablero(abrir, pantalla, sala):
    revelada(pantalla, sala)
    page = abrir(pantalla)

    pulsar(page, "Tabla")
    fila = page.get_by_role("row").filter(has_text="FOSIS").locator("td").all_inner_texts()

    assert fila[:2] == ["6", "4,0"]
    assert fila[6] == "4,7"
    expect(page.get_by_text("método lineal (tipo 7 de R")).to_be_visible()


def test_la_segunda_ronda_se_dibuja_con_flechas_desde_la_primera(abrir, pantalla, sala):
    revelada(pantalla, sala)
    pantalla.responder("pasar", {"paso": "segunda_ronda"})
    sala.votar_todos(2, ((2, 2),) * 6)
    pantalla.responder("pasar", {"paso": "revelar"})
    page = abrir(pantalla)

    pulsar(page, "Ronda 1 y 2")

    expect(page.locator("line.paso")).to_have_count(2)
    expect(page.get_by_role("row").filter(has_text="FOSIS")).to_contain_text(
        "interés 4,0; influencia 4,7"
    )


def test_se_adopta_eligiendo_y_se_deshace(abrir, pantalla, sala):
    antes = sala.mesa
    revelada(pantalla, sala)
    page = abrir(pantalla)

    pulsar(page, "Ver qué cambiaría en la Mesa")
    page.get_by_role("checkbox", name="SERVIU de Valparaíso").uncheck()
    page.get_by_role("button", name="Adoptar en la Mesa: 2 actores").click()
    expect(page.get_by_text("Adoptó la ronda 1")).to_be_visible()
    despues = sala.mesa
    pulsar(page, "Deshacer la adopción")
    expect(page.get_by_text("Se deshizo")).to_be_visible()

    assert despues.actor("A02") == antes.actor("A02")
    assert despues.actor("A01").influencia == 4.7
    assert sala.mesa == antes


def test_si_hubo_otro_cambio_despues_no_se_deshace_el_ajeno(abrir, pantalla, sala):
    revelada(pantalla, sala)
    page = abrir(pantalla)
    pulsar(page, "Ver qué cambiaría en la Mesa")
    page.get_by_role("button", name="Adoptar en la Mesa: 3 actores").click()
    expect(page.get_by_text("Adoptó la ronda 1")).to_be_visible()

    sala.pizarra.ordenar("Otra cosa", lambda m: m.con_cambio_de_actor("A03", nota="nueva"))
    pulsar(page, "Deshacer la adopción")

    expect(page.get_by_text("hubo otros cambios")).to_be_visible()
    assert sala.mesa.actor("A03").nota == "nueva"


def test_las_papeletas_con_errores_se_dicen_por_fila(abrir, pantalla, sala):
    revelada(pantalla, sala)
    page = abrir(pantalla)
    page.get_by_text("Votar en papel").click()
    mala = "Papeleta;Sector;Opción;Interés;Influencia\n1;;FOSIS Región de Valparaíso;harto;3\n"

    page.locator('input[type="file"]').set_input_files(
        {"name": "p.csv", "mimeType": "text/csv", "buffer": mala.encode()}
    )

    expect(page.get_by_text('Fila 2, columna Interés: dice "harto"')).to_be_visible()
    expect(page.get_by_text("0 papeletas guardadas")).to_be_visible()


def test_el_texto_hostil_se_ve_y_no_se_ejecuta(abrir, pantalla, sala):
    sala.pizarra.ordenar("x", lambda m: m.con_cambio_de_actor("A01", nombre=MALO))
    revelada(pantalla, sala)
    page = abrir(pantalla)
    for vista in ("Red", "Tabla", "Por sector"):
        pulsar(page, vista)
    pulsar(page, "Ver qué cambiaría en la Mesa")
    page.wait_for_timeout(150)

    assert page.evaluate("window.herido") is None
    expect(page.get_by_role("checkbox", name=MALO)).to_be_visible()


def test_el_proyector_muestra_el_codigo_y_despues_el_tablero_sin_controles(abrir, sala):
    sala.crear(tipo="actores", titulo="Tablero", ids=ACTORES)
    proyector = Proyector(sala)
    page = abrir(proyector, ancho=1920)
    sala.pasar("v0", "abrir_ronda")
    sala.votar_todos(1)
    proyector.mirar()
    expect(page.locator(".cuenta strong")).to_have_text("6")
    a_ciegas = page.locator(".puesto").count(), faltas(page)
    sala.pasar("v0", "revelar")
    proyector.mirar()
    expect(page.locator(".mt-votacion-svg .puesto")).to_have_count(3)

    assert a_ciegas == (0, [])
    assert page.locator("button, input, select, a, summary, [tabindex]").count() == 0
    assert faltas(page) == []
    assert page.locator(".disputadas li").count() == 1


@pytest.mark.parametrize("ancho", [1280, 360])
def test_lo_que_no_es_tablero_se_lee_en_reglas_con_su_cifra(abrir, pantalla, sala, ancho):
    textos = ["Agua potable para el campamento", "Luz en los pasajes", "Sede"]
    pantalla.responder("crear", {"tipo": "puntos", "titulo": "Prioridades", "textos": textos})
    pantalla.responder("pasar", {"paso": "abrir_ronda"})
    for n in range(6):
        for opcion, puntos in (("o1", 6), ("o2", 8 * (n % 2)), ("o3", 1)):
            sala.votar(1, f"f{n}", opcion, puntos)
    pantalla.responder("pasar", {"paso": "revelar"})
    page = abrir(pantalla, ancho=ancho)

    reglas = page.locator(".regla")
    dichas = [r.get_attribute("aria-label") for r in reglas.all()]
    assert [d.split(":")[0] for d in dichas] == [textos[0], textos[1], textos[2]]
    assert "puntos 4,0; consenso" in dichas[1] and "más disputadas" in dichas[1]
    expect(page.get_by_text("★ 1.ª más disputada")).to_be_visible()
    assert page.get_by_role("button", name="Tablero", exact=True).count() == 0
    assert page.get_by_role("region", name="Adoptar en la Mesa").count() == 0
    assert faltas(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho
