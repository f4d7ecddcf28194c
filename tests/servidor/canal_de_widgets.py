"""Una página sin navegador: habla con los widgets de un núcleo por su WebSocket."""

import itertools
import json
import time
import uuid
from typing import Any

import websocket

Estado = dict[str, Any]
PROTOCOLO = "v1.kernel.websocket.jupyter.org"
"""El que negocia la página: el servidor no abre cada mensaje para volver a cerrarlo."""


class CanalDeWidgets:
    """Lee el estado de cada widget como lo haría la página, y pide como ella.

    ``enchufe`` se abre con ``subprotocols=[PROTOCOLO]``. ``recibidos`` y ``bytes`` cuentan lo que
    llegó: quien mide los pone en cero.
    """

    def __init__(self, enchufe: Any) -> None:
        self._enchufe = enchufe
        self._pedidos = itertools.count(1)
        self.estados: dict[str, Estado] = {}
        self.propios: list[tuple[str, Any]] = []
        self.recibidos = self.bytes = 0
        self._control = uuid.uuid4().hex
        self._traer_estados()

    def _traer_estados(self) -> None:
        quien = {"comm_id": self._control}
        abrir = {**quien, "target_name": "jupyter.widget.control", "data": {}}
        self._mandar("comm_open", abrir, {"version": "1.0.0"})
        self._mandar("comm_msg", {**quien, "data": {"method": "request_states"}})
        limite = time.monotonic() + 30
        while not self.estados and time.monotonic() < limite:
            self._atender()

    def _mandar(self, tipo: str, contenido: Any, metadatos: Any = None) -> None:
        cabecera = {"msg_id": uuid.uuid4().hex, "msg_type": tipo, "version": "5.3"}
        cabecera |= {"session": "prueba", "username": "", "date": ""}
        self._enchufe.send_binary(empacar("shell", cabecera, {}, metadatos or {}, contenido))

    def _atender(self, espera: float = 30) -> bool:
        """Recibe un mensaje y lo anota; falso si no llegó ninguno en ``espera`` segundos."""
        self._enchufe.settimeout(espera)
        try:
            crudo = self._enchufe.recv()
        except (websocket.WebSocketTimeoutException, TimeoutError):
            return False
        assert crudo, "el servidor cerró el canal"
        self.recibidos += 1
        self.bytes += len(crudo)
        cabecera, _, _, contenido = desempacar(crudo)
        self._anotar(cabecera["msg_type"], contenido)
        return True

    def _anotar(self, tipo: str, contenido: Any) -> None:
        quien, datos = contenido.get("comm_id", ""), contenido.get("data", {})
        if tipo == "comm_open":
            self.estados[quien] = dict(datos.get("state", {}))
        elif quien == self._control:
            self.estados.update({i: dict(e["state"]) for i, e in datos["states"].items()})
        elif tipo == "comm_msg":
            self.estados.setdefault(quien, {}).update(datos.get("state", {}))
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
        pedido, desde = next(self._pedidos), len(self.propios)
        contenido = {"pedido": pedido, "orden": orden, "datos": datos}
        sobre = {"comm_id": quien, "data": {"method": "custom", "content": contenido}}
        self._mandar("comm_msg", sobre)
        while self._atender():
            for _, dicho in self.propios[desde:]:
                respuesta = dicho.get("content", {})
                if respuesta.get("tipo") == "respuesta" and respuesta.get("pedido") == pedido:
                    return dict(respuesta)
        raise AssertionError(f"«{orden}» quedó sin respuesta")

    def callar(self, cuanto: float) -> None:
        """Recibe hasta que pasen ``cuanto`` segundos sin que llegue nada."""
        while self._atender(cuanto):
            pass

    def escuchar(self, cuanto: float) -> None:
        """Recibe durante ``cuanto`` segundos: sin esto, el servidor da la página por cerrada."""
        limite = time.monotonic() + cuanto
        while (queda := limite - time.monotonic()) > 0:
            self._atender(queda)


def empacar(canal: str, *partes: Any) -> bytes:
    """Un mensaje del protocolo v1: cuántas partes, dónde empieza cada una, y las partes."""
    trozos = [canal.encode(), *(json.dumps(parte).encode() for parte in partes)]
    lugares = [8 * (len(trozos) + 2)]
    for trozo in trozos:
        lugares.append(lugares[-1] + len(trozo))
    numeros = [len(lugares), *lugares]
    return b"".join([*(n.to_bytes(8, "little") for n in numeros), *trozos])


def desempacar(crudo: bytes) -> list[Any]:
    """Cabecera, cabecera madre, metadatos y contenido de un mensaje v1."""
    cuantos = int.from_bytes(crudo[:8], "little")
    lugares = [int.from_bytes(crudo[8 * n : 8 * n + 8], "little") for n in range(1, cuantos + 1)]
    return [json.loads(crudo[a:b]) for a, b in itertools.pairwise(lugares[1:6])]
