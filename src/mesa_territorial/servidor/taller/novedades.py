"""Lo que oyen las páginas del taller: un anuncio, en qué mesa se sienta, si ya cerró."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from tornado.web import authenticated

from mesa_territorial.servidor.taller.paginas import DelTaller

VIGENCIA = timedelta(minutes=30)
"""Un anuncio más viejo ya no se muestra a quien abre una página."""


class Novedades(DelTaller):
    """``/taller/novedades``: se pide sólo cuando el latido trae una marca nueva."""

    @authenticated
    def get(self) -> None:
        """Lo vigente para quien visita."""
        self.responder(
            anuncio=self._anuncio(),
            grupo=self._grupo(),
            cerrado=not self.porteria.esta_abierto,
        )

    def _anuncio(self) -> dict[str, Any] | None:
        anuncios = self.padron.anuncios(self.porteria.taller.id)
        if not anuncios or datetime.now(UTC) - anuncios[-1].cuando > VIGENCIA:
            return None
        ultimo = anuncios[-1]
        hora = f"{ultimo.cuando.astimezone():%H:%M}"
        return {"numero": ultimo.numero, "texto": ultimo.texto, "hora": hora}

    def _grupo(self) -> dict[str, str] | None:
        grupo = self.padron.grupo_de(self.persona.id)
        if grupo is None:
            return None
        direccion = f"/tema/03_mapa_de_actores?mesa={quote(grupo.mesa)}#aplicar"
        return {"nombre": grupo.nombre, "mesa": grupo.mesa, "direccion": direccion}
