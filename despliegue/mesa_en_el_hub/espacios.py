"""Dónde corre el servidor de cada persona, y con qué."""

import sys
from collections.abc import Mapping
from typing import Any

# Lo que el servidor de una persona hereda del Hub: nada más cruza.
PASAN = ("MESAS_BD", "MESA_DESCANSO", "MESA_LUGARES", "MESA_TIBIO", "PATH", "LANG", "LC_ALL")
PLAZO = 60
ESPACIOS = {
    # Todas con la misma cuenta del sistema: sólo separa el programa. Pruebas y talleres chicos.
    "simple": "simple",
    # Una cuenta del sistema por persona, que debe existir: la separa el sistema operativo.
    "local": "jupyterhub.spawner.LocalProcessSpawner",
    "docker": "dockerspawner.DockerSpawner",
}


def configurar_espacios(c: Any, entorno: Mapping[str, str]) -> None:
    """Deja en ``c`` cómo parte cada servidor; ``ValueError`` si ``MESA_ESPACIO`` no se conoce."""
    cual = entorno.get("MESA_ESPACIO") or "simple"
    if cual not in ESPACIOS:
        raise ValueError(f"MESA_ESPACIO puede ser {', '.join(ESPACIOS)}; dice «{cual}».")
    if not entorno.get("MESAS_BD"):
        raise ValueError("Falta MESAS_BD: la dirección PostgreSQL donde se guardan las Mesas.")
    c.JupyterHub.spawner_class = ESPACIOS[cual]
    # -P: la carpeta de trabajo no entra al camino de importación.
    c.Spawner.cmd = [sys.executable, "-P", "-m", "mesa_territorial.servidor.hub"]
    c.Spawner.env_keep = [n for n in PASAN if n in entorno]
    c.Spawner.start_timeout = c.Spawner.http_timeout = PLAZO
    c.Spawner.default_url = "/"
    if cual == "docker":
        _configurar_docker(c, entorno)


def _configurar_docker(c: Any, entorno: Mapping[str, str]) -> None:
    c.Spawner.cmd = ["python", "-P", "-m", "mesa_territorial.servidor.hub"]
    c.DockerSpawner.image = entorno.get("MESA_IMAGEN") or "mesa-territorial:local"
    c.DockerSpawner.network_name = entorno.get("MESA_RED") or "mesa"
    c.DockerSpawner.remove = True
    c.DockerSpawner.mem_limit = entorno.get("MESA_MEMORIA") or "1G"
    c.DockerSpawner.extra_host_config = {"cap_drop": ["ALL"], "security_opt": ["no-new-privileges"]}
