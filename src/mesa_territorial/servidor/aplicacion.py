"""El servidor: Voilà por dentro, con su superficie reducida a las direcciones del kit."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_core.utils import run_sync
from jupyter_server.auth.identity import User
from tornado.ioloop import IOLoop
from traitlets import Instance
from voila.app import Voila

from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.canal import LATIDO
from mesa_territorial.servidor.configuracion import configurar
from mesa_territorial.servidor.estante import Estante
from mesa_territorial.servidor.estaticos import Estaticos
from mesa_territorial.servidor.freno import Freno
from mesa_territorial.servidor.guion import listar_cuadernos
from mesa_territorial.servidor.identidad import leer_secreto
from mesa_territorial.servidor.respuestas import CABECERAS, NoExiste
from mesa_territorial.servidor.rutas import listar_rutas

PLANTILLA = Path(__file__).parent / "plantilla"
MENSAJE_MAXIMO = 16 * 1024 * 1024


class Servidor(Voila):
    """Un servidor del kit. ``ajustes`` dice dónde escucha y qué sirve."""

    ajustes = Instance(Ajustes)
    # Título y texto por código, donde no sirve la explicación de un computador propio.
    errores: Mapping[int, tuple[str, str]] = {}

    def __init__(
        self, ajustes: Ajustes, al_escuchar: Callable[["Servidor"], object] = lambda _: None
    ) -> None:
        super().__init__(ajustes=ajustes, config=configurar(ajustes))
        self._al_escuchar = al_escuchar
        self.cookie_secret = leer_secreto(ajustes.datos)

    def launch_browser(self) -> None:
        """Avisa que el servidor ya atiende; quien lo levantó decide si abre el navegador."""
        ciclo = IOLoop.current()
        # Abrir la base carga bibliotecas: que la primera página no lo espere.
        ciclo.run_in_executor(None, self.app.settings["mesa_estante"].recientes, "/")
        paginas = listar_cuadernos(self.ajustes.cuadernos, todos=self.ajustes.con_moldes)
        calentar = self.kernel_manager.calentar
        ciclo.add_callback(calentar, paginas, con_repuesto=self.ajustes.con_repuesto)
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
            "xsrf_cookie_kwargs": {"samesite": "Strict", "path": f"{self.ajustes.raiz}/"},
            "headers": dict(CABECERAS),
            "compress_response": True,
            "websocket_max_message_size": MENSAJE_MAXIMO,
            # La paciencia la lleva el canal: tornado no admite aquí una mayor que el latido.
            "ws_ping_interval": LATIDO,
            "ws_ping_timeout": LATIDO,
            "default_handler_class": NoExiste,
            "mesa_ajustes": self.ajustes,
            "mesa_entorno_de": self.entorno_de,
            "mesa_errores": self.errores,
            "mesa_freno": Freno(),
            "mesa_estaticos": Estaticos(self.ajustes.estaticos),
            "mesa_estante": Estante(self.ajustes.base),
            "mesa_plantillas": _plantillas(self.ajustes.raiz),
            "mesa_plantillas_vivas": _plantillas(self.ajustes.raiz, enable_async=True),
        }

    def entorno_de(self, persona: User) -> dict[str, str]:
        """Lo que el núcleo debe saber de esa persona; en un computador no hay más que una."""
        return {}

    def init_handlers(self) -> list[Any]:
        """Sólo las direcciones del kit: nada de archivos, temas ni extensiones de Voilà."""
        return listar_rutas(self.ajustes.raiz)

    def atender(self) -> None:
        """Levanta el servidor y atiende hasta que lo detengan."""
        self.initialize([])
        self.start()

    def stop(self) -> None:
        """Termina los núcleos, suelta la base y borra los canales."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        self.kernel_manager.soltar_todo()
        self.app.settings["mesa_estante"].cerrar()
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    @property
    def entrada(self) -> str:
        """La dirección que abre el kit, con su llave."""
        return f"http://{self.ip}:{self.port}/?clave={self.ajustes.clave}"


def _plantillas(raiz: str, **opciones: Any) -> Environment:
    carga = FileSystemLoader(PLANTILLA)
    plantillas = Environment(
        loader=carga, autoescape=True, trim_blocks=True, lstrip_blocks=True, **opciones
    )
    plantillas.globals["raiz"] = raiz
    return plantillas
