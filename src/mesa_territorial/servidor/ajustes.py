"""Con qué se levanta el servidor: dónde escucha, qué sirve y cuánto aguanta."""

import os
import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_path

from mesa_territorial import contenido

PUERTO = 8866


def carpeta_de_datos() -> Path:
    """La carpeta de la persona donde viven las Mesas."""
    return user_data_path("mesa-territorial", appauthor=False)


def base_por_defecto() -> str:
    """La base de datos de las Mesas: ``MESAS_BD`` o ``mesas.sqlite`` en la carpeta de datos."""
    return os.environ.get("MESAS_BD") or str(carpeta_de_datos() / "mesas.sqlite")


def _estaticos_del_kit() -> tuple[Path, ...]:
    return (Path(str(files("mesa_territorial_widgets"))) / "estatico",)


@dataclass(frozen=True, kw_only=True)
class Ajustes:
    """Los ajustes de un servidor; los tiempos van en segundos.

    ``lugares`` es el tope de páginas abiertas a la vez (cada una es un núcleo).
    ``registro`` es el archivo donde van las fallas; sin él, a la salida de errores.
    ``ocioso`` es cuánto vive un núcleo al que ya nadie está conectado.
    ``con_moldes`` tiene listas todas las páginas y no sólo la portada (~12 MB cada una).
    ``bifurcar`` hace brotar los núcleos de un proceso tibio, donde el sistema lo permite.
    ``raiz`` es lo que va antes de cada dirección («/user/ana» con JupyterHub), sin barra final.
    """

    puerto: int = PUERTO
    direccion: str = "127.0.0.1"
    raiz: str = ""
    clave: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    base: str = field(default_factory=base_por_defecto)
    persona: str = "local"
    cuadernos: Path = field(default_factory=lambda: contenido.ruta("notebooks"))
    estaticos: tuple[Path, ...] = field(default_factory=_estaticos_del_kit)
    datos: Path = field(default_factory=carpeta_de_datos)
    registro: Path | None = None
    lugares: int = 12
    ocioso: int = 120
    ronda: int = 30
    con_repuesto: bool = True
    con_moldes: bool = False
    bifurcar: bool = True
    nucleo: tuple[str, ...] = ("-m", "mesa_territorial.servidor.nucleos.corriente")
