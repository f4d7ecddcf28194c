"""El servidor: Voilà por dentro, con su superficie reducida a las direcciones del kit."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_core.utils import run_sync
from tornado.ioloop import IOLoop
from traitlets import Instance
from traitlets.config import Config
from voila.app import Voila

from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.estante import Estante
from mesa_territorial.servidor.estaticos import Estaticos
from mesa_territorial.servidor.identidad import DuenioDelNucleo, IdentidadLocal, leer_secreto
from mesa_territorial.servidor.nucleos import EspecificacionPropia, Nucleos
from mesa_territorial.servidor.respuestas import CABECERAS, NoExiste
from mesa_territorial.servidor.rutas import listar_rutas

PLANTILLA = Path(__file__).parent / "plantilla"
MENSAJE_MAXIMO = 16 * 1024 * 1024


def configurar(ajustes: Ajustes) -> Config:
    """La configuración de Voilà y Jupyter: nada se lee de los archivos de la persona."""
    return Config(
        Voila={
            "ip": ajustes.direccion,
            "port": ajustes.puerto,
            "open_browser": True,  # llama a launch_browser, que aquí sólo anuncia
            "config_file_paths": [],
            "root_dir": str(ajustes.datos),
            "token": ajustes.clave,
            "authorizer_class": DuenioDelNucleo,
            "identity_provider_class": IdentidadLocal,
            "connection_dir_root": _carpeta_de_canales(),
            "log_level": logging.WARNING,
        },
        VoilaConfiguration={
            "allow_template_override": "NO",
            "allow_theme_override": "NO",
            "show_tracebacks": False,
            "strip_sources": True,
            "multi_kernel_manager_class": Nucleos,
            "kernel_spec_manager_class": EspecificacionPropia,
            "file_allowlist": [],
            "file_denylist": [".*"],
        },
        IdentityProvider={"cookie_options": {"samesite": "Strict", "httponly": True}},
        Nucleos=_configurar_nucleos(ajustes),
        EspecificacionPropia={"orden": list(ajustes.nucleo)},
        KernelManager=_configurar_canales(),
    )


def _configurar_nucleos(ajustes: Ajustes) -> dict[str, Any]:
    return {
        "lugares": ajustes.lugares,
        "registro": str(ajustes.registro or ""),
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


class Servidor(Voila):
    """Un servidor del kit. ``ajustes`` dice dónde escucha y qué sirve."""

    ajustes = Instance(Ajustes)

    def __init__(
        self, ajustes: Ajustes, al_escuchar: Callable[["Servidor"], object] = lambda _: None
    ) -> None:
        super().__init__(ajustes=ajustes, config=configurar(ajustes))
        self._al_escuchar = al_escuchar
        self.cookie_secret = leer_secreto(ajustes.datos)

    def launch_browser(self) -> None:
        """Avisa que el servidor ya atiende; quien lo levantó decide si abre el navegador."""
        if self.ajustes.con_repuesto:
            IOLoop.current().add_callback(self.kernel_manager.repuesto.reponer)
        self._al_escuchar(self)

    def setup_template_dirs(self) -> None:
        """Las plantillas son las propias; las de la persona no cuentan."""
        self.template_paths = [str(PLANTILLA)]
        self.static_paths: list[str] = []

    def init_settings(self) -> dict[str, Any]:
        """Los ajustes de tornado, con cada remedio puesto."""
        return {
            **super().init_settings(),
            "allow_remote_access": False,
            "local_hostnames": ["localhost"],
            "allow_origin": "",
            # Con nombre propio: los programas de otros puertos de 127.0.0.1 ven la misma cookie.
            "xsrf_cookie_name": "mesa-comprobante",
            "xsrf_cookie_kwargs": {"samesite": "Strict"},
            "headers": dict(CABECERAS),
            "compress_response": True,
            "websocket_max_message_size": MENSAJE_MAXIMO,
            "ws_ping_interval": 10_000,
            "ws_ping_timeout": 10_000,
            "default_handler_class": NoExiste,
            "mesa_ajustes": self.ajustes,
            "mesa_estaticos": Estaticos(self.ajustes.estaticos),
            "mesa_estante": Estante(self.ajustes.base),
            "mesa_plantillas": _plantillas(),
            "mesa_plantillas_vivas": _plantillas(enable_async=True),
        }

    def init_handlers(self) -> list[Any]:
        """Sólo las direcciones del kit: nada de archivos, temas ni extensiones de Voilà."""
        return listar_rutas()

    def atender(self) -> None:
        """Levanta el servidor y atiende hasta que lo detengan."""
        self.initialize([])
        self.start()

    def stop(self) -> None:
        """Termina los núcleos, suelta la base y borra los canales."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        self.app.settings["mesa_estante"].cerrar()
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    @property
    def entrada(self) -> str:
        """La dirección que abre el kit, con su llave."""
        return f"http://{self.ip}:{self.port}/?clave={self.ajustes.clave}"


def _plantillas(**opciones: Any) -> Environment:
    carga = FileSystemLoader(PLANTILLA)
    return Environment(
        loader=carga, autoescape=True, trim_blocks=True, lstrip_blocks=True, **opciones
    )
