"""El almácigo: el proceso tibio del que brotan los núcleos, y cada molde que sale de él.

Se corre con ``python -P -m mesa_territorial.servidor.nucleos.almacigo <descriptor>``. Por ese
descriptor llega, en cada pedido, un byte con otro enchufe pegado: por él viene el pedido (una línea
JSON), por él contesta el hijo y, mientras siga abierto, cada lado sabe que el otro vive.
"""

import contextlib
import gc
import json
import os
import random
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

# El depurador cuesta medio segundo y 40 MB por núcleo, y aquí nadie depura.
sys.modules["debugpy"] = None  # type: ignore[assignment]

Vida = Callable[[socket.socket, dict[str, Any]], None]


def principal() -> None:
    """Carga todo, prepara un núcleo sin dueño y atiende pedidos hasta que el servidor se vaya."""
    from mesa_territorial.servidor.nucleos.calentar import calentar
    from mesa_territorial.servidor.nucleos.preparado import NucleoPreparado

    nombrarse("mesa-almacigo")
    control = socket.socket(fileno=int(sys.argv[1]))
    # Ctrl+C en la ventana del kit es para el servidor: él decide cómo terminan los demás.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for falta in calentar():
        sys.stderr.write(f"Al proceso tibio le falta {falta}\n")
    preparado = NucleoPreparado.instance()
    preparado.preparar()
    decir(control, {"listo": True})
    atender(control, preparado)


def decir(linea: socket.socket, mensaje: dict[str, Any]) -> None:
    """Manda un mensaje, una línea JSON."""
    linea.sendall(json.dumps(mensaje).encode() + b"\n")


def oir(linea: socket.socket) -> dict[str, Any]:
    """El mensaje que espera en ``linea``; ``EOFError`` si se cortó."""
    junto = b""
    while not junto.endswith(b"\n"):
        trozo = linea.recv(65_536)
        if not trozo:
            raise EOFError("Se cortó la línea con el servidor")
        junto += trozo
    mensaje: dict[str, Any] = json.loads(junto)
    return mensaje


def atender(control: socket.socket, preparado: Any) -> NoReturn:
    """Un brote por pedido, hasta que el servidor cierre el control."""
    signal.signal(signal.SIGCHLD, _recoger)
    gc.collect()
    # Lo que ya existe no se vuelve a revisar: el recolector no ensucia páginas compartidas.
    gc.freeze()
    while True:
        byte, enchufes, *_ = socket.recv_fds(control, 1, 1)
        if not byte:
            os._exit(0)
        with socket.socket(fileno=enchufes[0]) as linea:
            _bifurcar(control, linea, preparado)


def _recoger(*_: object) -> None:
    """Despide a los hijos que terminaron: ninguno queda como zombi."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def hilos() -> int:
    """Los hilos de este proceso, también los que no son de Python donde se puede saber."""
    tareas = Path("/proc/self/task")
    return len(list(tareas.iterdir())) if tareas.is_dir() else threading.active_count()


def _bifurcar(control: socket.socket, linea: socket.socket, preparado: Any) -> None:
    if hilos() > 1:
        # Un hilo puede tener tomado un candado que en el hijo nadie soltaría.
        decir(linea, {"falla": "El proceso tibio tiene hilos vivos"})
        return
    if os.fork():
        return
    codigo = 1
    try:
        control.close()
        codigo = _vivir(linea, preparado)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(codigo)


def _vivir(linea: socket.socket, preparado: Any) -> int:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pedido = oir(linea)
    if "molde" in pedido:
        return _ser_molde(linea, preparado, Path(pedido["molde"]))
    from mesa_territorial.servidor.nucleos.brote import vivir

    return vivir(linea, preparado, pedido)


def _ser_molde(linea: socket.socket, preparado: Any, cuaderno: Path) -> int:
    from mesa_territorial.servidor.nucleos.molde import correr

    nombrarse("mesa-molde")
    decir(linea, {"pid": os.getpid(), "celdas": correr(preparado, cuaderno)})
    atender(linea, preparado)


def nombrarse(nombre: str) -> None:
    """El nombre con que este proceso se ve en el sistema, donde se puede (hasta 15 letras)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/comm").write_text(nombre, encoding="ascii")


def sembrar_azar() -> None:
    """Cada brote con su propio azar: el del padre lo comparten todos."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


if __name__ == "__main__":
    principal()
