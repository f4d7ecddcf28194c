"""Lo que el juego dice en palabras, antes de ser pantalla o documento."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mesa_territorial.analisis.dicho import Dicho
from mesa_territorial.analisis.frases import enumerar
from mesa_territorial.analisis.lectura import Tono
from mesa_territorial.analisis.mactor.planteo import Planteo, Resultado
from mesa_territorial.dominio.mesa import Mesa


@dataclass(frozen=True, slots=True, kw_only=True)
class Asunto:
    """Un tema de la lectura: su veredicto en una frase y los dichos que lo sostienen."""

    clave: str
    titulo: str
    veredicto: str
    tono: Tono = Tono.DATO
    dichos: tuple[Dicho, ...] = ()
    nota: str = ""


@dataclass(frozen=True, slots=True)
class Voz:
    """Nombra a los actores y objetivos de un resultado por su lugar en las matrices."""

    mesa: Mesa
    resultado: Resultado

    @property
    def planteo(self) -> Planteo:
        """El planteo de ese resultado."""
        return self.resultado.planteo

    def id(self, lugar: int) -> str:
        """El id del actor."""
        return self.planteo.ids[lugar]

    def actor(self, lugar: int) -> str:
        """El nombre del actor."""
        return self.mesa.actores[self.id(lugar)].nombre

    def actores(self, lugares: Sequence[int]) -> str:
        """Los nombres, con «y»."""
        return enumerar([self.actor(x) for x in lugares])

    def objetivo(self, lugar: int) -> str:
        """El objetivo, entre comillas."""
        return f"«{self.mesa.juego.objetivos[self.planteo.objetivos[lugar]].rotulo}»"

    def objetivos(self, lugares: Sequence[int]) -> str:
        """Los objetivos, con «y»."""
        return enumerar([self.objetivo(x) for x in lugares])

    def fuerza(self, lugar: int) -> float:
        """La fuerza R* del actor; 1 es el promedio."""
        return self.resultado.fuerzas.fuerza[lugar]


def en_comun(voz: Voz, uno: int, otro: int, sirve: Callable[[float, float], bool]) -> list[int]:
    """Los objetivos cuyas dos posiciones cumplen ``sirve``, de los más a los menos movidos."""
    una, otra = voz.planteo.posiciones[uno], voz.planteo.posiciones[otro]
    pares = [
        (abs(x) + abs(y), o) for o, (x, y) in enumerate(zip(una, otra, strict=True)) if sirve(x, y)
    ]
    return [o for _, o in sorted(pares, key=lambda p: (-p[0], p[1]))]
