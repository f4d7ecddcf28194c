"""Cómo se levanta cada contendor y con qué Python corre su cliente."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from competencia.kit.clave import CLAVE
from competencia.procesos import Arbol, puerto_libre

AQUI = Path(__file__).resolve().parent
APPS = AQUI / "apps"
BANCO = AQUI.parent


@dataclass(frozen=True, kw_only=True)
class Contendor:
    """``orden`` son los argumentos tras el Python de su entorno; ``{puerto}`` y ``{datos}`` valen.

    ``plazo`` son los segundos que se espera una llegada.
    """

    nombre: str
    titulo: str
    orden: tuple[str, ...]
    ruta: str = "/"
    plazo: float = 90.0
    entorno: dict[str, str] = field(default_factory=dict)

    @property
    def python(self) -> str:
        """El Python de su entorno; el del proyecto, si es el kit."""
        if self.nombre == "kit":
            return sys.executable
        return str(AQUI / "entornos" / self.nombre / "bin" / "python")

    @property
    def esta_listo(self) -> bool:
        """Si su entorno ya se preparó."""
        return Path(self.python).exists()


KIT = Contendor(
    nombre="kit",
    titulo="Este kit",
    orden=(str(AQUI / "kit" / "servir.py"), "{puerto}", "{datos}"),
    ruta=f"/app/referencia?clave={CLAVE}",
)
CONTENDORES: dict[str, Contendor] = {
    c.nombre: c
    for c in (
        KIT,
        Contendor(
            nombre="voila",
            titulo="Voilà por defecto",
            orden=("-m", "voila", str(APPS / "app_voila.ipynb"), "--no-browser", "--port={puerto}"),
            plazo=60.0,
            entorno={"JUPYTER_NO_CONFIG": "1"},
        ),
        Contendor(
            nombre="streamlit",
            titulo="Streamlit",
            orden=(
                *("-m", "streamlit", "run", str(APPS / "app_streamlit.py")),
                *("--server.port={puerto}", "--server.address=127.0.0.1"),
                *("--server.headless=true", "--browser.gatherUsageStats=false"),
                *("--server.fileWatcherType=none", "--client.toolbarMode=minimal"),
            ),
        ),
        Contendor(
            nombre="panel",
            titulo="Panel",
            orden=(
                *("-m", "panel", "serve", str(APPS / "app_panel.py"), "--port={puerto}"),
                *("--address=127.0.0.1", "--allow-websocket-origin=127.0.0.1:{puerto}", "--warm"),
            ),
            ruta="/app_panel",
        ),
        Contendor(
            nombre="dash",
            titulo="Dash",
            orden=(
                *("-m", "gunicorn", "--chdir", str(APPS), "app_dash:server", "--preload"),
                *("--bind=127.0.0.1:{puerto}", "--workers=2", "--threads=8"),
            ),
        ),
        Contendor(
            nombre="solara",
            titulo="Solara",
            orden=(
                *("-m", "solara", "run", str(APPS / "app_solara.py"), "--port={puerto}"),
                *("--host=127.0.0.1", "--production", "--no-open", "--no-check-version"),
            ),
            entorno={"SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False"},
        ),
        Contendor(
            nombre="marimo",
            titulo="marimo",
            orden=(
                *("-m", "marimo", "-q", "run", str(APPS / "app_marimo.py"), "--port={puerto}"),
                *("--host=127.0.0.1", "--headless", "--no-token"),
            ),
        ),
    )
}


@dataclass
class Servido:
    """Un contendor en marcha."""

    contendor: Contendor
    arbol: Arbol
    raiz: str
    datos: Path

    @property
    def pagina(self) -> str:
        """La dirección que abre un navegador."""
        return self.raiz + self.contendor.ruta


@contextlib.contextmanager
def servir(contendor: Contendor) -> Iterator[Servido]:
    """Levanta el contendor en una carpeta propia y lo mata al salir, con todos sus hijos."""
    with tempfile.TemporaryDirectory(prefix="banco-", ignore_cleanup_errors=True) as datos:
        puerto = puerto_libre()
        partes = (
            p.replace("{puerto}", str(puerto)).replace("{datos}", datos) for p in contendor.orden
        )
        entorno = {"PYTHONPATH": str(BANCO), "HOME": datos, **contendor.entorno}
        arbol = Arbol([contendor.python, *partes], entorno, Path(datos))
        raiz = f"http://127.0.0.1:{puerto}"
        try:
            espera = "/mesa/icono.svg" if contendor.nombre == "kit" else "/favicon.ico"
            arbol.esperar(raiz + espera)
            yield Servido(contendor, arbol, raiz, Path(datos))
        finally:
            arbol.matar()


class Clientes:
    """El proceso con las sesiones sin navegador de un contendor; se le habla por órdenes."""

    def __init__(self, servido: Servido) -> None:
        contendor = servido.contendor
        guion = [contendor.python, "-m", "competencia.clientes.correr"]
        self._proceso = subprocess.Popen(
            [*guion, contendor.nombre, servido.raiz],
            env={**os.environ, "PYTHONPATH": str(BANCO)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lineas: Queue[str] = Queue()
        threading.Thread(target=self._leer, daemon=True).start()
        self._recibir(60)

    def _leer(self) -> None:
        assert self._proceso.stdout is not None
        for linea in self._proceso.stdout:
            self._lineas.put(linea)
        self._lineas.put("")

    def _recibir(self, plazo: float) -> dict[str, Any]:
        try:
            linea = self._lineas.get(timeout=plazo)
        except Empty:
            raise TimeoutError(f"los clientes no contestaron en {plazo:.0f} s") from None
        if not linea:
            raise TimeoutError("los clientes murieron")
        respuesta: dict[str, Any] = json.loads(linea)
        if "falla" in respuesta:
            raise TimeoutError(respuesta["falla"])
        return respuesta

    def pedir(self, orden: str, espera: float, **datos: Any) -> dict[str, Any]:
        """Manda una orden y devuelve su respuesta; ``TimeoutError`` si demora o falla."""
        assert self._proceso.stdin is not None
        self._proceso.stdin.write(json.dumps({"orden": orden, **datos}) + "\n")
        self._proceso.stdin.flush()
        return self._recibir(espera)

    def __enter__(self) -> "Clientes":
        return self

    def __exit__(self, *_: object) -> None:
        self._proceso.kill()
        self._proceso.wait(10)
