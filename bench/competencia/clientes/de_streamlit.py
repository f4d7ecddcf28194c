"""El cliente de Streamlit: su WebSocket, con los mensajes protobuf de su propio paquete."""

import asyncio
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from tornado.websocket import WebSocketClientConnection, websocket_connect

from competencia.clientes.red import ESPERA, MENSAJE_MAXIMO, Navegante, Rechazo, exigir, texto_de
from competencia.clientes.sesion import Alternancia, exigir_actores


class SesionDeStreamlit(Navegante):
    """Una pestaña con la aplicación."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self._ws: WebSocketClientConnection | None = None
        self._valores = Alternancia()
        self._deslizador = ""
        self._vistos: dict[str, bytes] = {}

    async def abrir(self) -> None:
        """La página, el canal y la primera corrida del guion completa."""
        texto_de(await self.pedir("/"), "la página")
        self._ws = await websocket_connect(
            self.direccion_ws("/_stcore/stream"),
            subprotocols=["streamlit"],
            max_message_size=MENSAJE_MAXIMO,
        )
        await self._correr(BackMsg())
        exigir(self._deslizador, "no llegaron los deslizadores")
        self._comprobar()

    def _comprobar(self) -> None:
        exigir_actores(self._vistos.get("vega_lite_chart", b""), "el gráfico")
        exigir_actores(self._vistos.get("table", b""), "la tabla")

    async def _correr(self, pedido: Any) -> None:
        """Manda una corrida del guion y junta sus elementos hasta que termina."""
        pedido.rerun_script.query_string = ""
        self._vistos.clear()
        assert self._ws is not None
        await self._ws.write_message(pedido.SerializeToString(), binary=True)
        await asyncio.wait_for(self._hasta_el_final(), ESPERA)

    async def _hasta_el_final(self) -> None:
        assert self._ws is not None
        while True:
            trama = await self._ws.read_message()
            if not isinstance(trama, bytes):
                raise Rechazo("se cortó el canal")
            mensaje = ForwardMsg.FromString(trama)
            if mensaje.WhichOneof("type") == "script_finished":
                return
            if mensaje.WhichOneof("type") == "delta":
                self._anotar(mensaje.delta.new_element)

    def _anotar(self, elemento: Any) -> None:
        clase = elemento.WhichOneof("type")
        if clase == "slider" and elemento.slider.label == "Influencia":
            self._deslizador = elemento.slider.id
        elif clase == "exception":
            raise Rechazo(elemento.exception.message)
        if clase:
            self._vistos[clase] = elemento.SerializeToString()

    async def editar(self) -> None:
        """Mueve el deslizador y espera la corrida entera, con gráfico y tabla distintos."""
        antes = dict(self._vistos)
        pedido = BackMsg()
        cambio = pedido.rerun_script.widget_states.widgets.add(id=self._deslizador)
        cambio.double_array_value.data.append(self._valores.siguiente())
        await self._correr(pedido)
        self._comprobar()
        for clase in ("vega_lite_chart", "table"):
            exigir(self._vistos[clase] != antes[clase], f"{clase} no cambió con la edición")

    async def cerrar(self) -> None:
        """Suelta el canal."""
        if self._ws is not None:
            self._ws.close()
