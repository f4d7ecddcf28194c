"""Miles de intentos por segundo contra la puerta de un taller, sin esperar las respuestas."""

import contextlib
import re
import secrets
import socket
import ssl
import threading
import time
from urllib.parse import urlencode

from servidor.sala_de_prueba import Asistente, Taller

from mesa_territorial.servidor.acceso import codigos

CADA = 10
"""Uno de cada tantos intentos lleva el código verdadero, después de los primeros errados."""


class Rafaga:
    """Manda intentos por varias conexiones a la vez; cuenta los ofrecidos y los que entraron."""

    def __init__(
        self,
        taller: Taller,
        *,
        segundos: float,
        conexiones: int,
        desde: str = "127.0.0.66",
        de_a_uno: bool = False,
        por_segundo: int = 20_000,
    ) -> None:
        self._taller = taller
        self._segundos = segundos
        self._conexiones = conexiones
        self._desde = desde
        self._de_a_uno = de_a_uno
        self._pausa = 20 * conexiones / por_segundo
        self._contexto = ssl.create_default_context(
            cafile=str(taller.datos / "tls/certificado.pem")
        )
        self._candado = threading.Lock()
        self.ofrecidos = 0
        self.respuestas: dict[int, int] = {}
        self.por_segundo = 0.0

    @property
    def entraron(self) -> int:
        """Cuántos intentos abrieron la puerta."""
        return self.respuestas.get(303, 0)

    def pedidos(self, ruta: str, campo: str, verdadero: str) -> list[bytes]:
        """Los intentos ya escritos: diez errados primero y, cada tanto, el verdadero."""
        hoja = Asistente(self._taller, self._desde)
        texto = hoja.pedir(f"{ruta}?directo=si").text
        hallado = re.search(r'name="_xsrf" value="([^"]+)"', texto)
        comprobante = hallado[1] if hallado else ""
        galletas = "; ".join(f"{c.name}={c.value}" for c in hoja.sesion.cookies)
        errado = "999" if campo == "retorno" else ""
        cuantas = 3 if errado else 4
        salen = []
        for n in range(500):
            falso = " ".join(secrets.choice(codigos.palabras()) for _ in range(cuantas))
            dicho = verdadero if verdadero and n >= 20 and n % CADA == 0 else f"{falso} {errado}"
            cuerpo = urlencode({campo: dicho, "nombre": "x", "_xsrf": comprobante}).encode()
            salen.append(
                f"POST {ruta} HTTP/1.1\r\nHost: 127.0.0.1:{self._taller.puerto}\r\n"
                f"Cookie: {galletas}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(cuerpo)}\r\n\r\n".encode()
                + cuerpo
            )
        return salen

    def correr(self, pedidos: list[bytes]) -> None:
        """Gasta primero los errados por una conexión y después ofrece todo por todas."""
        self._una(pedidos[:20], 1.5, 20)
        antes, partio = self.ofrecidos, time.monotonic()
        hilos = [
            threading.Thread(target=self._una, args=(pedidos[20:], self._segundos, 0))
            for _ in range(self._conexiones)
        ]
        for hilo in hilos:
            hilo.start()
        for hilo in hilos:
            hilo.join()
        self.por_segundo = (self.ofrecidos - antes) / (time.monotonic() - partio)

    def _una(self, pedidos: list[bytes], segundos: float, tope: int) -> None:
        limite = time.monotonic() + segundos
        while time.monotonic() < limite:
            with contextlib.suppress(OSError):
                self._por_una_conexion(pedidos, limite, tope)
            if tope:
                return

    def _por_una_conexion(self, pedidos: list[bytes], limite: float, tope: int) -> None:
        crudo = socket.create_connection(
            ("127.0.0.1", self._taller.puerto), 5, source_address=(self._desde, 0)
        )
        with self._contexto.wrap_socket(crudo, server_hostname="127.0.0.1") as canal:
            if self._de_a_uno and not tope:
                self._mandar(canal, [secrets.choice(pedidos)])
                self._anotar(self._leer(canal, 1.5))
            elif tope:
                self._mandar(canal, pedidos)
                self._anotar(self._leer(canal, max(0.2, limite - time.monotonic())))
            else:
                self._inundar(canal, pedidos, limite)

    def _inundar(self, canal: ssl.SSLSocket, pedidos: list[bytes], limite: float) -> None:
        """Manda sin esperar respuestas hasta que no cabe más; entonces se prueba con otra."""
        canal.settimeout(0.2)
        with contextlib.suppress(TimeoutError):
            while time.monotonic() < limite:
                for n in range(0, len(pedidos), 20):
                    self._mandar(canal, pedidos[n : n + 20])
                    time.sleep(self._pausa)
        self._anotar(self._leer(canal, 0.1))

    def _mandar(self, canal: ssl.SSLSocket, pedidos: list[bytes]) -> None:
        canal.sendall(b"".join(pedidos))
        with self._candado:
            self.ofrecidos += len(pedidos)

    def _leer(self, canal: ssl.SSLSocket, cuanto: float) -> bytes:
        leido, limite = b"", time.monotonic() + cuanto
        while (queda := limite - time.monotonic()) > 0:
            canal.settimeout(queda)
            with contextlib.suppress(TimeoutError):
                trozo = canal.recv(65536)
                leido += trozo
                if not trozo or (self._de_a_uno and b"HTTP/1.1" in leido):
                    break
        return leido

    def _anotar(self, dichos: bytes) -> None:
        with self._candado:
            for codigo in re.findall(rb"HTTP/1\.1 (\d{3}) ", dichos):
                self.respuestas[int(codigo)] = self.respuestas.get(int(codigo), 0) + 1
