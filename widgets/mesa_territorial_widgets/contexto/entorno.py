"""Lo que el servidor le cuenta al núcleo por variables de entorno."""

import os
import re
from pathlib import Path
from urllib.parse import parse_qs

import platformdirs

PERSONA_LOCAL = "local"
_CLAVE = re.compile(r"[A-Za-z0-9_-]{1,64}")


def donde_se_guarda() -> str | Path:
    """La base de datos: ``MESAS_BD`` (archivo o URL), o la carpeta de datos de la persona."""
    elegida = os.environ.get("MESAS_BD")
    return elegida or platformdirs.user_data_path("mesa-territorial") / "mesas.sqlite"


def persona() -> str:
    """La identidad con que se guardan respuestas y preferencias."""
    return os.environ.get("MESA_PERSONA") or PERSONA_LOCAL


def mesa_pedida() -> str | None:
    """La clave de ``?mesa=`` en la dirección, si viene y tiene forma de clave."""
    texto = os.environ.get("QUERY_STRING", "")[:2_000]
    pedida = parse_qs(texto).get("mesa", [""])[0]
    return pedida if _CLAVE.fullmatch(pedida) else None
