"""El catálogo de competencias de Chile: qué puede decidir cada nivel y qué norma se lo da.

Una fila «por verificar» nombra la norma y avisa que falta leer el artículo. Fuente de cada fila
en ``datos_ejemplo/catalogos/competencias.csv``.
"""

import csv
from dataclasses import dataclass
from functools import cache

from mesa_territorial import contenido
from mesa_territorial.dominio.actores import Nivel
from mesa_territorial.textos import NIVELES

LEIDA = "leída"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competencia:
    """Algo que la ley permite decidir a una ``institucion`` de un ``nivel``."""

    clave: str
    materia: str
    puede: str
    nivel: Nivel
    institucion: str
    grupo: str
    norma: str
    estado: str
    fuente: str

    @property
    def esta_leida(self) -> bool:
        """Si el kit leyó el texto de la norma o su resumen oficial."""
        return self.estado == LEIDA

    @property
    def rotulo(self) -> str:
        """«Plan regulador comunal · Comuna, Municipalidad»."""
        return f"{self.materia} · {NIVELES[self.nivel]}, {self.institucion}"


@cache
def competencias() -> dict[str, Competencia]:
    """El catálogo por clave, del nivel más cercano al más amplio."""
    ruta = contenido.ruta("datos_ejemplo", "catalogos", "competencias.csv")
    with ruta.open(encoding="utf-8", newline="") as archivo:
        filas = [_de_fila(fila) for fila in csv.DictReader(archivo)]
    return {c.clave: c for c in sorted(filas, key=lambda c: tuple(Nivel).index(c.nivel))}


def _de_fila(fila: dict[str, str]) -> Competencia:
    nivel = Nivel(fila.pop("nivel"))
    return Competencia(nivel=nivel, **fila)
