"""Cuánto tardan la tabla y la cuadrícula con 34, 300 y 1.000 actores, en Chromium.

    .venv/bin/python bench/bench_componentes.py

Pintar es el tiempo desde que llega el filtro hasta el cuadro siguiente; editar, desde Enter hasta
que la celda muestra lo guardado por Python; arrastrar, los cuadros por segundo de un arrastre.
"""

import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cromo import OPCIONES, buscar_navegador
from navegador.banco.marco import Banco
from playwright.sync_api import sync_playwright

from mesa_territorial.dominio.actores import Actor, Nivel, Relacion, Sector, TipoRelacion
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.territorio import Territorio
from mesa_territorial_widgets.componentes.cuadricula import Cuadricula
from mesa_territorial_widgets.componentes.pizarra import Pizarra
from mesa_territorial_widgets.componentes.tabla import Tabla

SECTORES, NIVELES = list(Sector), list(Nivel)
CUADRO = "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
ORDENAR = f"""async () => {{
  const botones = [...document.querySelectorAll('th button')];
  const boton = botones.find(b => b.textContent === 'Influencia');
  const inicio = performance.now();
  boton.click();
  await {CUADRO};
  return performance.now() - inicio;
}}"""
CONTAR_CUADROS = """() => {
  window.cuadros = 0;
  const contar = () => { window.cuadros++; window.contando && requestAnimationFrame(contar); };
  window.contando = true; window.desde = performance.now(); requestAnimationFrame(contar);
}"""


def mesa_de(cuantos: int) -> Mesa:
    """Una Mesa inventada con ``cuantos`` actores y cinco relaciones por actor."""
    actores = [
        Actor(
            id=f"a{i}",
            nombre=f"Organización {i}",
            sector=SECTORES[i % 5],
            nivel=NIVELES[i % 7],
            influencia=1 + (i * 7 % 41) / 10,
            interes=1 + (i * 11 % 41) / 10,
        )
        for i in range(cuantos)
    ]
    relaciones = [
        Relacion(
            id=f"r{i}-{k}",
            de=f"a{i}",
            hacia=f"a{(i + k) % cuantos}",
            tipo=TipoRelacion.MANDATO,
            dirigida=True,
        )
        for i in range(cuantos)
        for k in range(1, 6)
    ]
    vacia = Mesa(id="b", nombre="Banco", territorio=Territorio(cut_comuna="05101"))
    return vacia.con_actores(actores).con_relaciones(relaciones)


def medir_tabla(navegador: Any, cuantos: int) -> tuple[float, float, float]:
    """Milisegundos en montar, ordenar y editar una celda."""
    page = navegador.new_page(viewport={"width": 1280, "height": 900})
    pizarra = Pizarra(mesa_de(cuantos))
    page.add_init_script(
        "window.addEventListener('load', () => { window.inicio = performance.now(); })"
    )
    banco = Banco(page, Tabla(pizarra))
    montar = page.evaluate(
        f"(async () => {{ await {CUADRO}; return performance.now() - window.inicio; }})()"
    )
    ordenar = min(page.evaluate(ORDENAR) for _ in range(3))
    celda = page.locator("tbody tr").nth(3).locator("td").nth(3)
    celda.focus()
    page.keyboard.press("F2")
    page.keyboard.type("2,2")
    page.evaluate("window.inicio = performance.now()")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "[...document.querySelectorAll('td')].some(t => t.textContent === '2,2')"
    )
    editar = page.evaluate("performance.now() - window.inicio")
    page.wait_for_timeout(300)
    banco.cerrar()
    page.close()
    return montar, ordenar, editar


def medir_cuadricula(navegador: Any, cuantos: int) -> float:
    """Cuadros por segundo mientras se arrastra un punto."""
    page = navegador.new_page(viewport={"width": 1280, "height": 900})
    banco = Banco(page, Cuadricula(Pizarra(mesa_de(cuantos))))
    page.wait_for_timeout(500)
    caja = page.locator(".punto").last.locator(".forma").bounding_box()
    page.mouse.move(caja["x"] + 8, caja["y"] + 8)
    page.mouse.down()
    page.evaluate(CONTAR_CUADROS)
    for paso in range(60):
        page.mouse.move(caja["x"] + 8 + paso * 2, caja["y"] + 8 + paso)
    cuadros = page.evaluate(
        "(window.contando = false, window.cuadros / ((performance.now() - window.desde) / 1000))"
    )
    page.mouse.up()
    page.wait_for_timeout(300)
    banco.cerrar()
    page.close()
    return cuadros


def main() -> None:
    """Mide y muestra la tabla."""
    os.environ["MESA_PAGINA"] = "propia"
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(
            executable_path=buscar_navegador(), args=list(OPCIONES)
        )
        titulos = ("actores", "montar ms", "ordenar ms", "editar ms", "arrastrar c/s")
        print("".join(f"{titulo:>15}" for titulo in titulos))
        for cuantos in (34, 300, 1000):
            montar, ordenar, editar = medir_tabla(navegador, cuantos)
            cuadros = medir_cuadricula(navegador, cuantos)
            fila = (cuantos, montar, ordenar, editar, cuadros)
            print("".join(f"{valor:>15.0f}" for valor in fila))
        navegador.close()


if __name__ == "__main__":
    main()
