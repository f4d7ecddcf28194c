"""Entrar con una cuenta de otra parte (OIDC), contra un proveedor en 127.0.0.1."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from despliegue.hub_en_marcha import Hub, PersonaDelHub
from despliegue.plataforma import CLIENTE, SECRETO, Plataforma, plataforma
from servidor.objetivo import puerto_libre


@pytest.fixture(scope="module")
def cuentas() -> Iterator[Plataforma]:
    with plataforma(puerto_libre()) as una:
        una.canjes = {
            "de-ana": {"sub": "ana", "grupos": ["taller1"]},
            "de-tere": {"sub": "tere", "grupos": ["taller1-tutoria"]},
            "de-nadie": {"sub": "zoe", "grupos": ["contabilidad"]},
        }
        yield una


@pytest.fixture(scope="module")
def hub_oidc(proxy, cuentas, tmp_path_factory) -> Iterator[Hub]:
    carpeta = tmp_path_factory.mktemp("oidc")
    entrada = {
        "MESA_ENTRADA": "oidc",
        "OIDC_AUTORIZA": f"{cuentas.emisor}/autoriza",
        "OIDC_CANJEA": f"{cuentas.emisor}/canje",
        "OIDC_PERSONA": f"{cuentas.emisor}/persona",
        "OIDC_VUELTA": "http://127.0.0.1/hub/oauth_callback",
        "OIDC_CLIENTE": CLIENTE,
        "OIDC_SECRETO": SECRETO,
        "OIDC_GRUPOS": "grupos",
        "OIDC_TITULO": "ClaveÚnica",
    }
    with Hub(carpeta, str(carpeta / "mesas.sqlite"), **entrada).corriendo() as hub:
        yield hub


def _entrar(hub: Hub, codigo: str) -> PersonaDelHub:
    persona = PersonaDelHub(hub, codigo)
    ida = persona.pedir("/hub/oauth_login", allow_redirects=False)
    estado = parse_qs(urlsplit(ida.headers["Location"]).query)["state"][0]
    vuelta = {"code": codigo, "state": estado}
    persona.pedir("/hub/oauth_callback", params=vuelta, allow_redirects=False)
    return persona


def test_la_entrada_ofrece_la_cuenta(hub_oidc):
    pagina = PersonaDelHub(hub_oidc).pedir("/hub/login").content.decode()

    assert "Entrar con ClaveÚnica" in pagina


@pytest.mark.parametrize(
    ("codigo", "nombre", "grupos"),
    [("de-ana", "ana", ["taller1"]), ("de-tere", "tere", ["taller1-tutoria"])],
)
def test_quien_esta_en_un_grupo_entra_con_el(hub_oidc, codigo, nombre, grupos):
    quien = _entrar(hub_oidc, codigo).pedir("/hub/api/user").json()

    assert (quien["name"], quien["groups"]) == (nombre, grupos)


def test_una_cuenta_valida_sin_grupo_no_entra(hub_oidc):
    assert _entrar(hub_oidc, "de-nadie").pedir("/hub/api/user").status_code == 403


def test_una_vuelta_que_no_partio_aqui_no_entra(hub_oidc, cuentas):
    persona = PersonaDelHub(hub_oidc, "intruso")
    antes = len(cuentas.canjeados)

    vuelta = {"code": "de-ana", "state": "inventado"}
    respuesta = persona.pedir("/hub/oauth_callback", params=vuelta, allow_redirects=False)

    assert respuesta.status_code >= 400
    assert len(cuentas.canjeados) == antes
