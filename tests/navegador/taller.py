"""Un taller de verdad para las pruebas de navegador, y la gente que llega a él."""

import contextlib
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from navegador.conftest import Vigia, puerto_libre
from playwright.sync_api import Browser, Page, expect

_CODIGO = re.compile(r"Código\s+(.+)")
_ENLACES = re.compile(r"https://\S+/facilitar\?llave=\S+")


@dataclass
class Taller:
    """``mesa taller`` en este computador; ``raiz`` es su dirección."""

    puerto: int
    salida: Path
    navegador: Browser
    vigia: Vigia = field(default_factory=Vigia)

    @property
    def raiz(self) -> str:
        return f"https://127.0.0.1:{self.puerto}"

    def llegar(self, ancho: int = 1280) -> Page:
        """Alguien con su propio aparato, todavía afuera."""
        contexto = self.navegador.new_context(
            ignore_https_errors=True,
            viewport={"width": ancho, "height": 900 if ancho > 600 else 740},
            locale="es-CL",
            has_touch=ancho < 600,
            accept_downloads=True,
        )
        contexto.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda ruta: ruta.abort())
        pagina = contexto.new_page()
        pagina.set_default_timeout(20_000)
        pagina.on("pageerror", lambda e: self.vigia.fallas.append(str(e)))
        pagina.on("request", lambda r: self._anotar(r.url))
        return pagina

    def _anotar(self, url: str) -> None:
        propias = (self.raiz, f"wss://127.0.0.1:{self.puerto}", "data:", "blob:", "about:")
        if not url.startswith(propias):
            self.vigia.ajenas.append(url)

    def entrar(self, nombre: str, ancho: int = 1280) -> Page:
        """Entra con el código de la pantalla y ese nombre."""
        pagina = self.llegar(ancho)
        pagina.goto(f"{self.raiz}/entrar")
        pagina.get_by_label("Código del taller").fill(self._dicho(_CODIGO)[-1].strip())
        pagina.get_by_label("Su nombre o un alias").fill(nombre)
        pagina.get_by_role("button", name="Entrar").click()
        expect(pagina.get_by_text(f"Ya está adentro, {nombre}")).to_be_visible()
        return pagina

    def conducir(self, *, tutoria: bool = False, ancho: int = 1280) -> Page:
        """Entra por el enlace de quien facilita, o por el de la tutoría."""
        pagina = self.llegar(ancho)
        pagina.goto(self._dicho(_ENLACES)[1 if tutoria else 0])
        expect(pagina.get_by_role("heading", name="Quién está")).to_be_visible()
        return pagina

    def _dicho(self, que: re.Pattern[str]) -> list[str]:
        hasta = time.monotonic() + 60
        while time.monotonic() < hasta:
            if hallado := que.findall(self.salida.read_text("utf-8")):
                return hallado
            time.sleep(0.1)
        raise AssertionError(f"El taller no partió:\n{self.salida.read_text('utf-8')[-2000:]}")


@contextlib.contextmanager
def en_taller(carpeta: Path, navegador: Browser, entorno: dict[str, str]) -> Iterator[Taller]:
    """``mesa taller`` en otro proceso, hasta salir del bloque."""
    taller = Taller(puerto_libre(), carpeta / "taller.log", navegador)
    orden = [str(Path(sys.executable).with_name("mesa")), "taller", "--direccion", "127.0.0.1"]
    propias = {
        "MESAS_BD": str(carpeta / "mesas.sqlite"),
        "XDG_DATA_HOME": str(carpeta),
        "PYTHONUNBUFFERED": "1",
    }
    with taller.salida.open("wb") as registro:
        proceso = subprocess.Popen(
            [*orden, "--puerto", str(taller.puerto), "--titulo", "Taller de Los Placeres"],
            env={**entorno, **propias},
            stdout=registro,
            stderr=registro,
        )
    try:
        yield taller
    finally:
        proceso.terminate()
        try:
            proceso.wait(15)
        except subprocess.TimeoutExpired:
            proceso.kill()
            proceso.wait(10)
