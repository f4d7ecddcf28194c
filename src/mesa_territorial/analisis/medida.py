"""Una medida de la red, explicada para quien la va a usar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

POCOS_ACTORES = 10
_CIFRAS_QUE_CUENTAN = 9  # dos valores que difieren menos que esto son un empate de redondeo


@dataclass(frozen=True, slots=True, kw_only=True)
class Medida:
    """Qué es una medida, para qué sirve en una Mesa y qué no dice.

    ``sentido`` dice qué extremo destaca: en la restricción, el valor más bajo. ``sin_dato``
    explica por qué un actor puede no tener valor; ``si_son_pocos`` y ``si_esta_partida`` son los
    avisos con menos de diez actores o con la red en varias partes; vacíos cuando no cambia nada.
    """

    clave: str
    nombre: str
    para_que: str
    que_no_dice: str
    fuente: str
    decimales: int = 2
    sentido: Literal["mayor", "menor"] = "mayor"
    sin_dato: str = ""
    si_son_pocos: str = "Con pocos actores, una sola relación más o menos cambia el orden."
    si_esta_partida: str = ""

    def avisos(self, nodos: int, componentes: int) -> tuple[str, ...]:
        """Lo que hay que saber antes de creerle, según el tamaño y las partes de la red."""
        pocos = self.si_son_pocos if nodos < POCOS_ACTORES else ""
        partida = self.si_esta_partida if componentes > 1 else ""
        return tuple(aviso for aviso in (pocos, partida) if aviso)

    def altura(self, valor: float) -> float:
        """``valor`` puesto de modo que lo más alto es lo que destaca, sin ruido de redondeo."""
        return round(valor if self.sentido == "mayor" else -valor, _CIFRAS_QUE_CUENTAN)

    def primeros(self, valores: Mapping[str, float], cuantos: int = 5) -> tuple[str, ...]:
        """Los ids que más destacan; los empates se ordenan por id."""
        orden = sorted(valores, key=lambda id_: (-self.altura(valores[id_]), id_))
        return tuple(orden[:cuantos])
