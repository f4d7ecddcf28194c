"""Un JupyterHub de verdad con la configuración que se despliega: Hub, proxy."""

import contextlib
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import requests
import websocket
from coherencia.arbol import RAIZ
from servidor.canal_de_widgets import PROTOCOLO
from servidor.objetivo import puerto_libre

DESPLIEGUE = RAIZ / "despliegue"
PROXY = DESPLIEGUE / "proxy"
GRUPOS = """
[taller1]
personas = ["ana", "beto"]
tutoras = ["tere"]

[taller2]
personas = ["ciro"]
contexto = "curso-101"
"""
_NUCLEO = re.compile(r'data-nucleo="([0-9a-f-]{36})"')
_COMPROBANTE = re.compile(r'name="_xsrf"\s+value="([^"]*)"')


def instalar_proxy() -> None:
    """Instala el proxy desde su candado, en la carpeta que git ignora; de a un proceso a la vez."""
    with (Path(tempfile.gettempdir()) / "mesa-proxy.turno").open("w") as turno:
        fcntl.flock(turno, fcntl.LOCK_EX)
        if not (PROXY / "node_modules" / ".bin" / "configurable-http-proxy").exists():
            _instalar()


def _instalar() -> None:
    # La rueda de Node que instala make probar deja sus programas junto a Python.
    camino = f"{os.environ['PATH']}:{Path(sys.executable).parent}"
    npm = shutil.which("npm", path=camino) or "npm"
    orden = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(orden, cwd=PROXY, check=True, env={**os.environ, "PATH": camino})


class Hub:
    """El Hub en marcha: su dirección y la carpeta donde escribe."""

    def __init__(self, carpeta: Path, base: str, **entorno: str) -> None:
        self.carpeta = carpeta
        self.puerto = puerto_libre()
        self.base = f"http://127.0.0.1:{self.puerto}"
        (carpeta / "grupos.toml").write_text(GRUPOS, encoding="utf-8")
        self.entorno = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "MESA"))},
            "HOME": str(carpeta),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "MESAS_BD": base,
            "MESA_GRUPOS": str(carpeta / "grupos.toml"),
            "HUB_ESCUCHA": f"{self.base}/",
            "MESA_PUBLICA": f"{self.base}/",
            "HUB_INTERNA": f"http://127.0.0.1:{puerto_libre()}/",
            "PROXY_API": f"http://127.0.0.1:{puerto_libre()}",
            "HUB_BD": f"sqlite:///{carpeta}/hub.sqlite",
            "HUB_CODIGOS": str(carpeta / "codigos.tsv"),
            "HUB_AL_CERRAR": "termina",
            "MESA_LUGARES": "8",
            **entorno,
        }

    @contextlib.contextmanager
    def corriendo(self) -> Iterator["Hub"]:
        """Levanta el Hub hasta salir del bloque."""
        orden = [sys.executable, "-m", "jupyterhub"]
        orden += ["--config", str(DESPLIEGUE / "jupyterhub_config.py")]
        with (self.carpeta / "hub.log").open("ab") as registro:
            proceso = subprocess.Popen(
                orden, cwd=self.carpeta, env=self.entorno, stdout=registro, stderr=registro
            )
        self.proceso = proceso
        try:
            self._esperar(proceso)
            yield self
        finally:
            proceso.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                proceso.wait(20)
            proceso.kill()

    def _esperar(self, proceso: "subprocess.Popen[bytes]") -> None:
        for _ in range(600):
            with contextlib.suppress(requests.RequestException):
                if requests.get(f"{self.base}/hub/health", timeout=2).ok:
                    return
            assert proceso.poll() is None, self.registro()
            time.sleep(0.1)
        raise AssertionError(self.registro())

    def registro(self) -> str:
        """Lo último que dijo el Hub."""
        return (self.carpeta / "hub.log").read_text(errors="replace")[-4000:]

    def codigos(self, *personas: str) -> dict[str, str]:
        """Emite códigos con la misma orden que usa quien administra."""
        orden = [sys.executable, "-m", "mesa_en_el_hub.codigos", *personas]
        hecho = subprocess.run(
            orden, cwd=DESPLIEGUE, env=self.entorno, capture_output=True, text=True, check=True
        )
        return dict(linea.split("\t") for linea in hecho.stdout.splitlines())


class PersonaDelHub:
    """Un navegador sin pantalla que entra por el Hub."""

    def __init__(self, hub: Hub, nombre: str = "") -> None:
        self.hub = hub
        self.nombre = nombre
        self.sesion = requests.Session()

    @property
    def raiz(self) -> str:
        return f"/user/{self.nombre}"

    def pedir(self, ruta: str, metodo: str = "GET", **campos) -> requests.Response:
        """Una petición con sus cookies; ``ruta`` parte de la raíz del sitio."""
        campos.setdefault("timeout", 40)
        return self.sesion.request(metodo, self.hub.base + ruta, **campos)

    def entrar(self, codigo: str) -> requests.Response:
        """Escribe su nombre y su código en la entrada del Hub."""
        pagina = self.pedir("/hub/login").text
        comprobante = _COMPROBANTE.search(pagina)
        assert comprobante, pagina[:1500]
        datos = {"username": self.nombre, "password": codigo, "_xsrf": comprobante[1]}
        # Sin seguir a dónde lo manda: seguirlo le abriría su espacio.
        return self.pedir("/hub/login", "POST", data=datos, allow_redirects=False)

    def abrir(self, ruta: str = "/", duenia: str = "") -> requests.Response:
        """La página en el servidor de ``duenia`` (el propio si no se dice), cuando ya partió."""
        direccion = f"/user/{duenia or self.nombre}{ruta}"
        for _ in range(240):
            respuesta = self._confirmar(self.pedir(direccion))
            if "/hub/spawn" not in respuesta.url and "/hub/user/" not in respuesta.url:
                return respuesta
            if "/hub/user/" in respuesta.url:
                self.pedir("/hub/spawn")
            time.sleep(0.3)
        raise AssertionError(f"{respuesta.url} {respuesta.status_code}\n{self.hub.registro()}")

    def _confirmar(self, respuesta: requests.Response) -> requests.Response:
        """Si el Hub pregunta si se quiere entrar a un servidor ajeno, responde que sí."""
        comprobante = _COMPROBANTE.search(respuesta.text)
        if "/oauth2/authorize" not in respuesta.url or not comprobante:
            return respuesta
        datos = {"_xsrf": comprobante[1]}
        alcances = re.findall(r'name="scopes"\s+value="([^"]*)"', respuesta.text)
        origen = {"Origin": self.hub.base, "Referer": respuesta.url}
        return self.sesion.post(
            respuesta.url, data={**datos, "scopes": alcances}, headers=origen, timeout=40
        )

    def nucleo(self, ruta: str = "/app/mi_mesa", duenia: str = "") -> str:
        """Abre una página y devuelve el id de su núcleo."""
        respuesta = self.abrir(ruta, duenia)
        hallado = _NUCLEO.search(respuesta.text)
        assert hallado, f"{respuesta.status_code} {respuesta.url}\n{respuesta.text[:1500]}"
        return hallado[1]

    def canal(self, nucleo: str, duenia: str = "", origen: str = ""):
        """El canal con un núcleo, o el código con que lo niegan."""
        raiz = f"/user/{duenia or self.nombre}"
        direccion = f"ws://127.0.0.1:{self.hub.puerto}{raiz}/api/kernels/{nucleo}/channels"
        pedido = requests.Request("GET", self.hub.base + raiz + "/api/kernels/x")
        galletas = self.sesion.prepare_request(pedido).headers.get("Cookie", "")
        try:
            return websocket.create_connection(
                f"{direccion}?session_id=prueba",
                cookie=galletas,
                origin=origen or self.hub.base,
                subprotocols=[PROTOCOLO],
                timeout=20,
            )
        except websocket.WebSocketBadStatusException as negado:
            return negado.status_code
