"""Lo común a todos los clientes: HTTP con cookies y la falla que se informa."""

from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse

ESPERA = 120.0
MENSAJE_MAXIMO = 64 << 20
AsyncHTTPClient.configure(None, max_clients=1000)


class Rechazo(Exception):
    """El servidor contestó otra cosa que la esperada; el texto dice qué."""


def exigir(condicion: object, frase: str) -> None:
    """Levanta ``Rechazo`` con la frase si la condición no se cumple."""
    if not condicion:
        raise Rechazo(frase)


class Navegante:
    """Quien pide páginas: guarda sus cookies y dice de dónde viene, como un navegador."""

    def __init__(self, raiz: str, cookies: dict[str, str] | None = None) -> None:
        self.raiz = raiz.rstrip("/")
        self.cookies = dict(cookies or {})

    def cabeceras(self) -> dict[str, str]:
        """Las que manda siempre: sus cookies y su origen."""
        galletas = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        return {"Origin": self.raiz} | ({"Cookie": galletas} if galletas else {})

    def direccion_ws(self, ruta: str) -> HTTPRequest:
        """El pedido para abrir un canal en esa ruta, con las cookies puestas."""
        return HTTPRequest(
            self.raiz.replace("http", "ws", 1) + ruta,
            headers=self.cabeceras(),
            connect_timeout=ESPERA,
            request_timeout=ESPERA,
            validate_cert=False,
        )

    async def pedir(
        self, ruta: str, cuerpo: bytes | dict[str, str] | None = None, **mas: Any
    ) -> HTTPResponse:
        """Una petición: GET, o POST si trae cuerpo (un diccionario va como formulario)."""
        cabeceras = self.cabeceras() | mas.pop("cabeceras", {})
        if isinstance(cuerpo, dict):
            cuerpo = urlencode(cuerpo).encode()
        pedido = HTTPRequest(
            self.raiz + ruta,
            method="GET" if cuerpo is None else "POST",
            body=cuerpo,
            headers=cabeceras,
            follow_redirects=False,
            connect_timeout=ESPERA,
            request_timeout=ESPERA,
            decompress_response=True,
            validate_cert=False,
            **mas,
        )
        respuesta = await AsyncHTTPClient().fetch(pedido, raise_error=False)
        for linea in respuesta.headers.get_list("Set-Cookie"):
            self.cookies |= {k: v.coded_value for k, v in SimpleCookie(linea).items()}
        return respuesta


def texto_de(respuesta: HTTPResponse, que: str) -> str:
    """El cuerpo de una respuesta 200; levanta ``Rechazo`` con cualquier otra."""
    exigir(respuesta.code == 200, f"{que} contestó {respuesta.code} {respuesta.error or ''}")
    return respuesta.body.decode()
