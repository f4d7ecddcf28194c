"""La práctica en Chromium: con ratón, con teclado y en pantalla angosta, corregida por Python."""

from collections.abc import Iterator

import pytest
from navegador.banco.marco import Banco
from navegador.revision import exigir_todo
from playwright.sync_api import Browser, Locator, Page, expect

from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.formacion.items import Abierta
from mesa_territorial.formacion.respuestas import RespuestaDada
from mesa_territorial_widgets.componentes.practica import Practica

pytestmark = pytest.mark.navegador

BANCO = cargar_banco("03_mapa_de_actores")
HOSTIL = "<img src=x onerror=window.__disparo=1>"


class Sala:
    """La práctica abierta en una página, con lo que se fue guardando."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina
        self.guardadas: list[RespuestaDada] = []
        self.banco = Banco(pagina, Practica(BANCO, al_responder=self.guardadas.append))

    def abrir(self, id_item: str) -> None:
        titulo = BANCO.item(id_item).titulo
        self.pagina.locator(".punto").nth([i.id for i in BANCO.items].index(id_item)).click()
        expect(self.pagina.get_by_role("heading", name=titulo)).to_be_focused()

    def responder(self) -> Locator:
        self.pagina.get_by_role("button", name="Responder", exact=True).click()
        resultado = self.pagina.locator(".resultado")
        expect(resultado).to_be_focused()
        return resultado


@pytest.fixture
def sala(navegador: Browser, request: pytest.FixtureRequest) -> Iterator[Sala]:
    ancho = getattr(request, "param", 1280)
    contexto = navegador.new_context(
        viewport={"width": ancho, "height": 800}, has_touch=ancho < 600, is_mobile=ancho < 600
    )
    una = Sala(contexto.new_page())
    yield una
    assert una.banco.errores == []
    una.banco.cerrar()
    contexto.close()


@pytest.mark.parametrize("sala", [1280, 360], indirect=True)
def test_todo_ejercicio_es_accesible_y_cabe_y_nada_viene_elegido(sala):
    for item in BANCO.items:
        sala.abrir(item.id)

        exigir_todo(sala.pagina)
        assert sala.pagina.locator(".ejercicio input:checked").count() == 0
        elegidos = sala.pagina.eval_on_selector_all(
            ".ejercicio select", "listas => listas.filter(l => l.value).length"
        )
        assert elegidos == 0


@pytest.mark.parametrize("sala", [360], indirect=True)
def test_con_el_dedo_todo_boton_mide_al_menos_44(sala):
    chicos = sala.pagina.eval_on_selector_all(
        "button, select, .alternativa label",
        "nodos => nodos.filter(n => n.getBoundingClientRect().height < 44).map(n => n.outerHTML)",
    )

    assert chicos == []


def test_equivocarse_pedir_una_pista_y_acertar(sala):
    pagina = sala.pagina
    vacia = sala.responder()
    expect(vacia).to_contain_text("Todavía no hay respuesta")
    pagina.get_by_role("radio", name="¿Quién es responsable").check()
    expect(sala.responder()).to_contain_text("Todavía no.")
    expect(
        pagina.get_by_role("radio", name="¿Quién es responsable")
    ).to_have_accessible_description(
        "Revise. Busca una culpa, no un acuerdo. Quien se sienta acusado no entrará al mapa, "
        "y usted lo necesita en la Mesa."
    )

    pagina.get_by_role("button", name="Pedir una pista").click()
    expect(pagina.locator(".pista")).to_be_focused()
    expect(pagina.get_by_role("radio", name="¿Quién es responsable")).to_be_checked()
    pagina.get_by_role("radio", name="¿Quiénes tienen").check()
    expect(sala.responder()).to_contain_text("Correcto.")

    exigir_todo(pagina)
    assert [(d.correcta, d.intento, d.pistas) for d in sala.guardadas] == [
        (False, 1, 0),
        (True, 2, 1),
    ]


def test_ordenar_y_responder_solo_con_teclado(sala):
    sala.abrir("evidencia")
    pagina = sala.pagina
    for _ in range(2):
        pagina.get_by_role("button", name="Subir: Hay un convenio").press("Enter")
    expect(pagina.get_by_role("button", name="Bajar: Hay un convenio")).to_be_focused()
    for _ in range(2):
        pagina.get_by_role("button", name="Subir: Cada una").press("Enter")

    pagina.get_by_role("button", name="Responder", exact=True).press("Enter")

    expect(pagina.locator(".resultado")).to_contain_text("Correcto.")
    assert sala.guardadas[0].dada == ["convenio", "ambas", "una", "supuesto"]


def test_ordenar_sin_mover_nada_no_es_una_respuesta(sala):
    sala.abrir("evidencia")

    expect(sala.responder()).to_contain_text("Todavía no hay respuesta")
    assert sala.guardadas == []


def test_arrastrar_una_ficha_y_elegir_en_las_listas_es_lo_mismo(sala):
    sala.abrir("influencia-interes")
    pagina = sala.pagina
    pagina.locator(".ficha").first.drag_to(
        pagina.locator('.celda[data-influencia="5"][data-interes="4"]')
    )
    club = pagina.get_by_role("group", name="3. Club deportivo")
    club.get_by_label("Influencia").select_option("1")
    club.get_by_label("Interés").select_option("5")

    expect(sala.responder()).to_contain_text("Va en parte.")

    assert sala.guardadas[0].dada == {
        "vivienda": {"influencia": 5, "interes": 4},
        "club": {"influencia": 1, "interes": 5},
    }


def test_armar_un_segundo_puente(sala):
    sala.abrir("segundo-puente")
    pagina = sala.pagina
    for campo, valor in (("De", "Junta de vecinos"), ("Hacia", "Fundación"), ("Tipo", "mandato")):
        pagina.get_by_label(campo, exact=True).select_option(valor)
    pagina.get_by_role("button", name="Agregar relación").click()
    expect(pagina.locator(".recado")).to_have_text("Unió Junta de vecinos con Fundación.")

    resultado = sala.responder()

    expect(resultado).to_contain_text("Salga quien salga, los demás siguen unidos.")


def test_un_nombre_hostil_se_ve_como_texto(sala):
    sala.abrir("armar-las-rocas")
    pagina = sala.pagina
    pagina.get_by_label("Nombre", exact=True).fill(HOSTIL)
    pagina.get_by_label("Sector", exact=True).select_option("academia")
    pagina.get_by_role("button", name="Agregar actor").click()

    expect(sala.responder()).to_contain_text(HOSTIL)

    assert pagina.locator(".mt-practica img").count() == 0
    assert pagina.evaluate("window.__disparo") is None


def test_lo_que_se_lleva_puesto_espera_al_volver(sala):
    sala.abrir("fuera-del-estado")
    sala.pagina.get_by_label("Su respuesta").fill("55,9")
    sala.abrir("para-que")

    sala.abrir("fuera-del-estado")

    expect(sala.pagina.get_by_label("Su respuesta")).to_have_value("55,9")


def test_rendirse_leer_la_guia_y_ver_como_voy(sala):
    pagina = sala.pagina
    pagina.evaluate("window.addEventListener('mesa:ir', (e) => { window.__ido = e.detail; })")
    pagina.get_by_role("button", name="Me rindo").click()
    expect(pagina.locator(".resultado")).to_contain_text("Solución")
    pagina.get_by_role("link", name="Leer esta parte de la guía").click()
    ido = pagina.evaluate("window.__ido")

    pagina.get_by_role("button", name="Ver cómo voy").click()

    assert ido == {"tiempo": "leer", "ancla": "para-que-un-mapa"}
    expect(pagina.get_by_role("heading", name="Así va")).to_be_focused()
    expect(pagina.get_by_role("button", name="Practicar otra vez: La pregunta")).to_be_visible()
    exigir_todo(pagina)


def test_un_texto_a_medias_vuelve_al_recargar(navegador):
    abierto = next(i for i in BANCO.items if isinstance(i, Abierta))
    guardados: dict[str, object] = {}

    def recargar() -> Sala:
        sala = Sala.__new__(Sala)
        sala.pagina = navegador.new_context().new_page()
        practica = Practica(
            BANCO, borradores=dict(guardados), al_escribir=lambda i, r: guardados.update({i: r})
        )
        sala.banco = Banco(sala.pagina, practica)
        sala.abrir(abierto.id)
        return sala

    antes = recargar()
    antes.pagina.locator("textarea").fill("Falta invitar a la junta")
    antes.pagina.wait_for_timeout(1_500)
    antes.banco.cerrar()
    antes.pagina.context.close()

    despues = recargar()
    expect(despues.pagina.locator("textarea")).to_have_value("Falta invitar a la junta")
    despues.banco.cerrar()
    despues.pagina.context.close()
