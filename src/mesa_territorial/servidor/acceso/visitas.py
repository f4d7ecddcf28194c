"""Las páginas del kit dentro de un taller: anotan quién las ve y, si está lleno, hacen esperar."""

from jupyter_core.utils import ensure_async
from tornado.web import HTTPError, authenticated

from mesa_territorial.almacen.padron import Participante
from mesa_territorial.servidor.freno import Freno
from mesa_territorial.servidor.guion import Guion
from mesa_territorial.servidor.nucleos import Turno
from mesa_territorial.servidor.paginas import PaginaDeCuaderno, PaginaDeTema
from mesa_territorial.servidor.respuestas import Respuesta
from mesa_territorial.servidor.sala import Sala
from mesa_territorial.servidor.sesion import Latido

CADA = 2
"""Segundos entre una pregunta y otra de quien espera."""


class CuadernoEnSala(PaginaDeCuaderno):
    """La ruta y las aplicaciones, en un taller."""

    @property
    def sala(self) -> Sala:
        """La sala de este taller."""
        return self.settings["mesa_sala"]  # type: ignore[no-any-return]

    @property
    def persona(self) -> Participante:
        """Quien visita."""
        return self.settings["mesa_porteria"].persona(  # type: ignore[no-any-return]
            self.current_user.username
        )

    async def tomar(self, guion: Guion) -> Turno:
        """Un núcleo para esta visita, anotado en la sala; levanta ``SinLugar``."""
        quien = self.current_user.username
        ritmo: Freno = self.settings["mesa_ritmo"]
        if ritmo.espera(quien):
            raise HTTPError(429)
        ritmo.fallar(quien)
        if self.persona.rol == "facilitador":
            self.nucleos.cupo.exentas.add(quien)
        uri = str(self.request.uri)
        deja = self.sala.nucleo_que_deja(quien, self.request.headers.get("Referer", ""), uri)
        turno = await self.nucleos.tomar(quien, self._entorno(), guion.cuaderno, deja)
        self.sala.abrio(turno.nucleo, quien, uri)
        return turno

    def decir_que_no_hay_lugar(self) -> None:
        """La sala de espera: dice cuántas personas hay delante y entra sola."""
        quien = self.current_user.username
        turno = self.nucleos.cupo.latir(
            quien, self.nucleos.tenencia(quien), self.nucleos.ocupados()
        )
        self.set_status(503)
        self.set_header("Retry-After", str(CADA))
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        plantilla = self.plantillas.get_template("espera.html.j2")
        self.finish(
            plantilla.render(
                huellas=self.estaticos.huellas(),
                delante=turno.delante,
                cada=CADA,
                aqui=self.request.uri,
            )
        )

    def lo_de_la_persona(self) -> dict[str, object]:
        """Además de las Mesas de su menú, quién es."""
        return {**super().lo_de_la_persona(), "quien": self.persona}


class TemaEnSala(CuadernoEnSala, PaginaDeTema):
    """Un tema, en un taller."""


class LatidoEnSala(Latido):
    """El latido, que además dice que esa página sigue a la vista."""

    @authenticated
    async def get(self, kernel_id: str) -> None:
        """204 si vive y es suyo, 410 si no."""
        if self.nucleos.duenio(kernel_id) == self.current_user.username:
            self.settings["mesa_sala"].latio(kernel_id)
            self.set_header("Mesa-Marca", str(self.settings["mesa_anfitrion"].marca))
        elif motivo := self.nucleos.cupo.por_que_se_cerro(kernel_id):
            self.set_header("Mesa-Motivo", motivo)
        await ensure_async(super().get(kernel_id))


class TurnoDeEspera(Respuesta):
    """``/espera/turno``: cuántas personas hay delante y si ya se puede entrar."""

    @authenticated
    def get(self) -> None:
        """El estado del turno, en JSON; preguntar es seguir en la fila."""
        quien = self.current_user.username
        tiene = self.nucleos.tenencia(quien)
        turno = self.nucleos.cupo.latir(quien, tiene, self.nucleos.ocupados())
        self.set_header("Cache-Control", "no-store")
        self.finish({"delante": turno.delante, "entra": turno.puede, "adentro": len(tiene) > 0})
