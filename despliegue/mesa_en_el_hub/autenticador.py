"""La entrada con nombre y código individual, en el formulario del propio Hub."""

from pathlib import Path
from typing import Any

from jupyterhub.auth import Authenticator
from traitlets import Unicode

from mesa_en_el_hub.codigos import corresponde, leer
from mesa_en_el_hub.grupos import grupos_de, leer_grupos


class EntradaConCodigo(Authenticator):  # type: ignore[misc]
    """Entra quien trae el código vigente de su nombre.

    Sin freno de intentos: con casi 80 bits de azar, a un millón por segundo faltarían miles de
    millones de años; y un freno por persona dejaría a cualquiera cerrarle la puerta a otra.
    """

    archivo = Unicode(config=True, help="Donde están las huellas de los códigos.")
    grupos = Unicode(config=True, help="El archivo de los grupos.")

    async def authenticate(self, handler: Any, data: dict[str, str]) -> dict[str, Any] | None:
        """La persona y sus grupos, o ``None`` si ese no es su código."""
        persona = self.normalize_username(data.get("username", "").strip())
        if not corresponde(Path(self.archivo), persona, data.get("password", "")):
            return None
        return self._quien_es(persona)

    async def refresh_user(self, user: Any, handler: Any = None) -> bool | dict[str, Any]:
        """Cada pocos minutos: los grupos de hoy, o fuera si ya no tiene código."""
        return self._quien_es(user.name) if user.name in leer(Path(self.archivo)) else False

    def _quien_es(self, persona: str) -> dict[str, Any]:
        return {"name": persona, "groups": grupos_de(persona, leer_grupos(self.grupos))}
