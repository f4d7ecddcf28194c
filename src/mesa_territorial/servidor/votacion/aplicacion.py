"""El servidor de votos: tornado solo, sin Jupyter, con cuatro direcciones."""

import asyncio
import logging
import signal
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.freno import Freno
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos
from mesa_territorial.servidor.votacion.buzon import Buzon
from mesa_territorial.servidor.votacion.cartelera import Cartelera
from mesa_territorial.servidor.votacion.fichas import leer_secreto_de
from mesa_territorial.servidor.votacion.hoja import Hoja
from mesa_territorial.servidor.votacion.paginas import Celular, Entrada, Estado, Votos
from mesa_territorial.servidor.votacion.respuestas import NoHay, Puesto

registro = logging.getLogger("mesa_territorial")
CUERPO_MAXIMO = 16 * 1024
ESPERA_DE_CUERPO = 15
OCIO = 90
LATIDO = 5
ASEO = 2
_CODIGO = r"([A-Za-z \-]{4,12})"


@contextmanager
def puesto_abierto(ajustes: AjustesDeVotos) -> Iterator[Puesto]:
    """Lo que comparten las respuestas, con la urna abierta; se suelta al salir.

    Se abre tres veces: ni leer ni vaciar esperan a que el disco asegure lo que se escribe.
    """
    with (
        Urna.abrir(ajustes.urna) as de_escritura,
        Urna.abrir(ajustes.urna) as de_lectura,
        Urna.abrir(ajustes.urna) as de_aseo,
    ):
        buzon = Buzon(de_escritura.sin_vaciado_propio(), de_aseo)
        try:
            yield Puesto(
                ajustes=ajustes,
                urna=de_lectura,
                buzon=buzon,
                cartelera=Cartelera(de_lectura, time.monotonic),
                freno=Freno(*ajustes.fallas_por_minuto),
                hoja=Hoja(),
                secreto=leer_secreto_de(ajustes.urna),
                conocidas=set(),
            )
        finally:
            buzon.cerrar()


def armar(puesto: Puesto) -> Application:
    """La aplicación de tornado; lo que no está aquí no existe."""
    comun = {"puesto": puesto}
    return Application(
        [
            (r"/(?:v/?)?", Entrada, comun),
            (rf"/v/{_CODIGO}", Celular, comun),
            (rf"/v/{_CODIGO}/estado", Estado, comun),
            (rf"/v/{_CODIGO}/votos", Votos, comun),
            (r".*", NoHay, comun),
        ],
        cookie_secret=puesto.secreto,
        compress_response=True,
        mesa_hoja=puesto.hoja,
        log_function=lambda _: None,  # nada de lo que se pide queda anotado: tampoco desde dónde
    )


async def atender(ajustes: AjustesDeVotos, al_escuchar: Callable[[str], object]) -> None:
    """Atiende hasta que lo detengan (Ctrl+C o SIGTERM).

    ``al_escuchar`` recibe la dirección pública cuando ya atiende. Levanta ``ReglaRota`` si el
    puerto está ocupado o el certificado no sirve.
    """
    # Antes de atender: quien lo detenga apenas parte también merece una salida en orden.
    fin = _al_pedir_el_fin()
    with puesto_abierto(ajustes) as puesto:
        servidor, direccion = _escuchar(puesto)
        await puesto.buzon.anunciar(direccion)
        al_escuchar(direccion)
        latidos = asyncio.create_task(_latir(puesto.buzon, direccion))
        aseo = asyncio.create_task(_asear(puesto.buzon))
        try:
            await fin.wait()
        finally:
            latidos.cancel()
            aseo.cancel()
            servidor.stop()
            await puesto.buzon.anunciar("")


def _escuchar(puesto: Puesto) -> tuple[HTTPServer, str]:
    ajustes = puesto.ajustes
    servidor = HTTPServer(
        armar(puesto),
        ssl_options=_tls(ajustes),
        max_body_size=CUERPO_MAXIMO,
        max_header_size=CUERPO_MAXIMO,
        max_buffer_size=4 * CUERPO_MAXIMO,
        body_timeout=ESPERA_DE_CUERPO,
        idle_connection_timeout=OCIO,
    )
    try:
        # Un curso entero abre la página en el mismo segundo.
        enchufes = bind_sockets(ajustes.puerto, ajustes.direccion, backlog=2048)
    except OSError as error:
        raise ReglaRota(
            f"El puerto {ajustes.puerto} no se puede usar ({error.strerror}). "
            "Elija otro con --puerto."
        ) from error
    servidor.add_sockets(enchufes)
    return servidor, ajustes.publica(enchufes[0].getsockname()[1])


def _tls(ajustes: AjustesDeVotos) -> ssl.SSLContext | None:
    if ajustes.certificado is None or ajustes.llave is None:
        return None
    # Sólo con TLS: la biblioteca de certificados pesa 10 MB.
    from mesa_territorial.servidor.tls import Certificado

    return Certificado(ajustes.certificado, ajustes.llave).contexto()


async def _latir(buzon: Buzon, direccion: str) -> None:
    while True:
        await asyncio.sleep(LATIDO)
        try:
            await buzon.anunciar(direccion)
        except ReglaRota:
            registro.exception("No se pudo anotar que el servidor de votos atiende")


async def _asear(buzon: Buzon) -> None:
    while True:
        await asyncio.sleep(ASEO)
        try:
            await buzon.vaciar()
        except ReglaRota:
            registro.exception("No se pudo vaciar el archivo de paso de la urna")


def _al_pedir_el_fin() -> asyncio.Event:
    fin = asyncio.Event()
    ciclo = asyncio.get_running_loop()
    for senal in (signal.SIGINT, signal.SIGTERM):
        try:
            ciclo.add_signal_handler(senal, fin.set)
        except NotImplementedError:
            # Windows: Ctrl+C llega como KeyboardInterrupt.
            break
    return fin
