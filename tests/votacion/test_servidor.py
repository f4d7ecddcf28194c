"""El servidor de votos confirma lo que está en disco, calla lo que no se ha revelado y frena."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from requests.adapters import HTTPAdapter
from votacion.sala import Celular, opciones, puerto_libre

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.dominio.votacion import TipoConsulta, Votacion
from mesa_territorial.servidor.tls import certificado_propio
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos
from mesa_territorial.servidor.votacion.hijo import HijoDeVotos


def pedir_con(sala, metodo, ruta, cabeceras=None, cuerpo=None):
    """Una petición con las cabeceras exactas que se dan."""
    conexion = http.client.HTTPConnection("127.0.0.1", sala.puerto, timeout=10)
    conexion.request(metodo, ruta, cuerpo, cabeceras or {})
    respuesta = conexion.getresponse()
    texto = respuesta.read()
    conexion.close()
    return respuesta, texto


def desde(direccion: str) -> requests.Session:
    """Un cliente que sale por otra dirección de esta misma máquina."""

    class Adaptador(HTTPAdapter):
        def init_poolmanager(self, *datos, **campos):
            super().init_poolmanager(*datos, source_address=(direccion, 0), **campos)

    sesion = requests.Session()
    sesion.mount("http://", Adaptador())
    return sesion


def test_un_voto_confirmado_esta_en_la_urna(sala):
    v = sala.votacion()
    respuesta = Celular(sala, v).votar("a1", 4)

    assert (respuesta.status_code, respuesta.json()) == (200, {"n": 1})
    (voto,) = sala.urna.resultados(v.id, 1)
    assert (voto.opcion, voto.influencia, voto.interes) == ("a1", 4.0, 2.0)


def test_un_aparato_es_un_voto_y_dos_son_dos(sala):
    v = sala.votacion()
    uno, otro = Celular(sala, v), Celular(sala, v)
    for celular in (uno, uno, otro):
        celular.sesion.get(celular.raiz, timeout=10)
        assert celular.votar().ok

    assert sala.urna.conteo(v.id, 1).votantes == 2


def test_el_mismo_aparato_no_se_reconoce_de_una_votacion_a_otra(sala):
    una, otra = sala.votacion(), sala.votacion()
    celular = Celular(sala, una)
    celular.votar()
    celular.raiz = f"http://127.0.0.1:{sala.puerto}/v/{otra.codigo}"
    celular.votar()

    fichas = {v.ficha for x in (una, otra) for v in sala.urna.resultados(x.id, 1)}
    assert len(fichas) == 2
    assert not any(f in celular.sesion.cookies["mesa-aparato"] for f in fichas)


def test_sin_testigo_firmado_no_se_vota(sala):
    v = sala.votacion()
    celular = Celular(sala, v)
    celular.sesion.cookies.clear()
    sin = celular.votar()
    celular.sesion.cookies.set("mesa-aparato", "2|1:0|10:1|12:mesa-aparato|4:aaaa|falsa")
    falso = celular.votar()

    assert (sin.status_code, falso.status_code) == (403, 403)
    assert sala.urna.conteo(v.id, 1).votantes == 0


def test_lo_que_no_vale_se_dice_y_no_se_guarda(sala):
    v = sala.votacion()
    celular = Celular(sala, v)

    assert "va de 1 a 5" in celular.votar(i=9).json()["frase"]
    assert celular.votar("otra").status_code == 400
    assert celular.votar(r=2).status_code == 409
    assert celular.votar(v=[{"o": "a0", "i": "3"}]).status_code == 400
    assert celular.votar(sobra=1).status_code == 400
    assert celular.votar(v=[{"o": "a0"}] * 61).status_code == 400
    assert sala.urna.conteo(v.id, 1).votantes == 0


def test_nada_de_lo_votado_se_sabe_hasta_revelar_y_nunca_con_menos_de_cinco(sala):
    v = sala.votacion()
    celulares = [Celular(sala, v) for _ in range(5)]
    for n, celular in enumerate(celulares):
        celular.votar("a0", n + 1)
        if n:
            celular.votar("a1", 5)
    a_ciegas = celulares[0].sesion.get(f"{celulares[0].raiz}/estado", timeout=10)
    sala.urna.revelar(v.id)
    time.sleep(0.5)
    revelada = celulares[0].sesion.get(f"{celulares[0].raiz}/estado", timeout=10).json()

    visto = a_ciegas.json()
    assert len(visto.pop("clave")) == 12
    assert visto == {"ronda": 1, "estado": "abierta", "resultado": None}
    assert revelada["estado"] == "revelada"
    assert revelada["resultado"]["opciones"] == {"a0": [3.0, 2.0, None]}


def test_lo_que_no_cambio_se_responde_sin_repetirlo(sala):
    v = sala.votacion()
    celular = Celular(sala, v)
    primera = celular.sesion.get(f"{celular.raiz}/estado", timeout=10)
    celular.votar()
    igual = celular.sesion.get(
        f"{celular.raiz}/estado", headers={"If-None-Match": primera.headers["Etag"]}, timeout=10
    )

    assert (igual.status_code, igual.content) == (304, b"")


def test_una_ronda_cerrada_no_recibe_y_lo_dice(sala):
    v = sala.votacion()
    celular = Celular(sala, v)
    celular.votar()
    sala.urna.cerrar(v.id)
    tarde = celular.votar("a1")

    assert tarde.status_code == 409 and "ya no recibe" in tarde.json()["frase"]
    assert sala.urna.conteo(v.id, 1).marcas == 1


def test_todas_las_respuestas_llevan_sus_cabeceras(sala):
    v = sala.votacion()
    rutas = ("/", f"/v/{v.codigo}", f"/v/{v.codigo}/estado", "/no/existe", "/v/ZZZZZZ")

    for ruta in rutas:
        respuesta, _ = pedir_con(sala, "GET", ruta)
        politica = respuesta.headers["Content-Security-Policy"]
        assert "default-src 'none'" in politica and "unsafe" not in politica
        assert respuesta.headers["X-Content-Type-Options"] == "nosniff"
        assert respuesta.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in respuesta.headers
    cookie = Celular(sala, v).abierta.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie


@pytest.mark.parametrize("anfitrion", ["malo.example", "127.0.0.1.malo.example", "", "[", "[::1"])
def test_un_nombre_ajeno_que_apunta_aqui_no_entra(sala, anfitrion):
    respuesta, _ = pedir_con(sala, "GET", "/", {"Host": anfitrion})

    assert respuesta.status in (400, 403)


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"Origin": "http://malo.example"},
        {"Origin": "null"},
        {"Referer": "http://malo.example/x"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_otro_sitio_no_puede_votar_por_alguien(sala, cabeceras):
    v = sala.votacion()
    celular = Celular(sala, v)
    lote = {"r": 1, "n": 1, "v": [{"o": "a0", "i": 1}]}
    por_guion = celular.sesion.post(f"{celular.raiz}/votos", json=lote, headers=cabeceras)
    por_formulario = celular.sesion.post(
        celular.raiz, data={"o": "a0", "i": "1"}, headers=cabeceras
    )

    assert (por_guion.status_code, por_formulario.status_code) == (403, 403)
    assert sala.urna.conteo(v.id, 1).votantes == 0


def test_un_lote_que_no_se_declara_json_no_se_lee(sala):
    celular = Celular(sala, sala.votacion())
    crudo = json.dumps({"r": 1, "n": 1, "v": []})
    simple = celular.sesion.post(
        f"{celular.raiz}/votos", data=crudo, headers={"Content-Type": "text/plain"}
    )

    assert simple.status_code == 400


def test_un_envio_enorme_se_corta(sala):
    v = sala.votacion()
    try:
        respuesta, _ = pedir_con(sala, "POST", f"/v/{v.codigo}/votos", {}, b"x" * 40_000)
        assert respuesta.status in (400, 413)
    except OSError:
        pass  # Cortar la conexión también es cortarlo.

    assert Celular(sala, v).votar().ok


def test_quien_adivina_codigos_se_frena_y_quien_ya_entro_sigue(sala):
    v = sala.votacion()
    adentro, adivino = Celular(sala, v), desde("127.0.0.77")
    adentro.sesion.mount("http://", adivino.get_adapter("http://"))
    raiz = f"http://127.0.0.1:{sala.puerto}"
    vistos = [adivino.get(f"{raiz}/v/ZZZZ{c}", timeout=10).status_code for c in "BCDFGHJKMNPR"]
    con_el_bueno = adivino.get(f"{raiz}/v/{v.codigo}", timeout=10)

    assert vistos == [404] * 10 + [429] * 2
    assert con_el_bueno.status_code == 429
    assert adentro.votar().ok
    assert Celular(sala, v).votar().ok


def test_el_codigo_se_puede_escribir_a_mano(sala):
    v = sala.votacion()
    escrito = f"{v.codigo[:2].lower()} {v.codigo[2:]}"
    respuesta = requests.get(
        f"http://127.0.0.1:{sala.puerto}/", params={"codigo": escrito}, timeout=10
    )

    assert respuesta.url.endswith(f"/v/{v.codigo}") and v.titulo in respuesta.text


def test_lo_que_escribe_una_persona_nunca_es_marca(sala):
    hostil = '</script><img src=x onerror=alert(1)>"\u2028'
    nueva = Votacion(
        id=f"hostil-{time.time()}", tipo=TipoConsulta.PESOS, titulo=hostil, opciones=opciones(2)
    )
    sala.urna.crear(nueva)
    v = sala.urna.abrir_ronda(nueva.id)
    texto = Celular(sala, v).abierta.text

    assert "<img" not in texto and texto.count("</script>") == 2


CUERPOS = (
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 9_000,
    b'{"r":1,"n":1,"v":[{"o":"\\ud800"}]}',
    b'{"r":1,"n":1,"v":[{"o":"a0","i":1e999}]}',
    b'{"r":1,"n":1,"v":[{"o":"a0","i":NaN}]}',
    b'{"r":1,"n":99999999999999999999,"v":[]}',
    b'{"r":-1,"n":1,"v":[]}',
    b'{"r":1,"n":1,"s":"marciano","v":[]}',
    b'{"r":1,"n":1,"v":[{"o":"a0\\u0000","v":1}]}',
    b'{"r":1,"n":1,"v":[{"o":"a0","v":99999999999999999999}]}',
    b'{"r":9007199254740992,"n":1,"v":[]}',
)


@pytest.mark.parametrize("cuerpo", CUERPOS, ids=range(len(CUERPOS)))
def test_ningun_lote_raro_hace_fallar_al_servidor(sala, cuerpo):
    v = sala.votacion()
    celular = Celular(sala, v)
    tipo = {"Content-Type": "application/json"}
    respuesta = celular.sesion.post(f"{celular.raiz}/votos", data=cuerpo, headers=tipo, timeout=10)

    assert respuesta.status_code in (400, 409)
    assert sala.urna.conteo(v.id, 1).marcas == 0


@pytest.mark.parametrize(
    "campos",
    [
        {},
        {"o": "nada"},
        {"o": "a0", "i": "cinco"},
        {"o": "a0", "i": "99999999999999999999"},
        {"o": "a0", "i": "\u0665"},
        {"o": "a0\x00", "t": "-1"},
        {"v0": "3"},
    ],
)
def test_ningun_formulario_raro_hace_fallar_al_servidor(sala, campos):
    v = sala.votacion()
    celular = Celular(sala, v)
    respuesta = celular.sesion.post(celular.raiz, data=campos, timeout=10)

    assert respuesta.status_code in (400, 409) or "✓ Guardado" in respuesta.text
    assert all(x.influencia == 5 for x in sala.urna.resultados(v.id, 1))


@pytest.mark.parametrize(
    "ruta",
    ["?p=0", "?p=-1", "?p=99999999999", "?p=²", "?p=%FF", "?p=1&p=x", "/estado?x=%00", "%00"],
)
def test_ninguna_direccion_rara_hace_fallar_al_servidor(sala, ruta):
    v = sala.votacion()
    respuesta = requests.get(f"http://127.0.0.1:{sala.puerto}/v/{v.codigo}{ruta}", timeout=10)

    assert respuesta.status_code in (200, 400, 404)


def test_cuarenta_celulares_a_la_vez_no_pierden_un_voto(sala):
    v = sala.votacion(cuantas=8)

    def votar_todo(_):
        celular = Celular(sala, v)
        return sum(celular.votar(o.id, 1 + n % 5).ok for n, o in enumerate(v.opciones))

    with ThreadPoolExecutor(40) as fila:
        confirmados = sum(fila.map(votar_todo, range(40)))

    conteo = sala.urna.conteo(v.id, 1)
    assert (confirmados, conteo.marcas, conteo.votantes) == (320, 320, 40)


def test_matar_el_servidor_no_pierde_nada_confirmado_y_los_celulares_vuelven(sala):
    v = sala.votacion(cuantas=28)
    celulares = [Celular(sala, v) for _ in range(12)]
    confirmados, parar = set(), threading.Event()

    def votar_y_reintentar(quien):
        for opcion in v.opciones:
            while not parar.is_set():
                try:
                    if celulares[quien].votar(opcion.id, 5).ok:
                        confirmados.add((quien, opcion.id))
                        break
                except requests.RequestException:
                    time.sleep(0.05)

    with ThreadPoolExecutor(12) as fila:
        tareas = [fila.submit(votar_y_reintentar, n) for n in range(12)]
        for _ in range(3):
            time.sleep(0.1)
            sala.matar()
            sala.levantar()
        for tarea in tareas:
            tarea.result(timeout=60)
        parar.set()

    conteo = sala.urna.conteo(v.id, 1)
    assert len(confirmados) == 12 * 28
    assert (conteo.marcas, conteo.votantes) == (12 * 28, 12)


def test_si_el_padre_muere_el_servidor_de_votos_se_va_con_el(sala):
    # Cerrar la entrada del hijo es lo que le pasa cuando su padre muere.
    sala.hijo._proceso.stdin.close()

    sala.hijo._proceso.wait(10)
    assert not sala.hijo.vive
    with socket.socket() as enchufe:
        assert enchufe.connect_ex(("127.0.0.1", sala.puerto)) != 0
    sala.levantar()
    assert sala.urna.esta_atendida()


def test_si_el_servidor_de_votos_muere_vuelve_solo_en_el_mismo_puerto(tmp_path):
    hijo = HijoDeVotos(AjustesDeVotos(urna=tmp_path / "votos.sqlite", puerto=0))
    direccion, primero = hijo.levantar(), hijo.pid
    os.kill(primero, signal.SIGKILL)
    esperar_respuesta(direccion)
    segundo = hijo.pid
    hijo.detener()

    assert segundo != primero and not hijo.vive
    with pytest.raises(requests.ConnectionError):
        requests.get(direccion, timeout=2)


def esperar_respuesta(direccion, plazo=15.0):
    """Espera a que alguien atienda en esa dirección."""
    hasta = time.monotonic() + plazo
    while time.monotonic() < hasta:
        try:
            return requests.get(direccion, timeout=2)
        except requests.ConnectionError:
            time.sleep(0.05)
    raise AssertionError("El servidor no volvió.")


def test_mesa_votar_atiende_y_se_detiene_con_orden(tmp_path):
    puerto = puerto_libre()
    orden = [str(Path(sys.executable).with_name("mesa")), "votar", "--direccion", "127.0.0.1"]
    urna = tmp_path / "votos.sqlite"
    proceso = subprocess.Popen(
        [*orden, "--puerto", str(puerto), "--urna", str(urna)], stdout=subprocess.PIPE, text=True
    )
    esperar_respuesta(f"http://127.0.0.1:{puerto}/")
    with Urna.abrir(urna) as una:
        atendida = una.direccion()
        proceso.send_signal(signal.SIGINT)
        salida, _ = proceso.communicate(timeout=20)

        assert atendida == f"http://127.0.0.1:{puerto}" and atendida in salida
        assert "Sin TLS" in salida
        assert una.direccion() == ""


def test_un_puerto_ocupado_se_dice(sala, tmp_path):
    ocupado = AjustesDeVotos(urna=tmp_path / "votos.sqlite", puerto=sala.puerto)

    with pytest.raises(ReglaRota, match=r"El puerto \d+ no se puede usar"):
        HijoDeVotos(ocupado).levantar()


def test_con_certificado_la_votacion_va_cifrada_y_su_testigo_tambien(tmp_path):
    par = certificado_propio(tmp_path / "tls", ("127.0.0.1",), datetime.now(UTC))
    ajustes = AjustesDeVotos(
        urna=tmp_path / "votos.sqlite",
        puerto=0,
        certificado=par.certificado,
        llave=par.llave,
    )
    hijo = HijoDeVotos(ajustes)
    raiz = hijo.levantar()
    with Urna.abrir(ajustes.urna) as urna:
        nueva = Votacion(id="v", tipo=TipoConsulta.PESOS, titulo="x", opciones=opciones(2))
        direccion = urna.direccion_de(urna.crear(nueva))
    pedida = requests.get(direccion, timeout=10, verify=str(par.certificado))
    hijo.detener()

    assert raiz.startswith("https://") and pedida.ok
    assert "Secure" in pedida.headers["Set-Cookie"]
