"""Quién está al otro lado en un taller: la inscripción que dice su cookie firmada."""

import json
import secrets
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError, RequestHandler

from mesa_territorial.almacen.padron import Participante, Rol
from mesa_territorial.servidor.identidad import COOKIE

if TYPE_CHECKING:
    from mesa_territorial.servidor.acceso.porteria import Porteria

DIAS = 2
"""Cuánto dura la cookie: un taller, y el día siguiente."""


class IdentidadDeTaller(IdentityProvider):
    """La identidad sale sólo de la cookie que da la portería; nunca de la dirección."""

    login_available = False
    logout_available = False
    porteria: "Porteria"

    def get_handlers(self) -> list[tuple[str, object]]:
        """Nada: las páginas de entrada son del kit."""
        return []

    def get_cookie_name(self, handler: RequestHandler) -> str:
        """Distinto por puerto; con TLS, además, que nadie de fuera de TLS pueda escribirla."""
        puerto = handler.request.host.rsplit(":", 1)[-1]
        return f"{'__Host-' if handler.request.protocol == 'https' else ''}{COOKIE}-{puerto}"

    async def get_user_token(self, handler: RequestHandler) -> User | None:
        """Nadie entra con algo escrito en la dirección o en una cabecera."""
        return None

    def is_token_authenticated(self, handler: RequestHandler) -> bool:
        """Nunca exime del control de origen ni del de formularios."""
        return False

    def user_to_cookie(self, user: User) -> str:
        """El id de la inscripción y un sello al azar: dos entradas nunca dan la misma cookie."""
        return json.dumps({"id": user.username, "sello": secrets.token_hex(8)})

    def user_from_cookie(self, cookie_value: str) -> User | None:
        """La inscripción de esa cookie, si es de este taller."""
        persona = self.porteria.persona(str(json.loads(cookie_value)["id"]))
        return usuario(persona) if persona else None

    def clear_login_cookie(self, handler: RequestHandler) -> None:
        """Quita la cookie de este aparato."""
        handler.clear_cookie(self.get_cookie_name(handler), path="/", secure=True)

    def entrar(self, handler: RequestHandler, persona: Participante) -> None:
        """Da una cookie nueva, traiga la que traiga, y cambia también el comprobante."""
        # Un nombre con __Host- sólo se puede borrar diciendo de nuevo que es de TLS.
        handler.clear_cookie(handler.settings["xsrf_cookie_name"], path="/", secure=True)
        self.set_login_cookie(handler, usuario(persona))


def usuario(persona: Participante) -> User:
    """La misma persona, como la conoce Jupyter."""
    return User(persona.id, persona.nombre, persona.nombre)


Metodo = Callable[..., Any]


def exigir_rol(*roles: Rol) -> Callable[[Metodo], Metodo]:
    """Decora un verbo de una página del taller: quien no tiene uno de esos roles recibe 403."""

    def decorar(metodo: Metodo) -> Metodo:
        @wraps(metodo)
        async def con_rol(pagina: Any, *datos: Any, **campos: Any) -> Any:
            if pagina.current_user is None:
                return pagina.redirect(pagina.get_login_url())
            persona = pagina.settings["mesa_porteria"].persona(pagina.current_user.username)
            if persona is None or persona.rol not in roles:
                raise HTTPError(403)
            resultado = metodo(pagina, *datos, **campos)
            return await resultado if isinstance(resultado, Awaitable) else resultado

        return con_rol

    return decorar
