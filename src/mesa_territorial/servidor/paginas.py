"""Las páginas del kit: la ruta, los temas y las aplicaciones."""

import json
import logging
from collections.abc import AsyncIterator
from html import escape

from markupsafe import Markup
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, authenticated

from mesa_territorial.servidor.cuadernos import (
    DISCULPA,
    Corrida,
    CorridaHecha,
    NucleoCaido,
    Paso,
    leer_cuaderno,
)
from mesa_territorial.servidor.guion import Guion, guion_de_aplicacion, guion_de_tema
from mesa_territorial.servidor.nucleos import SinLugar, Turno
from mesa_territorial.servidor.respuestas import Respuesta

registro = logging.getLogger("mesa_territorial")
LARGO_DE_CONSULTA = 2000


class PaginaDeCuaderno(Respuesta):
    """Una página hecha de un cuaderno: se escribe a medida que sus celdas terminan."""

    @authenticated
    async def get(self, nombre: str = "inicio") -> None:
        """Abre la página; 404 si no existe y 503 si no queda lugar."""
        if "clave" in self.request.arguments:
            self.redirect(self._sin_clave())
            return
        guion = self.guion(nombre)
        if guion is None:
            raise HTTPError(404)
        try:
            turno = await self.tomar(guion)
        except SinLugar:
            self.decir_que_no_hay_lugar()
            return
        await self._escribir(guion, turno)

    async def tomar(self, guion: Guion) -> Turno:
        """Un núcleo para esta visita; levanta ``SinLugar``."""
        return await self.nucleos.tomar(self.current_user.username, self._entorno(), guion.cuaderno)

    def decir_que_no_hay_lugar(self) -> None:
        """Responde que está lleno: la página de error, que vuelve a intentar."""
        raise HTTPError(503)

    def lo_de_la_persona(self) -> dict[str, object]:
        """Lo que la plantilla dice de quien visita, y las Mesas de su menú."""
        persona = self._entorno().get("MESA_PERSONA")
        return {"mesas": self.settings["mesa_estante"].recientes(self.request.path, persona)}

    def guion(self, nombre: str) -> Guion | None:
        """El guion de esa página."""
        return guion_de_aplicacion(nombre, self.ajustes.cuadernos)

    def _sin_clave(self) -> str:
        """La misma dirección sin la clave: no queda en el historial ni se copia por error."""
        resto = [p for p in self.request.query.split("&") if p and not p.startswith("clave=")]
        return self.request.path + ("?" + "&".join(resto) if resto else "")

    def _entorno(self) -> dict[str, str]:
        de_la_persona = self.settings["mesa_entorno_de"](self.current_user)
        return {"QUERY_STRING": self.request.query[:LARGO_DE_CONSULTA], **de_la_persona}

    async def _escribir(self, guion: Guion, turno: Turno) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        funcion = Funcion(self, guion, turno)
        plantilla = self.settings["mesa_plantillas_vivas"].get_template("pagina.html.j2")
        try:
            async for trozo in plantilla.generate_async(**funcion.contexto()):
                self.write(trozo)
        except StreamClosedError:
            # La persona se fue antes de que terminara de abrir.
            await self.nucleos.cerrar(turno.nucleo)
        finally:
            await funcion.soltar()


class PaginaDeTema(PaginaDeCuaderno):
    """``/tema/03_mapa_de_actores`` o ``/tema/mapa_de_actores``."""

    def guion(self, nombre: str) -> Guion | None:
        """El guion de ese tema."""
        return guion_de_tema(nombre, self.ajustes.cuadernos)


class Funcion:
    """Una página mientras se escribe: la plantilla pide cada momento y aquí corre su celda."""

    def __init__(self, pagina: PaginaDeCuaderno, guion: Guion, turno: Turno) -> None:
        self._pagina = pagina
        self._guion = guion
        self._nucleo = turno.nucleo
        self._corrida = self._empezar(turno)
        self._pasos: AsyncIterator[Paso] = self._corrida.pasos()
        self._caido = False

    def _empezar(self, turno: Turno) -> Corrida | CorridaHecha:
        cuaderno = leer_cuaderno(self._guion.cuaderno)
        if turno.celdas is not None:
            return CorridaHecha(cuaderno, turno.celdas)
        return Corrida(cuaderno, self._pagina.nucleos.get_kernel(turno.nucleo))

    def contexto(self) -> dict[str, object]:
        """Lo que usa la plantilla."""
        huellas = self._pagina.estaticos.huellas()
        datos = {"xsrf": self._pagina.xsrf_token.decode(), "huellas": huellas}
        return {
            **{k: getattr(self._guion, k) for k in self._guion.__dataclass_fields__},
            "huellas": huellas,
            **self._pagina.lo_de_la_persona(),
            "nucleo": self._nucleo,
            "datos": Markup(json.dumps(datos).replace("<", "\\u003c")),
            "preparar": self.preparar,
            "correr": self.correr,
        }

    async def preparar(self) -> Markup:
        """Entrega al navegador lo escrito hasta aquí y espera al núcleo."""
        await self._pagina.flush()
        try:
            await self._corrida.preparar(self._pagina._entorno())
        except NucleoCaido:
            return await self._disculparse()
        return Markup("")

    async def correr(self, momento: str) -> Markup:
        """Corre las celdas hasta la de ese momento y devuelve su HTML."""
        await self._pagina.flush()
        html: list[str] = []
        try:
            while not self._caido:
                paso = await anext(self._pasos)
                html.append(paso.html)
                if paso.nombre != "abrir":
                    break
        except StopAsyncIteration:
            pass
        except NucleoCaido:
            return await self._disculparse()
        return Markup("".join(html))

    async def _disculparse(self) -> Markup:
        self._caido = True
        registro.error("El núcleo %s murió mientras abría la página", self._nucleo)
        await self._pagina.nucleos.cerrar(self._nucleo)
        return Markup(
            f'<p class="mt-aviso error pagina-caida" role="alert">{DISCULPA} '
            f'<a class="mt-boton" href="{escape(self._pagina.request.uri)}">Volver a cargar</a></p>'
        )

    async def soltar(self) -> None:
        """Suelta los canales con que corrió el cuaderno."""
        await self._corrida.soltar()
