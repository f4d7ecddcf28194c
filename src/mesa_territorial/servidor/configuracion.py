"""La configuración con que se endurecen Voilà y Jupyter."""

import logging
import os
import tempfile
from typing import Any

from traitlets.config import Config

from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.identidad import DuenioDelNucleo, IdentidadLocal
from mesa_territorial.servidor.nucleos import EspecificacionPropia, Nucleos


def configurar(ajustes: Ajustes) -> Config:
    """La configuración de Voilà y Jupyter: nada se lee de los archivos de la persona."""
    return Config(
        Voila=_configurar_servidor(ajustes),
        VoilaConfiguration=_configurar_voila(),
        IdentityProvider={"cookie_options": {"samesite": "Strict", "httponly": True}},
        Nucleos=_configurar_nucleos(ajustes),
        EspecificacionPropia={"orden": list(ajustes.nucleo)},
        KernelManager=_configurar_canales(),
    )


def _configurar_servidor(ajustes: Ajustes) -> dict[str, Any]:
    return {
        "ip": ajustes.direccion,
        "port": ajustes.puerto,
        "base_url": f"{ajustes.raiz}/",
        "open_browser": True,  # llama a launch_browser, que aquí sólo anuncia
        "config_file_paths": [],
        "root_dir": str(ajustes.datos),
        "token": ajustes.clave,
        "authorizer_class": DuenioDelNucleo,
        "identity_provider_class": IdentidadLocal,
        "connection_dir_root": _carpeta_de_canales(),
        "log_level": logging.WARNING,
    }


def _configurar_voila() -> dict[str, Any]:
    return {
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "show_tracebacks": False,
        "strip_sources": True,
        "multi_kernel_manager_class": Nucleos,
        "kernel_spec_manager_class": EspecificacionPropia,
        "file_allowlist": [],
        "file_denylist": [".*"],
    }


def _configurar_nucleos(ajustes: Ajustes) -> dict[str, Any]:
    return {
        "lugares": ajustes.lugares,
        "registro": str(ajustes.registro or ""),
        # Quien pide otra orden para sus núcleos la quiere de verdad.
        "bifurcar": ajustes.bifurcar and ajustes.nucleo == Ajustes.nucleo,
        "entorno": {
            "MESA_PAGINA": "propia",
            "MESAS_BD": ajustes.base,
            "MESA_PERSONA": ajustes.persona,
        },
        "cull_idle_timeout": ajustes.ocioso,
        "cull_interval": ajustes.ronda,
        "cull_connected": False,
        "cull_busy": False,
    }


def _carpeta_de_canales() -> str:
    # La dirección de un canal local no puede pasar de unos 100 caracteres (macOS los gasta en su
    # carpeta temporal). Voilà crea dentro una carpeta que sólo puede leer su dueño.
    return "/tmp" if hay_canales_locales() else tempfile.gettempdir()


def hay_canales_locales() -> bool:
    """Si el sistema tiene canales de archivo (todos menos Windows)."""
    return os.name == "posix"


def _configurar_canales() -> dict[str, Any]:
    # Un núcleo que revive solo llegaría vacío: mejor que muera y la página lo diga. Por archivo y
    # no por puerto: nadie más del computador escucha, y 30 llegadas juntas no chocan por un puerto.
    return {"autorestart": False, "transport": "ipc" if hay_canales_locales() else "tcp"}
