"""Las fichas, las razones y los documentos en Chromium, hablando con su Python."""

import pytest
from navegador.banco.test_componentes import faltas
from playwright.sync_api import expect

from mesa_territorial.casos import cargar_caso
from mesa_territorial.esquemas import Campo, Esquema
from mesa_territorial_widgets.componentes.entrega import Documento, Entrega
from mesa_territorial_widgets.componentes.fichero import Fichero
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.razones import Bloque, Frase, Razones

pytestmark = pytest.mark.navegador

MALO = '<img src=x onerror="window.herido=1">'
PROBLEMAS = Esquema(
    seccion="escala",
    coleccion="problemas",
    uno="un problema",
    varios="Problemas del territorio",
    titulo="nombre",
    prefijo="p",
    agregar="Agregar un problema",
    vacio="Todavía no hay problemas. Anote el primero.",
    campos=(
        Campo(clave="nombre", nombre="Problema", obligatorio=True),
        Campo(clave="competente", nombre="Quién tiene la competencia", clase="actor"),
        Campo(clave="nota", nombre="Nota", clase="largo", en_tabla=False),
    ),
)


@pytest.fixture
def pizarra(monkeypatch) -> Pizarra:
    monkeypatch.setenv("MESA_PAGINA", "propia")
    caso = cargar_caso("mesa_campanilla")
    return Pizarra(caso.con(escala=type(caso.escala)(), ilustrativa=False))


@pytest.mark.parametrize("ancho", [1280, 360])
def test_una_ficha_se_agrega_se_completa_y_se_quita_sin_perder_nada(abrir, pizarra, ancho):
    pagina = abrir(Fichero(pizarra, PROBLEMAS), ancho=ancho)
    expect(pagina.get_by_text("Anote el primero")).to_be_visible()
    assert faltas(pagina) == []

    pagina.get_by_role("button", name="Agregar un problema").click()
    formulario = pagina.get_by_role("form", name="Agregar un problema")
    formulario.get_by_role("button", name="Guardar").click()
    expect(formulario.get_by_role("alert")).to_contain_text("no puede quedar vacío")
    formulario.get_by_label("Problema").fill(f"Sin agua {MALO}")
    # Doble clic: una sola ficha.
    formulario.get_by_role("button", name="Guardar").dblclick()
    expect(pagina.locator(".mt-tarjeta")).to_have_count(1)
    pagina.get_by_label("Quién tiene la competencia").select_option(label="SERVIU de Valparaíso")
    pagina.get_by_label("Nota").fill("Falta confirmar")
    pagina.get_by_label("Nota").blur()
    expect(pagina.locator(".resumen")).to_contain_text("SERVIU de Valparaíso")
    assert faltas(pagina) == []

    (ficha,) = pizarra.valor.escala.problemas.values()
    assert (ficha.competente, ficha.nota) == ("A02", "Falta confirmar")
    assert pagina.evaluate("window.herido") is None

    pagina.get_by_role("button", name="Quitar").click()
    expect(pagina.locator(".mt-tarjeta")).to_have_count(0)
    pagina.get_by_role("button", name="Deshacer").click()
    expect(pagina.locator(".mt-tarjeta")).to_have_count(1)


def test_la_tabla_ordena_y_lleva_a_la_ficha(abrir, pizarra):
    pagina = abrir(Fichero(pizarra, PROBLEMAS))
    for nombre in ("Barro", "Agua"):
        pagina.get_by_role("button", name="Agregar un problema").click()
        pagina.get_by_role("form").get_by_label("Problema").fill(nombre)
        pagina.keyboard.press("Enter")
        expect(pagina.locator(".mt-tarjeta").filter(has_text=nombre)).to_be_visible()

    pagina.get_by_role("button", name="Tabla").click()
    pagina.get_by_role("columnheader", name="Problema").get_by_role("button").click()

    expect(pagina.get_by_role("rowheader").first).to_have_text("Agua")
    pagina.get_by_role("button", name="Barro").click()
    expect(pagina.get_by_label("Problema").first).to_be_focused()


def test_tocar_un_actor_de_una_razon_lo_elige(abrir, pizarra):
    frase = Frase(
        texto=f"Decide y no está {MALO}", tono="alerta", que_hacer="Búsquelo.", ids=("A02",)
    )
    bloques = [Bloque(titulo="Compuerta", veredicto="Roja", tono="alerta", frases=(frase,))]
    razones = Razones(pizarra, bloques)
    pagina = abrir(razones)

    pagina.get_by_role("button", name="SERVIU de Valparaíso").click()

    assert pizarra.seleccion == ["A02"]
    assert faltas(pagina) == []
    assert pagina.evaluate("window.herido") is None


def test_un_documento_baja_y_lo_que_falta_se_dice(abrir):
    from mesa_territorial.dominio.reglas import ReglaRota

    def falta() -> tuple[str, bytes]:
        raise ReglaRota("Falta la fecha de la sesión.")

    acta = Documento(
        clave="acta", titulo="Acta", formatos={"Word": lambda: ("acta.docx", b"PK"), "PDF": falta}
    )
    pagina = abrir(Entrega([acta]))

    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name="Bajar Acta en Word").click()
    assert bajada.value.suggested_filename == "acta.docx"
    pagina.get_by_role("button", name="Bajar Acta en PDF").click()
    expect(pagina.get_by_role("status")).to_have_text("Falta la fecha de la sesión.")
    assert faltas(pagina) == []
