"""El aprovisionador: cada núcleo brota del almácigo o, si no se puede, parte como siempre."""

import logging
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from mesa_territorial.servidor.nucleos.jardinero import Jardinero
from mesa_territorial.servidor.nucleos.linea import SinAlmacigo

APROVISIONADOR = "mesa-territorial"
registro = logging.getLogger("mesa_territorial")
_PROPIOS = ("molde", "semilla")


class Aprovisionador(LocalProvisioner):
    """Un ``KernelProvisionerBase``: sólo cambia de dónde sale el proceso."""

    process: Any
    parent: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Brota o parte un núcleo; devuelve por dónde se le habla."""
        propios = {nombre: kwargs.pop(nombre, None) for nombre in _PROPIOS}
        jardinero: Jardinero | None = getattr(self.parent.parent, "jardinero", None)
        if jardinero is None:
            return await super().launch_kernel(cmd, **kwargs)
        try:
            self.process = await jardinero.brotar(self._pedido(propios, kwargs), propios["molde"])
        except SinAlmacigo as falla:
            if propios["molde"]:
                raise
            registro.warning("El núcleo parte sin almácigo: %s", falla)
            return await super().launch_kernel(cmd, **kwargs)
        # Sin pgid: las señales van por el brote, que sabe si todavía es el mismo proceso.
        self.pid, self.pgid = self.process.pid, None
        return self.connection_info

    def _pedido(self, propios: dict[str, Any], kwargs: dict[str, Any]) -> dict[str, Any]:
        return {
            "conexion": str(Path(self.parent.connection_file).resolve()),
            "entorno": kwargs.get("env") or {},
            "carpeta": str(kwargs.get("cwd") or ""),
            "semilla": propios["semilla"] or self.kernel_id,
        }
