"""Levanta el kit con la aplicación de referencia: ``python servir.py puerto carpeta_de_datos``."""

import sys
from pathlib import Path

from competencia.kit.clave import CLAVE
from mesa_territorial.servidor.ajustes import Ajustes
from mesa_territorial.servidor.aplicacion import Servidor

LUGARES = 400

if __name__ == "__main__":
    datos = Path(sys.argv[2])
    ajustes = Ajustes(
        puerto=int(sys.argv[1]),
        datos=datos,
        base=str(datos / "mesas.sqlite"),
        registro=datos / "registro.log",
        clave=CLAVE,
        cuadernos=Path(__file__).parent,
        lugares=LUGARES,
        # Como en un taller: la página de cada visita ya viene corrida.
        con_moldes=True,
    )
    Servidor(ajustes).atender()
