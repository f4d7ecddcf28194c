"""La libreta de contactos de la Mesa abierta, conectada a su pantalla."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from mesa_territorial.almacen import Contacto
from mesa_territorial.dominio.reglas import ReglaRota
from mesa_territorial_widgets.componentes.contactos import Contactos, Ficha
from mesa_territorial_widgets.contexto.contexto import Contexto, crear_id


def contactos_de(contexto: Contexto) -> Contactos:
    """Los contactos de la Mesa abierta: no van en su documento ni en ningún archivo suyo."""
    libreta = LibretaDeMesa(contexto)
    return Contactos(contexto.pizarra, libreta, reloj=date.today)


class LibretaDeMesa:
    """Guarda en la sala de contactos del almacén, siempre en la Mesa abierta."""

    def __init__(self, contexto: Contexto) -> None:
        self._almacen = contexto.almacen
        self._clave = contexto.guardado.clave

    def activar(self, activados: bool) -> None:
        """Prende o apaga los contactos de la Mesa."""
        self._almacen.activar_contactos(self._clave, activados)

    def leer(self) -> Sequence[Ficha]:
        """Los vigentes, en tipos JSON; levanta ``ReglaRota`` si están apagados."""
        contactos = self._almacen.contactos(self._clave)
        return [{**asdict(c), "caduca": c.caduca.isoformat()} for c in contactos]

    def guardar(self, ficha: Ficha) -> None:
        """Agrega un contacto; levanta ``ReglaRota`` con lo que falte o no sirva."""
        caduca = _fecha(str(ficha["caduca"]))
        datos = {**ficha, "caduca": caduca, "id": crear_id("k"), "mesa": self._clave}
        self._almacen.agregar_contacto(Contacto(**datos))

    def borrar(self, id_contacto: str) -> None:
        """Suprime el contacto de verdad."""
        self._almacen.borrar_contacto(self._clave, id_contacto)


def _fecha(texto: str) -> date:
    try:
        return date.fromisoformat(texto)
    except ValueError as error:
        raise ReglaRota("Diga hasta cuándo se guarda: elija una fecha del calendario.") from error
