"""Una lectura del mapa: una frase en castellano llano, calculada de los datos."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.dominio.mesa import Mesa


class Tono(StrEnum):
    """Cómo se presenta la lectura: pide actuar, informa o muestra algo que ya está ganado."""

    ALERTA = "alerta"
    DATO = "dato"
    FORTALEZA = "fortaleza"


@dataclass(frozen=True, slots=True)
class Lectura:
    """``frase`` se muestra tal cual; ``ids`` son los actores que se destacan en el mapa y
    ``por_que`` dice de dónde sale la frase y qué hacer con ella."""

    clave: str
    frase: str
    ids: tuple[str, ...]
    tono: Tono
    por_que: str


def nombrar(mesa: Mesa, ids: Iterable[str]) -> str:
    """Los nombres de los actores, en una lista con «y»."""
    return enumerar([mesa.actores[i].nombre for i in ids])
