"""Un servidor que las pruebas de navegador pueden matar y volver a levantar."""

import signal
import subprocess
from pathlib import Path

from servidor import objetivo as o


class Servido:
    """Un servidor que se puede matar y volver a levantar en el mismo puerto."""

    def __init__(self, datos: Path) -> None:
        self.datos = datos
        self.puerto = o.puerto_libre()
        self.proceso: subprocess.Popen[bytes] | None = None

    def levantar(self) -> None:
        """Parte (otra vez) con la misma carpeta de datos."""
        with (self.datos / "servidor.log").open("ab") as registro:
            self.proceso = subprocess.Popen(
                o.orden_del_kit(self.puerto, self.datos), stdout=registro, stderr=registro
            )
        o.esperar_puerto(self.puerto, self.proceso)

    def matar(self, con: int = signal.SIGKILL) -> None:
        """Lo mata sin aviso."""
        assert self.proceso is not None
        self.proceso.send_signal(con)
        if con == signal.SIGKILL:
            self.proceso.wait(10)

    def direccion(self, ruta: str) -> str:
        """La dirección de una página, con su llave."""
        union = "&" if "?" in ruta else "?"
        antes, _, ancla = ruta.partition("#")
        final = f"#{ancla}" if ancla else ""
        return f"http://127.0.0.1:{self.puerto}{antes}{union}clave={o.CLAVE}{final}"
