"""La línea con un proceso tibio: un enchufe por pedido, que además dice si el otro lado vive."""

import asyncio
import json
import socket
from collections.abc import Mapping
from typing import Any


class SinAlmacigo(Exception):
    """No hay proceso tibio, o no contestó: que el núcleo parta por la vía corriente."""


def se_corto(linea: socket.socket) -> bool:
    """Si el proceso del otro lado terminó."""
    try:
        return linea.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


async def pedir(
    control: socket.socket, pedido: Mapping[str, Any], espera: float
) -> tuple[socket.socket, dict[str, Any]]:
    """La línea con el proceso nuevo y lo que contestó; ``SinAlmacigo`` si no contesta a tiempo."""
    propio, ajeno = socket.socketpair()
    propio.setblocking(False)
    try:
        with ajeno:
            socket.send_fds(control, [b"."], [ajeno.fileno()])
        mensaje = json.dumps(pedido).encode() + b"\n"
        await asyncio.get_running_loop().sock_sendall(propio, mensaje)
        respuesta = await oir(propio, espera)
    except (OSError, EOFError, TimeoutError) as falla:
        propio.close()
        raise SinAlmacigo(str(falla)) from falla
    if "falla" in respuesta:
        propio.close()
        raise SinAlmacigo(respuesta["falla"])
    return propio, respuesta


async def oir(linea: socket.socket, espera: float) -> dict[str, Any]:
    """El mensaje que llega en ``espera`` segundos; ``EOFError`` o ``TimeoutError`` si no llega."""
    ciclo, junto = asyncio.get_running_loop(), b""
    async with asyncio.timeout(espera):
        while not junto.endswith(b"\n"):
            trozo = await ciclo.sock_recv(linea, 65_536)
            if not trozo:
                raise EOFError("El proceso se cerró antes de contestar")
            junto += trozo
    mensaje: dict[str, Any] = json.loads(junto)
    return mensaje
