"""El kit detrás de JupyterHub: cada quien en lo suyo, la tutora mira, nadie ejecuta."""

import re
import uuid

import psutil
import pytest
import requests
from despliegue.hub_en_marcha import PersonaDelHub
from servidor.canal_de_widgets import CanalDeWidgets, empacar


def mi_mesa(canal: CanalDeWidgets) -> str:
    """El componente «Mi Mesa» de esa página, que se dibuja cuando se ve."""
    canal.pedir(canal.de(_componente="tiempo"), "abrir")
    return canal.de(_componente="mi_mesa")


@pytest.fixture(scope="module")
def de_ana(gente) -> str:
    """El núcleo de una página que Ana tiene abierta."""
    return gente["ana"].nucleo()


@pytest.fixture(scope="module")
def mesa_de_ana(gente, de_ana) -> str:
    """La clave de la Mesa que Ana creó desde esa página."""
    canal = CanalDeWidgets(gente["ana"].canal(de_ana))
    datos = {"nombre": "Mesa de Ana", "lugar": "Los Aromos", "cut": "05101", "nivel": "comuna"}
    return canal.pedir(mi_mesa(canal), "crear", **datos)["datos"]


@pytest.fixture(scope="module", params=["tere", "ana"], ids=["su espacio", "el de Ana"])
def de_tere(request, gente, mesa_de_ana) -> CanalDeWidgets:
    """La página «Mi Mesa» que abre la tutora, en su espacio y en el de Ana."""
    tere = gente["tere"]
    nucleo = tere.nucleo("/app/mi_mesa", request.param)
    return CanalDeWidgets(tere.canal(nucleo, request.param))


def test_cada_persona_llega_a_su_pagina_bajo_su_prefijo(gente):
    pagina = gente["ana"].abrir("/tema/03_mapa_de_actores")
    direcciones = re.findall(r'(?:href|src)="(/[^"]*)"', pagina.text)

    assert pagina.status_code == 200
    assert 'data-raiz="/user/ana"' in pagina.text
    assert direcciones
    assert [d for d in direcciones if not d.startswith("/user/ana/")] == []


def test_lo_que_la_pagina_pide_existe(gente):
    ana = gente["ana"]
    pagina = ana.abrir("/").text
    archivos = re.findall(r'(?:href|src)="(/user/ana/mesa/[^"]*)"', pagina)

    assert {a: ana.pedir(a).status_code for a in archivos} == dict.fromkeys(archivos, 200)


def test_un_codigo_ajeno_no_entra(hub, gente):
    codigo = hub.codigos("dora")["dora"]

    intento = PersonaDelHub(hub, "ana").entrar(codigo)

    assert intento.status_code == 403
    assert "no van juntos" in intento.text


def test_quien_no_ha_entrado_va_a_la_entrada(hub):
    nadie = PersonaDelHub(hub, "nadie")

    pagina = nadie.pedir("/user/ana/")

    assert "/hub/login" in pagina.url
    assert "Entre a su Mesa" in pagina.text


@pytest.mark.parametrize("intruso", ["beto", "ciro", "nadie"])
def test_nadie_llega_a_la_pagina_ni_al_nucleo_de_otra_persona(hub, gente, de_ana, intruso):
    otro = gente.get(intruso) or PersonaDelHub(hub, intruso)

    pagina = otro.pedir("/user/ana/app/mi_mesa")

    assert otro.canal(de_ana, duenia="ana") == 403
    assert "data-nucleo" not in pagina.text
    assert pagina.status_code == 403 or "/hub/login" in pagina.url


@pytest.mark.parametrize("intruso", ["beto", "tere"])
def test_nadie_cierra_el_nucleo_de_otra_persona(gente, de_ana, intruso):
    ana, otro = gente["ana"], gente[intruso]

    borrado = otro.pedir(f"/user/ana/api/kernels/{de_ana}", "DELETE")
    cierre = otro.pedir(f"/user/ana/mesa/cerrar/{de_ana}", "POST")

    assert borrado.status_code == cierre.status_code == 403
    assert ana.pedir(f"/user/ana/mesa/latido/{de_ana}").status_code == 204


@pytest.mark.parametrize(
    "ruta", ["lab", "tree", "api", "api/contents", "api/kernels", "api/sessions", "api/terminals"]
)
def test_las_puertas_de_jupyter_no_existen(gente, ruta):
    ana = gente["ana"]

    assert ana.pedir(f"/user/ana/{ruta}").status_code == 404
    assert ana.pedir(f"/user/ana/{ruta}", "PUT", data="{}").status_code in {403, 404}


def test_no_se_puede_ejecutar_codigo(gente, de_ana, tmp_path):
    huella = tmp_path / "huella"
    canal = gente["ana"].canal(de_ana)
    contenido = {"code": f"open({str(huella)!r}, 'w')", "silent": False}
    for lugar in ("shell", "control"):
        cabecera = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "version": "5.3"}
        canal.send_binary(empacar(lugar, cabecera, {}, {}, contenido))

    # Lo que se pide después sí tiene respuesta: lo anterior ya pasó por el servidor y el núcleo.
    CanalDeWidgets(canal)

    assert not huella.exists()


def test_un_pedido_con_otro_origen_no_abre_el_canal(gente, de_ana):
    assert gente["ana"].canal(de_ana, origen="http://otro.example") == 403


def test_quien_llega_con_otro_nombre_de_sitio_no_pasa(gente):
    ana = gente["ana"]

    ajena = ana.pedir("/user/ana/app/mi_mesa", headers={"Host": "otro.example"})

    assert ajena.status_code == 403
    assert "data-nucleo" not in ajena.text


def test_los_nucleos_no_heredan_la_llave_con_que_el_servidor_habla_al_hub(hub, de_ana):
    procesos = psutil.Process(hub.proceso.pid).children(recursive=True)
    nucleos = [p for p in procesos if "nucleos.corriente" in " ".join(p.cmdline())]

    assert nucleos
    assert [p.pid for p in nucleos if "JUPYTERHUB_API_TOKEN" in p.environ()] == []


def test_la_mesa_de_una_persona_no_la_ven_las_demas(gente, mesa_de_ana):
    la_suya = gente["ana"].abrir("/app/mi_mesa").text
    la_de_beto = gente["beto"].abrir("/app/mi_mesa").text

    assert mesa_de_ana in la_suya
    assert mesa_de_ana not in la_de_beto
    assert "Mesa de Ana" not in la_de_beto


def test_la_tutora_ve_las_mesas_de_su_grupo(de_tere, mesa_de_ana):
    mesas = de_tere.estados[mi_mesa(de_tere)]["mesas"]

    assert [m["clave"] for m in mesas] == [mesa_de_ana]


def test_la_tutora_no_puede_cambiar_lo_que_acompania(gente, de_tere, mesa_de_ana):
    datos = {"clave": mesa_de_ana, "nombre": "Otro nombre"}

    respuesta = de_tere.pedir(mi_mesa(de_tere), "renombrar", **datos)

    assert "no cambiarla" in respuesta["error"]


def test_la_tutora_no_alcanza_la_pagina_que_ana_tiene_abierta(gente, de_ana):
    assert gente["tere"].canal(de_ana, duenia="ana") == 403


def test_la_tutora_no_entra_a_otro_grupo(gente):
    pagina = gente["tere"].pedir("/hub/user/ciro/")

    assert pagina.status_code == 403 or "data-nucleo" not in pagina.text
    assert gente["tere"].pedir("/hub/api/users/ciro").status_code == 404


def test_las_paginas_del_hub_hablan_castellano(hub):
    entrada = requests.get(f"{hub.base}/hub/login", timeout=10)
    perdida = requests.get(f"{hub.base}/hub/nada", timeout=10)

    assert 'lang="es-CL"' in entrada.text
    assert "Aquí no hay nada" in perdida.content.decode()
    assert "Sign in" not in entrada.text
