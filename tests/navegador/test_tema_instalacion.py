"""La instalación de punta a punta: de una Mesa vacía al acta lista para firmar, en Word y PDF."""

import io
import re
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
from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Sector
from mesa_territorial.dominio.mesa import Mesa

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(120)]
COMPARTE_SERVIDOR = True
HOY = date.today()  # noqa: DTZ011  el día de la pantalla
JUNTA, SERVICIO = "Junta de vecinos Las Rocas", "Servicio de vivienda"
OBJETIVO = "Agua potable para Las Rocas antes de 2028"


def test_de_una_mesa_vacia_al_acta_lista_para_firmar(
    pagina: Page, servidor: Servidor, tmp_path: Path
):
    crear_mesa(pagina, servidor, "Mesa Las Rocas")
    clave = re.search(r"mesa=([^#&]+)", pagina.url)[1]
    pagina.goto(f"{servidor.raiz}/tema/07_convocatoria_e_instalacion?mesa={clave}#aplicar")
    ver(pagina, "El acta")
    expect(pagina.get_by_text("Impiden firmar: 14.")).to_be_visible()
    exigir_todo(pagina)

    # Una compañera anota el mapa: quienes integran pasan a constituir la Mesa.
    anotar_el_mapa(servidor, clave)
    ver(pagina, "La Mesa y su Comité")
    expect(pagina.locator(".mt-constitucion dl")).to_contain_text("3 actores")

    # Acuerda el objetivo y sienta a dos en el Comité, con doble clic y arrepintiéndose de uno.
    llenar(pagina, "Objetivo de la Mesa", OBJETIVO)
    guardado(pagina)
    for actor in (JUNTA, SERVICIO, "Ferretería El Puerto"):
        pagina.get_by_label("Otro actor del mapa").select_option(label=actor)
        pagina.locator(".mt-constitucion .linea button").dblclick()
        expect(pagina.get_by_label(f"Quitar del Comité: {actor}")).to_be_visible()
    pagina.locator(".mt-constitucion").get_by_role("button", name="Deshacer").click()
    expect(pagina.locator(".mt-constitucion li.esta")).to_have_count(2)
    exigir_todo(pagina)

    # La regla dice al lado lo que implica; un dato malo se explica y no se guarda.
    ver(pagina, "Regla, roles y calendario")
    pagina.get_by_label("Regla de decisión", exact=True).select_option(label="Mayoría simple")
    expect(pagina.locator(".mt-razones .frase").get_by_text("Mayoría simple. Gana")).to_be_visible()
    llenar(pagina, "Quórum, en porcentaje de integrantes", "300")
    expect(pagina.get_by_text("escriba un número entero de 1 a 100")).to_be_visible()
    llenar(pagina, "Quórum, en porcentaje de integrantes", "51")
    expect(pagina.get_by_text("hacen falta 2 integrantes de 3").first).to_be_visible()
    llenar(pagina, "Fecha", HOY.isoformat())
    llenar(pagina, "Hora de inicio", "10:00")
    llenar(pagina, "Hora de término", "12:00")
    llenar(pagina.locator(".mt-formulario").last, "Lugar o enlace", "Sede social Las Rocas")
    for rol, actor in (("Preside", SERVICIO), ("Secretaría y fe de lo acordado", JUNTA)):
        agregar(pagina, "Agregar un rol", {"Rol": rol, "Titular": actor})
    pagina.get_by_text("Sugerencias para partir", exact=False).click()
    pagina.get_by_role("button", name=re.compile("Agregar: Cada punto empieza")).click()
    guardado(pagina)
    proxima = {"Para qué": "Primer seguimiento", "Fecha": (HOY + timedelta(days=30)).isoformat()}
    agregar(pagina, "Agregar una sesión", proxima)
    exigir_todo(pagina)

    # Pasa lista y anota un interés; recarga: nada se perdió.
    ver(pagina, "Asistencia y probidad")
    for actor in (JUNTA, SERVICIO):
        abrir(pagina, actor)
        ficha(pagina, actor).get_by_label("Asistencia").select_option(label="Asiste")
        guardado(pagina)
    ficha(pagina, SERVICIO).get_by_label("Conflicto de intereses").select_option(label="Tiene")
    expect(ficha(pagina, SERVICIO).get_by_text("falta acordar el resguardo")).to_be_visible()
    guardado(pagina)
    pagina.reload()
    ver(pagina, "El acta")
    expect(pagina.get_by_text("Impiden firmar: 3.")).to_be_visible()

    # Completa la tabla, el acuerdo y el compromiso: nada impide firmar.
    agregar(
        pagina,
        "Agregar un punto",
        {"Punto": "Constitución", "Síntesis de lo conversado": "Todos de acuerdo."},
    )
    agregar(pagina, "Agregar un acuerdo", {"Acuerdo": "Se constituye la Mesa."})
    compromiso = {
        "Tarea": "Pedir factibilidad",
        "Responsable": SERVICIO,
        "Plazo": (HOY + timedelta(days=20)).isoformat(),
        "Medio de verificación": "Oficio ingresado",
    }
    agregar(pagina, "Agregar un compromiso", compromiso)
    expect(pagina.get_by_text("Nada impide firmar el acta.")).to_be_visible()
    exigir_todo(pagina)

    # Se lleva el acta y el calendario.
    acta = Document(io.BytesIO(bajar(pagina, "Bajar Acta de constitución en Word", tmp_path)))
    celdas = {c.text for t in acta.tables for f in t.rows for c in f.cells}
    assert {OBJETIVO, JUNTA, SERVICIO, "Sede social Las Rocas", "Oficio ingresado"} <= celdas
    assert not any("Borrador" in c for c in celdas)
    assert bajar(pagina, "Bajar Acta de constitución en PDF", tmp_path).startswith(b"%PDF")
    agenda = bajar(pagina, "Bajar Calendario de sesiones", tmp_path)
    assert [str(c["SUMMARY"]) for c in Calendar.from_ical(agenda).events] == [
        "Mesa: Primer seguimiento"
    ]

    # En un celular se lee y se usa lo mismo, y el mapa dice quién está en el Comité.
    pagina.set_viewport_size({"width": 360, "height": 780})
    ver(pagina, "La Mesa y su Comité")
    exigir_todo(pagina)
    with Almacen.abrir(servidor.base) as almacen:
        mesa = almacen.leer(clave).mesa
    assert {a.nombre for a in mesa.actores.values() if a.comite} == {JUNTA, SERVICIO}
    assert mesa.objetivo == OBJETIVO


def anotar_el_mapa(servidor: Servidor, clave: str) -> None:
    """Tres actores que integran la Mesa."""
    integra = {"estado": Estado.INTEGRA}
    actores = (
        Actor(id="j", nombre=JUNTA, sector=Sector.SOCIEDAD_CIVIL, nivel=Nivel.BARRIO, **integra),
        Actor(id="s", nombre=SERVICIO, sector=Sector.PUBLICO, nivel=Nivel.REGION, **integra),
        Actor(id="f", nombre="Ferretería El Puerto", sector=Sector.PRIVADO, **integra),
    )

    def anotar(mesa: Mesa) -> Mesa:
        return mesa.con_actores(actores)

    with Almacen.abrir(servidor.base) as almacen:
        almacen.cambiar(clave, "Anotó el mapa", anotar, autor="Rosa")


def ver(pagina: Page, vista: str) -> None:
    vistas = pagina.locator(".mt-tablero .vistas").first
    vistas.get_by_role("button", name=vista, exact=True).click()


def llenar(donde: Page | Locator, rotulo: str, valor: str) -> None:
    campo = donde.get_by_label(rotulo, exact=True).first
    campo.fill(valor)
    campo.press("Tab")


def agregar(pagina: Page, boton: str, campos: dict[str, str]) -> None:
    """Agrega una ficha con doble clic: se pide lo obligatorio y se completa en su lugar."""
    pagina.get_by_role("button", name=boton, exact=True).click()
    nueva = pagina.get_by_role("form", name=boton)
    quedan = {r: v for r, v in campos.items() if not poner(nueva.get_by_label(r, exact=True), v)}
    nueva.get_by_role("button", name="Guardar").dblclick()
    expect(nueva).to_have_count(0)
    abierta = pagina.locator(
        ".mt-fichero", has=pagina.get_by_role("button", name=boton, exact=True)
    )
    for rotulo, valor in quedan.items():
        assert poner(
            abierta.locator(".mt-tarjeta[open]").last.get_by_label(rotulo, exact=True), valor
        )
    guardado(pagina)


def poner(campo: Locator, valor: str) -> bool:
    """Escribe o elige el valor; dice si el campo estaba."""
    if not campo.count():
        return False
    if campo.evaluate("n => n.tagName") == "SELECT":
        campo.select_option(label=valor)
    else:
        campo.fill(valor)
        campo.press("Tab")
    return True


def ficha(pagina: Page, actor: str) -> Locator:
    lista = pagina.locator(".mt-fichero", has=pagina.get_by_text("Asistencia y declaraciones"))
    return lista.locator(".mt-tarjeta").filter(has_text=actor)


def abrir(pagina: Page, actor: str) -> None:
    ficha(pagina, actor).locator("summary").first.click()


def bajar(pagina: Page, boton: str, carpeta: Path) -> bytes:
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name=boton).first.click()
    archivo = carpeta / bajada.value.suggested_filename
    bajada.value.save_as(archivo)
    return archivo.read_bytes()
