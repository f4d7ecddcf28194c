"""Las cuatro direcciones del celular: la entrada, la página, el estado y los votos."""

from typing import Annotated

import msgspec
from tornado.web import HTTPError

from mesa_territorial.almacen.errores import FallaDeAlmacen
from mesa_territorial.almacen.urna import Acuse, Envio
from mesa_territorial.dominio.actores import Sector
from mesa_territorial.dominio.votacion import OPCIONES_MAXIMAS
from mesa_territorial.dominio.votacion_codigo import leer_codigo
from mesa_territorial.dominio.votacion_votos import Marca
from mesa_territorial.servidor.votacion.cartelera import Anuncio
from mesa_territorial.servidor.votacion.fichas import COOKIE, DIAS, ficha_de, inventar_aparato
from mesa_territorial.servidor.votacion.formulario import leer_marcas, leer_sector, siguiente
from mesa_territorial.servidor.votacion.hoja import Paso
from mesa_territorial.servidor.votacion.respuestas import RespuestaDeVotos

_Numero = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
BIENVENIDA = ("Votación", "Escriba el código que está en la pantalla o que le dieron.")


class _Marcada(msgspec.Struct, forbid_unknown_fields=True):
    """Una marca como la manda el celular: opción, influencia, interés y valor."""

    o: Annotated[str, msgspec.Meta(max_length=200)]
    i: float | None = None
    t: float | None = None
    v: int | None = None


class _Lote(msgspec.Struct, forbid_unknown_fields=True):
    """Lo que manda el celular: ronda, orden, sector y marcas."""

    r: _Numero
    n: _Numero
    v: Annotated[list[_Marcada], msgspec.Meta(max_length=OPCIONES_MAXIMAS)]
    s: Sector | None = None


class Entrada(RespuestaDeVotos):
    """``/``: donde se escribe el código cuando no se puede leer el QR."""

    def get(self) -> None:
        """El formulario, o la votación si ya viene el código."""
        escrito = leer_codigo(self.get_query_argument("codigo", ""))
        if escrito:
            self.redirect(f"/v/{escrito}")
            return
        self.finish(self.puesto.hoja.entrada(*BIENVENIDA))


class Celular(RespuestaDeVotos):
    """``/v/CODIGO``: la página entera en una sola respuesta."""

    def get(self, escrito: str) -> None:
        """La página, con lo que este aparato ya lleva votado."""
        anuncio = self.anuncio(escrito)
        if escrito != anuncio.votacion.codigo:
            self.redirect(f"/v/{anuncio.votacion.codigo}")
            return
        self._mostrar(anuncio)

    def _mostrar(self, anuncio: Anuncio, aviso: str = "") -> None:
        votacion = anuncio.votacion
        ficha = ficha_de(self.puesto.secreto, self._dar_aparato(), votacion.id)
        self._recordar(ficha)
        votos, orden = self.puesto.urna.papeleta(votacion.id, anuncio.ronda, ficha)
        cual = self.get_query_argument("p", "1")
        paso = Paso(
            pregunta=int(cual) if cual.isdecimal() and len(cual) < 4 else 1,
            guardada=self.get_query_argument("ok", "") == "1",
            aviso=aviso,
        )
        self.finish(self.puesto.hoja.pagina(anuncio, votos, orden, paso))

    def _dar_aparato(self) -> str:
        aparato = self.aparato()
        if aparato:
            return aparato
        nuevo = inventar_aparato()
        self.set_signed_cookie(
            COOKIE,
            nuevo,
            expires_days=DIAS,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=self.puesto.ajustes.es_segura,
        )
        return nuevo

    def _recordar(self, ficha: str) -> None:
        if len(self.puesto.conocidas) >= self.puesto.ajustes.aparatos:
            self.puesto.conocidas.clear()
        self.puesto.conocidas.add(ficha)

    async def post(self, escrito: str) -> None:
        """Sin JavaScript: guarda una pregunta y pasa a la siguiente."""
        anuncio = self.anuncio(escrito)
        votacion = anuncio.votacion
        campos = {k: self.get_body_argument(k, "") for k in self.request.body_arguments}
        envio = Envio(
            votacion=votacion.id,
            ronda=anuncio.ronda,
            ficha=self.ficha(votacion),
            marcas=leer_marcas(votacion, campos),
            sector=leer_sector(campos),
        )
        acuse = await _depositar(self, envio)
        if acuse.esta_guardado:
            self.redirect(f"/v/{votacion.codigo}?p={siguiente(votacion, campos)}&ok=1", status=303)
            return
        self.set_status(409)
        self._mostrar(anuncio, acuse.frase)


class Estado(RespuestaDeVotos):
    """``/v/CODIGO/estado``: en qué va la ronda; 304 si nada cambió."""

    def get(self, escrito: str) -> None:
        """El anuncio en JSON, con su huella."""
        anuncio = self.anuncio(escrito)
        self.set_header("Etag", anuncio.huella)
        if self.check_etag_header():
            self.set_status(304)
            return
        self.set_header("Content-Type", "application/json")
        self.finish(anuncio.cuerpo)


class Votos(RespuestaDeVotos):
    """``/v/CODIGO/votos``: recibe un lote y responde cuando ya está en el disco."""

    async def post(self, escrito: str) -> None:
        """200 guardado; 409 fuera de ronda; 400 no vale; 403 sin testigo; 503 no se pudo."""
        votacion = self.anuncio(escrito).votacion
        lote = self._leer()
        envio = Envio(
            votacion=votacion.id,
            ronda=lote.r,
            ficha=self.ficha(votacion),
            marcas=tuple(Marca(opcion=m.o, influencia=m.i, interes=m.t, valor=m.v) for m in lote.v),
            sector=lote.s,
            orden=lote.n,
        )
        acuse = await _depositar(self, envio)
        if acuse.esta_guardado:
            self.responder_json({"n": acuse.orden})
            return
        codigo = 409 if acuse.motivo == "fuera_de_ronda" else 400
        self.responder_json({"frase": acuse.frase, "motivo": acuse.motivo}, codigo)

    def _leer(self) -> _Lote:
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise HTTPError(400)
        try:
            return msgspec.json.decode(self.request.body, type=_Lote)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise HTTPError(400) from error


async def _depositar(respuesta: RespuestaDeVotos, envio: Envio) -> Acuse:
    try:
        return await respuesta.puesto.buzon.depositar(envio)
    except FallaDeAlmacen as falla:
        respuesta.set_header("Retry-After", "3")
        raise HTTPError(503) from falla
