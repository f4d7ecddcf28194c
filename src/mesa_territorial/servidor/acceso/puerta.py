"""La puerta: lo que se decide de una petición antes de que nadie más la mire."""

from collections.abc import Callable
from typing import Any

from tornado import httputil
from tornado.ioloop import IOLoop
from tornado.routing import Router
from tornado.web import Application, RequestHandler

from mesa_territorial.servidor.freno import Freno

CON_CODIGO = frozenset({"/entrar", "/volver", "/facilitar"})
PAUSA = 1.0
"""Segundos que se retiene la respuesta a quien está frenado: insistir le sale lento."""
RETENIDAS = 64
"""Cuántas respuestas se retienen a la vez; las demás se contestan y se corta la conexión."""
CUERPO_MAXIMO = 1024 * 1024
CABECERAS_MAXIMAS = 32 * 1024


class Puerta(Router):
    """Deja pasar lo que viene por un nombre propio; contesta sin gastar a quien está frenado.

    ``anfitriones`` son los nombres permitidos (sin puerto); lo que llega por otro lo atiende
    ``ajeno``, y nadie más se entera. ``decir_espera`` da la página de «espere N segundos».
    """

    def __init__(
        self,
        aplicacion: Application,
        anfitriones: frozenset[str],
        ajeno: type[RequestHandler],
        freno: Freno,
        decir_espera: Callable[[int], tuple[dict[str, str], bytes]],
    ) -> None:
        self._aplicacion = aplicacion
        self._anfitriones = anfitriones
        self._ajeno = ajeno
        self._freno = freno
        # Llamar a la puerta sin equivocarse tampoco puede ser gratis para siempre.
        self._llamadas = Freno(por_direccion=600, en_total=6000, reloj=freno.reloj)
        self._decir_espera = decir_espera
        self._retenidas = 0

    def find_handler(
        self, request: httputil.HTTPServerRequest, **_: Any
    ) -> httputil.HTTPMessageDelegate | None:
        """Quién atiende esa petición."""
        if not self.es_propio(request.host):
            return self._aplicacion.get_handler_delegate(request, self._ajeno)
        if request.path in CON_CODIGO:
            espera = self._espera(str(request.remote_ip), request.method == "POST")
            if espera and request.connection:
                return Rechazo(self, request.connection, round(espera) or 1)
        return self._aplicacion.find_handler(request)

    def es_propio(self, host: str) -> bool:
        """Si ese ``Host`` es uno de los nombres de este servidor."""
        nombre, _, puerto = host.lower().rpartition(":")
        return (nombre if puerto.isdigit() else host.lower()) in self._anfitriones

    def _espera(self, direccion: str, escribe: bool) -> float:
        espera = max(self._freno.espera(direccion), self._llamadas.espera(direccion))
        if escribe and not espera:
            self._llamadas.fallar(direccion)
        return espera

    def retener(self) -> bool:
        """Toma un lugar entre las respuestas que se retienen, si queda."""
        if self._retenidas >= RETENIDAS:
            return False
        self._retenidas += 1
        return True

    def soltar(self) -> None:
        """Devuelve ese lugar."""
        self._retenidas -= 1

    def pagina_de_espera(self, segundos: int) -> tuple[dict[str, str], bytes]:
        """Las cabeceras y el cuerpo de la respuesta 429."""
        return self._decir_espera(segundos)


class Rechazo(httputil.HTTPMessageDelegate):
    """Contesta 429 sin leer el pedido ni armar una página."""

    def __init__(self, puerta: Puerta, conexion: httputil.HTTPConnection, segundos: int) -> None:
        self._puerta = puerta
        self._conexion = conexion
        self._segundos = segundos
        self._pausa: object | None = None

    def finish(self) -> None:
        """El pedido llegó entero: se contesta, con pausa si hay cómo."""
        if self._puerta.retener():
            self._pausa = IOLoop.current().call_later(PAUSA, self._contestar)
        else:
            self._escribir({"Connection": "close"})

    def on_connection_close(self) -> None:
        """Se fue sin esperar la respuesta."""
        if self._pausa is not None:
            IOLoop.current().remove_timeout(self._pausa)
            self._pausa = None
            self._puerta.soltar()

    def _contestar(self) -> None:
        self._pausa = None
        self._puerta.soltar()
        self._escribir({})

    def _escribir(self, mas: dict[str, str]) -> None:
        cabeceras, cuerpo = self._puerta.pagina_de_espera(self._segundos)
        largo = {"Content-Length": str(len(cuerpo)), "Retry-After": str(self._segundos)}
        inicio = httputil.ResponseStartLine("HTTP/1.1", 429, "Too Many Requests")
        self._conexion.write_headers(
            inicio, httputil.HTTPHeaders({**cabeceras, **largo, **mas}), cuerpo
        )
        self._conexion.finish()
