"""La convocatoria de punta a punta: de una Mesa vacía a las cartas en Word y el calendario."""

import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from navegador.conftest import Servidor
from navegador.pasos import crear_mesa, guardado
from navegador.revision import exigir_todo
from playwright.sync_api import Locator, Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
MUNICIPIO = "Municipalidad de San Lorenzo"
AYER = date.today() - timedelta(days=1)  # noqa: DTZ011 — el día de la pantalla


def test_de_una_mesa_vacia_a_las_cartas_y_el_calendario(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    crear_mesa(pagina, servidor, "Mesa Los Aromos")
    clave = re.search(r"mesa=([^#&]+)", pagina.url)[1]
    pagina.goto(f"{servidor.raiz}/tema/07_convocatoria_e_instalacion?mesa={clave}#aplicar")
    expect(pagina.get_by_text("Todavía no hay actores a quienes convocar.")).to_be_visible()

    # Una compañera anota el mapa desde su computador: aparece aquí sin recargar.
    anotar_el_mapa(servidor, clave)
    expect(columna(pagina, "Por convocar").locator(".tarjeta")).to_have_count(2)
    expect(columna(pagina, "Integra la Mesa").locator(".tarjeta")).to_have_count(2)
    exigir_todo(pagina)

    # Mueve una tarjeta con el teclado y corrige el día en que ocurrió.
    tarjeta(pagina, MUNICIPIO).focus()
    for tecla in ("Space", "ArrowRight", "Enter"):
        pagina.keyboard.press(tecla)
    expect(columna(pagina, "Contactado").locator(".tarjeta")).to_have_count(1)
    pagina.get_by_role("button", name="Fue otro día").click()
    pagina.get_by_label("Qué día fue").fill(AYER.isoformat())
    pagina.get_by_label("Qué pasó").fill("Atendió la dirección de desarrollo comunitario")
    pagina.locator(".mt-cambio").get_by_role("button", name="Guardar").dblclick()
    guardado(pagina)
    pagina.get_by_text("1 cambio de", exact=False).click()
    expect(pagina.get_by_text("Atendió la dirección")).to_be_visible()

    # Arrastra otra con el ratón, se arrepiente y deshace.
    arrastrar(pagina, "Cámara de comercio", "En reunión")
    expect(columna(pagina, "En reunión").locator(".tarjeta")).to_have_count(1)
    pagina.locator(".mt-estados").get_by_role("button", name="Deshacer").click()
    expect(columna(pagina, "Por convocar").locator(".tarjeta")).to_have_count(1)

    # Lee por qué camino se llega, y que el conflicto no abre puertas.
    ver(pagina, "Invitaciones")
    pagina.locator(".mt-tarjeta summary").filter(has_text=MUNICIPIO).click()
    expect(pagina.get_by_text(f"Mejor camino: FOSIS Valparaíso → {MUNICIPIO}")).to_be_visible()
    expect(pagina.get_by_text("SERVIU de Valparaíso →")).to_have_count(0)
    exigir_todo(pagina)

    # Completa las cartas con un borrador, corrige una a mano y se lleva todas.
    pagina.get_by_text("Quién convoca y a qué", exact=True).click()
    pagina.get_by_label("Institución que convoca").select_option(label="FOSIS Valparaíso")
    llenar(pagina, "Primera sesión", "2026-12-17")
    ver(pagina, "Cartas")
    pagina.get_by_role("button", name="Proponer borradores de lo que falta").click()
    expect(pagina.locator(".mt-cartas .lista").get_by_text("Lista")).to_have_count(2)
    texto = pagina.get_by_label("Texto de la carta")
    texto.fill(texto.input_value().replace("Junto con saludar", "Estimado equipo municipal"))
    texto.press("Tab")
    expect(pagina.get_by_text("Corregida a mano:")).to_be_visible()
    exigir_todo(pagina)
    cartas = zipfile.ZipFile(io.BytesIO(bajar(pagina, "Bajar las 2 que faltan en Word", tmp_path)))
    assert len(cartas.namelist()) == 2
    municipal = Document(io.BytesIO(cartas.read(cartas.namelist()[0])))
    dice = "\n".join(p.text for p in municipal.paragraphs)
    assert "Estimado equipo municipal, FOSIS Valparaíso invita" in dice
    assert "17 de diciembre de 2026" in dice

    # Mira el balance antes de enviar.
    ver(pagina, "Balance")
    expect(pagina.locator(".mt-lamina h3")).to_contain_text("faltarían los sectores")

    # Anota lo que sigue; lo vencido se señala y el calendario lo lleva.
    pagina.get_by_text("Gestiones", exact=True).click()
    pagina.get_by_role("button", name="Agregar una gestión").click()
    nueva = pagina.get_by_role("form", name="Agregar una gestión")
    nueva.get_by_label("Qué hay que hacer").fill("Llamar a la alcaldía")
    nueva.get_by_label("Ante quién").select_option(label=MUNICIPIO)
    nueva.get_by_role("button", name="Guardar").dblclick()
    expect(pagina.get_by_text("Sin fecha no va al calendario.")).to_be_visible()
    llenar(pagina.locator(".mt-tarjeta[open]").last, "Fecha", AYER.isoformat())
    guardado(pagina)
    pagina.get_by_text("Para llevar", exact=True).click()
    citas = Calendar.from_ical(bajar(pagina, "Archivo .ics", tmp_path)).events
    assert sorted(str(c["SUMMARY"]) for c in citas) == [
        f"Llamar a la alcaldía ({MUNICIPIO})",
        "Primera sesión: Mesa Los Aromos",
    ]

    # Anota con quién se habla: aparte de la Mesa, y sólo si alguien activa los contactos.
    pagina.get_by_text("Contactos de las instituciones", exact=True).click()
    pagina.get_by_role("button", name="Activar los contactos de esta Mesa").click()
    nuevo = pagina.get_by_role("form", name="Agregar un contacto")
    nuevo.get_by_label("Actor").select_option(label=MUNICIPIO)
    nuevo.get_by_label("Cargo, no nombre").fill("Dirección de desarrollo comunitario")
    nuevo.get_by_label("Correo de la institución").fill("alguien@gmail.com")
    nuevo.get_by_label("Qué permite guardarlo").fill("La institución lo publica en su sitio")
    nuevo.get_by_role("button", name="Guardar el contacto").click()
    expect(
        pagina.get_by_text("Anote el correo de la institución, no uno personal.")
    ).to_be_visible()
    nuevo.get_by_label("Correo de la institución").fill("dideco@sanlorenzo.cl")
    nuevo.get_by_role("button", name="Guardar el contacto").click()
    expect(pagina.get_by_text("dideco@sanlorenzo.cl")).to_be_visible()

    # Recarga en un celular: todo sigue, lo atrasado primero, y el mapa dice lo mismo.
    pagina.set_viewport_size({"width": 360, "height": 780})
    pagina.reload()
    ver(pagina, "Tablero")
    expect(pagina.get_by_role("button", name="Atrasados (1)")).to_be_visible()
    expect(pagina.get_by_text("venció hace 1 día").first).to_be_visible()
    exigir_todo(pagina)
    with Almacen.abrir(servidor.base) as almacen:
        mesa = almacen.leer(clave).mesa
    (municipio,) = (a for a in mesa.actores.values() if a.nombre == MUNICIPIO)
    assert municipio.estado is Estado.CONTACTADO
    assert [c.fecha for c in mesa.convocatoria.cambios.values()] == [AYER.isoformat()]
    assert len(mesa.convocatoria.gestiones) == 1


def anotar_el_mapa(servidor: Servidor, clave: str) -> None:
    """Cuatro actores, dos de ellos sentados, y sus relaciones: una es un conflicto."""
    campos = {"nivel": Nivel.REGION, "estado": Estado.INTEGRA}
    actores = (
        Actor(id="f", nombre="FOSIS Valparaíso", sector=Sector.PUBLICO, **campos),
        Actor(id="s", nombre="SERVIU de Valparaíso", sector=Sector.PUBLICO, **campos),
        Actor(id="m", nombre=MUNICIPIO, sector=Sector.PUBLICO, influencia=5, capital_politico=3),
        Actor(id="c", nombre="Cámara de comercio", sector=Sector.PRIVADO, capital_economico=2),
    )
    coordina, pugna = TipoRelacion.COORDINACION, TipoRelacion.CONFLICTO
    relaciones = (
        Relacion(id="r1", de="f", hacia="m", tipo=coordina, intensidad=1),
        Relacion(id="r2", de="s", hacia="m", tipo=coordina, intensidad=3),
        Relacion(id="r3", de="s", hacia="m", tipo=pugna),
        Relacion(id="r4", de="m", hacia="c", tipo=coordina),
    )

    def anotar(mesa: Mesa) -> Mesa:
        return mesa.con_actores(actores).con_relaciones(relaciones)

    with Almacen.abrir(servidor.base) as almacen:
        almacen.cambiar(clave, "Anotó el mapa", anotar, autor="Rosa")


def columna(pagina: Page, nombre: str) -> Locator:
    return pagina.locator(f'.mt-estados .columna[aria-label^="{nombre}:"]')


def tarjeta(pagina: Page, nombre: str) -> Locator:
    return pagina.locator(".mt-estados").get_by_role("button", name=nombre, exact=True)


def arrastrar(pagina: Page, actor: str, hacia: str) -> None:
    """Lleva la tarjeta a otra columna con el ratón, como lo haría una mano."""
    columna(pagina, hacia).scroll_into_view_if_needed()
    desde = tarjeta(pagina, actor).bounding_box()
    hasta = columna(pagina, hacia).bounding_box()
    assert desde and hasta
    pagina.mouse.move(desde["x"] + 40, desde["y"] + 10)
    pagina.mouse.down()
    pagina.mouse.move(hasta["x"] + 60, hasta["y"] + 40, steps=6)
    pagina.mouse.up()


def ver(pagina: Page, vista: str) -> None:
    pagina.locator(".mt-tablero .vistas").first.get_by_role(
        "button", name=vista, exact=True
    ).click()


def llenar(donde: Page | Locator, rotulo: str, valor: str) -> None:
    campo = donde.get_by_label(rotulo, exact=True)
    campo.fill(valor)
    campo.press("Tab")


def bajar(pagina: Page, boton: str, carpeta: Path) -> bytes:
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name=boton).first.click()
    archivo = carpeta / bajada.value.suggested_filename
    bajada.value.save_as(archivo)
    return archivo.read_bytes()
