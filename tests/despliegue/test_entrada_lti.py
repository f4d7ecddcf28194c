"""Entrar desde una plataforma de cursos (LTI 1.3), con tokens firmados de verdad."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from despliegue.hub_en_marcha import Hub, PersonaDelHub
from despliegue.plataforma import CLIENTE, LTI, ROL, Plataforma, plataforma
from servidor.objetivo import puerto_libre


@pytest.fixture(scope="module")
def cursos() -> Iterator[Plataforma]:
    with plataforma(puerto_libre()) as una:
        yield una


@pytest.fixture(scope="module")
def hub_lti(proxy, cursos, tmp_path_factory) -> Iterator[Hub]:
    carpeta = tmp_path_factory.mktemp("lti")
    entrada = {
        "MESA_ENTRADA": "lti",
        "LTI_EMISOR": cursos.emisor,
        "LTI_CLIENTE": CLIENTE,
        "LTI_AUTORIZA": f"{cursos.emisor}/autoriza",
        "LTI_LLAVES": f"{cursos.emisor}/llaves",
        "LTI_ESQUEMA": "http",
    }
    with Hub(carpeta, str(carpeta / "mesas.sqlite"), **entrada).corriendo() as hub:
        yield hub


def _iniciar(persona: PersonaDelHub, cursos: Plataforma) -> dict[str, str]:
    """El primer paso: la plataforma avisa que alguien viene; lo que el Hub le pregunta."""
    aviso = {
        "iss": cursos.emisor,
        "login_hint": "9",
        "target_link_uri": f"{persona.hub.base}/hub",
        "client_id": CLIENTE,
    }
    respuesta = persona.pedir("/hub/lti13/oauth_login", "POST", data=aviso, allow_redirects=False)
    pregunta = urlsplit(respuesta.headers["Location"])
    assert respuesta.status_code == 302, respuesta.text
    return {k: v[0] for k, v in parse_qs(pregunta.query).items()}


def _volver(persona: PersonaDelHub, estado: str, token: str):
    """El segundo paso: la plataforma responde con el token firmado."""
    datos = {"state": estado, "id_token": token}
    return persona.pedir("/hub/lti13/oauth_callback", "POST", data=datos, allow_redirects=False)


def _entrar(hub: Hub, cursos: Plataforma, quien: str, **cambios) -> tuple[PersonaDelHub, int]:
    persona = PersonaDelHub(hub, quien)
    pregunta = _iniciar(persona, cursos)
    token = cursos.firmar(
        cursos.lanzamiento(**{"persona": quien, "nonce": pregunta["nonce"], **cambios})
    )
    return persona, _volver(persona, pregunta["state"], token).status_code


def test_el_hub_pregunta_con_lo_que_pide_la_norma(hub_lti, cursos):
    pregunta = _iniciar(PersonaDelHub(hub_lti, "eva"), cursos)

    assert pregunta["response_type"] == "id_token"
    assert pregunta["response_mode"] == "form_post"
    assert pregunta["client_id"] == CLIENTE
    assert pregunta["redirect_uri"] == f"{hub_lti.base}/hub/lti13/oauth_callback"


def test_quien_participa_en_el_curso_entra_y_queda_en_su_grupo(hub_lti, cursos):
    eva, codigo = _entrar(hub_lti, cursos, "eva")

    quien = eva.pedir("/hub/api/user").json()

    assert codigo == 302
    assert (quien["name"], quien["groups"]) == ("eva", ["taller2"])


def test_quien_ensenia_en_el_curso_queda_como_tutora_de_su_grupo(hub_lti, cursos):
    profe, _ = _entrar(hub_lti, cursos, "profe", **{f"{LTI}roles": [f"{ROL}Instructor"]})

    quien = profe.pedir("/hub/api/user").json()

    assert quien["groups"] == ["taller2-tutoria"]
    assert "access:servers!group=taller2" in quien["scopes"]


def test_un_curso_desconocido_no_da_grupo(hub_lti, cursos):
    de_afuera, codigo = _entrar(hub_lti, cursos, "fe", **{f"{LTI}context": {"id": "otro"}})

    assert codigo == 302
    assert de_afuera.pedir("/hub/api/user").json()["groups"] == []


@pytest.mark.parametrize(
    ("cambio", "codigo"),
    [
        ({"aud": "otra-herramienta"}, 401),
        ({"iss": "http://127.0.0.1/otra"}, 400),
        ({"exp": 1_000_000}, 400),
        ({"nonce": "repetido"}, 400),
    ],
    ids=["para otra herramienta", "de otra plataforma", "vencido", "repetido"],
)
def test_un_token_que_no_corresponde_no_entra(hub_lti, cursos, cambio, codigo):
    intruso, recibido = _entrar(hub_lti, cursos, "intruso", **cambio)

    assert recibido == codigo
    assert intruso.pedir("/hub/api/user").status_code == 403


def test_un_token_firmado_con_otra_llave_no_entra(hub_lti, cursos):
    intruso = PersonaDelHub(hub_lti, "intruso")
    pregunta = _iniciar(intruso, cursos)
    ajena = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    token = cursos.firmar(cursos.lanzamiento("eva", pregunta["nonce"]), llave=ajena)

    respuesta = _volver(intruso, pregunta["state"], token)

    assert respuesta.status_code == 400
    assert intruso.pedir("/hub/api/user").status_code == 403


def test_un_viaje_que_no_partio_aqui_no_entra(hub_lti, cursos):
    intruso = PersonaDelHub(hub_lti, "intruso")
    token = cursos.firmar(cursos.lanzamiento("eva", "cualquiera"))

    assert _volver(intruso, "inventado", token).status_code == 400
