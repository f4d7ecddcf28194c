"""La sala de las Mesas: leer, listar, crear, duplicar e incorporar."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import accesos, bitacora, escritura, fila, pila, tablas
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.bitacora import Pedido
from mesa_territorial.almacen.fila import Estado
from mesa_territorial.almacen.valores import Registro, Resumen, Suceso
from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import comparar
from mesa_territorial.dominio.reglas import ReglaRota, exigir

T = tablas.mesa
A = tablas.acceso
_RESUMEN = (
    *(T.c.clave, T.c.nombre, T.c.cut_comuna, T.c.lugar, T.c.actores, T.c.relaciones),
    *(T.c.version, T.c.cambiada, T.c.ilustrativa, T.c.borrada),
)


class SalaDeMesas(Sala):
    """Las Mesas guardadas."""

    def leer(self, clave: str, *, autor: Autor | str | None = None) -> Registro:
        """La Mesa guardada; con ``autor``, ``puede_deshacer`` y ``puede_rehacer`` son los suyos.

        Levanta ``ReglaRota`` si no existe o está en la papelera.
        """
        quien = None if autor is None else Autor.de(autor)
        with self._leyendo(clave) as conexion:
            estado = fila.abrir(conexion, fila.cabecera(conexion, clave), self._memoria)
            frase = bitacora.frase_de(conexion, clave, estado.version)
            return escritura.registro(conexion, estado, [], frase, quien)

    def version(self, clave: str) -> int:
        """La versión guardada: sube en uno con cada cambio. Cuesta leer media línea."""
        with self._leyendo(clave) as conexion:
            return int(fila.cabecera(conexion, clave).version)

    def listar(self, *, papelera: bool = False) -> tuple[Resumen, ...]:
        """Las Mesas a las que hay acceso, de la última cambiada a la primera.

        Con ``papelera``, las eliminadas.
        """
        borrada = T.c.borrada.is_not(None) if papelera else T.c.borrada.is_(None)
        consulta = sa.select(*_RESUMEN).where(borrada).order_by(T.c.cambiada.desc(), T.c.clave)
        if self.persona is not None:
            suya = sa.and_(A.c.mesa == T.c.clave, A.c.persona == self.persona)
            consulta = consulta.add_columns(A.c.papel).join(A, suya)
        with self._leyendo() as conexion:
            filas = conexion.execute(consulta).mappings().all()
        return tuple(Resumen(**{**f, "ilustrativa": bool(f["ilustrativa"])}) for f in filas)

    def acompanar(self, tutora: str, *duenias: str) -> None:
        """Deja a ``tutora`` mirar, sin cambiarlas, todas las Mesas de esas personas.

        Levanta ``ReglaRota`` si el almacén se abrió a nombre de una persona.
        """
        self._exigir_servidor()
        suyas = sa.select(A.c.mesa).where(A.c.persona.in_(duenias), A.c.papel != "tutoria")
        ya = sa.select(A.c.mesa).where(A.c.persona == tutora)
        with self._leyendo() as conexion:
            faltan = conexion.scalars(suyas.except_(ya)).all()
        if not faltan:
            return
        with self._escribiendo() as conexion:
            for clave in faltan:
                accesos.dar(conexion, tutora, clave, "tutoria")

    def acompanar_solo(self, tutora: str, *duenias: str) -> None:
        """Lo mismo, y deja de mirar las de cualquier otra persona: su grupo puede haber cambiado.

        Levanta ``ReglaRota`` si el almacén se abrió a nombre de una persona.
        """
        self.acompanar(tutora, *duenias)
        suyas = sa.select(A.c.mesa).where(A.c.persona.in_(duenias), A.c.papel != "tutoria")
        ajena = (A.c.persona == tutora, A.c.papel == "tutoria", A.c.mesa.not_in(suyas))
        with self._escribiendo() as conexion:
            conexion.execute(A.delete().where(*ajena))

    def crear(self, mesa: Mesa, *, autor: Autor | str, frase: str = "Creó la Mesa") -> Registro:
        """Guarda una Mesa nueva; su clave es ``mesa.id``. Levanta ``ReglaRota`` si ya existe."""
        return self._estrenar(mesa, (), Pedido(Autor.de(autor), frase, "crear"))

    def duplicar(
        self, clave: str, *, nueva_clave: str, nombre: str, autor: Autor | str
    ) -> Registro:
        """Copia la Mesa, sin su bitácora ni sus contactos, con otra clave y otro nombre."""
        original = self.leer(clave).mesa
        copia = original.con(id=nueva_clave, nombre=nombre)
        return self.crear(copia, autor=autor, frase=f"Copió la Mesa «{original.nombre}»")

    def incorporar(
        self, mesa: Mesa, sucesos: Iterable[Suceso | Mapping[str, Any]], *, autor: Autor | str
    ) -> Registro:
        """Guarda una Mesa que viene de un archivo, con su bitácora.

        Si la bitácora no lleva justo a ``mesa`` (otra clave, por ejemplo), la diferencia queda
        anotada en el suceso «importar». Levanta ``ReglaRota`` si la clave está ocupada o la
        bitácora no se puede leer.
        """
        try:
            leidos = msgspec.convert(list(sucesos), list[Suceso])
        except msgspec.ValidationError as error:
            raise ReglaRota(f"La bitácora del archivo no se puede leer ({error}).") from error
        previos = bitacora.renumerar(leidos, self._reloj())
        frase = "Trajo la Mesa desde un archivo"
        return self._estrenar(mesa, previos, Pedido(Autor.de(autor), frase, "importar"))

    def _estrenar(self, mesa: Mesa, previos: tuple[Suceso, ...], pedido: Pedido) -> Registro:
        documento = a_documento(mesa)
        parche = comparar(bitacora.rehacer_documento(previos), documento)
        nuevo = Estado(mesa, documento, len(previos) + 1, self._reloj())
        with self._escribiendo() as conexion:
            _exigir_libre(conexion, mesa.id)
            fila.poner(conexion, nuevo, nueva=True)
            if self.persona is not None:
                accesos.dar(conexion, self.persona, mesa.id, "duenia")
            for suceso in previos:
                bitacora.anotar(conexion, mesa.id, suceso)
            escritura.anotar(conexion, nuevo, parche, pedido)
            pila.reponer(conexion, mesa.id, previos)
            registro = escritura.registro(conexion, nuevo, parche, pedido.frase, pedido.autor)
        self._memoria.recordar(nuevo)
        return registro


def _exigir_libre(conexion: Connection, clave: str) -> None:
    ocupada = conexion.scalar(sa.select(sa.exists().where(T.c.clave == clave)))
    exigir(not ocupada, "Esa Mesa ya está guardada aquí, o está en la papelera.")
