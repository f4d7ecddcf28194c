"""La única especificación de núcleo que existe en el kit."""

import sys

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from traitlets import List, Unicode

from mesa_territorial.servidor.nucleos.aprovisionador import APROVISIONADOR

NOMBRE = "python3"


class EspecificacionPropia(KernelSpecManager):
    """Sólo existe el núcleo del mismo Python que corre el servidor."""

    orden = List(Unicode(), config=True)

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """La única especificación, pidan la que pidan."""
        # -P: la carpeta de trabajo no entra al camino de importación.
        return KernelSpec(
            argv=[sys.executable, "-P", *self.orden, "-f", "{connection_file}"],
            display_name="Mesa Territorial",
            language="python",
            metadata={"kernel_provisioner": {"provisioner_name": APROVISIONADOR}},
        )

    def find_kernel_specs(self) -> dict[str, str]:
        """Una sola, sin carpeta."""
        return {NOMBRE: ""}
