"""Veinte textos hostiles en cada campo libre: no se ejecutan en ninguna pantalla ni archivo."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from navegador.conftest import Servidor
from navegador.pasos import aplicar, desplegar, nodos
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial.formacion.ejercicios import cargar_banco
from mesa_territorial.intercambio import exportar_svg

pytestmark = [pytest.mark.navegador, pytest.mark.timeout(180)]

_D = "window.__disparo=1"
CARGAS = (
    f"<script>{_D}</script>",
    f"<img src=x onerror={_D}>",
    f"<svg onload={_D}>",
    f"<svg><script>{_D}</script></svg>",
    f'"><img src=x onerror="{_D}">',
    f"'><img src=x onerror='{_D}'>",
    f"<iframe srcdoc='<script>parent.{_D[7:]}</script>'></iframe>",
    f"<details open ontoggle={_D}>x</details>",
    f"<input autofocus onfocus={_D}>",
    f"<a href='javascript:{_D}'>toque aquí</a>",
    f"[toque](javascript:{_D})",
    f"![x](x' onerror='{_D})",
    f"<style>@keyframes x{{}}</style><b style='animation:x' onanimationstart={_D}>x</b>",
    f"<video><source onerror={_D}></video>",
    f"<body onload={_D}>",
    f"<math><mtext></table><mglyph><style><img src=x onerror={_D}>",
    f"</textarea><script>{_D}</script>",
    f"</title><script>{_D}</script>",
    f"{{{{constructor.constructor('{_D}')()}}}}",
    f"$\\href{{javascript:{_D}}}{{x}}$`${{{_D}}}`",
)


# Lo que deja un texto que se tomó por marcas, aunque la política de la página lo frene.
_RASTROS = """() => {
  const malos = [];
  for (const e of document.querySelectorAll("*")) {
    for (const a of e.attributes)
      if (a.name.startsWith("on") || a.name === "srcdoc"
        || (/^((xlink:)?href|src)$/.test(a.name) && /^\\s*javascript:/i.test(a.value)))
        malos.push(`${e.tagName} ${a.name}`);
    if (e.tagName === "SCRIPT" && e.textContent.includes("__disparo")) malos.push("SCRIPT");
    if (e.tagName === "IMG" && e.getAttribute("src")?.startsWith("x")) malos.push("IMG");
  }
  return { disparo: Boolean(window.__disparo), malos };
}"""


def exigir_quieto(pagina: Page) -> None:
    """Nada se ejecutó, y ningún texto llegó a ser marca."""
    assert pagina.evaluate(_RASTROS) == {"disparo": False, "malos": []}


def _mesa_hostil(clave: str = "hostil", con: str = CARGAS[1]) -> Mesa:
    actores = [
        Actor(
            id=f"a{n}",
            nombre=f"{carga} {n}",
            sector=list(Sector)[n % 5],
            tipo=carga,
            nota=carga,
            fuente=carga,
            influencia=1 + n % 5,
            interes=1 + n % 4,
        )
        for n, carga in enumerate(CARGAS)
    ]
    relaciones = [
        Relacion(
            id=f"r{n}",
            de=f"a{n}",
            hacia=f"a{(n + 1) % len(CARGAS)}",
            tipo=list(TipoRelacion)[n % 5],
            nota=carga,
            momento="m0",
        )
        for n, carga in enumerate(CARGAS)
    ]
    momentos = [Momento(id=f"m{n}", nombre=f"{carga} {n}") for n, carga in enumerate(CARGAS)]
    return (
        Mesa(
            id=clave,
            nombre=con,
            objetivo=con,
            territorio=Territorio(cut_comuna="05101", lugar=con),
            momentos={m.id: m for m in momentos},
        )
        .con_actores(actores)
        .con_relaciones(relaciones)
    )


@pytest.fixture(scope="module")
def clave_hostil(servidor: Servidor) -> str:
    with Almacen.abrir(servidor.base) as almacen:
        almacen.guardar_preferencia("local", "nombre", CARGAS[4])
        for n, carga in enumerate(CARGAS):
            almacen.crear(_mesa_hostil(f"hostil{n}", carga), autor=carga)
        almacen.borrar("hostil19", autor=CARGAS[0])
        almacen.crear(_mesa_hostil(), autor=CARGAS[4])
        for carga in CARGAS:
            almacen.cambiar("hostil", carga, lambda m, c=carga: m.con(objetivo=c), autor=carga)
    return "hostil"


def _abrir(pagina: Page, servidor: Servidor, clave: str) -> None:
    aplicar(pagina, servidor, clave)
    expect(nodos(pagina)).to_have_count(len(CARGAS))


def test_el_detector_ve_las_cargas_cuando_una_pagina_si_las_ejecuta(pagina: Page):
    disparan, dejan_rastro = 0, 0
    for carga in CARGAS:
        pagina.goto("about:blank")
        pagina.evaluate("(t) => { document.body.innerHTML = t; }", carga)
        pagina.wait_for_timeout(60)
        visto = pagina.evaluate(_RASTROS)
        disparan += visto["disparo"]
        dejan_rastro += bool(visto["disparo"] or visto["malos"])

    assert disparan >= 8
    assert dejan_rastro >= 14


def test_ninguna_carga_se_ejecuta_en_la_portada_ni_en_mi_mesa(
    pagina: Page, servidor: Servidor, clave_hostil: str
):
    for direccion, senal in (("/", "La ruta"), ("/app/mi_mesa", "Sus Mesas")):
        pagina.goto(f"{servidor.raiz}{direccion}?mesa={clave_hostil}")
        expect(pagina.get_by_text(senal).first).to_be_visible()
        desplegar(pagina, "body")
        pagina.wait_for_timeout(500)

        exigir_quieto(pagina)

    for carga in CARGAS:
        expect(pagina.get_by_role("heading", name=carga, exact=True).first).to_be_attached()


def test_ninguna_carga_se_ejecuta_al_aplicar(pagina: Page, servidor: Servidor, clave_hostil: str):
    _abrir(pagina, servidor, clave_hostil)
    for resumen in reversed(pagina.locator(".mt-tablero details.plegable > summary").all()):
        resumen.click()
    expect(pagina.locator(".mt-lamina .dibujo svg")).to_be_visible(timeout=30_000)
    expect(pagina.get_by_text(CARGAS[7]).first).to_be_attached()
    exigir_quieto(pagina)

    for menu in ("Filtrar", "Tamaño por", "Ordenar", "Comparar", "Exportar"):
        pagina.get_by_role("button", name=menu).first.click()
        pagina.wait_for_timeout(150)
        exigir_quieto(pagina)
        pagina.keyboard.press("Escape")
    pagina.get_by_role("tab", name="Relaciones").click()
    pagina.get_by_role("button", name="Influencia e interés").click()
    expect(pagina.get_by_role("slider").first).to_be_visible()
    pagina.get_by_role("slider").first.focus()
    exigir_quieto(pagina)


def test_ninguna_carga_se_ejecuta_en_fichas_menus_ni_carteles(
    pagina: Page, servidor: Servidor, clave_hostil: str
):
    _abrir(pagina, servidor, clave_hostil)
    for n in range(len(CARGAS)):
        cuerpo = pagina.locator(f".nodo[data-id='a{n}'] .cuerpo").first
        cuerpo.focus()
        for tecla in ("r", "Escape", "Enter"):
            pagina.keyboard.press(tecla)
        expect(pagina.locator(".mt-ficha-actor h2")).to_contain_text(f"{CARGAS[n]} {n}")
    desplegar(pagina, ".mt-ficha")
    exigir_quieto(pagina)
    pagina.locator(".nodo[data-id='a0'] .cuerpo").first.focus()
    for tecla in ("u", "ArrowRight", "Enter"):
        pagina.keyboard.press(tecla)
    expect(pagina.get_by_role("dialog", name="¿Qué los une?")).to_be_visible()

    exigir_quieto(pagina)


def test_ninguna_carga_se_ejecuta_al_buscarla(pagina: Page, servidor: Servidor, clave_hostil: str):
    _abrir(pagina, servidor, clave_hostil)
    for panel in ("Historial de cambios", "Tabla de actores y relaciones"):
        pagina.get_by_text(panel, exact=True).click()
    expect(pagina.get_by_label("Qué dice")).to_be_visible()
    buscadores = pagina.locator("input[type=search]:visible")
    expect(buscadores.nth(2)).to_be_visible()

    for buscador in buscadores.all():
        for carga in CARGAS:
            buscador.fill(carga)
            pagina.wait_for_timeout(30)
        pagina.wait_for_timeout(400)
        exigir_quieto(pagina)
        buscador.fill("")


def test_una_planilla_hostil_se_ve_como_texto_en_cada_paso(
    pagina: Page, servidor: Servidor, clave_hostil: str, tmp_path: Path
):
    libro = Workbook()
    hoja = libro.active
    assert hoja is not None
    hoja.title = "<img src=x onerror=a>"
    hoja.append(["Institución", "Sector", "Nota", *CARGAS])
    for carga in CARGAS:
        hoja.append([f"Nueva {carga}", carga, carga, *CARGAS])
    archivo = tmp_path / "<img src=x onerror=window.__disparo=1>.xlsx"
    libro.save(archivo)
    _abrir(pagina, servidor, clave_hostil)

    pagina.get_by_role("button", name="Importar", exact=True).first.click()
    pagina.locator("dialog input[type=file]").set_input_files(archivo)
    for seguir in ("Seguir: columnas", "Seguir: revisar"):
        expect(pagina.get_by_role("button", name=seguir)).to_be_visible()
        exigir_quieto(pagina)
        pagina.get_by_role("button", name=seguir).click()

    expect(pagina.get_by_label("Corregir fila").first).to_have_value(CARGAS[0])
    exigir_quieto(pagina)


def test_un_nombre_hostil_que_llega_en_vivo_se_ve_como_texto(
    pagina: Page, servidor: Servidor, clave_hostil: str
):
    _abrir(pagina, servidor, clave_hostil)
    with Almacen.abrir(servidor.base) as almacen:
        for n, carga in enumerate(CARGAS):
            almacen.cambiar(
                clave_hostil,
                carga,
                lambda m, c=carga, i=n: m.con(nombre=c, objetivo=c).con_cambio_de_actor(
                    f"a{i}", nombre=f"{c} vivo"
                ),
                autor=carga,
            )
            if n % 4 == 3:  # la página mira cada segundo: se le deja ver varios
                expect(pagina.locator("#mesa-nombre")).to_have_text(carga, timeout=4_000)
                exigir_quieto(pagina)


def test_el_svg_exportado_no_ejecuta_nada(pagina: Page, tmp_path: Path):
    otra = pagina.context.new_page()
    for n, carga in enumerate(CARGAS):
        archivo = tmp_path / f"mapa{n}.svg"
        archivo.write_bytes(exportar_svg(replace(_mesa_hostil(), nombre=carga), "m0"))

        otra.goto(archivo.as_uri())

        assert otra.evaluate("() => document.documentElement.tagName") == "svg"
        exigir_quieto(otra)


def test_una_respuesta_abierta_hostil_no_se_ejecuta_al_volver(pagina: Page, servidor: Servidor):
    abierta = next(
        i for i in cargar_banco("03_mapa_de_actores").items if "Abierta" in type(i).__name__
    )
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores#practicar")
    expect(pagina.get_by_text("Ejercicio 1 de")).to_be_visible()
    pagina.get_by_role("button", name="Ver cómo voy").click()
    pagina.get_by_role("button", name=abierta.titulo).first.click()
    pagina.locator("textarea").first.fill(json.dumps(CARGAS))
    pagina.get_by_role("button", name="Responder").first.click()
    pagina.wait_for_timeout(800)
    exigir_quieto(pagina)

    pagina.reload()
    expect(pagina.locator(".mt-practica")).to_be_visible()
    pagina.wait_for_timeout(1_000)

    exigir_quieto(pagina)
