"""Un servidor de verdad, un Chromium de verdad, y la red cortada fuera de esta máquina."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest
from playwright.sync_api import Browser, Page

ANCHO, ALTO = 1280, 900
CAPTURAS = Path(__file__).resolve().parents[2] / "capturas"
_DIRECCION = re.compile(rb"http://127\.0\.0\.1:\d+/\S*")


@dataclass
class Servidor:
    """``mesa servir`` en un proceso aparte, con su propia base de datos."""

    base: Path
    puerto: int
    proceso: subprocess.Popen[bytes] | None = None
    entrada: str = ""

    @property
    def raiz(self) -> str:
        return f"http://127.0.0.1:{self.puerto}"

    def levantar(self) -> None:
        entorno = {**os.environ, "MESAS_BD": str(self.base), "PYTHONUNBUFFERED": "1"}
        orden = [str(Path(sys.executable).with_name("mesa")), "servir", "--sin-navegador"]
        salida = self.base.parent / "servidor.log"
        with salida.open("wb") as registro:
            self.proceso = subprocess.Popen(
                [*orden, "--puerto", str(self.puerto)],
                env=entorno,
                stdout=registro,
                stderr=registro,
            )
        self.entrada = self._esperar_direccion(salida)

    def _esperar_direccion(self, salida: Path) -> str:
        hasta = time.monotonic() + 60
        while time.monotonic() < hasta:
            hallada = _DIRECCION.search(salida.read_bytes())
            if hallada:
                return hallada[0].decode()
            time.sleep(0.1)
        raise AssertionError(f"El servidor no partió:\n{salida.read_text()[-2000:]}")

    def matar(self) -> None:
        assert self.proceso is not None
        self.proceso.kill()
        self.proceso.wait(10)

    def detener(self) -> None:
        """Lo detiene como Ctrl+C; si no obedece en diez segundos, lo mata."""
        if self.proceso is None or self.proceso.poll() is not None:
            return
        self.proceso.terminate()
        try:
            self.proceso.wait(10)
        except subprocess.TimeoutExpired:
            self.matar()

    def nucleos(self) -> list[int]:
        """Todo lo que el servidor echó a andar: el proceso tibio, sus moldes y los núcleos."""
        assert self.proceso is not None
        return [p.pid for p in psutil.Process(self.proceso.pid).children(recursive=True)]


def puerto_libre() -> int:
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        puerto: int = enchufe.getsockname()[1]
        return puerto


@contextmanager
def sirviendo(datos: Path) -> Iterator[Servidor]:
    """Un servidor con su base en ``datos``, hasta salir del bloque."""
    uno = Servidor(datos / "mesas.sqlite", puerto_libre())
    try:
        uno.levantar()
        yield uno
    finally:
        uno.detener()


@pytest.fixture(scope="session")
def servidor_de_todos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servidor]:
    """El que comparten los módulos que traen su propia Mesa; se levanta si alguno lo pide."""
    with sirviendo(tmp_path_factory.mktemp("compartidos")) as uno:
        yield uno


@pytest.fixture(scope="module")
def servidor(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Servidor]:
    """Un servidor con la base vacía; con ``COMPARTE_SERVIDOR`` en el módulo, el de todos."""
    if getattr(request.module, "COMPARTE_SERVIDOR", False):
        yield request.getfixturevalue("servidor_de_todos")
        return
    with sirviendo(tmp_path_factory.mktemp("datos")) as uno:
        yield uno


@dataclass
class Vigia:
    """Anota lo que una página no debe hacer: pedir algo fuera o fallar en silencio."""

    ajenas: list[str] = field(default_factory=list)
    fallas: list[str] = field(default_factory=list)

    def mirar(self, pagina: Page) -> None:
        pagina.on("request", lambda r: self._pedido(r.url))
        pagina.on("pageerror", lambda e: self.fallas.append(str(e)))

    def _pedido(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "about:")):
            self.ajenas.append(url)


@pytest.fixture
def vigia() -> Vigia:
    return Vigia()


def abrir_pagina(navegador: Browser, servidor: Servidor, vigia: Vigia, ancho: int) -> Page:
    """Una página en blanco con la sesión iniciada: lo que se abra primero lo dice cada prueba."""
    contexto = navegador.new_context(
        viewport={"width": ancho, "height": ALTO if ancho > 600 else 740},
        locale="es-CL",
        has_touch=ancho < 600,
        accept_downloads=True,
    )
    # Fuera de esta máquina no hay nada: lo que se pida se corta y se anota.
    contexto.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda ruta: ruta.abort())
    pagina = contexto.new_page()
    pagina.set_default_timeout(20_000)
    vigia.mirar(pagina)
    # La llave se deja sin abrir la portada, que en cada prueba costaría un núcleo.
    contexto.request.get(servidor.entrada.replace("/?", "/nada?"))
    return pagina


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Una prueba de navegador que falla deja su captura en ``capturas/``."""
    resultado = yield
    informe = resultado.get_result()  # type: ignore[attr-defined]
    if informe.when == "call" and informe.failed:
        item.fallo = True  # type: ignore[attr-defined]


@pytest.fixture(params=[ANCHO], ids=["1280"])
def pagina(
    request: pytest.FixtureRequest, navegador: Browser, servidor: Servidor, vigia: Vigia
) -> Iterator[Page]:
    una = abrir_pagina(navegador, servidor, vigia, request.param)
    yield una
    if getattr(request.node, "fallo", False):
        CAPTURAS.mkdir(exist_ok=True)
        una.screenshot(path=CAPTURAS / f"{request.node.name}.png", full_page=True)
    una.context.close()
    assert vigia.ajenas == []
    assert vigia.fallas == []


def esta_vivo(url: str) -> bool:
    try:
        with urlopen(url, timeout=2):
            return True
    except OSError:
        return False
