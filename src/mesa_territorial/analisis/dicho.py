"""Lo que una herramienta dice en palabras: una frase, por qué se dice y qué hacer con ella."""

from dataclasses import dataclass

from mesa_territorial.analisis.lectura import Tono


@dataclass(frozen=True, slots=True, kw_only=True)
class Dicho:
    """Una frase lista para la pantalla; ``ids`` son los actores que nombra."""

    texto: str
    tono: Tono = Tono.DATO
    por_que: str = ""
    que_hacer: str = ""
    ids: tuple[str, ...] = ()
