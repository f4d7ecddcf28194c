"""Veinte textos hostiles en cada campo libre: en ninguna pantalla, gráfico o archivo se ejecutan."""

import json
from pathlib import Path

import pytest
from mesa_territorial.almacen import Almacen
from mesa_territorial.dominio.actores import Actor, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa, Momento
from mesa_territorial.dominio.territorio import Territorio
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.navegador

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


def _mesa_hostil() -> Mesa:
    actores = [
        Actor(
            id=f"a{n}",
            nombre=f"{carga} {n}",
            sector=list(Sector)[n % 5],
            tipo=carga,
            nota=carga,
            fuente=carga,
            influencia=3,
            interes=3,
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
            momento="m",
        )
        for n, carga in enumerate(CARGAS)
    ]
    return (
        Mesa(
            id="hostil",
            nombre=CARGAS[1],
            objetivo=CARGAS[0],
            territorio=Territorio(cut_comuna="05101", lugar=CARGAS[2]),
            momentos={"m": Momento(id="m", nombre=CARGAS[3])},
        )
        .con_actores(actores)
        .con_relaciones(relaciones)
    )


@pytest.fixture(scope="module")
def clave_hostil(servidor) -> str:
    with Almacen.abrir(servidor.base) as almacen:
        almacen.guardar_preferencia("local", "nombre", CARGAS[4])
        almacen.crear(_mesa_hostil(), autor=CARGAS[4])
        for carga in CARGAS:
            almacen.cambiar("hostil", carga, lambda m, c=carga: m.con(objetivo=c), autor=carga)
    return "hostil"


def _disparo(pagina: Page) -> bool:
    return bool(pagina.evaluate("() => Boolean(window.__disparo)"))


def test_ninguna_carga_se_ejecuta_en_la_portada_ni_en_mi_mesa(pagina: Page, servidor, clave_hostil):
    for direccion, senal in (("/", "La ruta"), ("/app/mi_mesa", "Sus Mesas")):
        pagina.goto(f"{servidor.raiz}{direccion}?mesa={clave_hostil}")
        expect(pagina.get_by_text(senal).first).to_be_visible()
        pagina.wait_for_timeout(500)

        assert not _disparo(pagina)


def test_ninguna_carga_se_ejecuta_al_aplicar(pagina: Page, servidor, clave_hostil):
    pagina.goto(f"{servidor.raiz}/tema/03_mapa_de_actores?mesa={clave_hostil}#aplicar")
    expect(pagina.locator(".mt-tablero")).to_be_visible()
    for resumen in pagina.locator(".mt-tablero details.plegable > summary").all():
        resumen.click()
    pagina.wait_for_timeout(3_000)
    pagina.get_by_role("button", name="Influencia e interés").click()
    pagina.wait_for_timeout(1_000)

    assert not _disparo(pagina)
    assert pagina.locator("svg").count() > 1


def test_el_svg_exportado_no_ejecuta_nada(pagina: Page, servidor, clave_hostil, tmp_path: Path):
    from mesa_territorial.intercambio import exportar_svg

    archivo = tmp_path / "mapa.svg"
    archivo.write_bytes(exportar_svg(_mesa_hostil(), "m"))
    otra = pagina.context.new_page()

    otra.goto(archivo.as_uri())
    otra.wait_for_timeout(500)

    assert otra.evaluate("() => document.documentElement.tagName") == "svg"
    assert not _disparo(otra)


def test_una_respuesta_abierta_hostil_no_se_ejecuta_al_volver(pagina: Page, servidor):
    from mesa_territorial.formacion.ejercicios import cargar_banco

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
    pagina.reload()
    pagina.wait_for_timeout(2_000)

    assert not _disparo(pagina)
