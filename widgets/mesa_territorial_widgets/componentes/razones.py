"""Lo que la herramienta dice en palabras: veredictos con sus razones, nunca un puntaje a secas."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import traitlets as t

from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial_widgets.componentes.pizarra import ComponenteDePizarra, Pizarra

Tono = Literal["freno", "alerta", "fortaleza", "dato"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frase:
    """Una razón: qué pasa, por qué se dice y qué hacer; ``ids`` son los actores que nombra."""

    texto: str
    tono: Tono = "dato"
    por_que: str = ""
    que_hacer: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuadro:
    """Una tabla corta bajo las frases: títulos de columna y filas de texto."""

    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloque:
    """Un asunto: su título, el veredicto en una frase y las razones."""

    titulo: str
    veredicto: str = ""
    tono: Tono = "dato"
    frases: tuple[Frase, ...] = ()
    cuadro: Cuadro | None = None
    nota: str = ""


class Razones(ComponenteDePizarra):
    """Los bloques que se leen junto a la herramienta; tocar un actor nombrado lo elige."""

    modulo = "razones"
    titulo = t.Unicode("Lo que dice").tag(sync=True)
    bloques: "t.List[dict[str, Any]]" = t.List().tag(sync=True)
    vacio = t.Unicode().tag(sync=True)

    def __init__(
        self, pizarra: Pizarra | Mesa, bloques: Sequence[Bloque] = (), **rasgos: Any
    ) -> None:
        super().__init__(pizarra, bloques=[asdict(b) for b in bloques], **rasgos)

    def decir(self, bloques: Sequence[Bloque]) -> None:
        """Cambia lo que se lee."""
        self.bloques = [asdict(b) for b in bloques]
