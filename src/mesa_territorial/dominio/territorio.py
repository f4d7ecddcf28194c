"""El territorio de una Mesa."""

import re
from dataclasses import dataclass

from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.dominio.reglas import exigir

_CUT = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Territorio:
    """El lugar de la Mesa: comuna por su código único territorial (CUT), nombre y nivel."""

    cut_comuna: str
    lugar: str = ""
    nivel: Nivel = Nivel.CAMPAMENTO

    def __post_init__(self) -> None:
        exigir(
            bool(_CUT.fullmatch(self.cut_comuna)),
            "El código de la comuna (CUT) tiene cinco cifras, por ejemplo 05101.",
        )
