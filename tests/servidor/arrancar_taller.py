"""Levanta un taller para las pruebas: ``python arrancar_taller.py '{"puerto": …}'``.

Deja en ``senas.json``, junto a los datos, lo que una sala vería en la pantalla.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mesa_territorial.servidor.acceso.ajustes import AjustesDeTaller
from mesa_territorial.servidor.acceso.servidor import ServidorDeTaller
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.tls import certificado_propio

AQUI = Path(__file__).parent


def ajustes(pedido: dict[str, Any]) -> AjustesDeTaller:
    """Los ajustes de prueba: cuadernos y componente propios, en este computador."""
    datos = Path(pedido.pop("datos"))
    cuadernos = Path(pedido.pop("cuadernos", AQUI / "cuadernos"))
    par = certificado_propio(datos / "tls", ["127.0.0.1", "localhost"], datetime.now(UTC))
    return AjustesDeTaller(
        datos=datos,
        cuadernos=cuadernos,
        base=str(datos / "mesas.sqlite"),
        certificado=par,
        con_repuesto=False,
        con_moldes=False,
        estaticos=(*Ajustes().estaticos, AQUI / "estatico"),
        **pedido,
    )


def dejar_senas(servidor: ServidorDeTaller) -> None:
    """Escribe el código, el taller y los enlaces vigentes."""
    portero = servidor.porteria
    senas = {
        "codigo": portero.codigo,
        "taller": portero.taller.id,
        "facilitador": servidor.enlace("facilitador"),
        "tutor": servidor.enlace("tutor"),
    }
    # De una vez: quien lo lee nunca lo halla a medio escribir.
    nuevo = servidor.ajustes.datos / "senas.nuevo"
    nuevo.write_text(json.dumps(senas), encoding="utf-8")
    nuevo.replace(servidor.ajustes.datos / "senas.json")


if __name__ == "__main__":
    servidor = ServidorDeTaller(
        ajustes(json.loads(sys.argv[1])), dejar_senas, lambda *_: dejar_senas(servidor)
    )
    servidor.atender()
