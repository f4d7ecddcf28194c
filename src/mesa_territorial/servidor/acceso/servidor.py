"""El servidor de un taller: el del kit, con portería, sala, cifrado y puerta."""

import asyncio
import socket
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jupyter_server.auth.identity import User
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import HTTPError
from traitlets.config import Config

from mesa_territorial.almacen.base import hora_del_sistema
from mesa_territorial.almacen.padron import Padron, Rol
from mesa_territorial.servidor.acceso.ajustes import AjustesDeTaller
from mesa_territorial.servidor.acceso.cifrado import ServidorCifrado
from mesa_territorial.servidor.acceso.configuracion import ERRORES, configurar_taller
from mesa_territorial.servidor.acceso.porteria import Porteria
from mesa_territorial.servidor.acceso.puerta import CABECERAS_MAXIMAS, CUERPO_MAXIMO, Puerta
from mesa_territorial.servidor.acceso.rutas import listar_rutas_del_taller
from mesa_territorial.servidor.aplicacion import Servidor
from mesa_territorial.servidor.freno import Freno
from mesa_territorial.servidor.respuestas import CABECERAS, Respuesta
from mesa_territorial.servidor.sala import Sala, medir_sala
from mesa_territorial.servidor.taller.anfitrion import Anfitrion

MEDIR_CADA = 10_000
PAGINAS_POR_MINUTO = 60


class ServidorDeTaller(Servidor):
    """Un taller en la red local. ``al_usar_llave`` avisa que alguien entró por su enlace."""

    errores = ERRORES
    ajustes: AjustesDeTaller

    def __init__(
        self,
        ajustes: AjustesDeTaller,
        al_escuchar: Callable[[Any], object] = lambda _: None,
        al_usar_llave: Callable[[Rol, str], object] = lambda *_: None,
    ) -> None:
        super().__init__(ajustes, al_escuchar)
        self.update_config(Config(**configurar_taller(ajustes)))
        self.al_usar_llave = al_usar_llave
        self.porteria = Porteria(
            Padron.abrir(ajustes.base), self.cookie_secret, reloj=hora_del_sistema
        )
        self.porteria.abrir(ajustes.titulo, nuevo=ajustes.nuevo)

    def init_settings(self) -> dict[str, Any]:
        """Los ajustes de tornado, con lo del taller."""
        ajustes = super().init_settings()
        self.identity_provider.porteria = self.porteria
        puerto = self.ajustes.puerto
        return {
            **ajustes,
            # De los nombres se encarga la puerta, que mira todo lo que llega.
            "allow_remote_access": True,
            "xsrf_cookie_name": f"__Host-mesa-comprobante-{puerto}",
            "xsrf_cookie_kwargs": {"samesite": "Strict", "secure": True, "path": "/"},
            "mesa_entrada": "/entrar",
            "mesa_porteria": self.porteria,
            "mesa_anfitrion": Anfitrion(self.porteria, ajustes["mesa_estante"]),
            "mesa_al_usar_llave": self.al_usar_llave,
            "mesa_ritmo": Freno(por_direccion=PAGINAS_POR_MINUTO, en_total=1_000_000),
            "mesa_sala": Sala(
                self.kernel_manager,
                self.porteria,
                lugares_fijos=self.ajustes.lugares,
                reloj=hora_del_sistema,
            ),
        }

    def init_handlers(self) -> list[Any]:
        """Las direcciones del kit y las del taller."""
        return listar_rutas_del_taller()

    def entorno_de(self, persona: User) -> dict[str, str]:
        """Quién es, cómo firma y qué puede hacer quien abrió la página."""
        inscrita = self.porteria.persona(persona.username)
        if inscrita is None:
            raise HTTPError(403)
        return {
            "MESA_PERSONA": inscrita.id,
            "MESA_NOMBRE": inscrita.nombre,
            "MESA_ROL": inscrita.rol,
        }

    def listen(self) -> None:
        """Escucha cifrado en la dirección del taller y en este computador; termina al detenerlo."""
        ajustes = self.ajustes
        servidor = ServidorCifrado(
            self._puerta(),
            ssl_options=ajustes.certificado.contexto(),
            origen=ajustes.origen,
            max_body_size=CUERPO_MAXIMO,
            max_header_size=CABECERAS_MAXIMAS,
        )
        servidor.add_sockets(_enchufes(ajustes))
        self.ioloop = IOLoop.current()
        PeriodicCallback(self._cuidar_la_sala, MEDIR_CADA).start()
        self.launch_browser()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Se detuvo el taller")
        finally:
            self.stop()

    def stop(self) -> None:
        """Termina los núcleos y suelta la base; el taller se puede retomar el mismo día."""
        super().stop()
        self.porteria.padron.cerrar_base()

    @property
    def entrada(self) -> str:
        """La dirección del QR, con el código puesto."""
        return f"{self.ajustes.origen}/entrar?codigo={self.porteria.codigo.replace(' ', '-')}"

    def enlace(self, rol: Rol) -> str:
        """El enlace de un solo uso de quien conduce o acompaña."""
        return f"{self.ajustes.origen}/facilitar?llave={self.porteria.llave(rol)}"

    def _puerta(self) -> Puerta:
        nombres = frozenset({self.ajustes.direccion, "127.0.0.1", "localhost"})
        return Puerta(self.app, nombres, OtroNombre, self.porteria.freno, self._decir_espera)

    def _decir_espera(self, segundos: int) -> tuple[dict[str, str], bytes]:
        return _pagina_de_espera(self.app, segundos)

    async def _cuidar_la_sala(self) -> None:
        sala: Sala = self.app.settings["mesa_sala"]
        procesos = sala.procesos()
        medido = await asyncio.get_running_loop().run_in_executor(None, medir_sala, procesos)
        sala.anotar_medidas(*medido)
        for nucleo in sala.quietas()[:1]:
            self.kernel_manager.cupo.anotar_cierre(nucleo, "quieta")
            await self.kernel_manager.cerrar(nucleo)


class OtroNombre(Respuesta):
    """Lo que llega por un nombre que no es de este taller (DNS apuntado desde afuera)."""

    async def prepare(self, **_: Any) -> None:
        """403, sin mirar cookies ni nada más."""
        self.current_user = None
        raise HTTPError(403)


def _enchufes(ajustes: AjustesDeTaller) -> list[socket.socket]:
    donde = dict.fromkeys((ajustes.direccion, "127.0.0.1"))
    return [e for d in donde for e in bind_sockets(ajustes.puerto, d)]


@lru_cache(maxsize=64)
def _pagina_de_espera(aplicacion: Any, segundos: int) -> tuple[dict[str, str], bytes]:
    plantilla = aplicacion.settings["mesa_plantillas"].get_template("frenado.html.j2")
    huellas = aplicacion.settings["mesa_estaticos"].huellas()
    cuerpo = plantilla.render(segundos=segundos, huellas=huellas)
    tipo = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
    return {**CABECERAS, **tipo}, cuerpo.encode()
