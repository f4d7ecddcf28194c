"""La entrada con nombre y código individual, en el formulario del propio Hub."""

from pathlib import Path
from typing import Any

from jupyterhub.auth import Authenticator
from traitlets import Unicode

from mesa_en_el_hub.codigos import corresponde


class EntradaConCodigo(Authenticator):  # type: ignore[misc]
    """Entra quien trae el código vigente de su nombre.

    Sin freno de intentos: con casi 80 bits de azar, a un millón por segundo faltarían miles de
    millones de años; y un freno por persona dejaría a cualquiera cerrarle la puerta a otra.
    """

    archivo = Unicode(config=True, help="Donde están las huellas de los códigos.")

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:
        """El nombre de la persona, o ``None`` si ese no es su código."""
        persona = self.normalize_username(data.get("username", "").strip())
        suyo = corresponde(Path(self.archivo), persona, data.get("password", ""))
        return persona if suyo else None
