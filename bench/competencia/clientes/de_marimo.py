"""El cliente de marimo: WebSocket para oír y HTTP para editar."""

import asyncio
import json
import re
import uuid
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

from competencia.clientes.red import ESPERA, MENSAJE_MAXIMO, Navegante, Rechazo, exigir, texto_de
from competencia.clientes.sesion import Alternancia, exigir_actores

_FICHA = re.compile(
    r'serverToken"?\s*[:=]\s*"([^"]+)"|<marimo-server-token[^>]*data-token="([^"]+)"'
)
_DESLIZADOR = re.compile(r"object-id='([^']+)'[^>]*>\s*<marimo-slider[^>]*Influencia")


class SesionDeMarimo(Navegante):
    """Una pestaña con la aplicación."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self._ws: WebSocketClientConnection | None = None
        self._id = f"s_{uuid.uuid4().hex[:6]}"
        self._ficha = ""
        self._valores = Alternancia()
        self._deslizador = ""
        self._celdas: dict[str, str] = {}

    async def abrir(self) -> None:
        """La página, el canal y todas las celdas corridas."""
        html = texto_de(await self.pedir("/"), "la página")
        hallada = _FICHA.search(html)
        exigir(hallada, "la página no trae su ficha")
        assert hallada is not None
        self._ficha = hallada[1] or hallada[2]
        self._ws = await websocket_connect(
            self.direccion_ws(f"/ws?session_id={self._id}"), max_message_size=MENSAJE_MAXIMO
        )
        await asyncio.wait_for(self._hasta_terminar(), ESPERA)
        self._comprobar()
        hallado = _DESLIZADOR.search("".join(self._celdas.values()))
        exigir(hallado, "no llegaron los deslizadores")
        assert hallado is not None
        self._deslizador = hallado[1]

    def _comprobar(self) -> str:
        resultado = next((c for c in self._celdas.values() if "vegalite" in c or "vega" in c), "")
        exigir(resultado, "no llegó el gráfico")
        exigir_actores(resultado, "el resultado")
        return resultado

    async def _hasta_terminar(self) -> None:
        assert self._ws is not None
        while True:
            trama = await self._ws.read_message()
            if trama is None:
                raise Rechazo("se cortó el canal")
            mensaje = json.loads(trama)
            if mensaje["op"] == "completed-run":
                return
            if mensaje["op"] == "cell-op":
                self._anotar(mensaje["data"])

    def _anotar(self, celda: dict[str, Any]) -> None:
        salida = celda.get("output") or {}
        if "error" in str(salida.get("mimetype", "")):
            raise Rechazo(str(salida.get("data"))[:200])
        if salida.get("data"):
            self._celdas[celda["cell_id"]] = str(salida["data"])

    async def editar(self) -> None:
        """Manda el valor del deslizador y espera la celda del resultado, distinta."""
        antes = self._comprobar()
        cuerpo = {"objectIds": [self._deslizador], "values": [self._valores.siguiente()]}
        cabeceras = {
            "Content-Type": "application/json",
            "Marimo-Session-Id": self._id,
            "Marimo-Server-Token": self._ficha,
        }
        ruta = "/api/kernel/set_ui_element_value"
        pedido = self.pedir(ruta, json.dumps(cuerpo).encode(), cabeceras=cabeceras)
        respuesta, _ = await asyncio.gather(
            pedido, asyncio.wait_for(self._hasta_terminar(), ESPERA)
        )
        texto_de(respuesta, "la edición")
        exigir(self._comprobar() != antes, "el resultado no cambió con la edición")

    async def cerrar(self) -> None:
        """Suelta el canal."""
        if self._ws is not None:
            self._ws.close()
