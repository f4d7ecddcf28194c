"""El celular de verdad: en Chromium, angosto, con dedo, con teclado, sin red y sin JavaScript."""

import re
import time

import pytest
from navegador.revision import exigir_todo
from votacion.sala import Celular

from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.votacion import TipoConsulta

pytestmark = pytest.mark.navegador
T = TipoConsulta
_BLANCOS = """() => [...document.querySelectorAll('button, select, .notas label')]
  .map((n) => [n.getBoundingClientRect(), n.textContent])
  .filter(([r]) => r.width && r.height < 48).map(([r, t]) => `${t}: ${r.height}`)"""


def esperar(condicion, que="", plazo=8.0):
    """Espera a que ``condicion`` se cumpla en la urna."""
    hasta = time.monotonic() + plazo
    while not (visto := condicion()):
        assert time.monotonic() < hasta, f"No llegó: {que} {visto}"
        time.sleep(0.05)
    return visto


def abrir(sala, celular, tipo=T.ACTORES, cuantas=4):
    v = sala.votacion(tipo, cuantas)
    celular.goto(sala.direccion(v))
    return v


def responder(celular, influencia, interes):
    for pregunta, palabra in (("Influencia", influencia), ("Interés", interes)):
        grupo = celular.get_by_role("group", name=re.compile(pregunta))
        grupo.get_by_role("radio", name=palabra).check()


def valores(sala, v, ronda=1):
    return {x.opcion: (x.influencia, x.interes) for x in sala.urna.resultados(v.id, ronda)}


def test_uno_por_uno_se_responde_se_salta_y_se_vuelve(sala, celular):
    v = abrir(sala, celular, cuantas=3)
    responder(celular, "Mucho", "Poco")
    celular.get_by_text("✓ Guardado").wait_for()
    celular.get_by_role("button", name="Siguiente").click()
    assert celular.get_by_text("2 de 3").is_visible()
    celular.get_by_role("button", name="Saltar").click()
    responder(celular, "Algo", "Algo")
    celular.get_by_role("button", name="Terminar").click()

    assert celular.get_by_role("heading", name="Respondió 2 de 3").is_visible()
    esperar(lambda: valores(sala, v) == {"a0": (5, 2), "a2": (3, 3)}, "dos respuestas")
    celular.get_by_role("button", name=v.opciones[1].nombre).click()
    assert celular.get_by_role("heading", name=v.opciones[1].nombre).is_visible()


@pytest.mark.parametrize("tipo", T)
def test_cada_consulta_es_accesible_cabe_en_360_px_y_se_toca_con_el_dedo(sala, celular, tipo):
    abrir(sala, celular, tipo)

    exigir_todo(celular)
    assert celular.evaluate(_BLANCOS) == []


def test_el_tablero_se_arrastra_se_toca_y_se_maneja_con_teclado(sala, celular):
    v = abrir(sala, celular)
    celular.get_by_role("button", name="En un tablero").click()
    exigir_todo(celular)
    plano = celular.locator(".interior").bounding_box()
    medio = (plano["x"] + plano["width"] / 2, plano["y"] + plano["height"] / 2)
    primera = celular.locator(".bandeja .ficha").first.bounding_box()
    celular.mouse.move(primera["x"] + 20, primera["y"] + 20)
    celular.mouse.down()
    celular.mouse.move(*medio, steps=4)
    celular.mouse.up()
    esperar(lambda: valores(sala, v) == {"a0": (3, 3)}, "arrastrado")
    celular.locator(".bandeja .ficha").first.tap()
    celular.touchscreen.tap(plano["x"] + plano["width"], plano["y"] + 1)
    esperar(lambda: valores(sala, v).get("a1") == (5, 5), "tocado")
    tercera = celular.get_by_role("button", name=v.opciones[2].nombre)
    tercera.focus()
    for tecla in ("ArrowUp", "ArrowUp", "ArrowLeft"):
        tercera.press(tecla)
    esperar(lambda: valores(sala, v).get("a2") == (4, 2.5), "con teclado")

    assert "influencia 4 · interés 2,5" in tercera.get_attribute("aria-label")
    tercera.press("Delete")
    esperar(lambda: "a2" not in valores(sala, v), "retirado")
    assert celular.evaluate("document.activeElement.className") == "ficha"


def test_los_puntos_no_se_pasan_de_los_que_hay(sala, celular):
    v = abrir(sala, celular, T.PUNTOS)
    dar = celular.get_by_role("button", name=f"Dar un punto a {v.opciones[0].nombre}")
    for _ in range(12):
        dar.click(force=True)

    assert celular.get_by_text("Ya repartió sus 10 puntos").is_visible()
    esperar(lambda: [x.valor for x in sala.urna.resultados(v.id, 1)] == [10, 0, 0, 0])
    assert dar.get_attribute("aria-disabled") == "true"


def test_el_orden_se_cambia_con_teclado_sin_perder_el_foco(sala, celular):
    v = abrir(sala, celular, T.RANKING)
    subir = celular.get_by_role("button", name=f"Subir {v.opciones[2].nombre}")
    subir.focus()
    celular.keyboard.press("Enter")
    celular.keyboard.press("Enter")

    esperar(
        lambda: (
            {x.opcion: x.valor for x in sala.urna.resultados(v.id, 1)}
            == {"a2": 1, "a0": 2, "a1": 3, "a3": 4}
        )
    )
    foco = celular.evaluate("document.activeElement.getAttribute('aria-label')")
    assert foco == f"Bajar {v.opciones[2].nombre}"
    assert celular.locator("#dicho").text_content().endswith("lugar 1 de 4")


@pytest.mark.parametrize("tipo, palabra", [(T.ACUERDO, "4 De acuerdo"), (T.PESOS, "4 Importa")])
def test_el_acuerdo_y_los_pesos_se_responden_con_palabras(sala, celular, tipo, palabra):
    v = abrir(sala, celular, tipo)
    celular.get_by_role("radio", name=palabra).check()

    esperar(lambda: [x.valor for x in sala.urna.resultados(v.id, 1)] == [4])


def test_toda_la_votacion_se_responde_con_teclado(sala, celular):
    v = abrir(sala, celular, cuantas=1)
    celular.get_by_role("radio").first.focus()
    celular.keyboard.press("ArrowDown")
    celular.keyboard.press("Tab")
    celular.keyboard.press("ArrowDown")

    esperar(lambda: valores(sala, v) == {"a0": (2, 2)})


def test_sin_red_lo_votado_queda_en_el_telefono_y_se_envia_solo(sala, celular):
    v = abrir(sala, celular)
    celular.context.set_offline(True)
    responder(celular, "Mucho", "Mucho")
    aviso = celular.get_by_text("Sin conexión: queda en su teléfono y se enviará solo.")
    aviso.wait_for()
    celular.get_by_role("button", name="Siguiente").click()
    responder(celular, "Poco", "Poco")
    assert valores(sala, v) == {}
    celular.context.set_offline(False)

    esperar(lambda: valores(sala, v) == {"a0": (5, 5), "a1": (2, 2)}, "la cola")
    celular.get_by_text("✓ Guardado").wait_for()


def test_lo_pendiente_sobrevive_a_cerrar_la_pagina(sala, celular):
    v = abrir(sala, celular)
    celular.route("**/votos", lambda ruta: ruta.abort())
    responder(celular, "Algo", "Bastante")
    celular.get_by_text("Sin conexión").wait_for()
    celular.unroute("**/votos")
    celular.goto("about:blank")
    celular.goto(sala.direccion(v))

    esperar(lambda: valores(sala, v) == {"a0": (3, 4)}, "lo pendiente")


def test_un_telefono_que_no_guarda_nada_tambien_vota(sala, celular):
    celular.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    v = abrir(sala, celular)
    responder(celular, "Mucho", "Poco")

    esperar(lambda: valores(sala, v) == {"a0": (5, 2)})


def test_si_el_telefono_pierde_su_testigo_la_pagina_pide_otro_y_envia_igual(sala, celular):
    v = abrir(sala, celular)
    celular.context.clear_cookies()
    celular.get_by_role("radio", name="Mucho").first.check()

    esperar(lambda: valores(sala, v) == {"a0": (5, None)})
    assert sala.urna.conteo(v.id, 1).votantes == 1


def test_un_acuse_perdido_no_duplica_ni_pierde(sala, celular):
    v = abrir(sala, celular, cuantas=2)
    perdidos = []

    def tragarse_la_respuesta(ruta):
        if len(perdidos) < 2:
            perdidos.append(ruta.fetch().status)
            ruta.abort()
        else:
            ruta.continue_()

    celular.route("**/votos", tragarse_la_respuesta)
    celular.get_by_role("radio", name="Mucho").first.check()
    celular.get_by_text("✓ Guardado").wait_for()

    assert perdidos == [200, 200]
    assert valores(sala, v) == {"a0": (5, None)}
    assert sala.urna.conteo(v.id, 1).marcas == 1


def test_kill_9_en_medio_y_el_celular_se_recupera_solo(sala, celular):
    v = abrir(sala, celular)
    responder(celular, "Mucho", "Mucho")
    celular.get_by_text("✓ Guardado").wait_for()
    sala.matar()
    celular.get_by_role("button", name="Siguiente").click()
    responder(celular, "Poco", "Poco")
    celular.get_by_text("Sin conexión").wait_for()
    sala.levantar()

    esperar(lambda: valores(sala, v) == {"a0": (5, 5), "a1": (2, 2)}, "tras la muerte", 15)


def test_la_pagina_dice_sola_que_se_revelo_y_que_hay_segunda_ronda(sala, celular):
    v = abrir(sala, celular)
    responder(celular, "Mucho", "Poco")
    for _ in range(4):
        Celular(sala, v).votar("a0", 1)
    esperar(lambda: sala.urna.conteo(v.id, 1).votantes == 5)
    apurar = "dispatchEvent(new Event('online'))"
    sala.urna.revelar(v.id)
    celular.get_by_role("heading", name="La ronda terminó").wait_for()
    exigir_todo(celular)
    assert celular.get_by_text("El grupo: influencia 1,8 · interés 2").is_visible()
    assert celular.get_by_text("Usted: influencia 5 · interés 2").is_visible()
    sala.urna.conversar(v.id)
    time.sleep(0.5)
    celular.evaluate(apurar)
    celular.get_by_role("heading", name="Es el momento de conversar").wait_for()
    sala.urna.segunda_ronda(v.id)
    time.sleep(0.5)
    celular.evaluate(apurar)
    celular.get_by_text("Comenzó la ronda 2").wait_for()

    recuerdo = "En la primera ronda, usted: influencia 5 · interés 2; el grupo: influencia 1,8"
    assert celular.get_by_text(recuerdo).is_visible()
    responder(celular, "Algo", "Algo")
    esperar(lambda: valores(sala, v, 2) == {"a0": (3, 3)}, "segunda ronda")


def test_lo_que_llega_despues_de_revelar_se_dice_y_no_cuenta(sala, celular):
    v = abrir(sala, celular)
    celular.context.set_offline(True)
    responder(celular, "Mucho", "Mucho")
    sala.urna.revelar(v.id)
    celular.context.set_offline(False)

    celular.get_by_text("No alcanzaron a llegar: 1.").wait_for()
    assert valores(sala, v) == {}


def test_antes_de_abrir_la_pagina_espera_y_entra_sola(sala, celular):
    v = sala.votacion()
    nueva = sala.urna.crear(type(v)(id="espera", tipo=v.tipo, titulo="x", opciones=v.opciones))
    celular.goto(sala.direccion(nueva))
    assert celular.get_by_role("heading", name="Todavía no comienza").is_visible()
    sala.urna.abrir_ronda("espera")

    celular.get_by_role("heading", name=v.opciones[0].nombre).wait_for()
    responder(celular, "Poco", "Poco")
    esperar(lambda: valores(sala, nueva) == {"a0": (2, 2)})


def test_si_el_codigo_pasa_a_otra_votacion_la_pagina_cambia_sola(sala, celular):
    v = abrir(sala, celular)
    responder(celular, "Mucho", "Mucho")
    esperar(lambda: valores(sala, v) == {"a0": (5, 5)})
    sala.urna.cerrar(v.id)
    campos = {"tipo": v.tipo, "titulo": "Otra consulta", "opciones": v.opciones}
    sala.urna.crear(type(v)(id="otra", codigo=v.codigo, **campos))
    otra = sala.urna.abrir_ronda("otra")
    time.sleep(0.5)
    celular.evaluate("dispatchEvent(new Event('online'))")
    celular.get_by_role("heading", name="Otra consulta").wait_for()
    responder(celular, "Poco", "Poco")

    esperar(lambda: valores(sala, otra) == {"a0": (2, 2)})
    assert valores(sala, v) == {"a0": (5, 5)}


def test_el_sector_es_optativo_y_alcanza_a_todo(sala, celular):
    v = abrir(sala, celular)
    responder(celular, "Poco", "Poco")
    esperar(lambda: valores(sala, v))
    celular.get_by_label("Su sector").select_option("Sociedad civil")

    esperar(lambda: {x.sector for x in sala.urna.resultados(v.id, 1)} == {Sector.SOCIEDAD_CIVIL})


@pytest.mark.parametrize("tipo", [T.ACTORES, T.PUNTOS])
def test_sin_javascript_tambien_se_vota(sala, navegador, tipo):
    v = sala.votacion(tipo, 3)
    contexto = navegador.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    hoja = contexto.new_page()
    hoja.set_default_timeout(5_000)
    hoja.goto(sala.direccion(v))
    if tipo is T.ACTORES:
        hoja.get_by_role("radio", name="Mucho").first.check()
    else:
        hoja.get_by_label(v.opciones[0].nombre).fill("7")
    hoja.get_by_label("Su sector").select_option("Academia")
    hoja.get_by_role("button", name="Guardar").click()

    assert hoja.get_by_text("✓ Guardado").is_visible()
    voto = next(x for x in sala.urna.resultados(v.id, 1) if x.opcion == "a0")
    assert (voto.influencia, voto.valor) == ((5, None) if tipo is T.ACTORES else (None, 7))
    assert voto.sector is Sector.ACADEMIA
    if tipo is T.ACTORES:
        assert hoja.get_by_text("2 de 3").is_visible()
        hoja.get_by_role("link", name="Volver").click()
        assert hoja.get_by_role("radio").nth(4).is_checked()
    contexto.close()


def test_sin_javascript_lo_que_no_vale_se_explica(sala, navegador):
    v = sala.votacion(T.PUNTOS, 2)
    contexto = navegador.new_context(java_script_enabled=False)
    hoja = contexto.new_page()
    hoja.set_default_timeout(5_000)
    hoja.goto(sala.direccion(v))
    for opcion in v.opciones:
        hoja.get_by_label(opcion.nombre).fill("9")
    hoja.get_by_role("button", name="Guardar").click()

    assert hoja.get_by_text(re.compile("Repartió 18 puntos y hay 10. Quite 8")).is_visible()
    assert sala.urna.conteo(v.id, 1).votantes == 0
    contexto.close()


def test_la_entrada_y_el_error_tambien_son_accesibles(sala, celular):
    celular.goto(f"http://127.0.0.1:{sala.puerto}/")
    exigir_todo(celular)
    celular.get_by_label("Código de la votación").fill("zzzzz")
    celular.get_by_role("button", name="Entrar").click()

    assert celular.get_by_role("heading", name="No hay una votación con ese código").is_visible()
    exigir_todo(celular)
