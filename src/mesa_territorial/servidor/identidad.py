"""Quién está al otro lado: la clave de entrada, la cookie firmada y el dueño de cada núcleo."""

import hmac
import os
import secrets
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError, RequestHandler

from mesa_territorial.servidor.freno import Freno

COOKIE = "mesa-territorial"


def leer_secreto(carpeta: Path) -> bytes:
    """El secreto que firma las cookies; se crea la primera vez, legible sólo por su dueño.

    Se conserva para que una pestaña abierta siga valiendo cuando el servidor vuelve a partir.
    """
    archivo = carpeta / "secreto"
    if archivo.is_file() and len(guardado := archivo.read_bytes()) >= 32:
        return guardado
    carpeta.mkdir(parents=True, exist_ok=True)
    nuevo = secrets.token_bytes(32)
    with os.fdopen(os.open(archivo, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as salida:
        salida.write(nuevo)
    return nuevo


class IdentidadLocal(IdentityProvider):
    """Una persona en su computador: entra con la clave de la dirección y sigue con su cookie."""

    login_available = False
    logout_available = False

    def get_handlers(self) -> list[tuple[str, object]]:
        """Nada: aquí no hay formulario de entrada ni cambio de contraseña."""
        return []

    def get_cookie_name(self, handler: RequestHandler) -> str:
        """El nombre de la cookie, distinto por puerto para no chocar entre servidores."""
        return f"{COOKIE}-{handler.request.host.rsplit(':', 1)[-1]}"

    async def get_user_token(self, handler: RequestHandler) -> User | None:
        """La persona que trae la clave correcta; conserva la identidad que ya tenía."""
        traida = handler.get_argument("clave", "")
        if not (self.token and hmac.compare_digest(traida.encode(), self.token.encode())):
            if traida:
                self._anotar_fallo(handler)
            return None
        conocida = self.get_user_cookie(handler)
        if isinstance(conocida, Awaitable):
            conocida = await conocida
        return conocida or User(secrets.token_hex(16), "Persona", "Persona")

    def _anotar_fallo(self, handler: RequestHandler) -> None:
        """Cuenta la llave errada; levanta 429 si ya van muchas. La correcta siempre entra."""
        freno: Freno = handler.settings["mesa_freno"]
        freno.fallar(str(handler.request.remote_ip))
        if freno.espera(str(handler.request.remote_ip)):
            raise HTTPError(429)

    def is_token_authenticated(self, handler: RequestHandler) -> bool:
        """Nunca exime del control de origen ni del de formularios."""
        return False


class DuenioDelNucleo(Authorizer):
    """Cada núcleo tiene un dueño: la identidad firmada de la página que lo pidió."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        """Si esa persona puede hacer algo con el núcleo que nombra la dirección."""
        duenio = handler.kernel_manager.duenio(handler.path_kwargs.get("kernel_id", ""))
        return bool(duenio) and hmac.compare_digest(duenio, user.username)
