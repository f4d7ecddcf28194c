"""Medir y matar el árbol de procesos de un contendor.

Cada servidor parte con una marca propia en su entorno; los hijos la heredan aunque cambien de
padre o de grupo, así que el árbol son todos los procesos que la llevan.
"""

import contextlib
import os
import signal
import socket
import subprocess
import time
import uuid
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

MARCA = "BANCO_MARCA"
PULSO = os.sysconf("SC_CLK_TCK")
MIB = 1024 * 1024


def puerto_libre() -> int:
    """Un puerto que nadie usa ahora."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return int(enchufe.getsockname()[1])


class Arbol:
    """Un servidor en marcha con todos sus descendientes."""

    def __init__(self, orden: list[str], entorno: dict[str, str], carpeta: Path) -> None:
        self.marca = uuid.uuid4().hex
        self._registro = (carpeta / "servidor.log").open("ab")
        self._proceso = subprocess.Popen(
            orden,
            env={**os.environ, **entorno, MARCA: self.marca},
            cwd=carpeta,
            stdout=self._registro,
            stderr=self._registro,
            start_new_session=True,
        )

    def esperar(self, direccion: str, plazo: float = 60.0) -> None:
        """Espera a que conteste HTTP; levanta ``TimeoutError`` si no."""
        fin = time.monotonic() + plazo
        while time.monotonic() < fin:
            if self._proceso.poll() is not None:
                raise TimeoutError(f"el servidor terminó con {self._proceso.returncode}")
            with contextlib.suppress(OSError):
                with contextlib.suppress(HTTPError):
                    urlopen(direccion, timeout=5).close()
                return
            time.sleep(0.05)
        raise TimeoutError("el servidor no contesta")

    def pids(self) -> list[int]:
        """Los procesos vivos que llevan la marca."""
        return procesos_de(self.marca)

    def cpu(self) -> float:
        """Segundos de procesador gastados hasta ahora por el árbol, con los hijos ya terminados."""
        return sum(_pulsos(pid) for pid in self.pids()) / PULSO

    def pss(self) -> float:
        """MiB de memoria proporcional (PSS) del árbol entero."""
        return memoria_de(self.marca)

    def matar(self) -> None:
        """Pide terminar y, a los 5 segundos, mata lo que quede."""
        with contextlib.suppress(ProcessLookupError):
            self._proceso.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._proceso.wait(5)
        for pid in self.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._proceso.wait(10)
        self._registro.close()


def procesos_de(marca: str) -> list[int]:
    """Los procesos vivos que llevan esa marca."""
    busca = f"{MARCA}={marca}".encode()
    return [int(p.name) for p in Path("/proc").iterdir() if _lleva(p, busca)]


def memoria_de(marca: str) -> float:
    """MiB de memoria proporcional (PSS) de los procesos que llevan esa marca."""
    return sum(_pss(pid) for pid in procesos_de(marca)) / MIB


def _lleva(carpeta: Path, busca: bytes) -> bool:
    if not carpeta.name.isdigit():
        return False
    try:
        return busca in (carpeta / "environ").read_bytes()
    except OSError:
        return False


def _pulsos(pid: int) -> int:
    try:
        campos = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(int(c) for c in campos[11:15])


def _pss(pid: int) -> int:
    try:
        texto = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(x.split()[1]) * 1024 for x in texto.splitlines() if x.startswith("Pss:")), 0)
