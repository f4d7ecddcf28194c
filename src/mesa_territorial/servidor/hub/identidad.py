"""Quién está al otro lado, según el Hub, y de quién es cada núcleo."""

from typing import Any

from jupyter_server.auth.identity import User
from jupyter_server.base.handlers import JupyterHandler
from jupyterhub.singleuser.extension import (  # type: ignore[import-untyped]
    JupyterHubAuthorizer,
    JupyterHubIdentityProvider,
)

from mesa_territorial.servidor.identidad import DuenioDelNucleo
from mesa_territorial.servidor.paginas import PaginaDeCuaderno


class IdentidadDelHub(JupyterHubIdentityProvider):
    """La identidad es la cookie que da el Hub; sin ella, una página manda a entrar por el Hub."""

    login_available = True
    logout_available = True

    def _patch_get_login_url(self, handler: Any) -> None:
        # Sólo las páginas mandan a entrar: un latido o un canal sin identidad reciben 403.
        es_pagina = isinstance(handler, PaginaDeCuaderno)
        if es_pagina:
            handler.get_login_url = lambda: JupyterHandler.get_login_url(handler)
        super()._patch_get_login_url(handler)


class DuenioEnElHub(JupyterHubAuthorizer):
    """Dos llaves: que el Hub deje entrar a este servidor, y ser quien abrió ese núcleo.

    Así la tutora que entra al servidor de otra persona tampoco alcanza el núcleo de ella.
    """

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        """Si esa persona puede hacer algo con el núcleo que nombra la dirección."""
        if not super().is_authorized(handler, user, action, resource):
            return False
        return DuenioDelNucleo.is_authorized(self, handler, user, action, resource)
