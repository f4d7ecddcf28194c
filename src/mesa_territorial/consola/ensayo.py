"""Un servidor de ensayo: parte en otro proceso, abre la primera página y se apaga."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

_SENIAL = "http://127.0.0.1:"
_ESPERA = 30.0
_GUION = """
import sys
from pathlib import Path
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.aplicacion import Servidor
carpeta = Path(sys.argv[1])
ajustes = Ajustes(datos=carpeta, base=str(carpeta / "mesas.sqlite"), con_repuesto=False)
Servidor(ajustes, lambda s: print(s.entrada, flush=True)).atender()
"""


def abrir_una_pagina() -> str:
    """Levanta el kit con datos aparte y pide su primera página; la frase de la falla, o nada."""
    carpeta = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with carpeta as lugar, _servidor(Path(lugar)) as entrada:
        if not entrada:
            return "El servidor no partió. Mire el registro o vuelva a instalar el kit."
        return _pedir(entrada)


@contextlib.contextmanager
def _servidor(carpeta: Path) -> Iterator[str]:
    registro = carpeta / "ensayo.log"
    with registro.open("wb") as salida:
        proceso = subprocess.Popen(
            [sys.executable, "-c", _GUION, str(carpeta)],
            stdout=salida,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    try:
        yield _esperar_entrada(registro, proceso)
    finally:
        proceso.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            proceso.wait(10)
        proceso.kill()
        proceso.wait()


def _esperar_entrada(registro: Path, proceso: "subprocess.Popen[bytes]") -> str:
    limite = time.monotonic() + _ESPERA
    while time.monotonic() < limite and proceso.poll() is None:
        for linea in registro.read_text(encoding="utf-8", errors="replace").splitlines():
            if linea.startswith(_SENIAL):
                return linea.strip()
        time.sleep(0.1)
    return ""


def _pedir(entrada: str) -> str:
    # Sin intermediarios: un proxy de la oficina no tiene nada que hacer con 127.0.0.1.
    navegador = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    try:
        texto = navegador.open(entrada, timeout=60).read().decode("utf-8")
    except (HTTPError, URLError, OSError) as falla:
        return f"El servidor partió, pero no se pudo abrir su primera página ({falla})."
    if "pagina-caida" in texto or "mt-aviso error" in texto:
        return "La primera página se abre con fallas. Vuelva a instalar el kit."
    return ""
