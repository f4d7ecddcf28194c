"""El canal de una página con su núcleo, y cómo se sabe que la página sigue ahí."""

from typing import Any

from tornado.ioloop import IOLoop
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

LATIDO = 10_000
"""Cada cuántos milisegundos se pregunta a la página si sigue ahí."""
PACIENCIA = 30.0
"""Segundos de silencio con que se la da por cerrada: tres latidos."""


class Canal(VoilaKernelWebsocketHandler):
    """Lleva los mensajes de la página al núcleo y de vuelta.

    Jupyter cuenta el silencio desde el latido anterior, y tornado no admite una paciencia mayor que
    el latido: con las dos iguales, el canal se cortaba a los diez segundos de abrirse y lo que la
    persona mandaba en ese momento se perdía. Por eso la cuenta se lleva aquí.
    """

    ws_connection: Any

    def get_compression_options(self) -> dict[str, int]:
        """Comprime lo que viaja: abrir un tablero pasa de unos 100 KB a menos de 20."""
        # Más nivel gasta el doble por unos pocos bytes; con esta memoria son ~150 KB por página.
        return {"compression_level": 4, "mem_level": 5}

    async def open(self, kernel_id: str) -> Any:
        """Abre el canal; cada mensaje sale al instante."""
        # Un gesto vuelve en varios mensajes cortos: si el sistema los junta, cada uno espera 40 ms.
        self.set_nodelay(True)
        return await super().open(kernel_id)

    def send_ping(self) -> None:
        """Late; si la página lleva demasiado sin contestar, cierra el canal."""
        if self.ws_connection is None:
            self.ping_callback.stop()
        elif self.ws_connection.client_terminated or self._callo():
            self.close()
        else:
            self.ping(b"")
            self.last_ping = IOLoop.current().time()

    def _callo(self) -> bool:
        ahora = IOLoop.current().time()
        # Si el computador durmió, no alcanzó a preguntar: todavía no es silencio.
        despierto = ahora - self.last_ping < 2 * LATIDO / 1000
        return despierto and ahora - self.last_pong > PACIENCIA
