"""Lo que el servidor le cuenta al núcleo por variables de entorno."""

import os
import re
from pathlib import Path
from urllib.parse import parse_qs

import platformdirs

PERSONA_LOCAL = "local"
TUTORIA = "tutor"
_CLAVE = re.compile(r"[A-Za-z0-9_-]{1,64}")


def donde_se_guarda() -> str | Path:
    """La base de datos: ``MESAS_BD`` (archivo o URL), o la carpeta de datos de la persona."""
    elegida = os.environ.get("MESAS_BD")
    return elegida or platformdirs.user_data_path("mesa-territorial") / "mesas.sqlite"


def persona() -> str:
    """La identidad con que se guardan respuestas y preferencias."""
    return os.environ.get("MESA_PERSONA") or PERSONA_LOCAL


def nombre() -> str:
    """El nombre con que la persona entró al taller; vacío en el computador propio."""
    return " ".join(os.environ.get("MESA_NOMBRE", "").replace("\x00", "").split())[:80]


def es_compartido() -> bool:
    """Si la base es de varias personas (un taller o JupyterHub) y cada cual ve sólo lo suyo.

    Ante la duda es que sí: basta con que el servidor haya dicho el modo o el rol.
    """
    return bool(os.environ.get("MESA_MODO") or os.environ.get("MESA_ROL"))


def a_quienes_acompana() -> tuple[str, ...]:
    """Las personas cuyas Mesas mira la tutora o el tutor, según dijo el servidor, una por línea."""
    es_tutoria = os.environ.get("MESA_ROL") == TUTORIA
    return tuple(os.environ.get("MESA_ACOMPANA", "").splitlines()) if es_tutoria else ()


def mesa_pedida() -> str | None:
    """La clave de ``?mesa=`` en la dirección, si viene y tiene forma de clave."""
    texto = os.environ.get("QUERY_STRING", "")[:2_000]
    pedida = parse_qs(texto).get("mesa", [""])[0]
    return pedida if _CLAVE.fullmatch(pedida) else None
