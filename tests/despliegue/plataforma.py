"""Una plataforma de cursos (LTI 1.3) y un proveedor de identidad (OIDC) que firman de verdad."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
ROL = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
CLIENTE = "mesa-territorial"
SECRETO = "secreto-de-prueba"


class Plataforma:
    """Las llaves y lo que contesta cada dirección. ``canjes`` es de código a persona."""

    def __init__(self, puerto: int) -> None:
        self.emisor = f"http://127.0.0.1:{puerto}"
        self._llave = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.canjes: dict[str, dict[str, Any]] = {}
        self.canjeados: list[dict[str, str]] = []

    def llaves(self) -> dict[str, Any]:
        """El conjunto de llaves públicas (JWKS)."""
        publica = jwt.algorithms.RSAAlgorithm.to_jwk(self._llave.public_key(), as_dict=True)
        return {"keys": [{**publica, "kid": "una", "use": "sig", "alg": "RS256"}]}

    def firmar(self, datos: dict[str, Any], llave: Any = None) -> str:
        """Un token firmado con la llave de la plataforma, o con otra."""
        return jwt.encode(datos, llave or self._llave, algorithm="RS256", headers={"kid": "una"})

    def lanzamiento(self, persona: str, nonce: str, **cambios: Any) -> dict[str, Any]:
        """Lo que la plataforma dice de quien abre la actividad, con esos ``cambios``."""
        ahora = int(time.time())
        datos = {
            "iss": self.emisor,
            "aud": CLIENTE,
            "sub": persona,
            "nonce": nonce,
            "iat": ahora,
            "exp": ahora + 300,
            f"{LTI}message_type": "LtiResourceLinkRequest",
            f"{LTI}version": "1.3.0",
            f"{LTI}deployment_id": "1",
            f"{LTI}target_link_uri": "/hub",
            f"{LTI}resource_link": {"id": "actividad-1"},
            f"{LTI}roles": [f"{ROL}Learner"],
            f"{LTI}context": {"id": "curso-101"},
        }
        return {**datos, **cambios}

    def contestar(self, ruta: str, pedido: dict[str, str], credencial: str) -> dict[str, Any]:
        """Lo que responde la plataforma en esa dirección."""
        if ruta == "/llaves":
            return self.llaves()
        if ruta == "/canje":
            self.canjeados.append(pedido)
            return {"access_token": pedido["code"], "token_type": "Bearer"}
        return self.canjes[credencial.removeprefix("Bearer ")]


@contextmanager
def plataforma(puerto: int) -> Iterator[Plataforma]:
    """La plataforma atendiendo en 127.0.0.1."""
    una = Plataforma(puerto)

    class Ventanilla(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            largo = int(self.headers.get("Content-Length") or 0)
            cuerpo = parse_qs(self.rfile.read(largo).decode())
            pedido = {k: v[0] for k, v in cuerpo.items()}
            credencial = self.headers.get("Authorization", "")
            dicho = una.contestar(urlsplit(self.path).path, pedido, credencial)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(dicho).encode())

        do_POST = do_GET  # noqa: N815 - así lo llama http.server

        def log_message(self, *_: Any) -> None:
            """Nada: la salida es de las pruebas."""

    servidor = ThreadingHTTPServer(("127.0.0.1", puerto), Ventanilla)
    Thread(target=servidor.serve_forever, daemon=True).start()
    try:
        yield una
    finally:
        servidor.shutdown()
