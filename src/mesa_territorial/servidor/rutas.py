"""Las direcciones del kit. Lo que no está aquí no existe."""

import re
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.services.kernels.handlers import KernelHandler

from mesa_territorial.servidor.canal import Canal
from mesa_territorial.servidor.estaticos import PaginaDeEstatico
from mesa_territorial.servidor.paginas import PaginaDeCuaderno, PaginaDeTema
from mesa_territorial.servidor.respuestas import NoExiste, Respuesta
from mesa_territorial.servidor.sesion import Cierre, Latido

_NUCLEO = r"(?P<kernel_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_ICONO = Path(__file__).parent / "plantilla" / "icono.svg"


class Icono(Respuesta):
    """El icono de la pestaña."""

    @allow_unauthenticated
    def get(self) -> None:
        """El SVG, para guardar una semana."""
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "public, max-age=604800")
        self.finish(_ICONO.read_bytes())


_RUTAS: list[tuple[str, Any]] = [
    (r"/", PaginaDeCuaderno),
    (r"/tema/([a-z0-9_]{1,60})", PaginaDeTema),
    (r"/app/([a-z0-9_]{1,60})", PaginaDeCuaderno),
    (r"/mesa/estatico/([\w.-]{1,120})", PaginaDeEstatico),
    (r"/(?:mesa/icono\.svg|favicon\.ico)", Icono),
    (rf"/mesa/latido/{_NUCLEO}", Latido),
    (rf"/mesa/cerrar/{_NUCLEO}", Cierre),
    (rf"/api/kernels/{_NUCLEO}", KernelHandler),
    (rf"/api/kernels/{_NUCLEO}/channels", Canal),
]


def listar_rutas(raiz: str = "") -> list[tuple[str, Any]]:
    """Cada dirección, bajo ``raiz``, con quien la atiende; lo demás no existe."""
    return [*((re.escape(raiz) + patron, clase) for patron, clase in _RUTAS), (r".*", NoExiste)]
