"""La vida de un brote: toma el entorno de su visita, abre sus canales y atiende."""

import atexit
import os
import signal
import socket
from typing import Any

from tornado.ioloop import IOLoop

from mesa_territorial.servidor.nucleos.almacigo import decir, nombrarse, sembrar_azar
from mesa_territorial.servidor.nucleos.molde import renombrar_modelos


def vivir(linea: socket.socket, preparado: Any, pedido: dict[str, Any]) -> int:
    """Atiende hasta que lo cierren; devuelve el código de salida."""
    # Las despedidas que dejó anotadas el almácigo son suyas, no de este proceso.
    atexit._clear()
    _mudarse(pedido)
    nombrarse("mesa-nucleo")
    sembrar_azar()
    renombrar_modelos(pedido["semilla"])
    preparado.brotar(pedido["conexion"])
    _velar(linea)
    preparado.kernel.start()
    decir(linea, {"pid": os.getpid()})
    IOLoop.current().start()
    # Sin desarmar el intérprete: ensuciaría de una vez toda la memoria que comparte.
    atexit._run_exitfuncs()
    return 0


def _mudarse(pedido: dict[str, Any]) -> None:
    os.environ.clear()
    os.environ.update(pedido["entorno"])
    if pedido["carpeta"]:
        os.chdir(pedido["carpeta"])
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _velar(linea: socket.socket) -> None:
    """Si el servidor muere, el núcleo se va con él: no queda nadie a quien atender."""

    def _al_cortarse(descriptor: int, _: int) -> None:
        os._exit(0)

    IOLoop.current().add_handler(linea.fileno(), _al_cortarse, IOLoop.READ)
