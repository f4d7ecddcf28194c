"""Lo que una página pide por el cable: peticiones, bytes de archivos y bytes de su canal."""

import base64
import zlib
from dataclasses import dataclass, field
from typing import Any

LATIDO = "/mesa/latido/"


@dataclass
class Peso:
    """Cuenta desde que se crea. Los latidos no cuentan: dependen de cuánto rato se mire.

    ``pedidos`` son las direcciones, en orden; ``bytes_de`` cada una, lo que pesó su respuesta ya
    comprimida; ``canal``, lo que el servidor manda por el WebSocket. ``usable`` son
    segundos, y los pone quien mide con reloj.
    """

    pedidos: list[str] = field(default_factory=list)
    canal: int = 0
    usable: float = 0
    bytes_de: dict[str, float] = field(default_factory=dict)
    _direcciones: dict[str, str] = field(default_factory=dict)
    _deflactor: Any = None

    @classmethod
    def de(cls, pagina: Any) -> "Peso":
        """El peso de lo que esa página pida desde ahora (sólo Chromium)."""
        peso = cls()
        sesion = pagina.context.new_cdp_session(pagina)
        sesion.send("Network.enable")
        sesion.on("Network.requestWillBeSent", peso._al_pedir)
        sesion.on("Network.loadingFinished", peso._al_llegar)
        sesion.on("Network.webSocketHandshakeResponseReceived", peso._al_abrir_canal)
        sesion.on("Network.webSocketFrameReceived", peso._al_recibir)
        return peso

    def _al_pedir(self, suceso: dict[str, Any]) -> None:
        direccion = suceso["request"]["url"]
        if LATIDO not in direccion and not direccion.startswith(("data:", "blob:")):
            self.pedidos.append(direccion)
            self._direcciones[suceso["requestId"]] = direccion

    def _al_llegar(self, suceso: dict[str, Any]) -> None:
        if direccion := self._direcciones.get(suceso["requestId"]):
            self.bytes_de[direccion] = suceso["encodedDataLength"]

    def _al_abrir_canal(self, suceso: dict[str, Any]) -> None:
        cabeceras = {k.lower(): v for k, v in suceso["response"]["headers"].items()}
        if "permessage-deflate" in cabeceras.get("sec-websocket-extensions", ""):
            self._deflactor = zlib.compressobj(4, zlib.DEFLATED, -zlib.MAX_WBITS, 5)

    def _al_recibir(self, suceso: dict[str, Any]) -> None:
        # El navegador cuenta el mensaje ya abierto: se vuelve a comprimir como lo hizo el servidor.
        marco = suceso["response"]
        dicho = marco["payloadData"]
        crudo = dicho.encode() if marco["opcode"] == 1 else base64.b64decode(dicho)
        if self._deflactor:
            crudo = self._deflactor.compress(crudo) + self._deflactor.flush(zlib.Z_SYNC_FLUSH)
        self.canal += len(crudo)

    @property
    def archivos(self) -> float:
        """Bytes de la página y sus archivos, con cabeceras."""
        return sum(self.bytes_de.values())

    @property
    def total(self) -> float:
        """Bytes por el cable, archivos y canal."""
        return self.archivos + self.canal

    def modulos(self) -> int:
        """Cuántos archivos de JavaScript se pidieron."""
        return sum(d.split("?")[0].endswith(".js") for d in self.pedidos)
