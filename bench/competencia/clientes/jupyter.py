"""El canal con un núcleo de Jupyter y el estado de sus widgets, siempre al día."""

import asyncio
import itertools
import json
import struct
import uuid
from collections.abc import Callable
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

from competencia.clientes.red import ESPERA, MENSAJE_MAXIMO, Navegante, Rechazo

PROTOCOLO = "v1.kernel.websocket.jupyter.org"
CONTROL = "jupyter.widget.control"
VERSION = {"version": "1.0.0"}
Partes = dict[str, Any]


def empaquetar(canal: str, partes: list[Partes]) -> bytes:
    """Un mensaje de Jupyter en una sola trama: desplazamientos, canal y cuatro partes JSON."""
    trozos = [canal.encode(), *(json.dumps(p).encode() for p in partes)]
    total = len(trozos) + 1
    lugares = list(itertools.accumulate(map(len, trozos), initial=8 * (1 + total)))
    return struct.pack(f"<{total + 1}Q", total, *lugares) + b"".join(trozos)


def desempaquetar(trama: bytes) -> tuple[Partes, Partes, Partes]:
    """El encabezado, el del mensaje que lo causó y el contenido de una trama."""
    (total,) = struct.unpack_from("<Q", trama)
    lugares = struct.unpack_from(f"<{total}Q", trama, 8)
    partes = [trama[a:b] for a, b in itertools.pairwise(lugares)]
    encabezado, padre, _, contenido = (json.loads(p) for p in partes[1:5])
    return encabezado, padre, contenido


class Canal:
    """Un canal abierto: ``modelos`` va de id de widget a estado."""

    def __init__(self, *, protocolo: str | None = PROTOCOLO) -> None:
        self.modelos: dict[str, Partes] = {}
        self.al_mensaje: Callable[[str, Partes], None] = lambda _, __: None
        self._protocolo = protocolo
        self.sesion = uuid.uuid4().hex
        self._ws: WebSocketClientConnection | None = None
        self._oido: asyncio.Task[None] | None = None
        self._esperas: dict[str, asyncio.Future[Any]] = {}
        self._novedad = asyncio.Event()

    async def abrir(self, navegante: Navegante, ruta: str) -> None:
        """Conecta con ``ruta`` (sin ``session_id``, que se agrega) y empieza a escuchar."""
        pedido = navegante.direccion_ws(f"{ruta}?session_id={self.sesion}")
        protocolos = [self._protocolo] if self._protocolo else None
        self._ws = await websocket_connect(
            pedido, subprotocols=protocolos, max_message_size=MENSAJE_MAXIMO
        )
        self._oido = asyncio.ensure_future(self._escuchar())

    async def cargar(self) -> None:
        """Trae el estado de todos los widgets, como el administrador del navegador."""
        comm = uuid.uuid4().hex
        espera = self.esperar_a(f"estados-{comm}")
        apertura = {"comm_id": comm, "target_name": CONTROL, "data": {}}
        self.enviar("comm_open", apertura, VERSION)
        self.enviar("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        estados = await asyncio.wait_for(espera, ESPERA)
        self.modelos = {k: v["state"] for k, v in estados.items()} | self.modelos
        self.enviar("comm_close", {"comm_id": comm, "data": {}})

    def enviar(self, tipo: str, contenido: Partes, metadatos: Partes | None = None) -> str:
        """Manda un mensaje por el canal de órdenes; devuelve su id."""
        encabezado = {
            "msg_id": uuid.uuid4().hex,
            "session": self.sesion,
            "username": "",
            "date": "2026-01-01T00:00:00.000000Z",
            "msg_type": tipo,
            "version": "5.2",
        }
        if self._ws is None:
            raise Rechazo("el canal no está abierto")
        partes: list[Partes] = [encabezado, {}, metadatos or {}, contenido]
        if self._protocolo:
            self._ws.write_message(empaquetar("shell", partes), binary=True)
        else:
            self._ws.write_message(json.dumps(_como_json(partes)))
        return encabezado["msg_id"]

    def fijar(self, modelo: str, **estado: Any) -> str:
        """Cambia rasgos de un widget, como hace la pantalla."""
        datos = {"method": "update", "state": estado, "buffer_paths": []}
        return self.enviar("comm_msg", {"comm_id": modelo, "data": datos})

    def esperar_a(self, nombre: str) -> "asyncio.Future[Any]":
        """Una promesa que ``cumplir`` con el mismo nombre cumple."""
        espera: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._esperas[nombre] = espera
        return espera

    def cumplir(self, nombre: str, valor: Any) -> None:
        """Cumple la promesa de ese nombre, si alguien la espera."""
        espera = self._esperas.pop(nombre, None)
        if espera is not None and not espera.done():
            espera.set_result(valor)

    async def hasta(self, condicion: Callable[[], Any], plazo: float = ESPERA) -> Any:
        """Espera a que un mensaje haga cierta la condición; devuelve su valor."""
        limite = asyncio.get_running_loop().time() + plazo
        while not (valor := condicion()):
            if self._oido is None or self._oido.done():
                raise Rechazo("se cortó el canal con el núcleo")
            self._novedad.clear()
            queda = limite - asyncio.get_running_loop().time()
            await asyncio.wait_for(self._novedad.wait(), max(0.001, queda))
        return valor

    async def _escuchar(self) -> None:
        assert self._ws is not None
        while (trama := await self._ws.read_message()) is not None:
            if isinstance(trama, bytes):
                encabezado, _, contenido = desempaquetar(trama)
            else:
                entero = json.loads(trama)
                encabezado, contenido = entero["header"], entero["content"]
            self._recibir(encabezado["msg_type"], contenido)
            self._novedad.set()
        self._novedad.set()

    def _recibir(self, tipo: str, contenido: Partes) -> None:
        comm, datos = contenido.get("comm_id", ""), contenido.get("data") or {}
        if tipo == "comm_open":
            self.modelos[comm] = dict(datos.get("state") or {})
        elif tipo == "comm_msg" and datos.get("method") in ("update", "echo_update"):
            self.modelos.setdefault(comm, {}).update(datos["state"])
        elif tipo == "comm_msg" and datos.get("method") == "update_states":
            self.cumplir(f"estados-{comm}", datos["states"])
        self.al_mensaje(tipo, contenido)

    def cerrar(self) -> None:
        """Suelta el canal."""
        if self._ws is not None:
            self._ws.close()
        if self._oido is not None:
            self._oido.cancel()


def _como_json(partes: list[Partes]) -> Partes:
    encabezado, padre, metadatos, contenido = partes
    return {
        "channel": "shell",
        "header": encabezado,
        "parent_header": padre,
        "metadata": metadatos,
        "content": contenido,
        "buffers": [],
    }
