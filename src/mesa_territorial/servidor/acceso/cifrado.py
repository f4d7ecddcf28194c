"""Un servidor cifrado que, a quien llega sin cifrar al mismo puerto, le dice por dónde es."""

import asyncio
import contextlib
import socket
import ssl
from typing import Any
from urllib.parse import quote

from tornado.httpserver import HTTPServer

PLAZO = 10.0
_SALUDO_TLS = b"\x16"
_PEDIDO_MAXIMO = 4096


class ServidorCifrado(HTTPServer):
    """Muchos escriben la dirección sin «https»: en vez de un error, se les redirige."""

    def initialize(  # type: ignore[override]
        self, *datos: Any, origen: str, **campos: Any
    ) -> None:
        """``origen`` es a dónde se manda a quien llega sin cifrar (con su puerto)."""
        super().initialize(*datos, **campos)
        self._origen = origen
        self._tareas: set[asyncio.Task[None]] = set()

    def _handle_connection(self, connection: socket.socket, address: Any) -> None:
        tarea = asyncio.ensure_future(self._recibir(connection, address))
        self._tareas.add(tarea)
        tarea.add_done_callback(self._tareas.discard)

    async def _recibir(self, conexion: socket.socket, direccion: Any) -> None:
        try:
            primero = await asyncio.wait_for(_asomarse(conexion), PLAZO)
            if primero == _SALUDO_TLS:
                super()._handle_connection(conexion, direccion)
                return
            if primero:
                await asyncio.wait_for(self._redirigir(conexion), PLAZO)
            conexion.close()
        except (OSError, TimeoutError, ssl.SSLError):
            conexion.close()

    async def _redirigir(self, conexion: socket.socket) -> None:
        ciclo = asyncio.get_running_loop()
        pedido = await ciclo.sock_recv(conexion, _PEDIDO_MAXIMO)
        _, _, resto = pedido.split(b"\r\n", 1)[0].partition(b" ")
        camino = resto.split(b" ")[0].decode("ascii", "replace")
        seguro = quote(camino, safe="/?&=%-_.~+") if camino.startswith("/") else "/"
        respuesta = (
            f"HTTP/1.1 301 Moved Permanently\r\nLocation: {self._origen}{seguro}\r\n"
            "Cache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        with contextlib.suppress(OSError):
            await ciclo.sock_sendall(conexion, respuesta.encode())


async def _asomarse(conexion: socket.socket) -> bytes:
    """El primer byte que llega, sin sacarlo del enchufe; vacío si cortaron."""
    ciclo = asyncio.get_running_loop()
    llego = asyncio.Event()
    ciclo.add_reader(conexion.fileno(), llego.set)
    try:
        await llego.wait()
    finally:
        ciclo.remove_reader(conexion.fileno())
    return conexion.recv(1, socket.MSG_PEEK)
