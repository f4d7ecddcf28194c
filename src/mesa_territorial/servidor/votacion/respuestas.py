"""Lo común a todo lo que responde el servidor de votos: cabeceras, Host, freno y errores."""

import ipaddress
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec
from tornado.web import HTTPError, RequestHandler

from mesa_territorial.almacen.urna import Urna
from mesa_territorial.dominio.votacion import Votacion
from mesa_territorial.dominio.votacion_codigo import leer_codigo
from mesa_territorial.servidor.freno import Freno
from mesa_territorial.servidor.votacion.ajustes import AjustesDeVotos
from mesa_territorial.servidor.votacion.buzon import Buzon
from mesa_territorial.servidor.votacion.cartelera import Anuncio, Cartelera
from mesa_territorial.servidor.votacion.fichas import COOKIE, DIAS, ficha_de
from mesa_territorial.servidor.votacion.hoja import Hoja

registro = logging.getLogger("mesa_territorial")
SIN_APARATO = (
    "Su navegador no está guardando el testigo que permite votar una sola vez. "
    "Permita las cookies para esta página, o ábrala fuera del modo privado."
)
FRENADA = "Se probaron muchos códigos equivocados. Espere un minuto y vuelva a intentarlo."
_CABECERAS: Mapping[str, str] = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
    "Server": "mesa",
}
_ERRORES: Mapping[int, tuple[str, str]] = {
    400: ("Ese envío no se entiende", "Actualice la página y vuelva a intentarlo."),
    403: ("Esta dirección no vale", "Abra la votación con el código QR o con la dirección dada."),
    404: ("No hay una votación con ese código", "Revíselo y escríbalo otra vez."),
    413: ("El envío es muy grande", "Actualice la página y vuelva a intentarlo."),
    429: ("Espere un momento", FRENADA),
    503: ("No se pudo guardar", "Espere un momento y vuelva a intentarlo."),
}
_FALLA = ("Algo falló de nuestro lado", "Lo guardado sigue guardado. Vuelva a cargar la página.")


@dataclass(frozen=True)
class Puesto:
    """Todo lo que comparten las respuestas de un servidor de votos."""

    ajustes: AjustesDeVotos
    urna: Urna
    buzon: Buzon
    cartelera: Cartelera
    freno: Freno
    hoja: Hoja
    secreto: bytes
    conocidas: set[str]


class RespuestaDeVotos(RequestHandler):
    """La base: sólo Host permitido, sólo el mismo origen, y habla castellano."""

    def initialize(self, puesto: Puesto) -> None:
        """Recibe lo que comparten todas."""
        self.puesto = puesto

    def set_default_headers(self) -> None:
        """Las cabeceras de seguridad, también en los errores."""
        for nombre, valor in _CABECERAS.items():
            self.set_header(nombre, valor)
        hoja: Hoja = self.application.settings["mesa_hoja"]
        self.set_header("Content-Security-Policy", hoja.politica)

    def prepare(self) -> None:
        """Rechaza un Host ajeno (un nombre que otro sitio apuntó aquí) y los envíos de afuera."""
        if not self._es_host_permitido() or not self._es_del_mismo_origen():
            raise HTTPError(403)

    def _es_host_permitido(self) -> bool:
        anfitrion = _nombre_de(self.request.host)
        propios = {"localhost", self.puesto.ajustes.anfitrion.lower()}
        return bool(anfitrion) and (anfitrion in propios or _es_numero(anfitrion))

    def _es_del_mismo_origen(self) -> bool:
        if self.request.method in ("GET", "HEAD"):
            return True
        cabeceras = self.request.headers
        if cabeceras.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return False
        # Un navegador antiguo no manda Origin en un formulario propio: queda la procedencia.
        de_donde = cabeceras.get("Origin") or cabeceras.get("Referer")
        propias = [f"{e}://{self.request.host}/" for e in ("http", "https")]
        return de_donde is None or f"{de_donde}/".startswith(tuple(propias))

    @property
    def direccion_ajena(self) -> str:
        """De dónde viene la petición; sólo para el freno, no se guarda."""
        return self.request.remote_ip or ""

    def aparato(self) -> str:
        """El testigo que trae el celular en su cookie firmada; vacío si no trae."""
        firmado = self.get_signed_cookie(COOKIE, max_age_days=DIAS)
        return firmado.decode() if firmado else ""

    def ficha(self, votacion: Votacion) -> str:
        """La ficha de este aparato en esa votación; levanta 403 si no trae testigo."""
        aparato = self.aparato()
        if not aparato:
            raise HTTPError(403, SIN_APARATO)
        return ficha_de(self.puesto.secreto, aparato, votacion.id)

    def anuncio(self, escrito: str) -> Anuncio:
        """El anuncio de la votación con ese código.

        Levanta 404 si no existe, y 429 si de ahí se adivinan códigos; quien ya había entrado a
        esa votación pasa igual.
        """
        anuncio = self.puesto.cartelera.buscar(leer_codigo(escrito))
        if self.puesto.freno.espera(self.direccion_ajena) and not self._ya_entro(anuncio):
            raise HTTPError(429)
        if anuncio is None:
            self.puesto.freno.fallar(self.direccion_ajena)
            raise HTTPError(404)
        return anuncio

    def _ya_entro(self, anuncio: Anuncio | None) -> bool:
        aparato = self.aparato()
        if anuncio is None or not aparato:
            return False
        return ficha_de(self.puesto.secreto, aparato, anuncio.votacion.id) in self.puesto.conocidas

    def responder_json(self, dato: Mapping[str, Any], codigo: int = 200) -> None:
        """Responde un JSON y termina."""
        self.set_status(codigo)
        self.set_header("Content-Type", "application/json")
        self.finish(msgspec.json.encode(dato))

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Anota las fallas propias, nunca desde dónde se pidió algo."""
        if not isinstance(value, HTTPError):
            registro.error("Falló una respuesta de la votación", exc_info=(typ, value, tb))

    def write_error(self, status_code: int, **campos: Any) -> None:
        """La página de error, con dónde escribir el código otra vez."""
        titulo, texto = _ERRORES.get(status_code, _FALLA)
        falla = campos.get("exc_info", (None, None))[1]
        if status_code == 403 and getattr(falla, "log_message", None) == SIN_APARATO:
            titulo, texto = "Falta el testigo de su teléfono", SIN_APARATO
        if status_code == 429:
            self.set_header("Retry-After", "60")
        self.set_status(status_code)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.puesto.hoja.entrada(titulo, texto))


class NoHay(RespuestaDeVotos):
    """Cualquier otra dirección."""

    def prepare(self) -> None:
        """404 a cualquier verbo, después de mirar el Host."""
        super().prepare()
        raise HTTPError(404)


def _nombre_de(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _es_numero(anfitrion: str) -> bool:
    try:
        ipaddress.ip_address(anfitrion)
    except ValueError:
        return False
    return True
