"""Una frase de un escrito: letras con su aspecto, que nunca se interpretan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mesa_territorial.dominio.reglas import exigir

_ENLACES = ("https:", "http:", "mailto:", "#")


@dataclass(frozen=True, slots=True)
class Trozo:
    """Parte de una frase con su aspecto; ``enlace`` es una dirección o «#ancla» de un título."""

    texto: str
    negrita: bool = False
    cursiva: bool = False
    enlace: str = ""
    alta: bool = False

    def __post_init__(self) -> None:
        exigir(
            not self.enlace or self.enlace.startswith(_ENLACES),
            "Un enlace empieza con http, mailto: o #.",
        )


Texto = str | Sequence[str | Trozo]
"""Una frase sin adornos, o sus trozos en orden."""


def trozos(texto: Texto) -> tuple[Trozo, ...]:
    """El texto como trozos, sin los vacíos."""
    partes = (texto,) if isinstance(texto, str) else tuple(texto)
    todos = (Trozo(p) if isinstance(p, str) else p for p in partes)
    return tuple(t for t in todos if t.texto)


def sin_adornos(texto: Texto) -> str:
    """Sólo las letras del texto."""
    return "".join(t.texto for t in trozos(texto))


def negrita(texto: str) -> Trozo:
    """El texto en negrita."""
    return Trozo(texto, negrita=True)


def cursiva(texto: str) -> Trozo:
    """El texto en cursiva."""
    return Trozo(texto, cursiva=True)


def enlazado(texto: str, enlace: str) -> Trozo:
    """El texto que lleva a una dirección o a «#ancla»."""
    return Trozo(texto, enlace=enlace)


def con_negrita(texto: Texto) -> tuple[Trozo, ...]:
    """Todos los trozos del texto, en negrita."""
    return tuple(replace(t, negrita=True) for t in trozos(texto))
