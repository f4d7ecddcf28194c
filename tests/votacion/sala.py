"""Una sala de votación de verdad: su urna y su servidor en otro proceso, que se puede matar."""

import os
import signal
import socket
from dataclasses import dataclass, field
from pathlib import Path

import requests

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.dominio.votacion import Opcion, TipoConsulta, Votacion
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos
from mesa_territorial.servidor.votacion.hijo import HijoDeVotos

# Ficticios, con el largo de los nombres que de verdad se usan.
NOMBRES = (
    "Municipalidad de Aguas Claras (ejemplo)",
    "Servicio de Vivienda de la región (ejemplo)",
    "Comité de vivienda Los Aromos (ejemplo)",
    "Fundación Techo Firme (ejemplo)",
    "Universidad del Puerto (ejemplo)",
    "Junta de vecinos N° 12 (ejemplo)",
    "Empresa sanitaria del valle (ejemplo)",
)


def opciones(cuantas: int) -> tuple[Opcion, ...]:
    """Tantas opciones distintas como se pidan."""
    return tuple(
        Opcion(id=f"a{n}", nombre=f"{NOMBRES[n % len(NOMBRES)]} {n + 1}") for n in range(cuantas)
    )


def puerto_libre() -> int:
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return int(enchufe.getsockname()[1])


@dataclass
class Sala:
    """La urna, el servidor y cómo se votan en ella."""

    carpeta: Path
    puerto: int = field(default_factory=puerto_libre)

    def __post_init__(self) -> None:
        self.urna = Urna.abrir(self.carpeta / "votos.sqlite")
        self.ajustes = AjustesDeVotos(urna=self.carpeta / "votos.sqlite", puerto=self.puerto)
        self.levantar()

    def levantar(self) -> None:
        self.hijo = HijoDeVotos(self.ajustes, vigilado=False)
        self.hijo.levantar()

    def matar(self) -> None:
        os.kill(self.hijo.pid, signal.SIGKILL)
        self.hijo.detener()

    def cerrar(self) -> None:
        self.hijo.detener()
        self.urna.soltar()

    def votacion(
        self, tipo: TipoConsulta = TipoConsulta.ACTORES, cuantas: int = 4, **campos: object
    ) -> Votacion:
        """Una votación nueva, con su primera ronda abierta."""
        clave = f"v{len(self.urna.listar())}"
        nueva = Votacion(
            id=clave, tipo=tipo, titulo="¿Quién pesa en la Mesa?", opciones=opciones(cuantas)
        )
        self.urna.crear(nueva)
        return self.urna.abrir_ronda(clave)

    def direccion(self, votacion: Votacion) -> str:
        return self.urna.direccion_de(votacion)


class Celular:
    """Un teléfono sin pantalla: guarda su cookie y manda votos como los manda la página."""

    def __init__(self, sala: Sala, votacion: Votacion) -> None:
        self.raiz = f"http://127.0.0.1:{sala.puerto}/v/{votacion.codigo}"
        self.sesion = requests.Session()
        self.orden = 0
        self.abierta = self.sesion.get(self.raiz, timeout=10)

    def votar(self, opcion: str = "a0", i: float | None = 3, **campos: object) -> requests.Response:
        """Manda una marca; ``n`` o ``r`` en ``campos`` cambian el orden o la ronda."""
        self.orden += 1
        lote = {"r": 1, "n": self.orden, "v": [{"o": opcion, "i": i, "t": 2}], **campos}
        return self.sesion.post(f"{self.raiz}/votos", json=lote, timeout=10)
