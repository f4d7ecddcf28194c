"""Una falta del acta y la revisión que la encuentra."""

from collections.abc import Callable
from dataclasses import dataclass

from mesa_territorial.dominio.instalacion_codigos import RolDeMesa
from mesa_territorial.dominio.mesa import Mesa


@dataclass(frozen=True, slots=True, kw_only=True)
class Falta:
    """Algo que no está: si ``impide`` firmar, qué hacer y en qué pieza del tema se pone."""

    clave: str
    texto: str
    que_hacer: str
    donde: str
    impide: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """Qué se mira (``falta`` dice si no está) y cómo se le cuenta a la persona."""

    clave: str
    falta: Callable[[Mesa], bool]
    texto: str
    que_hacer: str
    donde: str

    def hallar(self, mesa: Mesa, *, impide: bool) -> Falta | None:
        """La falta, si la hay."""
        if not self.falta(mesa):
            return None
        return Falta(
            clave=self.clave,
            texto=self.texto,
            que_hacer=self.que_hacer,
            donde=self.donde,
            impide=impide,
        )


def sin_rol(rol: RolDeMesa) -> Callable[[Mesa], bool]:
    """Si nadie tiene ese rol."""
    return lambda mesa: not mesa.instalacion.con_rol(rol)
