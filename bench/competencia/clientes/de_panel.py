"""El cliente de Panel: la página, y el documento de Bokeh por su WebSocket."""

import asyncio
import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

from competencia.clientes.red import ESPERA, MENSAJE_MAXIMO, Navegante, Rechazo, exigir, texto_de
from competencia.clientes.sesion import Alternancia, exigir_actores

_FICHA = re.compile(r'"token":\s*"([^"]+)"')
RUTA = "/app_panel"


class SesionDePanel(Navegante):
    """Una pestaña con la aplicación."""

    def __init__(self, raiz: str) -> None:
        super().__init__(raiz)
        self._ws: WebSocketClientConnection | None = None
        self._valores = Alternancia()
        self._deslizador = ""

    async def abrir(self) -> None:
        """La página, el saludo del canal y el documento completo."""
        hallada = _FICHA.search(texto_de(await self.pedir(RUTA), "la página"))
        exigir(hallada, "la página no trae la ficha de su sesión")
        assert hallada is not None
        self._ws = await websocket_connect(
            self.direccion_ws(f"{RUTA}/ws"),
            subprotocols=["bokeh", hallada[1]],
            max_message_size=MENSAJE_MAXIMO,
        )
        await self._recibir("ACK")
        self._enviar("PULL-DOC-REQ", {})
        documento = await self._recibir("PULL-DOC-REPLY")
        exigir_actores(json.dumps(documento, ensure_ascii=False), "el documento")
        modelos = list(_objetos(documento))
        exigir(any("vega" in m["name"].lower() for m in modelos), "el documento no trae gráfico")
        deslizadores = [m for m in modelos if m["attributes"].get("title") == "Influencia"]
        exigir(deslizadores, "el documento no trae deslizadores")
        self._deslizador = deslizadores[0]["id"]

    def _enviar(self, tipo: str, contenido: dict[str, Any]) -> None:
        assert self._ws is not None
        for parte in ({"msgid": uuid.uuid4().hex, "msgtype": tipo}, {}, contenido):
            self._ws.write_message(json.dumps(parte))

    async def _leer(self) -> Any:
        assert self._ws is not None
        trama = await asyncio.wait_for(self._ws.read_message(), ESPERA)
        if trama is None:
            raise Rechazo("se cortó el canal")
        return trama

    async def _mensaje(self) -> tuple[str, dict[str, Any], list[bytes]]:
        encabezado = json.loads(await self._leer())
        await self._leer()
        contenido = json.loads(await self._leer())
        bultos = []
        for _ in range(encabezado.get("num_buffers", 0)):
            await self._leer()
            bultos.append(await self._leer())
        return encabezado["msgtype"], contenido, bultos

    async def _recibir(self, esperado: str) -> dict[str, Any]:
        while True:
            tipo, contenido, _ = await self._mensaje()
            if tipo == "ERROR":
                raise Rechazo(contenido.get("text", "error del servidor"))
            if tipo == esperado:
                return contenido

    async def editar(self) -> None:
        """Mueve el deslizador y espera el cambio de la tabla y el del gráfico."""
        valor = self._valores.siguiente()
        cambio = {
            "kind": "ModelChanged",
            "model": {"id": self._deslizador},
            "attr": "value",
            "new": valor,
        }
        self._enviar("PATCH-DOC", {"events": [cambio]})
        tabla = grafico = False
        while not (tabla and grafico):
            texto = json.dumps(await self._recibir("PATCH-DOC"), ensure_ascii=False)
            if (
                "<td>FOSIS Región de Valpara" in texto
                or "&lt;td&gt;FOSIS Región de Valpara" in texto
            ):
                exigir_actores(texto, "la tabla")
                tabla = True
            grafico = grafico or any(p in texto for p in ("ColumnDataChanged", '"data"'))

    async def cerrar(self) -> None:
        """Suelta el canal."""
        if self._ws is not None:
            self._ws.close()


def _objetos(nodo: Any) -> Iterator[dict[str, Any]]:
    """Los modelos de un documento de Bokeh."""
    if isinstance(nodo, dict):
        if nodo.get("type") == "object" and "attributes" in nodo:
            yield nodo
        for valor in nodo.values():
            yield from _objetos(valor)
    elif isinstance(nodo, list):
        for valor in nodo:
            yield from _objetos(valor)
