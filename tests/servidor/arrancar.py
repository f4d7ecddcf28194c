"""Levanta el servidor del kit para las pruebas: ``python arrancar.py '{"puerto": …}'``."""

import json
import sys
from pathlib import Path
from typing import Any

from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.aplicacion import Servidor

AQUI = Path(__file__).parent


def ajustes(pedido: dict[str, Any]) -> Ajustes:
    """Los ajustes de prueba: cuadernos y componente propios, sin núcleo de repuesto."""
    rutas = {k: Path(pedido.pop(k)) for k in ("datos", "cuadernos") if k in pedido}
    propios = {"cuadernos": AQUI / "cuadernos", "con_repuesto": False, "clave": "clave-de-prueba"}
    campos: dict[str, Any] = {**propios, **rutas, **pedido}
    campos["nucleo"] = tuple(campos.get("nucleo", Ajustes.nucleo))
    campos["estaticos"] = (*Ajustes().estaticos, AQUI / "estatico")
    return Ajustes(**campos)


if __name__ == "__main__":
    Servidor(ajustes(json.loads(sys.argv[1]))).atender()
