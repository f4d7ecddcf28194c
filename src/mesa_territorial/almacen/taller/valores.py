"""Lo que el padrón entrega: valores inmutables."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from mesa_territorial.dominio.reglas import exigir

Rol = Literal["participante", "facilitador", "tutor"]
ROLES: tuple[Rol, ...] = get_args(Rol)
LARGO_DE_NOMBRE = 60
LARGO_DE_ANUNCIO = 400


@dataclass(frozen=True, slots=True)
class Taller:
    """Un taller: ``cerrado`` es cuándo se cerró, o ``None`` si sigue abierto."""

    id: str
    titulo: str
    creado: datetime
    cerrado: datetime | None


@dataclass(frozen=True, slots=True)
class Participante:
    """Alguien inscrito en un taller; ``grupo`` es el id de su grupo, si está en uno."""

    id: str
    taller: str
    nombre: str
    rol: Rol
    creada: datetime
    grupo: str | None = None


@dataclass(frozen=True, slots=True)
class Grupo:
    """Una mesa simulada: quienes se sientan juntos y la Mesa que comparten (su clave)."""

    id: str
    taller: str
    nombre: str
    mesa: str


@dataclass(frozen=True, slots=True)
class Anuncio:
    """Lo que quien facilita dijo a todas las páginas; ``numero`` crece de uno en uno."""

    numero: int
    texto: str
    cuando: datetime


@dataclass(frozen=True, slots=True)
class MesaDeAlguien:
    """Una Mesa a la que llega una persona del taller, y con qué papel."""

    persona: str
    clave: str
    nombre: str
    papel: str
    version: int
    cambiada: datetime


def limpiar(texto: str, largo: int, que: str) -> str:
    """``texto`` en una línea y recortado; levanta ``ReglaRota`` si queda vacío."""
    limpio = " ".join(texto.replace("\x00", "").split())[:largo].strip()
    exigir(bool(limpio), f"Falta {que}.")
    return limpio
