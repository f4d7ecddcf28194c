"""El proceso de un núcleo: ipykernel sin depurador ni historial en disco.

Se corre con ``python -P -m mesa_territorial.servidor.nucleos.corriente -f archivo_de_conexion``.
"""

import sys

# El depurador cuesta medio segundo y 40 MB por núcleo, y aquí nadie depura.
sys.modules["debugpy"] = None  # type: ignore[assignment]


def principal() -> None:
    """Arranca el núcleo con los argumentos de la línea de órdenes."""
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(argv=[*sys.argv[1:], "--HistoryManager.enabled=False"])


if __name__ == "__main__":
    principal()
