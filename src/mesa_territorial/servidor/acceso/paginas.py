"""Las páginas de entrada: con el código del taller, con el de retorno o con el enlace de quien
conduce."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import authenticated

from mesa_territorial.almacen.padron import Participante
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.servidor.acceso.porteria import CodigoErrado
from mesa_territorial.servidor.freno import Frenado
from mesa_territorial.servidor.respuestas import Respuesta

if TYPE_CHECKING:
    from mesa_territorial.servidor.acceso.porteria import Porteria

LARGO = 200
_PAGINAS = ("/tema/", "/app/", "/taller")


def destino_seguro(pedido: str) -> str:
    """La página del kit a la que se iba; la ruta de temas si lo pedido no es una.

    >>> destino_seguro("/tema/04_priorizacion?mesa=x"), destino_seguro("//evil.example/tema/")
    ('/tema/04_priorizacion?mesa=x', '/')
    """
    partes = urlsplit(pedido)
    propio = not (partes.scheme or partes.netloc) and "\\" not in pedido and pedido.isprintable()
    return pedido if propio and pedido.startswith(_PAGINAS) else "/"


class PaginaDeAcceso(Respuesta):
    """Lo común a las páginas de entrada."""

    @property
    def porteria(self) -> "Porteria":
        """La portería de este taller."""
        return self.settings["mesa_porteria"]  # type: ignore[no-any-return]

    @property
    def persona(self) -> Participante | None:
        """Quien visita, si ya entró."""
        quien = self.current_user
        return self.porteria.persona(quien.username) if quien else None

    def escrito(self, campo: str) -> str:
        """Lo que se escribió en ese campo, recortado."""
        return self.get_argument(campo, "")[:LARGO]

    def mostrar(self, plantilla: str, **datos: Any) -> None:
        """Escribe esa plantilla; nada de esto queda guardado en el navegador."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.plantillas.get_template(plantilla).render(
                huellas=self.estaticos.huellas(),
                comprobante=self.xsrf_token.decode(),
                taller=self.porteria.taller.titulo,
                sigue=destino_seguro(self.escrito("sigue")),
                **datos,
            )
        )

    def dejar_pasar(self, persona: Participante, hacia: str) -> None:
        """Da la cookie y sigue; la identidad no vuelve a aparecer en ninguna dirección."""
        self.settings["identity_provider"].entrar(self, persona)
        self.redirect(hacia, status=303)

    def rechazar(self, regla: ReglaRota, plantilla: str, **datos: Any) -> None:
        """Vuelve a mostrar el formulario con lo que hay que corregir."""
        self.set_status(403 if isinstance(regla, CodigoErrado) else 422)
        if isinstance(regla, Frenado):
            self.set_status(429)
            self.set_header("Retry-After", str(regla.espera))
        self.mostrar(plantilla, falla=str(regla), **datos)

    @property
    def de_donde(self) -> str:
        """La dirección desde la que llega."""
        return str(self.request.remote_ip)


class Entrada(PaginaDeAcceso):
    """``/entrar``: el código del taller y un nombre."""

    @allow_unauthenticated
    def get(self) -> None:
        """El formulario; el código puede venir puesto desde el QR."""
        if self._viene_de_otro_sitio():
            # La cookie es estricta: no viaja al llegar desde otro sitio, y sí en este rebote.
            self.mostrar("acceso_rebote.html.j2")
            return
        if self.persona and "directo" not in self.request.arguments:
            # Quizás el aparato lo usó antes otra persona: no se sigue como ella sin preguntar.
            self.mostrar("acceso_adentro.html.j2", quien=self.persona)
            return
        self.mostrar("acceso_entrar.html.j2", codigo=self.escrito("codigo"))

    def _viene_de_otro_sitio(self) -> bool:
        cruza = self.request.headers.get("Sec-Fetch-Site") == "cross-site"
        return cruza and not self.current_user and "directo" not in self.request.arguments

    @allow_unauthenticated
    def post(self) -> None:
        """Inscribe y da la cookie; 403, 422 o 429 con el formulario si algo no está bien."""
        codigo, nombre = self.escrito("codigo"), self.escrito("nombre")
        try:
            persona = self.porteria.entrar(codigo, nombre, self.de_donde)
        except ReglaRota as regla:
            self.rechazar(regla, "acceso_entrar.html.j2", codigo=codigo, nombre=nombre)
            return
        sigue = destino_seguro(self.escrito("sigue"))
        self.dejar_pasar(persona, f"/mi_codigo?{urlencode({'nuevo': 'si', 'sigue': sigue})}")


class Vuelta(PaginaDeAcceso):
    """``/volver``: con el código de retorno, a lo de uno."""

    @allow_unauthenticated
    def get(self) -> None:
        """El formulario."""
        self.mostrar("acceso_volver.html.j2")

    @allow_unauthenticated
    def post(self) -> None:
        """Reconoce a la persona y le da una cookie nueva."""
        retorno = self.escrito("retorno")
        try:
            persona = self.porteria.volver(retorno, self.de_donde)
        except ReglaRota as regla:
            self.rechazar(regla, "acceso_volver.html.j2", retorno=retorno)
            return
        self.dejar_pasar(persona, destino_seguro(self.escrito("sigue")))


class Enlace(PaginaDeAcceso):
    """``/facilitar?llave=…``: el enlace de un solo uso de quien conduce o acompaña."""

    @allow_unauthenticated
    def get(self) -> None:
        """Da la cookie y quita la llave de la dirección."""
        try:
            persona = self.porteria.abrir_con_llave(self.escrito("llave"), self.de_donde)
        except ReglaRota as regla:
            self.rechazar(regla, "acceso_entrar.html.j2")
            return
        self.settings["mesa_al_usar_llave"](persona.rol, self.de_donde)
        self.dejar_pasar(persona, "/taller")


class MiCodigo(PaginaDeAcceso):
    """``/mi_codigo``: el nombre y el código de retorno de quien visita."""

    @authenticated
    def get(self) -> None:
        """Los muestra, y deja cambiar el nombre."""
        self._mostrar(nuevo=self.escrito("nuevo") == "si")

    @authenticated
    def post(self) -> None:
        """Cambia el nombre."""
        try:
            self.porteria.renombrar(self.current_user.username, self.escrito("nombre"))
        except ReglaRota as regla:
            self.set_status(422)
            self._mostrar(falla=str(regla))
            return
        self._mostrar(cambiado=True)

    def _mostrar(self, **datos: Any) -> None:
        retorno = self.porteria.codigo_de_retorno(self.current_user.username)
        self.mostrar("acceso_mi_codigo.html.j2", quien=self.persona, retorno=retorno, **datos)


class Salida(PaginaDeAcceso):
    """``/salir``: este aparato deja de ser de la persona; su trabajo queda."""

    @authenticated
    async def post(self) -> None:
        """Quita la cookie y cierra sus páginas."""
        quien = self.current_user.username
        for nucleo in self.nucleos.tenencia(quien).abiertas:
            await self.nucleos.cerrar(nucleo)
        self.nucleos.cupo.irse(quien)
        self.settings["identity_provider"].clear_login_cookie(self)
        self.redirect("/entrar?directo=si", status=303)
