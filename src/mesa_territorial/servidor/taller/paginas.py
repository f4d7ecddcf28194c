"""La página de quien conduce y su estado en vivo, la del código en grande y la mirada."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from tornado.web import HTTPError

from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.padron import Padron, Participante
from mesa_territorial.casos import comunas, listar_casos
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial.formacion.temas import buscar_tema
from mesa_territorial.servidor.acceso.identidad import exigir_rol
from mesa_territorial.servidor.guion import guion_de_aplicacion
from mesa_territorial.servidor.respuestas import Respuesta
from mesa_territorial.servidor.taller.reparto import TAMANOS
from mesa_territorial.servidor.taller.vista import armar_vista

if TYPE_CHECKING:
    from mesa_territorial.almacen import Almacen
    from mesa_territorial.servidor.acceso.porteria import Porteria
    from mesa_territorial.servidor.taller.anfitrion import Anfitrion

_APLICACIONES = {"/": "Ruta", "/app/mi_mesa": "Mi Mesa", "/app/votacion": "Votación"}
ANUNCIOS_A_LA_VISTA = 5


class DelTaller(Respuesta):
    """Lo común a las páginas del taller."""

    @property
    def porteria(self) -> "Porteria":
        """La portería de este taller."""
        return self.settings["mesa_porteria"]  # type: ignore[no-any-return]

    @property
    def padron(self) -> Padron:
        """El padrón."""
        return self.porteria.padron

    @property
    def anfitrion(self) -> "Anfitrion":
        """Lo que puede hacer quien facilita."""
        return self.settings["mesa_anfitrion"]  # type: ignore[no-any-return]

    @property
    def almacen(self) -> "Almacen":
        """Las Mesas, sin límite de persona: quien lo usa pone el suyo."""
        return self.settings["mesa_estante"].almacen  # type: ignore[no-any-return]

    @property
    def persona(self) -> Participante:
        """Quien visita; 403 si no está inscrita en este taller."""
        hallada = self.porteria.persona(self.current_user.username)
        if hallada is None:
            raise HTTPError(403)
        return hallada

    @property
    def firma(self) -> Autor:
        """Con qué queda en el historial lo que hace."""
        return Autor(self.persona.nombre, self.persona.id)

    @property
    def entrada(self) -> str:
        """La dirección del QR, con el código puesto."""
        codigo = self.porteria.codigo.replace(" ", "-")
        return f"{self.ajustes.origen}/entrar?codigo={quote(codigo)}"  # type: ignore[attr-defined]

    def mostrar(self, plantilla: str, **datos: Any) -> None:
        """Escribe esa plantilla; nada queda guardado en el navegador."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        comunes = {
            "huellas": self.estaticos.huellas(),
            "comprobante": self.xsrf_token.decode(),
            "quien": self.persona,
            "taller": self.porteria.taller,
        }
        self.finish(self.plantillas.get_template(plantilla).render(**comunes, **datos))

    def responder(self, **datos: Any) -> None:
        """Escribe ``datos`` en JSON."""
        self.set_header("Cache-Control", "no-store")
        self.finish(datos)

    def ver_taller(self) -> dict[str, Any]:
        """Lo que se ve del taller en este momento."""
        taller, ahora = self.porteria.taller.id, datetime.now(UTC).astimezone()
        self.anfitrion.ver_a(self.persona.id, ahora)
        return armar_vista(
            self.settings["mesa_sala"].estado(),
            self.padron.grupos(taller),
            self.padron.mesas_de(taller),
            ahora=ahora,
            conducen=self.anfitrion.conducen(ahora),
            titular=titular,
        )


class PaginaDeConduccion(DelTaller):
    """``/taller``: conducir, para quien facilita; mirar, para la tutoría."""

    @exigir_rol("facilitador", "tutor")
    def get(self) -> None:
        """La página, que después se mantiene al día sola."""
        self.conducir()

    def conducir(self, *, falla: str = "", hecho: str = "") -> None:
        """Escribe la página, con lo que resultó de la última acción."""
        anuncios = self.padron.anuncios(self.porteria.taller.id)[-ANUNCIOS_A_LA_VISTA:]
        self.mostrar(
            "taller.html.j2",
            vista=self.ver_taller(),
            conduce=self.persona.rol == "facilitador",
            falla=falla,
            hecho=hecho,
            codigo=self.porteria.codigo,
            qr=dibujar_qr(self.entrada, 4) if self.porteria.codigo else "",
            anuncios=[(f"{a.cuando.astimezone():%H:%M}", a.texto) for a in reversed(anuncios)],
            casos=listar_casos(),
            comunas=[c.nombre for c in comunas()],
            tamanos=TAMANOS,
            hay_votacion=guion_de_aplicacion("votacion", self.ajustes.cuadernos) is not None,
        )


class EstadoDelTaller(DelTaller):
    """``/taller/estado``: lo mismo en JSON, para mantener la página al día."""

    @exigir_rol("facilitador", "tutor")
    def get(self) -> None:
        """El estado de ahora."""
        self.responder(**self.ver_taller())


class CodigoEnGrande(DelTaller):
    """``/taller/codigo``: el QR y el código, para proyectar."""

    @exigir_rol("facilitador")
    def get(self) -> None:
        """La página, sin nada más que distraiga."""
        qr = dibujar_qr(self.entrada, 12) if self.porteria.codigo else ""
        origen = self.entrada.split("?")[0]
        self.mostrar("taller_codigo.html.j2", codigo=self.porteria.codigo, qr=qr, origen=origen)


class Mirada(DelTaller):
    """``/taller/mirar/<clave>``: abrir, sólo para leer, la Mesa de alguien del taller."""

    @exigir_rol("facilitador", "tutor")
    def get(self, clave: str) -> None:
        """Da el acceso de lectura y abre la Mesa; 404 si no es de este taller."""
        taller = self.porteria.taller.id
        del_taller = {m.clave for m in self.padron.mesas_de(taller)}
        del_taller |= {g.mesa for g in self.padron.grupos(taller)}
        if clave not in del_taller:
            raise HTTPError(404)
        try:
            self.padron.acompanar(self.persona.id, clave)
        except ReglaRota:
            raise HTTPError(404) from None
        self.redirect(f"/tema/03_mapa_de_actores?mesa={quote(clave)}#aplicar")


class Voto(DelTaller):
    """``/taller/votar/<clave>``: conducir una votación sobre la Mesa de un grupo."""

    @exigir_rol("facilitador")
    def get(self, clave: str) -> None:
        """Da acceso a la Mesa y abre la votación; 404 si no es de un grupo de este taller."""
        if clave not in {g.mesa for g in self.padron.grupos(self.porteria.taller.id)}:
            raise HTTPError(404)
        try:
            self.padron.conducir(self.persona.id, clave)
        except ReglaRota:
            raise HTTPError(404) from None
        self.redirect(f"/app/votacion?mesa={quote(clave)}")


def dibujar_qr(texto: str, escala: int) -> str:
    """El QR de ``texto`` como SVG, con ``escala`` puntos por cuadrito."""
    import segno

    return str(segno.make(texto, error="m").svg_inline(scale=escala, border=3, light="#fff"))


def titular(direccion: str) -> str:
    """El título de la página que está en esa dirección."""
    camino = urlsplit(direccion).path
    if camino in _APLICACIONES:
        return _APLICACIONES[camino]
    try:
        return buscar_tema(camino.rsplit("/", 1)[-1]).titulo
    except ReglaRota:
        return "Otra página"
