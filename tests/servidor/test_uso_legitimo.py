"""Lo mismo que intenta quien ataca, hecho por quien corresponde: funciona."""

from concurrent.futures import ThreadPoolExecutor

from servidor.objetivo import Objetivo


def test_la_duenia_abre_su_canal_las_veces_que_quiera(kit: Objetivo) -> None:
    persona = kit.persona()
    nucleo = persona.abrir()

    entradas = [persona.entra_al_canal(nucleo) for _ in range(2)]

    assert entradas == [True, True]
    assert persona.pedir(f"/api/kernels/{nucleo}").status_code == 200
    assert persona.cerrar(nucleo) == 204


def test_el_latido_dice_si_el_nucleo_vive_solo_a_su_duenia(kit: Objetivo) -> None:
    duenia, otra = kit.persona(), kit.persona()
    nucleo = duenia.abrir()

    vivo = [p.pedir(f"/mesa/latido/{nucleo}").status_code for p in (duenia, otra)]
    duenia.cerrar(nucleo)

    assert vivo == [204, 410]
    assert duenia.pedir(f"/mesa/latido/{nucleo}").status_code == 410


def test_la_llave_desaparece_de_la_direccion(kit: Objetivo) -> None:
    persona = kit.persona(entra=False)

    respuesta = persona.pedir(f"/app/prueba?mesa=x&clave={kit.clave}", allow_redirects=False)

    assert respuesta.status_code == 302
    assert respuesta.headers["Location"] == "/app/prueba?mesa=x"


def test_adivinar_la_llave_se_frena_y_la_correcta_sigue_abriendo(kit: Objetivo) -> None:
    intruso = kit.persona(entra=False)

    codigos = [intruso.pedir(f"/?clave=mala{n}").status_code for n in range(12)]
    entra = kit.persona(entra=False).pedir(f"/?clave={kit.clave}", allow_redirects=False)

    assert codigos == [403] * 9 + [429] * 3
    assert entra.status_code == 302


def test_cuando_no_queda_lugar_se_dice_en_castellano(kit: Objetivo) -> None:
    personas = [kit.persona() for _ in range(kit.lugares + 3)]
    with ThreadPoolExecutor(len(personas)) as hilos:
        respuestas = list(hilos.map(lambda p: p.pedir("/app/prueba"), personas))

    codigos = sorted(r.status_code for r in respuestas)
    llenas = [r for r in respuestas if r.status_code == 503]
    for persona, respuesta in zip(personas, respuestas, strict=True):
        persona.cerrar_pagina(respuesta)

    assert codigos == [200] * kit.lugares + [503] * 3
    assert all("Hay muchas páginas abiertas" in r.text for r in llenas)
