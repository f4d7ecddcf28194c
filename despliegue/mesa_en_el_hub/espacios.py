"""Dónde corre el servidor de cada persona, y con qué."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Lo que el servidor de una persona hereda del Hub: nada más cruza.
PASAN = ("MESAS_BD", "MESA_DESCANSO", "MESA_LUGARES", "MESA_TIBIO", "PATH", "LANG", "LC_ALL")
PLAZO = 60
ESPACIOS = {
    # Todas con la misma cuenta del sistema: sólo las separa el programa.
    "simple": "simple",
    # Una cuenta del sistema por persona, que debe existir: también las separa el sistema operativo.
    "local": "jupyterhub.spawner.LocalProcessSpawner",
}


def configurar_espacios(c: Any, entorno: Mapping[str, str]) -> None:
    """Deja en ``c`` cómo parte el servidor de cada persona.

    ``MESA_ESPACIO`` es uno de ``ESPACIOS`` o el nombre completo de otra clase de JupyterHub, que
    se termina de configurar aparte. Levanta ``ValueError`` si no se conoce o falta ``MESAS_BD``.
    """
    cual = entorno.get("MESA_ESPACIO") or "simple"
    if cual not in ESPACIOS and "." not in cual:
        raise ValueError(f"MESA_ESPACIO puede ser {', '.join(ESPACIOS)}; dice «{cual}».")
    if not entorno.get("MESAS_BD"):
        raise ValueError("Falta MESAS_BD: la dirección PostgreSQL donde se guardan las Mesas.")
    c.JupyterHub.spawner_class = ESPACIOS.get(cual, cual)
    # -P: la carpeta de trabajo no entra al camino de importación.
    c.Spawner.cmd = [sys.executable, "-P", "-m", "mesa_territorial.servidor.hub"]
    c.Spawner.env_keep = [n for n in PASAN if n in entorno]
    c.Spawner.start_timeout = c.Spawner.http_timeout = PLAZO
    c.Spawner.default_url = "/"
    carpeta = Path(entorno.get("HUB_ESPACIOS") or "espacios").resolve()
    c.SimpleLocalProcessSpawner.home_dir_template = f"{carpeta}/{{username}}"
