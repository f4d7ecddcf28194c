"""Los celulares del ensayo: votan por HTTPS al proceso de votación, como haría su página."""

import asyncio
import itertools
import random
import ssl
import time
from pathlib import Path
from urllib.parse import urlsplit

from bench_votos import Celular
from tornado.web import decode_signed_value

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.servidor.votacion.fichas import COOKIE, DIAS, ficha_de, leer_secreto_de

PAUSA = (1.0, 6.0)


class CelularCifrado(Celular):
    """Un teléfono que acepta el certificado del taller, como quien elige «Continuar»."""

    async def _pedir(self, metodo: str, ruta: str, cuerpo: str) -> int:
        if self.escribe is None:
            contexto = ssl.create_default_context()
            contexto.check_hostname, contexto.verify_mode = False, ssl.CERT_NONE
            abierta = await asyncio.open_connection("127.0.0.1", self.puerto, ssl=contexto)
            self.lee, self.escribe = abierta
        return await super()._pedir(metodo, ruta, cuerpo)

    async def votar_hasta(self, opciones: list[str], hasta: float) -> None:
        """Vota una y otra vez, cambiando de opinión, hasta esa hora del reloj monótono."""
        await asyncio.sleep(self.azar.uniform(0, 10))
        await self._insistir("GET", "", "")
        orden = itertools.cycle(self.azar.sample(opciones, len(opciones)))
        while time.monotonic() < hasta:
            await asyncio.sleep(self.azar.uniform(*PAUSA))
            notas: list[int | None] = [self.azar.randint(1, 5), self.azar.randint(1, 5)]
            await self._votar(next(orden), notas)


def llegar(direccion: str, codigo: str, cuantos: int) -> list[CelularCifrado]:
    """Los celulares de la sala, todavía sin abrir la página."""
    puerto = urlsplit(direccion).port or 443
    return [CelularCifrado(puerto, codigo, random.Random(n)) for n in range(cuantos)]


def contar_perdidos(ruta: Path, votacion: Votacion, celulares: list[CelularCifrado]) -> int:
    """Cuántas respuestas con acuse no están en la urna tal como se confirmaron."""
    secreto = leer_secreto_de(ruta)
    with Urna.abrir(ruta) as urna:
        votos = urna.resultados(votacion.id, 1)
    guardado = {(v.ficha, v.opcion): [v.influencia, v.interes] for v in votos}
    perdidas = 0
    for celular in celulares:
        cookie = celular.galleta.strip('"')
        aparato = decode_signed_value(secreto, COOKIE, cookie, max_age_days=DIAS) or b""
        ficha = ficha_de(secreto, aparato.decode(), votacion.id)
        perdidas += sum(guardado.get((ficha, o)) != r for o, r in celular.confirmado.items())
    return perdidas
