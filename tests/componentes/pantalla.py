"""Hablar con un componente como lo hace la pantalla, sin navegador."""

from typing import Any


class Pantalla:
    """Oye a un componente: ``contestado`` son sus mensajes; ``apretar`` pide y da la respuesta."""

    def __init__(self, componente: Any) -> None:
        self.componente = componente
        self.contestado: list[dict[str, Any]] = []
        componente.send = lambda contenido, **_: self.contestado.append(contenido)

    def mandar(self, mensaje: Any) -> list[dict[str, Any]]:
        """Manda un mensaje tal cual; entrega lo que se contestó a él."""
        antes = len(self.contestado)
        self.componente._al_mensaje(self.componente, mensaje, [])
        return self.contestado[antes:]

    def apretar(self, orden: str, **datos: Any) -> dict[str, Any]:
        """Pide ``orden`` y entrega su respuesta, que siempre es una."""
        mensajes = self.mandar({"pedido": 7, "orden": orden, "datos": datos})
        (respuesta,) = [m for m in mensajes if m["tipo"] == "respuesta"]
        assert respuesta["pedido"] == 7
        return respuesta

    @property
    def parches(self) -> list[Any]:
        """Los parches que se mandaron, en orden."""
        return [m["parche"] for m in self.contestado if m["tipo"] == "parche"]
