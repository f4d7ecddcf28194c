"""Las direcciones de un taller: las del kit, con sala, y las de entrada.

Quien agregue páginas al taller las suma a ``PROPIAS``.
"""

from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated

from mesa_territorial.servidor.acceso.paginas import Enlace, Entrada, MiCodigo, Salida, Vuelta
from mesa_territorial.servidor.acceso.visitas import (
    CuadernoEnSala,
    LatidoEnSala,
    TemaEnSala,
    TurnoDeEspera,
)
from mesa_territorial.servidor.paginas import PaginaDeCuaderno, PaginaDeTema
from mesa_territorial.servidor.respuestas import Respuesta
from mesa_territorial.servidor.rutas import listar_rutas
from mesa_territorial.servidor.sesion import Latido
from mesa_territorial.servidor.taller.rutas import RUTAS as DE_CONDUCIR

_GUION = Path(__file__).parents[1] / "plantilla" / "espera.js"
# La misma dirección, atendida con lo que un taller hace de más.
_EN_SALA = {PaginaDeCuaderno: CuadernoEnSala, PaginaDeTema: TemaEnSala, Latido: LatidoEnSala}


class GuionDeEspera(Respuesta):
    """El guion de la sala de espera."""

    @allow_unauthenticated
    def get(self) -> None:
        """El módulo, para guardar un día."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "public, max-age=86400")
        self.finish(_GUION.read_bytes())


PROPIAS: list[tuple[str, Any]] = [
    (r"/entrar", Entrada),
    (r"/volver", Vuelta),
    (r"/facilitar", Enlace),
    (r"/mi_codigo", MiCodigo),
    (r"/salir", Salida),
    (r"/espera/turno", TurnoDeEspera),
    (r"/espera/guion\.js", GuionDeEspera),
    *DE_CONDUCIR,
]


def listar_rutas_del_taller() -> list[tuple[str, Any]]:
    """Cada dirección del taller con quien la atiende; lo demás no existe."""
    return [*PROPIAS, *((r, _EN_SALA.get(clase, clase)) for r, clase in listar_rutas())]
