"""Clientes HTTP y WebSocket de verdad contra un servidor en marcha, el del kit o Voilà tal cual."""

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
import websocket

AQUI = Path(__file__).parent
CLAVE = "clave-de-prueba"
_NUCLEO = re.compile(r'(?:data-nucleo="|"kernelId":\s*")([0-9a-f-]{36})')


@dataclass(frozen=True)
class Direcciones:
    """Dónde queda cada cosa en un servidor."""

    pagina: str
    cerrar: str
    archivos: str


KIT = Direcciones("/app/prueba", "/mesa/cerrar/{}", "/mesa/estatico/")
VOILA = Direcciones("/voila/render/app_liviana.ipynb", "/voila/api/shutdown/{}", "/voila/files/")


@dataclass
class Objetivo:
    """Un servidor en marcha y cómo se le habla."""

    puerto: int
    direcciones: Direcciones
    clave: str = ""
    lugares: int = 4

    esquema = "http"

    @property
    def base(self) -> str:
        return f"{self.esquema}://127.0.0.1:{self.puerto}"

    def persona(self, *, entra: bool = True) -> "Persona":
        """Alguien con su propio navegador; si ``entra``, trae la clave (donde se pide)."""
        persona = Persona(self)
        if entra:
            persona.pedir(f"{self.direcciones.cerrar.format('x')}?clave={self.clave}")
            persona.pedir(f"/?clave={self.clave}", allow_redirects=False)
        return persona


class Persona:
    """Un navegador sin pantalla: guarda sus cookies y abre canales."""

    def __init__(self, objetivo: Objetivo) -> None:
        self.objetivo = objetivo
        self.sesion = requests.Session()

    def pedir(self, ruta: str, metodo: str = "GET", **campos: Any) -> requests.Response:
        """Una petición, con las cookies de la persona."""
        campos.setdefault("timeout", 30)
        return self.sesion.request(metodo, self.objetivo.base + ruta, **campos)

    def escribir(self, ruta: str, metodo: str, **campos: Any) -> requests.Response:
        """Una petición que cambia algo, con su comprobante contra formularios ajenos."""
        galletas = self.sesion.cookies
        nombres = ("mesa-comprobante", f"__Host-mesa-comprobante-{self.objetivo.puerto}", "_xsrf")
        prueba = next((galletas[n] for n in nombres if n in galletas), "")
        cabeceras = {"X-XSRFToken": str(prueba).strip('"')}
        return self.pedir(ruta, metodo, headers=cabeceras, **campos)

    def abrir(self, ruta: str = "") -> str:
        """Abre la página y devuelve el id de su núcleo."""
        texto = self.pedir(ruta or self.objetivo.direcciones.pagina).text
        encontrado = _NUCLEO.search(texto)
        assert encontrado, texto[:2000]
        return encontrado[1]

    def cerrar(self, nucleo: str) -> int:
        """Cierra un núcleo; el código de la respuesta."""
        return self.escribir(self.objetivo.direcciones.cerrar.format(nucleo), "POST").status_code

    def cerrar_pagina(self, respuesta: requests.Response) -> None:
        """Cierra el núcleo de una página ya recibida, si lo tiene."""
        if encontrado := _NUCLEO.search(respuesta.text):
            self.cerrar(encontrado[1])

    def conectar(self, nucleo: str, **campos: Any) -> Any:
        """El canal con un núcleo, o ``None`` si el servidor lo niega."""
        galletas = "; ".join(f"{c.name}={c.value}" for c in self.sesion.cookies)
        direccion = f"{self.objetivo.base.replace('http', 'ws', 1)}/api/kernels/{nucleo}/channels"
        campos.setdefault("origin", self.objetivo.base)
        try:
            return websocket.create_connection(
                f"{direccion}?session_id=prueba", cookie=galletas, timeout=10, **campos
            )
        except websocket.WebSocketBadStatusException:
            return None

    def entra_al_canal(self, nucleo: str, **campos: Any) -> bool:
        """Si logra abrir el canal de ese núcleo."""
        canal = self.conectar(nucleo, **campos)
        if canal is not None:
            canal.close()
        return canal is not None


def puerto_libre() -> int:
    """Un puerto que nadie usa ahora."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return int(enchufe.getsockname()[1])


def esperar_puerto(puerto: int, proceso: "subprocess.Popen[bytes]") -> None:
    """Espera a que el servidor atienda; falla si el proceso muere antes."""
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", puerto), 1):
            return
        assert proceso.poll() is None, "el servidor murió al partir"
        time.sleep(0.1)
    raise AssertionError("el servidor no atiende")


@contextlib.contextmanager
def corriendo(orden: list[str], puerto: int, datos: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Un servidor en otro proceso, hasta salir del bloque."""
    entorno = {**os.environ, "JUPYTER_NO_CONFIG": "1", "HOME": str(datos)}
    with (datos / "servidor.log").open("ab") as registro:
        proceso = subprocess.Popen(orden, stdout=registro, stderr=registro, env=entorno)
    try:
        esperar_puerto(puerto, proceso)
        yield proceso
    finally:
        proceso.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            proceso.wait(15)
        proceso.kill()


def orden_del_kit(puerto: int, datos: Path, **ajustes: Any) -> list[str]:
    """La orden que levanta el servidor del kit con esos ajustes."""
    propios = {"puerto": puerto, "datos": str(datos), "base": str(datos / "mesas.sqlite")}
    return [sys.executable, str(AQUI / "arrancar.py"), json.dumps({**propios, **ajustes})]


def orden_de_voila(puerto: int, carpeta: Path) -> list[str]:
    """La orden que levanta Voilà con lo que trae de fábrica."""
    return [sys.executable, "-m", "voila", str(carpeta), "--no-browser", f"--port={puerto}"]
