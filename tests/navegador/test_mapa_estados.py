"""El mapa en sus estados: vacío, sólo lectura, filtrado, comparando; y accesible en todos."""

import pytest
from navegador.escritorio import abrir, sin_lugares  # noqa: F401
from navegador.revision import desborde, faltas_de_accesibilidad, palabras_inglesas
from playwright.sync_api import expect

from mesa_territorial.casos.mesas import cargar_caso
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio

pytestmark = pytest.mark.navegador


def test_lo_nuevo_se_acomoda_una_vez_sin_mover_lo_puesto(abrir):  # noqa: F811
    antes = cargar_caso("mesa_campanilla")
    e = abrir(sin_lugares(3))

    e.page.wait_for_timeout(1500)

    assert e.frases.count("Acomodó 3 actores nuevos") == 1
    assert all(a.tiene_lugar for a in e.mesa.actores.values())
    for clave in list(antes.actores)[3:]:
        assert (e.mesa.actor(clave).x, e.mesa.actor(clave).y) == (
            antes.actor(clave).x,
            antes.actor(clave).y,
        )


def test_deshacer_el_acomodo_no_lo_repite_sin_fin(abrir):  # noqa: F811
    e = abrir(sin_lugares(2))
    e.page.wait_for_timeout(1200)

    e.pizarra.responder("deshacer", {})
    e.page.wait_for_timeout(1500)

    assert e.frases.count("Acomodó 2 actores nuevos") == 1
    expect(e.page.locator(".nodo")).to_have_count(34)


def test_en_solo_lectura_se_ve_y_no_se_cambia_nada(abrir):  # noqa: F811
    e = abrir(sin_lugares(), solo_lectura=True)
    antes = e.mesa

    e.page.wait_for_timeout(900)
    e.arrastrar(e.centro("A02"), (300, 300))
    e.enfocar("A02")
    e.teclas("Delete", "p", "m", "ArrowRight", "Escape")

    assert e.mesa == antes
    expect(e.page.get_by_role("button", name="Agregar")).to_have_count(0)


def test_filtrar_por_un_sector_en_la_leyenda_y_volver(abrir):  # noqa: F811
    e = abrir(medida="grado", metricas={"grado": {"A01": 29}})
    publico = e.page.locator(".leyenda").get_by_role("button", name="Público")

    publico.click()
    e.page.wait_for_timeout(200)
    expect(e.page.locator(".nodo[data-id]")).to_have_count(12)
    expect(publico).to_have_attribute("aria-pressed", "true")
    publico.click()

    expect(e.page.locator(".nodo[data-id]")).to_have_count(34)


def test_comparar_dice_cuantas_relaciones_son_nuevas_y_cuantas_se_perdieron(abrir):  # noqa: F811
    e = abrir()

    e.page.get_by_role("button", name="Comparar").click()

    franja = e.page.get_by_role("region", name="Antes y después")
    nuevas, perdidas = (e.page.locator(f".arista.suerte-{s}").count() for s in ("nueva", "perdida"))
    expect(franja).to_contain_text(f"{nuevas} relaciones nuevas, {perdidas} perdidas")
    assert e.page.locator(".marca.suerte-nueva").count() == nuevas


def test_una_mesa_vacia_ensena_por_donde_partir(abrir):  # noqa: F811
    e = abrir(Mesa(id="m", nombre="Nueva", territorio=Territorio(cut_comuna="05101")))

    expect(e.page.get_by_text("¿qué institución llamó a formar la Mesa?")).to_be_visible()
    e.page.get_by_role("button", name="Importar una lista").click()
    e.page.get_by_role("button", name="Agregar actor").click()

    assert e.page.evaluate("() => fichas") == ["importar", {"crear": True}]


def test_la_imagen_png_trae_el_mapa_completo_sobre_blanco(abrir, tmp_path):  # noqa: F811
    image = pytest.importorskip("PIL.Image")
    e = abrir()
    e.page.get_by_role("button", name="Exportar").click()

    with e.page.expect_download() as bajada:
        e.page.get_by_role("button", name="Imagen PNG").click()
    ruta = tmp_path / "mapa.png"
    bajada.value.save_as(ruta)

    imagen = image.open(ruta).convert("RGB")
    assert imagen.size == (3200, 2000)
    assert imagen.getpixel((5, 5)) == (255, 255, 255)
    assert len(imagen.resize((320, 200)).getcolors(70_000)) > 50


@pytest.mark.parametrize("ancho", [1280, 360])
@pytest.mark.parametrize("panel", ["", "Filtrar", "Tamaño por", "Exportar", "Ordenar", "Comparar"])
def test_el_mapa_es_accesible_en_cada_estado(abrir, ancho, panel):  # noqa: F811
    e = abrir(ancho=ancho)

    if panel:
        e.page.get_by_role("button", name=panel).first.click()
    e.page.wait_for_timeout(200)

    assert faltas_de_accesibilidad(e.page) == []
    assert palabras_inglesas(e.page) == []
    assert desborde(e.page) == 0
