"""Cada página, a lo ancho y en el teléfono: accesible, en castellano, sin pedir nada afuera."""

import pytest
from navegador.revision import exigir_todo
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.navegador

TEMA = "/tema/03_mapa_de_actores"
# Dirección y algo que se ve cuando la página está lista.
PAGINAS = {
    "inicio": ("/", "La ruta"),
    "mi_mesa": ("/app/mi_mesa", "Nueva Mesa"),
    "leer": (f"{TEMA}#leer", "Para qué un mapa"),
    "explorar": (f"{TEMA}#explorar", "Empiece por quien convoca"),
    "practicar": (f"{TEMA}#practicar", "Ejercicio 1 de"),
    "aplicar_sin_mesa": (f"{TEMA}#aplicar", "Este es el lugar de su Mesa"),
    "en_preparacion": ("/tema/08_diagnostico_y_prioridades", "Aquí no hay nada"),
    "no_existe": ("/tema/99_nada", "Aquí no hay nada"),
}


@pytest.mark.parametrize("pagina", [1280, 360], ids=["1280", "360"], indirect=True)
@pytest.mark.parametrize("nombre", PAGINAS)
def test_la_pagina_es_accesible_y_esta_en_castellano(pagina: Page, servidor, nombre: str):
    direccion, senal = PAGINAS[nombre]

    pagina.goto(servidor.raiz + direccion)

    expect(pagina.get_by_text(senal).first).to_be_visible()
    exigir_todo(pagina)
