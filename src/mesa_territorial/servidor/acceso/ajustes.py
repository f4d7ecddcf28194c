"""Con qué se levanta un taller: además de lo de siempre, cifrado, título y cupo."""

from dataclasses import dataclass
from pathlib import Path

from mesa_territorial.almacen.urna import lugar_de_la_urna
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.tls import Certificado

ESQUEMA = "https"  # un taller nunca va sin cifrar


@dataclass(frozen=True, kw_only=True)
class AjustesDeTaller(Ajustes):
    """Los ajustes de un taller.

    ``direccion_de_votos`` es donde entran los celulares que votan, si ya hay quien los atienda.
    ``lugares`` 0 es según la memoria que haya; ``por_persona``, cuántas páginas abiertas puede
    tener cada quien. Con ``nuevo`` no se retoma el taller que hubiera quedado abierto.
    """

    titulo: str = "Taller"
    nuevo: bool = False
    direccion_de_votos: str = ""
    certificado: Certificado
    lugares: int = 0
    por_persona: int = 3
    ocioso: int = 180
    ronda: int = 20
    # Treinta personas abren el mismo tema en diez segundos: que ya esté corrido.
    con_moldes: bool = True

    @property
    def votos(self) -> Path:
        """La base de las votaciones, que lleva un proceso aparte."""
        return lugar_de_la_urna(self.base)

    @property
    def origen(self) -> str:
        """Lo que va antes de cada dirección del taller."""
        return f"{ESQUEMA}://{self.direccion}:{self.puerto}"
