"""Una página sin navegador: habla con los widgets de un núcleo por su WebSocket."""

import itertools
import json
import time
import uuid
from typing import Any

import websocket

Estado = dict[str, Any]


class CanalDeWidgets:
    """Lee el estado de cada widget como lo haría la página, y pide como ella.

    ``recibidos`` y ``bytes`` cuentan lo que llegó: quien mide los pone en cero.
    """

    def __init__(self, enchufe: Any) -> None:
        self._enchufe = enchufe
        self._pedidos = itertools.count(1)
        self.estados: dict[str, Estado] = {}
        self.propios: list[tuple[str, Any]] = []
        self.recibidos = self.bytes = 0
        self._traer_estados()

    def _traer_estados(self) -> None:
        control = uuid.uuid4().hex
        abrir = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
        self._mandar("comm_open", abrir, {"version": "1.0.0"})
        self._mandar("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        limite = time.monotonic() + 30
        while not self.estados and time.monotonic() < limite:
            self._atender(control)

    def _mandar(self, tipo: str, contenido: Any, metadatos: Any = None) -> None:
        cabecera = {
            "msg_id": uuid.uuid4().hex,
            "session": "prueba",
            "username": "",
            "date": "",
            "msg_type": tipo,
            "version": "5.3",
        }
        mensaje = {
            "header": cabecera,
            "parent_header": {},
            "metadata": metadatos or {},
            "content": contenido,
            "channel": "shell",
            "buffers": [],
        }
        self._enchufe.send(json.dumps(mensaje))

    def _atender(self, control: str = "", espera: float = 30) -> bool:
        """Recibe un mensaje y lo anota; falso si no llegó ninguno en ``espera`` segundos."""
        self._enchufe.settimeout(espera)
        try:
            crudo = self._enchufe.recv()
            assert crudo, "el servidor cerró el canal"
        except (websocket.WebSocketTimeoutException, TimeoutError):
            return False
        self.recibidos += 1
        self.bytes += len(crudo)
        if isinstance(crudo, bytes):
            # Con datos binarios: primero cuántas partes hay y dónde empieza cada una.
            desde = int.from_bytes(crudo[4:8], "big")
            partes = int.from_bytes(crudo[:4], "big")
            hasta = int.from_bytes(crudo[8:12], "big") if partes > 1 else len(crudo)
            crudo = crudo[desde:hasta].decode()
        self._anotar(json.loads(crudo), control)
        return True

    def _anotar(self, mensaje: Any, control: str) -> None:
        contenido = mensaje["content"]
        quien, datos = contenido.get("comm_id", ""), contenido.get("data", {})
        if mensaje["header"]["msg_type"] == "comm_open":
            self.estados[quien] = dict(datos.get("state", {}))
        elif mensaje["header"]["msg_type"] == "comm_msg":
            if quien == control:
                self.estados.update({i: dict(e["state"]) for i, e in datos["states"].items()})
            elif datos.get("method") == "update":
                self.estados.setdefault(quien, {}).update(datos["state"])
                self.propios.append((quien, datos))
            elif datos.get("method") == "custom":
                self.propios.append((quien, datos))

    def de(self, **rasgos: Any) -> str:
        """El id del widget que tiene esos rasgos; falla si no hay ninguno."""
        return next(
            quien
            for quien, estado in reversed(self.estados.items())
            if all(estado.get(rasgo) == valor for rasgo, valor in rasgos.items())
        )

    def pedir(self, quien: str, orden: str, **datos: Any) -> Estado:
        """Manda una orden a un componente y espera su respuesta."""
        pedido = next(self._pedidos)
        contenido = {"pedido": pedido, "orden": orden, "datos": datos}
        self._mandar(
            "comm_msg", {"comm_id": quien, "data": {"method": "custom", "content": contenido}}
        )
        desde = len(self.propios)
        while self._atender():
            for _, dicho in self.propios[desde:]:
                respuesta = dicho.get("content", {})
                if respuesta.get("tipo") == "respuesta" and respuesta.get("pedido") == pedido:
                    return dict(respuesta)
        raise AssertionError(f"«{orden}» quedó sin respuesta")

    def callar(self, cuanto: float) -> None:
        """Recibe hasta que pasen ``cuanto`` segundos sin que llegue nada."""
        while self._atender(espera=cuanto):
            pass

    def escuchar(self, cuanto: float) -> None:
        """Recibe durante ``cuanto`` segundos: sin esto, el servidor da la página por cerrada."""
        limite = time.monotonic() + cuanto
        while (queda := limite - time.monotonic()) > 0:
            self._atender(espera=queda)
