"""El servidor del kit con la identidad, el prefijo y las reglas del Hub."""

import os
import time
from collections.abc import Mapping
from functools import partial
from typing import Any

from jupyter_server.auth.identity import User
from jupyterhub import __version__ as version_del_hub  # type: ignore[import-untyped]
from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets.config import Config

from mesa_territorial.almacen import Almacen
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.aplicacion import Servidor
from mesa_territorial.servidor.hub.descanso import Descanso
from mesa_territorial.servidor.hub.entorno import (
    DESCANSO,
    SECRETOS,
    anfitriones,
    entorno_del_nucleo,
)
from mesa_territorial.servidor.hub.identidad import DuenioEnElHub, IdentidadDelHub

_ERRORES: Mapping[int, tuple[str, str]] = {
    403: (
        "Este lugar es de otra persona",
        "Su cuenta no puede entrar aquí. Vuelva a la portada del sitio y entre a su propio "
        "espacio; si acompaña a esta persona, pida que la agreguen a su grupo.",
    ),
    503: (
        "Hay muchas páginas abiertas",
        "Su espacio ya tiene todas las páginas que puede atender a la vez. Cierre alguna pestaña "
        "que no esté usando; esta página volverá a intentarlo sola.",
    ),
}


class ServidorDelHub(Servidor):
    """El servidor de una persona, detrás de JupyterHub."""

    errores = _ERRORES

    def __init__(self, ajustes: Ajustes) -> None:
        super().__init__(ajustes, ServidorDelHub._al_escuchar_del_hub)
        # La llave de la dirección no existe aquí: la única entrada es el Hub.
        self.update_config(Config(Voila=_CONFIGURACION))

    def init_settings(self) -> dict[str, Any]:
        """Los ajustes de tornado; de paso, el servidor se guarda sus secretos del Hub."""
        ajustes = super().init_settings()
        permitidos = anfitriones(os.environ)
        # Leerlo antes de quitarlo del entorno: los núcleos heredan lo que quede.
        assert self.identity_provider.hub_auth.api_token
        for nombre in SECRETOS:
            os.environ.pop(nombre, None)
        return {
            **ajustes,
            "headers": {**ajustes["headers"], "X-JupyterHub-Version": version_del_hub},
            "allow_remote_access": not permitidos,
            "local_hostnames": permitidos,
        }

    def init_handlers(self) -> list[Any]:
        """Las direcciones del kit, la vuelta de la entrada por el Hub y la salida."""
        del_hub = self.identity_provider.get_handlers()
        propias = [(self.ajustes.raiz + ruta, *resto) for ruta, *resto in del_hub]
        return [*propias, *super().init_handlers()]

    def entorno_de(self, persona: User) -> dict[str, str]:
        """Quién es y qué puede hacer en este servidor quien abrió la página."""
        return entorno_del_nucleo(persona.username, os.environ)

    def _al_escuchar_del_hub(self) -> None:
        # Fuera del ciclo: abrir la base no debe atrasar la primera respuesta, que el Hub espera.
        IOLoop.current().run_in_executor(None, self._ajustar_tutoria)
        self._vigilar_descanso()

    def _ajustar_tutoria(self) -> None:
        """Lo que la persona acompaña es lo que dice el Hub hoy, no lo que dijo antes."""
        acompana = os.environ.get("MESA_ACOMPANA", "").splitlines()
        with Almacen.abrir(self.ajustes.base) as almacen:
            almacen.acompanar_solo(self.ajustes.persona, *acompana)

    def _vigilar_descanso(self) -> None:
        plazo = float(os.environ.get("MESA_DESCANSO") or DESCANSO)
        revisar = partial(self._revisar_descanso, Descanso(plazo, time.monotonic))
        PeriodicCallback(revisar, self.ajustes.ronda * 1000).start()

    def _revisar_descanso(self, descanso: Descanso) -> None:
        if descanso.toca(self.kernel_manager.ocupados()):
            IOLoop.current().stop()


_CONFIGURACION: Mapping[str, Any] = {
    "identity_provider_class": IdentidadDelHub,
    "authorizer_class": DuenioEnElHub,
    "token": None,
    "auto_token": True,
    # El Hub ya eligió el puerto: en otro, nadie lo encontraría.
    "port_retries": 0,
}
