"""Lo que decide la configuración del Hub, sin levantarlo."""

import sys
from types import SimpleNamespace

import pytest
from coherencia.arbol import RAIZ
from traitlets.config import Config

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.hub.descanso import Descanso
from mesa_territorial.servidor.hub.entorno import anfitriones, entorno_del_nucleo, leer_ajustes

sys.path.insert(0, str(RAIZ / "despliegue"))

from mesa_en_el_hub import codigos, entradas, espacios
from mesa_en_el_hub.grupos import Grupo, como_roles, grupos_de, leer_grupos, rol_de

DEL_HUB = {
    "JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:5123/user/ana/",
    "JUPYTERHUB_SERVICE_PREFIX": "/user/ana/",
    "JUPYTERHUB_USER": "ana",
    "MESAS_BD": "postgresql://mesa@bd/mesas",
    "MESA_ROL": "facilitador",
    "MESA_ACOMPANA": "beto\nciro",
}
GRUPOS = (
    Grupo("taller1", personas=("ana", "beto"), tutoras=("tere",)),
    Grupo("taller2", personas=("tere",), facilitan=("ana",), contexto="curso-101"),
)


def test_el_servidor_escucha_donde_dice_el_hub_y_bajo_su_prefijo():
    ajustes = leer_ajustes(DEL_HUB)

    assert (ajustes.direccion, ajustes.puerto, ajustes.raiz) == ("127.0.0.1", 5123, "/user/ana")
    assert (ajustes.persona, ajustes.base) == ("ana", "postgresql://mesa@bd/mesas")


@pytest.mark.parametrize(
    "falta", ["JUPYTERHUB_SERVICE_URL", "JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_USER", "MESAS_BD"]
)
def test_sin_lo_que_da_el_hub_no_parte(falta):
    with pytest.raises(ReglaRota, match=falta):
        leer_ajustes({k: v for k, v in DEL_HUB.items() if k != falta})


def test_la_duenia_entra_con_su_rol_y_lo_que_acompana():
    entorno = entorno_del_nucleo("ana", DEL_HUB)

    assert entorno["MESA_PERSONA"] == "ana"
    assert (entorno["MESA_ROL"], entorno["MESA_ACOMPANA"]) == ("facilitador", "beto\nciro")


def test_quien_visita_entra_con_su_nombre_como_tutora_y_mira_solo_a_la_duenia():
    entorno = entorno_del_nucleo("tere", DEL_HUB)

    assert entorno["MESA_PERSONA"] == "tere"
    assert (entorno["MESA_ROL"], entorno["MESA_ACOMPANA"]) == ("tutor", "ana")


@pytest.mark.parametrize("rol", ["", "administrador", "tutor "])
def test_un_rol_que_no_se_conoce_nunca_es_todo_permitido(rol):
    entorno = entorno_del_nucleo("ana", {**DEL_HUB, "MESA_ROL": rol})

    assert (entorno["MESA_ROL"], entorno["MESA_MODO"]) == ("participante", "hub")


def test_con_direccion_publica_solo_se_atiende_ese_nombre():
    publica = {"JUPYTERHUB_PUBLIC_URL": "https://mesas.example.cl/user/ana/"}

    assert anfitriones(publica) == ["mesas.example.cl", "localhost"]
    assert anfitriones({}) == []


def test_el_servidor_descansa_tras_el_plazo_entero_sin_paginas():
    reloj = SimpleNamespace(ahora=0.0)
    descanso = Descanso(60, lambda: reloj.ahora)
    vistas = []
    for ahora, abiertas in ((0, 1), (10, 0), (50, 0), (60, 1), (61, 0), (120, 0), (121, 0)):
        reloj.ahora = ahora
        vistas.append(descanso.toca(abiertas))

    assert vistas == [False] * 6 + [True]


def test_un_plazo_cero_es_nunca():
    assert not Descanso(0, lambda: 1e9).toca(0)


def test_una_persona_puede_participar_en_un_grupo_y_acompanar_otro():
    assert grupos_de("tere", GRUPOS) == ["taller1-tutoria", "taller2"]
    assert grupos_de("ana", GRUPOS) == ["taller1", "taller2-facilita"]
    assert grupos_de("zoe", GRUPOS) == []


def test_acompanar_manda_sobre_facilitar_y_participar():
    roles = [rol_de(grupos_de(quien, GRUPOS)) for quien in ("tere", "ana", "beto", "zoe")]

    assert roles == ["tutor", "facilitador", "participante", "participante"]


def test_la_tutoria_solo_alcanza_a_su_grupo():
    (rol, _) = como_roles(GRUPOS)

    assert rol["scopes"] == ["access:servers!group=taller1", "list:users!group=taller1"]
    assert rol["groups"] == ["taller1-tutoria"]


@pytest.mark.parametrize(
    "texto", ['[t]\nalumnos = ["ana"]', "[x-tutoria]\npersonas = []", '[t]\nnombre = "otro"']
)
def test_un_archivo_de_grupos_que_no_se_entiende_lo_dice(tmp_path, texto):
    archivo = tmp_path / "grupos.toml"
    archivo.write_text(texto, encoding="utf-8")

    with pytest.raises(ValueError, match="no se entiende"):
        leer_grupos(archivo)


def test_el_ejemplo_de_grupos_se_lee():
    grupos = leer_grupos(RAIZ / "despliegue" / "grupos.ejemplo.toml")

    assert all(g.personas and g.tutoras for g in grupos)


def test_un_codigo_sirve_aunque_se_escriba_a_la_rapida(tmp_path):
    archivo = tmp_path / "codigos.tsv"
    codigo = codigos.emitir(archivo, ["Ana "])["ana"]

    assert codigos.corresponde(archivo, "ana", codigo)
    assert codigos.corresponde(archivo, "ana", f"  {codigo.upper().replace('-', ' ')} ")


def test_un_codigo_no_sirve_para_otra_persona_ni_despues_de_emitir_otro(tmp_path):
    archivo = tmp_path / "codigos.tsv"
    viejo = codigos.emitir(archivo, ["ana", "beto"])["ana"]
    codigos.emitir(archivo, ["ana"])

    assert not codigos.corresponde(archivo, "beto", viejo)
    assert not codigos.corresponde(archivo, "ana", viejo)
    assert not codigos.corresponde(archivo, "ana", "")
    assert not codigos.corresponde(archivo, "zoe", "")


def test_el_archivo_de_codigos_no_guarda_codigos_ni_lo_lee_cualquiera(tmp_path):
    archivo = tmp_path / "codigos.tsv"
    codigo = codigos.emitir(archivo, ["ana"])["ana"]

    assert codigo not in archivo.read_text()
    assert codigo.replace("-", "") not in archivo.read_text()
    assert archivo.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("entrada", ["oidc", "lti"])
def test_una_entrada_a_medias_dice_que_le_falta(entrada):
    with pytest.raises(ValueError, match="faltan las variables"):
        entradas.configurar_entrada(Config(), {"MESA_ENTRADA": entrada}, GRUPOS)


def test_una_entrada_o_un_espacio_desconocidos_se_rechazan():
    with pytest.raises(ValueError, match="MESA_ENTRADA"):
        entradas.configurar_entrada(Config(), {"MESA_ENTRADA": "libre"}, GRUPOS)
    with pytest.raises(ValueError, match="MESA_ESPACIO"):
        espacios.configurar_espacios(Config(), {"MESA_ESPACIO": "nube", "MESAS_BD": "x"})
    with pytest.raises(ValueError, match="MESAS_BD"):
        espacios.configurar_espacios(Config(), {})


def test_con_oidc_sin_grupos_en_la_cuenta_entra_solo_quien_esta_en_el_archivo():
    c, nombres = Config(), ("AUTORIZA", "CANJEA", "PERSONA", "VUELTA", "CLIENTE", "SECRETO")
    entorno = {f"OIDC_{n}": "x" for n in nombres}

    entradas.configurar_entrada(c, {**entorno, "MESA_ENTRADA": "oidc"}, GRUPOS)

    assert c.GenericOAuthenticator.allowed_users == {"ana", "beto", "tere"}
    assert "allow_all" not in c.GenericOAuthenticator


def test_lo_que_el_hub_sabe_no_cruza_al_servidor_de_nadie():
    c = Config()
    secretos = {"OIDC_SECRETO": "x", "HUB_BD": "x", "CONFIGPROXY_AUTH_TOKEN": "x"}

    espacios.configurar_espacios(c, {**secretos, "MESAS_BD": "b", "PATH": "p"})

    assert set(c.Spawner.env_keep) == {"MESAS_BD", "PATH"}


@pytest.mark.parametrize(
    ("entorno", "opciones"),
    [
        ({}, {}),
        ({"MESA_ENTRADA": "lti"}, {"samesite": "None", "secure": True}),
        ({"MESA_ENTRADA": "lti", "LTI_ESQUEMA": "http"}, {}),
    ],
)
def test_solo_lti_relaja_las_cookies_y_solo_con_tls(entorno, opciones):
    assert entradas.opciones_de_galletas(entorno) == opciones


def test_el_candado_del_proxy_no_nombra_registros():
    candado = (RAIZ / "despliegue" / "proxy" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in candado
    assert candado.count('"integrity"') > 30
