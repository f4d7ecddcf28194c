"""Las páginas: direcciones amables, errores en castellano y archivos que duran para siempre."""

import gzip
import re
from pathlib import Path

import pytest
from servidor import objetivo as o
from servidor.objetivo import Objetivo


def test_un_tema_se_abre_con_o_sin_numero(kit: Objetivo) -> None:
    persona = kit.persona()

    for clave in ("03_mapa_de_actores", "mapa_de_actores"):
        respuesta = persona.pedir(f"/tema/{clave}")
        persona.cerrar_pagina(respuesta)

        assert '<html lang="es-CL">' in respuesta.text
        assert "<h1>Mapa de actores</h1>" in respuesta.text
        assert "3 de 12" in respuesta.text
        assert respuesta.text.count('role="tabpanel"') == 4


@pytest.mark.parametrize("ruta", ["/tema/no_existe", "/app/../x", "/tema/01.ipynb", "/nada"])
def test_lo_que_no_existe_responde_404_en_castellano(ruta: str, kit: Objetivo) -> None:
    respuesta = kit.persona().pedir(ruta)

    assert respuesta.status_code == 404
    assert "Aquí no hay nada" in respuesta.text


def test_sin_llave_la_pagina_dice_donde_encontrarla(kit: Objetivo) -> None:
    respuesta = kit.persona(entra=False).pedir("/")

    assert respuesta.status_code == 403
    assert "mesa servir" in respuesta.text


def test_una_celda_que_falla_se_disculpa_sin_traza(kit: Objetivo) -> None:
    persona = kit.persona()

    respuesta = persona.pedir("/app/falla")
    persona.cerrar_pagina(respuesta)

    assert "Esta parte no se pudo abrir" in respuesta.text
    assert not re.search(r"ZeroDivision|Traceback|1/0", respuesta.text)


def test_si_el_nucleo_muere_al_abrir_la_pagina_lo_dice(kit: Objetivo) -> None:
    texto = kit.persona().pedir("/app/muere", timeout=5).text

    assert "Esta parte no se pudo abrir" in texto
    assert "Volver a cargar" in texto


def test_si_el_nucleo_ni_siquiera_parte_la_pagina_lo_dice(tmp_path: Path) -> None:
    puerto = o.puerto_libre()
    orden = o.orden_del_kit(puerto, tmp_path, nucleo=["-c", "raise SystemExit(1)"])
    with o.corriendo(orden, puerto, tmp_path):
        texto = Objetivo(puerto, o.KIT, o.CLAVE).persona().pedir("/app/prueba", timeout=5).text

    assert "Esta parte no se pudo abrir" in texto


def test_un_archivo_con_su_huella_se_guarda_para_siempre(kit: Objetivo) -> None:
    persona = kit.persona(entra=False)
    huella = persona.pedir("/mesa/estatico/eco.js").headers["Etag"].strip('"')

    con_huella = persona.pedir(f"/mesa/estatico/eco.js?v={huella}")
    con_otra = persona.pedir("/mesa/estatico/eco.js?v=000000000000")

    assert con_huella.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert con_huella.headers["Content-Encoding"] == "gzip"
    assert con_otra.headers["Cache-Control"] == "no-cache"


def test_quien_no_acepta_gzip_recibe_el_archivo_tal_cual(kit: Objetivo) -> None:
    entero = (o.AQUI / "estatico" / "eco.js").read_bytes()

    respuesta = kit.persona(entra=False).pedir(
        "/mesa/estatico/eco.js", headers={"Accept-Encoding": "identity"}
    )

    assert respuesta.content == entero
    assert len(gzip.compress(entero)) < len(entero)


def test_el_archivo_que_ya_se_tiene_no_se_vuelve_a_bajar(kit: Objetivo) -> None:
    persona = kit.persona(entra=False)
    marca = persona.pedir("/mesa/estatico/eco.js").headers["Etag"]

    respuesta = persona.pedir("/mesa/estatico/eco.js", headers={"If-None-Match": marca})

    assert respuesta.status_code == 304
