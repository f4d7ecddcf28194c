"""Un taller en marcha y la gente que entra en él, sin navegador."""

import contextlib
import json
import re
import ssl
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from servidor import objetivo as o
from servidor.canal_de_widgets import PROTOCOLO, CanalDeWidgets

_COMPROBANTE = re.compile(r'name="_xsrf" value="([^"]+)"')
_NOMBRE = re.compile(r'name="nombre" value="([^"]*)"')
_RETORNO = re.compile(r'class="acceso-codigo"[^>]*>([^<]+)<')


class DesdeOtroAparato(HTTPAdapter):
    """Las conexiones salen de otra dirección de este mismo computador (127.0.0.x)."""

    def __init__(self, direccion: str) -> None:
        self._direccion = direccion
        super().__init__()

    def init_poolmanager(self, *datos: Any, **campos: Any) -> None:
        super().init_poolmanager(*datos, source_address=(self._direccion, 0), **campos)


@dataclass
class Taller(o.Objetivo):
    """Un taller en marcha; ``datos`` es su carpeta."""

    datos: Path = field(default_factory=Path)
    pid: int = 0

    esquema = "https"

    @property
    def senas(self) -> dict[str, str]:
        """Lo que está en la pantalla de la sala en este momento."""
        dicho: dict[str, str] = json.loads((self.datos / "senas.json").read_text(encoding="utf-8"))
        return dicho

    def persona(self, *, entra: bool = True, desde: str = "127.0.0.1") -> "Asistente":
        """Alguien con su propio aparato; si ``entra``, trae el código de la pantalla."""
        quien = Asistente(self, desde)
        if entra:
            assert quien.entrar(self.senas["codigo"], "Rosa").status_code == 303
            assert quien.retorno, "no quedó adentro"
        return quien

    def conductora(self, rol: str = "facilitador") -> "Asistente":
        """Quien entra por el enlace de ese rol."""
        quien = Asistente(self)
        ruta = self.senas[rol].removeprefix(self.base)
        assert quien.pedir(ruta, allow_redirects=False).status_code == 303
        assert quien.retorno, "no quedó adentro"
        return quien


class Asistente(o.Persona):
    """Un navegador sin pantalla que confía en el certificado del taller."""

    objetivo: Taller

    def __init__(self, taller: Taller, desde: str = "127.0.0.1") -> None:
        super().__init__(taller)
        self.sesion.trust_env = False
        self.sesion.verify = str(taller.datos / "tls" / "certificado.pem")
        self.sesion.mount("https://", DesdeOtroAparato(desde))

    def entrar(self, codigo: str, nombre: str, **mas: str) -> requests.Response:
        """Llena el formulario de entrada."""
        return self._llenar("/entrar", codigo=codigo, nombre=nombre, **mas)

    def volver(self, retorno: str, **mas: str) -> requests.Response:
        """Llena el formulario de vuelta."""
        return self._llenar("/volver", retorno=retorno, **mas)

    def _llenar(self, ruta: str, **campos: str) -> requests.Response:
        hoja = _COMPROBANTE.search(self.pedir(f"{ruta}?directo=si").text)
        campos["_xsrf"] = hoja[1] if hoja else ""
        return self.pedir(ruta, "POST", data=campos, allow_redirects=False)

    @property
    def retorno(self) -> str:
        """Su código de retorno; vacío si no está adentro."""
        hallado = _RETORNO.search(self.pedir("/mi_codigo").text)
        return hallado[1] if hallado else ""

    @property
    def nombre(self) -> str:
        """Cómo quedó inscrita."""
        hallado = _NOMBRE.search(self.pedir("/mi_codigo").text)
        return hallado[1] if hallado else ""

    def salir(self) -> None:
        """Termina en este aparato."""
        self.escribir("/salir", "POST", allow_redirects=False)

    def entorno(self, consulta: str = "") -> dict[str, str]:
        """Lo que su núcleo sabe de ella, preguntado por el canal de widgets."""
        nucleo = self.abrir(f"/app/quien?{consulta}")
        enchufe = self.conectar(nucleo, subprotocols=[PROTOCOLO])
        canal = CanalDeWidgets(enchufe)
        dicho = canal.pedir(canal.de(valor="quien"), "decir")
        enchufe.close()
        self.cerrar(nucleo)
        sabe: dict[str, str] = dicho["datos"]
        return sabe

    def conectar(self, nucleo: str, **campos: Any) -> Any:
        """El canal con un núcleo, por TLS."""
        cifrado = {"cert_reqs": ssl.CERT_NONE, "check_hostname": False}
        return super().conectar(nucleo, sslopt=cifrado, **campos)


@contextlib.contextmanager
def en_taller(datos: Path, **ajustes: Any) -> Iterator[Taller]:
    """Un taller en otro proceso, hasta salir del bloque."""
    puerto = o.puerto_libre()
    pedido = json.dumps({"puerto": puerto, "datos": str(datos), **ajustes})
    orden = [sys.executable, str(o.AQUI / "arrancar_taller.py"), pedido]
    with o.corriendo(orden, puerto, datos) as proceso:
        for _ in range(100):
            if (datos / "senas.json").is_file():
                break
            time.sleep(0.05)
        yield Taller(puerto, o.KIT, lugares=ajustes.get("lugares", 0), datos=datos, pid=proceso.pid)
