"""La orden que JupyterHub corre para cada persona."""

import os
import sys

from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.hub.entorno import leer_ajustes


def principal() -> None:
    """Levanta el servidor de la persona que dice el entorno y atiende hasta que lo detengan."""
    try:
        ajustes = leer_ajustes(os.environ)
    except ReglaRota as regla:
        sys.exit(f"✘ {regla}")
    # Tardío: sin la dependencia opcional, lo demás de la casa se importa igual.
    from mesa_territorial.servidor.hub.aplicacion import ServidorDelHub

    ServidorDelHub(ajustes).atender()


if __name__ == "__main__":
    principal()
