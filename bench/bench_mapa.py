"""Cuadros por segundo al arrastrar un actor en el mapa, en Chromium, con mapas de varios tamaños.

Uso: ``python bench/bench_mapa.py [actores:relaciones …]`` (por defecto 34:80 300:1500 1000:5000).
Cada fila arrastra con el ratón al actor con más relaciones durante unos segundos y cuenta los
cuadros con requestAnimationFrame; «montar» es hasta que el último actor está en la página.
"""

import random
import sys
import time
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cromo import OPCIONES, buscar_navegador
from navegador.banco.marco import Banco

from mesa_territorial.dominio.actores import Actor, Estado, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.mapa import Mapa

SEGUNDOS = 4
CONTAR = """() => {
  const t = []; let sigue = true;
  const paso = (ahora) => { t.push(ahora); if (sigue) requestAnimationFrame(paso); };
  requestAnimationFrame(paso);
  window.parar = () => { sigue = false; return t; };
}"""


def armar(cuantos: int, lazos: int, semilla: int = 7) -> Mesa:
    """Una Mesa inventada con ``cuantos`` actores y ``lazos`` relaciones; unos pocos concentran."""
    azar = random.Random(semilla)
    actores = {
        f"a{i}": Actor(
            id=f"a{i}",
            nombre=f"Organización de prueba número {i}",
            sector=azar.choice(list(Sector)),
            nivel=azar.choice(list(Nivel)),
            estado=azar.choice(list(Estado)),
            influencia=azar.randint(1, 5),
        )
        for i in range(cuantos)
    }
    relaciones: dict[str, Relacion] = {}
    huellas = set()
    while len(relaciones) < lazos:
        de, hacia = int(cuantos * azar.random() ** 2), azar.randrange(cuantos)
        tipo = azar.choice(list(TipoRelacion))
        if de == hacia or (de, hacia, tipo) in huellas:
            continue
        huellas.add((de, hacia, tipo))
        clave = f"r{len(relaciones)}"
        relaciones[clave] = Relacion(
            id=clave, de=f"a{de}", hacia=f"a{hacia}", tipo=tipo, intensidad=azar.randint(1, 3)
        )
    territorio = Territorio(cut_comuna="05101", nivel=Nivel.COMUNA)
    return Mesa(
        id="banco", nombre="Banco", territorio=territorio, actores=actores, relaciones=relaciones
    )


def medir(page: Page, mesa: Mesa) -> dict[str, float]:
    """Monta el mapa, arrastra y devuelve las cifras."""
    inicio = time.perf_counter()
    banco = Banco(page, Mapa(mesa))
    page.wait_for_selector(f".nodo >> nth={len(mesa.actores) - 1}", state="attached")
    montar = time.perf_counter() - inicio
    page.wait_for_timeout(1500)
    centro = _el_mas_relacionado(page, mesa)
    tiempos = _arrastrar(page, centro)
    page.wait_for_timeout(500)
    banco.cerrar()
    saltos = sorted(b - a for a, b in pairwise(tiempos))
    total = (tiempos[-1] - tiempos[0]) / 1000
    return {
        "montar": montar,
        "cuadros": len(saltos) / total,
        "p95": saltos[int(len(saltos) * 0.95)],
        "lineas": max(len(mesa.relaciones_de(a)) for a in mesa.actores),
    }


def _el_mas_relacionado(page: Page, mesa: Mesa) -> tuple[float, float]:
    clave = max(mesa.actores, key=lambda a: len(mesa.relaciones_de(a)))
    caja = page.locator(f".nodo[data-id='{clave}'] .forma").bounding_box()
    assert caja
    return caja["x"] + caja["width"] / 2, caja["y"] + caja["height"] / 2


def _arrastrar(page: Page, desde: tuple[float, float]) -> list[float]:
    x, y = desde
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y)
    page.evaluate(CONTAR)
    fin, i = time.perf_counter() + SEGUNDOS, 0
    while time.perf_counter() < fin:
        i += 1
        page.mouse.move(x + 80 * ((i % 40) - 20) / 20, y + 60 * ((i % 26) - 13) / 13)
    tiempos: list[float] = page.evaluate("() => window.parar()")
    page.mouse.up()
    return tiempos


def principal(tamanos: list[tuple[int, int]]) -> None:
    """Imprime una fila por tamaño."""
    print("actores relaciones líneas_del_arrastrado montar_s cuadros_por_s p95_ms")
    with sync_playwright() as pw:
        for cuantos, lazos in tamanos:
            navegador = pw.chromium.launch(executable_path=buscar_navegador(), args=list(OPCIONES))
            pagina = navegador.new_page(viewport={"width": 1280, "height": 900})
            c = medir(pagina, armar(cuantos, lazos))
            print(f"{cuantos:7} {lazos:10} {c['lineas']:20.0f} {c['montar']:8.2f} ", end="")
            print(f"{c['cuadros']:13.1f} {c['p95']:6.1f}", flush=True)
            navegador.close()


if __name__ == "__main__":
    pedidos = sys.argv[1:] or ["34:80", "300:1500", "1000:5000"]
    principal([(int(a), int(b)) for a, b in (p.split(":") for p in pedidos)])
