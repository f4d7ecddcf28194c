"""Lo mismo que intenta quien ataca, hecho por quien corresponde: funciona."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from navegador.revision import exigir_todo
from servidor.sala_de_prueba import Asistente, Taller, en_taller


@pytest.fixture(scope="module")
def taller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taller]:
    """Un taller con dos lugares."""
    with en_taller(tmp_path_factory.mktemp("uso"), lugares=2, titulo="Cerro Alto") as uno:
        yield uno


def test_sin_entrar_toda_pagina_lleva_a_la_entrada_y_de_ahi_sigue(taller: Taller) -> None:
    quien = Asistente(taller)

    pedida = quien.pedir("/tema/04_priorizacion?mesa=x", allow_redirects=False)
    entrada = quien.entrar(taller.senas["codigo"], "Rosa", sigue="/tema/04_priorizacion?mesa=x")

    assert pedida.headers["Location"] == "/entrar?sigue=%2Ftema%2F04_priorizacion%3Fmesa%3Dx"
    assert 'href="/tema/04_priorizacion?mesa=x"' in quien.pedir(entrada.headers["Location"]).text


def test_el_nucleo_sabe_quien_es_la_persona(taller: Taller) -> None:
    quien = Asistente(taller)
    quien.entrar(taller.senas["codigo"], "María José")

    sabe = quien.entorno("mesa=x")

    assert sabe["MESA_NOMBRE"] == "María José"
    assert (sabe["MESA_ROL"], sabe["MESA_MODO"]) == ("participante", "taller")
    assert sabe["MESA_PERSONA"].startswith("p")
    assert sabe["MESA_VOTOS"].endswith("votos.sqlite")
    assert sabe["QUERY_STRING"] == "mesa=x"


def test_cada_rol_llega_con_el_suyo(taller: Taller) -> None:
    roles = {rol: taller.conductora(rol).entorno()["MESA_ROL"] for rol in ("facilitador", "tutor")}

    assert roles == {"facilitador": "facilitador", "tutor": "tutor"}


def test_con_el_codigo_de_retorno_se_vuelve_desde_otro_aparato(taller: Taller) -> None:
    antes = taller.persona()
    despues = Asistente(taller, "127.0.0.5")

    despues.volver(antes.retorno.upper().replace(" ", "-"))

    assert despues.entorno()["MESA_PERSONA"] == antes.entorno()["MESA_PERSONA"]


def test_cambiar_de_nombre_se_nota_en_la_pagina_siguiente(taller: Taller) -> None:
    quien = taller.persona()

    quien.escribir("/mi_codigo", "POST", data={"nombre": "Rosa del Carmen"})

    assert quien.entorno()["MESA_NOMBRE"] == "Rosa del Carmen"


def test_quien_llega_desde_un_correo_no_tiene_que_entrar_de_nuevo(taller: Taller) -> None:
    de_otro_sitio = {"Sec-Fetch-Site": "cross-site"}

    rebote = Asistente(taller).pedir("/entrar?sigue=/tema/04_priorizacion", headers=de_otro_sitio)

    assert '<meta http-equiv="refresh" content="0;url=/tema/04_priorizacion">' in rebote.text


def test_lleno_se_espera_por_orden_y_se_entra_cuando_alguien_sale(taller: Taller) -> None:
    adentro = [taller.persona() for _ in range(2)]
    for quien in adentro:
        quien.abrir()
    filas = [taller.persona() for _ in range(3)]

    paginas = [quien.pedir("/app/prueba") for quien in filas]
    antes = [quien.pedir("/espera/turno").json() for quien in filas]
    adentro[0].salir()
    despues = [quien.pedir("/espera/turno").json()["entra"] for quien in filas]
    entra = filas[0].pedir("/app/prueba").status_code
    for quien in (*adentro, *filas):
        quien.salir()

    assert [p.status_code for p in paginas] == [503] * 3
    assert "Usted es quien sigue" in paginas[0].text
    assert "Hay 2 personas antes que usted" in paginas[2].text
    assert [t["delante"] for t in antes] == [0, 1, 2]
    assert despues == [True, False, False]
    assert entra == 200


def test_quien_facilita_entra_aunque_este_lleno(taller: Taller) -> None:
    adentro = [taller.persona() for _ in range(2)]
    for quien in adentro:
        quien.abrir()
    facilita = taller.conductora()

    pagina = facilita.pedir("/app/prueba")
    for quien in (*adentro, facilita):
        quien.salir()

    assert pagina.status_code == 200


def test_al_navegar_con_la_sala_llena_se_sigue_adentro(taller: Taller) -> None:
    adentro = [taller.persona() for _ in range(2)]
    nucleos = [quien.abrir() for quien in adentro]
    viene = {"Referer": f"{taller.base}/app/prueba"}

    otra = adentro[0].pedir("/app/quien", headers=viene)
    latido = adentro[0].pedir(f"/mesa/latido/{nucleos[0]}")
    for quien in adentro:
        quien.salir()

    assert otra.status_code == 200
    assert (latido.status_code, latido.headers["Mesa-Motivo"]) == (410, "cedida")


def test_toda_la_sala_entra_a_la_vez_desde_la_misma_direccion(taller: Taller) -> None:
    codigo = taller.senas["codigo"]
    with ThreadPoolExecutor(15) as hilos:
        entradas = list(hilos.map(lambda n: Asistente(taller).entrar(codigo, f"P{n}"), range(30)))

    assert [e.status_code for e in entradas] == [303] * 30


def test_insistir_muestra_cuanto_esperar(taller: Taller) -> None:
    quien = Asistente(taller, "127.0.0.91")
    for n in range(10):
        quien.volver(f"faro trigo nube {n:03}")

    respuesta = quien.pedir("/entrar")

    assert respuesta.status_code == 429
    assert 1 <= int(respuesta.headers["Retry-After"]) <= 60
    assert "Espere" in respuesta.text
    assert "Content-Security-Policy" in respuesta.headers


def test_la_sala_cuenta_quien_esta(taller: Taller) -> None:
    facilita = taller.conductora()
    quien = Asistente(taller)
    quien.entrar(taller.senas["codigo"], "Quien se ve")
    nucleo = quien.abrir()
    quien.pedir(f"/mesa/latido/{nucleo}")

    estado = json.dumps(facilita.pedir("/taller/estado").json(), ensure_ascii=False)
    quien.salir()

    assert "Quien se ve" in estado


@pytest.mark.navegador
def test_en_el_telefono_se_entra_se_espera_y_se_entra_sola(navegador, taller: Taller) -> None:
    adentro = [taller.persona() for _ in range(2)]
    nucleos = [quien.abrir() for quien in adentro]
    canales = [q.conectar(n) for q, n in zip(adentro, nucleos, strict=True)]
    contexto = navegador.new_context(
        viewport={"width": 360, "height": 720}, ignore_https_errors=True
    )
    hoja = contexto.new_page()

    hoja.goto(f"{taller.base}/app/prueba")
    exigir_todo(hoja)
    hoja.fill("[name=codigo]", "copigue faro trigo nube")
    hoja.fill("[name=nombre]", "Rosa")
    hoja.click("main button")
    hoja.wait_for_selector("[role=alert]")
    exigir_todo(hoja)
    hoja.fill("[name=codigo]", taller.senas["codigo"].title().replace(" ", "-"))
    hoja.click("main button")
    hoja.wait_for_selector(".acceso-codigo")
    exigir_todo(hoja)
    hoja.click("text=Empezar")
    hoja.wait_for_selector("#turno")
    exigir_todo(hoja)
    adentro[0].salir()
    hoja.wait_for_selector("output", timeout=20_000)
    exigir_todo(hoja)
    hoja.goto(f"{taller.base}/mi_codigo")
    exigir_todo(hoja)

    for canal in canales:
        canal.close()
    adentro[1].salir()
    contexto.close()
    assert hoja.url.endswith("/mi_codigo")
    assert "Rosa" not in hoja.url


@pytest.mark.navegador
def test_quien_abre_demasiadas_pestanias_lee_por_que_se_cerro_la_primera(
    navegador, tmp_path: Path
) -> None:
    with en_taller(tmp_path, lugares=8, por_persona=2) as uno:
        contexto = navegador.new_context(ignore_https_errors=True)
        primera = contexto.new_page()
        primera.goto(f"{uno.base}/app/prueba")
        primera.fill("[name=codigo]", uno.senas["codigo"])
        primera.fill("[name=nombre]", "Rosa")
        primera.click("main button")
        primera.click("text=Empezar")
        primera.wait_for_selector("output")

        for ruta in ("/app/quien", "/app/liviana"):
            contexto.new_page().goto(f"{uno.base}{ruta}")
        primera.bring_to_front()
        primera.wait_for_selector("#mesa-continuar", timeout=15_000)
        aviso = primera.inner_text("#mesa-aviso p")
        contexto.close()

    assert "Abrió más páginas de las que puede tener a la vez" in aviso


def test_al_detener_el_taller_no_queda_ningun_proceso(tmp_path) -> None:
    with en_taller(tmp_path, lugares=3) as uno:
        uno.persona().abrir()
        uno.persona().abrir()
        hijos = psutil.Process(uno.pid).children(recursive=True)
    _, vivos = psutil.wait_procs(hijos, timeout=5)

    assert len(hijos) >= 2
    assert vivos == []
