"""En un navegador de verdad: la página funciona con su política y avisa si la sesión muere."""

import signal

import psutil
import pytest

pytestmark = pytest.mark.navegador

INGLES = (
    "loading", "kernel", "error", "running", "save", "undo", "redo", "close", "next", "home",
    "click", "failed", "session", "notebook", "widget", "menu", "search", "skip",
)  # fmt: skip
ABIERTA = "section:not([hidden])[data-abierta] output"


def _atiende(proceso, nucleo: str) -> bool:
    try:
        return any(nucleo in str(c.laddr) for c in proceso.net_connections("unix"))
    except psutil.Error:
        return False


def _matar_nucleo(hoja) -> None:
    nucleo = hoja.get_attribute("#mesa-nucleo", "data-nucleo")
    suyos = [p for p in psutil.process_iter() if _atiende(p, nucleo)]
    (proceso,) = suyos
    proceso.send_signal(signal.SIGKILL)


def test_la_pagina_funciona_bajo_su_politica_sin_pedir_nada_afuera(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores#practicar"))
    pagina.wait_for_selector(ABIERTA)

    pagina.fill("#practicar input", "sí")
    pagina.click("#practicar button")
    pagina.wait_for_selector("#practicar output:text-is('sísí')")

    assert pagina.inner_text("#mesa-estado") == "Guardado 14:03"
    assert pagina.ajenas == []
    assert pagina.fallas == []


def test_la_pagina_no_tiene_palabras_inglesas(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores#practicar"))
    pagina.wait_for_selector(ABIERTA)
    pagina.click("summary:has-text('Temas')")

    visto = pagina.evaluate(
        """() => [document.title, document.body.innerText, ...[...document.querySelectorAll('*')]
        .flatMap((n) => ['aria-label', 'title', 'placeholder', 'alt'].map((a) => n.getAttribute(a))
        )]
        .filter(Boolean).join(' ').toLowerCase()"""
    )
    palabras = set(visto.replace(".", " ").replace(",", " ").split())

    assert palabras & set(INGLES) == set()


def test_cada_tiempo_tiene_direccion_y_el_historial_los_recorre(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores"))
    pagina.wait_for_selector("#leer[data-abierta]")

    pagina.focus("#pestana-leer")
    pagina.keyboard.press("ArrowRight")
    pagina.wait_for_selector("#explorar[data-abierta]")
    pagina.click("#mesa-sigue")
    pagina.wait_for_selector("#practicar[data-abierta]")
    pagina.go_back()

    pagina.wait_for_selector("#explorar:not([hidden])")
    assert pagina.url.endswith("#explorar")
    assert pagina.get_attribute("#pestana-explorar", "aria-selected") == "true"


def test_un_ancla_de_la_lectura_tiene_direccion_propia(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores#leer/dos"))
    pagina.wait_for_selector("#leer[data-abierta]")

    pagina.wait_for_selector("#dos:focus")
    assert pagina.evaluate("scrollY") > 500


def test_si_muere_el_nucleo_se_avisa_y_continuar_vuelve_al_mismo_lugar(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores?mesa=x#practicar"))
    pagina.wait_for_selector(ABIERTA)

    _matar_nucleo(pagina)
    pagina.wait_for_selector("#mesa-continuar", timeout=5000)
    aviso = pagina.inner_text("#mesa-aviso p")
    pagina.click("#mesa-continuar")
    pagina.wait_for_selector("#mesa-aviso", state="hidden")
    pagina.wait_for_selector("#practicar:not([hidden])[data-abierta] output")

    assert aviso == "Su sesión se cerró. Su trabajo está guardado a las 14:03."
    assert pagina.url.endswith("/tema/mapa_de_actores?mesa=x#practicar")


def test_si_muere_el_servidor_se_avisa_y_al_volver_se_sigue(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores#aplicar"))
    pagina.wait_for_selector(ABIERTA)

    servido.matar()
    pagina.wait_for_selector("#mesa-continuar", timeout=5000)
    aviso = pagina.inner_text("#mesa-aviso p")
    pagina.click("#mesa-continuar")
    servido.levantar()
    pagina.wait_for_selector("#mesa-aviso", state="hidden", timeout=30_000)
    pagina.wait_for_selector("#aplicar:not([hidden])[data-abierta] output")

    assert aviso.startswith("Su sesión se cerró. Su trabajo está guardado a las 14:03.")


def test_si_el_servidor_solo_tarda_el_aviso_se_retira(pagina, servido) -> None:
    pagina.goto(servido.direccion("/tema/mapa_de_actores#aplicar"))
    pagina.wait_for_selector(ABIERTA)

    servido.matar(con=signal.SIGSTOP)
    pagina.wait_for_selector("#mesa-continuar", timeout=6000)
    servido.matar(con=signal.SIGCONT)

    pagina.wait_for_selector("#mesa-aviso", state="hidden", timeout=10_000)


def test_a_360_px_la_barra_y_las_pestanas_caben(pagina, servido) -> None:
    pagina.set_viewport_size({"width": 360, "height": 740})
    pagina.goto(servido.direccion("/tema/mapa_de_actores#aplicar"))
    pagina.wait_for_selector(ABIERTA)

    medidas = pagina.evaluate(
        "[document.documentElement.scrollWidth, document.querySelector('header').offsetHeight]"
    )

    assert medidas == [360, 48]


def test_al_irse_la_pagina_cierra_su_nucleo(pagina, servido) -> None:
    pagina.goto(servido.direccion("/app/prueba"))
    pagina.wait_for_selector("output")
    nucleo = pagina.get_attribute("#mesa-nucleo", "data-nucleo")

    pagina.goto(servido.direccion("/nada"))
    for _ in range(50):
        estado = pagina.evaluate(f"fetch('/mesa/latido/{nucleo}').then((r) => r.status)")
        if estado == 410:
            break
        pagina.wait_for_timeout(100)

    assert estado == 410
