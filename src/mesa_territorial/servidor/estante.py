"""Las Mesas guardadas, para el menú «Mi Mesa» de la barra."""

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from mesa_territorial.almacen import Almacen, Resumen

registro = logging.getLogger("mesa_territorial")
A_LA_VISTA = 8


@dataclass(frozen=True)
class MesaDelMenu:
    """Una Mesa en el menú: su nombre y la dirección que la abre en la misma página."""

    nombre: str
    direccion: str


def _rotular(mesa: "Resumen") -> str:
    return f"{mesa.nombre} (de su grupo)" if mesa.papel == "integrante" else mesa.nombre


class Estante:
    """Lee los nombres de las Mesas; si la base no se puede abrir, el menú queda corto y ya."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._almacen: Almacen | None = None
        self._turno = threading.Lock()

    def recientes(self, pagina: str, persona: str | None = None) -> list[MesaDelMenu]:
        """Las últimas Mesas cambiadas, con su dirección en ``pagina`` («/tema/…»).

        Con ``persona``, sólo aquellas a las que tiene acceso.
        """
        try:
            mesas = self._abrir().a_nombre_de(persona).listar()[:A_LA_VISTA]
        except Exception:
            registro.exception("No se pudo leer la lista de Mesas")
            return []
        return [MesaDelMenu(_rotular(m), f"{pagina}?mesa={quote(m.clave)}") for m in mesas]

    @property
    def almacen(self) -> "Almacen":
        """Las Mesas, sin límite de persona; se abren la primera vez que se piden."""
        return self._abrir()

    def _abrir(self) -> "Almacen":
        with self._turno:
            if self._almacen is None:
                from mesa_territorial.almacen import Almacen

                self._almacen = Almacen.abrir(self._base)
                # Una vez por arranque: se va de verdad lo que cumplió su semana en la papelera.
                self._almacen.purgar()
            return self._almacen

    def cerrar(self) -> None:
        """Suelta la base."""
        if self._almacen is not None:
            self._almacen.cerrar()
            self._almacen = None
