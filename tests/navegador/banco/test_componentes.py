"""La tabla, la cuadrícula, la ficha y el importador en Chromium, hablando con su Python."""

from pathlib import Path
from typing import Any

import pytest

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.al_dia import AlDia, explicaciones
from mesa_territorial_widgets.componentes.cuadricula import Cuadricula
from mesa_territorial_widgets.componentes.ficha import Ficha
from mesa_territorial_widgets.componentes.importador import Importador
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tabla import Tabla

AXE = Path(__file__).parents[3] / "widgets/js/node_modules/axe-core/axe.min.js"
LISTA = "Institución;Sector;Poder\nSERVIU Valparaíso;Público;4,5\nClub Nuevo;ONG;alto\n"

pytestmark = pytest.mark.navegador


@pytest.fixture
def pizarra(monkeypatch) -> Pizarra:
    monkeypatch.setenv("MESA_PAGINA", "propia")
    return Pizarra(cargar_caso("mesa_campanilla"))


def celda(page: Any, fila: str, columna: int) -> Any:
    renglon = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=fila))
    return renglon.locator("th, td").nth(columna)


def pegar(objetivo: Any, texto: str) -> None:
    objetivo.evaluate(
        """(nodo, texto) => {
            const datos = new DataTransfer();
            datos.setData("text/plain", texto);
            nodo.dispatchEvent(new ClipboardEvent("paste",
                {clipboardData: datos, bubbles: true, cancelable: true}));
        }""",
        texto,
    )


def emitir(page: Any, suceso: str, detalle: Any = None) -> None:
    page.evaluate(
        "([s, d]) => window.dispatchEvent(new CustomEvent(s, {detail: d, cancelable: true}))",
        [suceso, detalle],
    )


def faltas(page: Any) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    reglas = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
    resultado = page.evaluate("(r) => axe.run(document, {runOnly: r})", reglas)
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in resultado["violations"]
        if v["id"] not in {"region", "page-has-heading-one", "heading-order"}
    ]


def test_editar_una_celda_la_guarda_y_escape_la_restaura(abrir, pizarra):
    page = abrir(Tabla(pizarra))
    influencia = celda(page, "SERVIU de Valparaíso", 4)

    influencia.focus()
    page.keyboard.press("F2")
    page.keyboard.type("3,5")
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    influencia.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("1")
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)

    assert pizarra.valor.actor("A02").influencia == 3.5
    assert influencia.inner_text() == "3,5"


def test_lo_que_no_sirve_se_dice_en_la_celda_y_no_se_guarda(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    celda(page, "SERVIU de Valparaíso", 4).focus()
    page.keyboard.type("9")
    page.keyboard.press("Enter")

    assert "escriba un número de 1 a 5" in page.locator(".mt-error-de-campo:visible").inner_text()
    assert pizarra.valor.actor("A02").influencia == 5


def test_tab_confirma_y_abre_la_celda_que_sigue(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    celda(page, "SERVIU de Valparaíso", 4).focus()
    page.keyboard.press("F2")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    for _ in range(40):
        serviu = pizarra.valor.actor("A02")
        if (serviu.influencia, serviu.interes) == (2, 1):
            break
        page.wait_for_timeout(50)

    assert (serviu.influencia, serviu.interes) == (2, 1)


def test_elegir_una_fila_la_elige_en_la_pizarra_y_al_reves(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    celda(page, "SERVIU de Valparaíso", 1).click()
    celda(page, "Municipio de Valparaíso", 1).click(modifiers=["Shift"])
    page.wait_for_timeout(100)
    elegidos = set(pizarra.seleccion)
    pizarra.seleccion = ["A01"]
    page.wait_for_timeout(100)

    assert len(elegidos) == 2
    fila = page.locator('tr[aria-selected="true"]')
    assert fila.count() == 1
    assert "FOSIS" in fila.inner_text()


def test_pegar_un_bloque_es_un_solo_cambio_que_se_deshace(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    pegar(
        celda(page, "SERVIU de Valparaíso", 0),
        "Nombre\tSector\tInfluencia\nSERVIU de Valparaíso\tPúblico\t1,5\nClub Nuevo\tPrivado\t2",
    )
    page.wait_for_timeout(250)
    frase = pizarra.guardado["frase"]
    despues = pizarra.valor
    page.get_by_role("button", name="Deshacer").click()
    page.wait_for_timeout(150)

    assert frase == "Pegó desde una planilla: agregó 1 actor, cambió 1 actor"
    assert despues.actor("A02").influencia == 1.5
    assert len(despues.actores) == 35
    assert pizarra.valor == cargar_caso("mesa_campanilla")


def test_pegar_con_errores_pregunta_antes(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    pegar(page.get_by_label("Actor nuevo"), "Nombre\tInfluencia\nClub Uno\t2\nClub Dos\tmucha")
    page.get_by_label("Sector para las filas nuevas").select_option("sociedad_civil")
    page.get_by_role("button", name="Pegar lo demás").click()
    page.wait_for_timeout(250)

    nombres = {a.nombre for a in pizarra.valor.actores.values()}
    assert "Club Uno" in nombres
    assert "Club Dos" not in nombres


def test_quitar_a_un_actor_ofrece_deshacer(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    page.get_by_role("button", name="Quitar SERVIU de Valparaíso").click()
    page.wait_for_timeout(150)
    sin_el = "A02" not in pizarra.valor.actores
    page.get_by_role("button", name="Deshacer").click()
    page.wait_for_timeout(150)

    assert sin_el
    assert len(pizarra.valor.relaciones_de("A02")) > 0


def test_ordenar_y_buscar(abrir, pizarra):
    page = abrir(Tabla(pizarra))

    page.get_by_role("button", name="Influencia").click()
    page.get_by_role("button", name="Influencia").click()
    orden = page.get_by_role("columnheader", name="Influencia").get_attribute("aria-sort")
    primera = page.locator("tbody tr").first.locator("td").nth(3).inner_text()
    page.get_by_label("Buscar").fill("serviu")
    page.wait_for_timeout(300)

    assert (orden, primera) == ("descending", "5")
    assert page.locator("tbody tr").count() == 1
    assert pizarra.filtro["buscar"] == "serviu"


def test_el_texto_hostil_se_ve_y_no_se_ejecuta(abrir, pizarra):
    malo = '<img src=x onerror="window.herido=1">'
    pizarra.ordenar("x", lambda m: m.con_cambio_de_actor("A02", nombre=malo, nota=malo))
    page = abrir(Tabla(pizarra), Cuadricula(pizarra), Ficha(pizarra))

    pizarra.seleccion = ["A02"]
    page.wait_for_timeout(300)

    assert page.evaluate("window.herido") is None
    assert page.locator(".mt-ficha h2").inner_text() == malo


def test_un_actor_nuevo_con_la_ficha_y_una_union_con_el_teclado(abrir, pizarra):
    page = abrir(Ficha(pizarra))

    emitir(page, "mesa:ficha", {"crear": True})
    page.keyboard.type("Club Los Aromos")
    page.get_by_label("Sector").select_option("sociedad_civil")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    nuevo = pizarra.seleccion[0]
    emitir(page, "mesa:ficha", {"unir": {"de": nuevo, "hacia": "A02"}})
    page.get_by_label("Tipo de relación").select_option("informacion")
    page.get_by_role("button", name="Unir actores").click()
    page.wait_for_timeout(200)

    assert pizarra.valor.actor(nuevo).nombre == "Club Los Aromos"
    assert [r.hacia for r in pizarra.valor.relaciones_de(nuevo)] == ["A02"]


def test_lo_que_dice_el_mapa_elige_a_los_de_la_frase(abrir, pizarra):
    AlDia(pizarra)
    page = abrir(Ficha(pizarra, medidas=explicaciones()))
    lectura = next(x for x in pizarra.lecturas if x["ids"])

    page.get_by_role("button", name=lectura["frase"][:30]).click()
    page.wait_for_timeout(150)

    assert pizarra.seleccion == lectura["ids"]


def test_cambiar_en_conjunto_el_estado_de_varios(abrir, pizarra):
    pizarra.seleccion = ["A01", "A02"]
    page = abrir(Ficha(pizarra))

    page.get_by_label("Convocatoria", exact=True).select_option("pendiente")
    page.get_by_role("button", name="Poner convocatoria a todos").click()
    page.wait_for_timeout(200)

    assert {pizarra.valor.actor(i).estado for i in ("A01", "A02")} == {"pendiente"}


def test_la_cuadricula_se_mueve_con_el_teclado_y_escribe_una_vez(abrir, pizarra):
    page = abrir(Cuadricula(pizarra))
    punto = page.get_by_role("slider", name="SERVIU de Valparaíso")
    frases: list[str] = []
    pizarra.observe(lambda c: frases.append(c.new["frase"]), "guardado")

    punto.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowLeft")
    dicho = punto.get_attribute("aria-valuetext")
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)

    serviu = pizarra.valor.actor("A02")
    assert dicho == "interés 3,5, influencia 4,9, Gestionar de cerca"
    assert (serviu.influencia, serviu.interes) == (4.9, 3.5)
    assert frases == ["SERVIU de Valparaíso: influencia 5 → 4,9; interés 4 → 3,5"]


def test_arrastrar_en_la_cuadricula_escribe_y_escape_restaura(abrir, pizarra):
    page = abrir(Cuadricula(pizarra))
    caja = page.get_by_role("slider", name="SERVIU de Valparaíso").locator(".forma").bounding_box()
    x, y = caja["x"] + caja["width"] / 2, caja["y"] + caja["height"] / 2

    def arrastrar() -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 150, y + 80, steps=3)

    arrastrar()
    page.keyboard.press("Escape")
    page.mouse.up()
    page.wait_for_timeout(100)
    tras_escape = pizarra.valor.actor("A02")
    arrastrar()
    page.mouse.up()
    page.wait_for_timeout(200)

    assert (tras_escape.influencia, tras_escape.interes) == (5, 4)
    assert pizarra.valor.actor("A02").influencia < 5
    assert pizarra.valor.actor("A02").interes < 4


def test_el_asistente_importa_una_vez_aunque_se_haga_doble_clic(abrir, pizarra):
    page = abrir(Importador(pizarra))

    emitir(page, "mesa:importar")
    archivo = {"name": "lista.csv", "mimeType": "text/csv", "buffer": LISTA.encode()}
    page.set_input_files("input[type=file]", archivo)
    page.get_by_role("button", name="Seguir: columnas").click()
    page.get_by_role("button", name="Seguir: revisar").click()
    campo = page.get_by_label("Corregir fila 3, Poder")
    campo.fill("2")
    campo.press("Enter")
    page.get_by_label("Es la misma que").check()
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")
    emitir(page, "mesa:importar")
    page.get_by_role("button", name="Seguir: confirmar").click()
    page.get_by_role("button", name="Importar", exact=True).dblclick()
    page.get_by_role("button", name="Deshacer la importación").wait_for()

    assert len(pizarra.valor.actores) == 35
    assert pizarra.valor.actor("A02").influencia == 4.5


@pytest.mark.parametrize("ancho", [1280, 360])
def test_sin_faltas_de_accesibilidad_ni_desborde(abrir, pizarra, ancho):
    AlDia(pizarra)
    page = abrir(
        Tabla(pizarra), Cuadricula(pizarra), Ficha(pizarra, medidas=explicaciones()), ancho=ancho
    )
    encontradas = faltas(page)
    pizarra.seleccion = ["A02"]
    page.wait_for_timeout(200)
    encontradas += faltas(page)
    pizarra.seleccion = ["A02", "A03"]
    page.wait_for_timeout(200)
    encontradas += faltas(page)

    assert encontradas == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ancho


class Pugna(ReglaRota):
    """Lo que levanta el guardado cuando otra persona cambió el mismo campo."""

    def para_pantalla(self) -> dict[str, Any]:
        """La pregunta que muestra la pantalla."""
        campo = {"ruta": ["actores", "A02", "influencia"], "suyo": 1, "mio": 2}
        frase = "Ana cambió este dato hace 2 min."
        return {"conflicto": {"frase": frase, "campos": [campo], "autor": "Ana", "hora": "14:03"}}


@pytest.mark.parametrize("componente", [Tabla, Ficha])
def test_un_conflicto_se_pregunta_y_la_mia_se_puede_poner(abrir, pizarra, componente):
    def guardar(_: str, transicion: Any, *, insistir: bool) -> Any:
        if not insistir:
            pizarra.mostrar(pizarra.valor.con_cambio_de_actor("A02", influencia=1))
            raise Pugna("Ana cambió este dato.")
        return transicion(pizarra.valor)

    pizarra._guardar = guardar
    page = abrir(componente(pizarra))
    pizarra.seleccion = ["A02"]
    if componente is Tabla:
        celda(page, "SERVIU de Valparaíso", 4).focus()
        page.keyboard.type("2")
    else:
        page.get_by_role("textbox", name="Influencia", exact=True).fill("2")
    page.keyboard.press("Enter")
    aviso = page.locator(".mt-aviso").inner_text()
    suya = pizarra.valor.actor("A02").influencia
    page.get_by_role("button", name="Poner la mía").click()
    page.wait_for_timeout(200)

    assert "Influencia: la suya es 1 y la mía 2" in aviso
    assert suya == 1
    assert pizarra.valor.actor("A02").influencia == 2
