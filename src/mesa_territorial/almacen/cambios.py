"""La sala de los cambios: cada uno entero o nada, y sin pisar lo de otra persona."""

from collections.abc import Callable

from sqlalchemy.engine import Connection

from mesa_territorial.almacen import bitacora, escritura, fila
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.bitacora import Pedido
from mesa_territorial.almacen.conflictos import Conflicto, choque
from mesa_territorial.almacen.fila import Estado
from mesa_territorial.almacen.valores import Registro
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Parche
from mesa_territorial.dominio.reglas import exigir

Asentado = tuple[Estado, Parche, str]
"""Cómo quedó la Mesa, qué cambió y con qué frase se anotó."""


class SalaDeCambios(Sala):
    """Los cambios de cada Mesa."""

    def cambiar(
        self,
        clave: str,
        frase: str,
        transicion: Callable[[Mesa], Mesa],
        *,
        autor: Autor | str,
        vista: int | None = None,
        evento: str | None = None,
    ) -> Registro:
        """Aplica ``transicion`` a la Mesa guardada y lo anota, todo o nada.

        ``vista`` es la versión que tenía delante quien edita: si otra persona cambió después el
        mismo campo levanta ``Conflicto`` y no escribe. ``evento`` identifica el intento: repetirlo
        no cambia nada. Si la Mesa queda igual, no se escribe.
        """
        pedido = Pedido(Autor.de(autor), frase, "cambio", vista, evento)
        return self._en_turno(clave, pedido, lambda c, e: self._cambiar(c, e, transicion, pedido))

    def _en_turno(
        self, clave: str, pedido: Pedido, hacer: Callable[[Connection, Estado], Asentado]
    ) -> Registro:
        with self._escribiendo(clave) as conexion:
            cabecera = fila.cabecera(conexion, clave, tomar=True)
            antes = fila.abrir(conexion, cabecera, self._memoria)
            ya = bitacora.del_evento(conexion, clave, pedido.evento)
            nuevo, parche, frase = (antes, ya.parche, ya.frase) if ya else hacer(conexion, antes)
            registro = escritura.registro(conexion, nuevo, parche, frase, pedido.autor)
        # Sólo se recuerda lo que la base ya confirmó.
        self._memoria.recordar(nuevo)
        return registro

    def _cambiar(
        self,
        conexion: Connection,
        antes: Estado,
        transicion: Callable[[Mesa], Mesa],
        pedido: Pedido,
    ) -> Asentado:
        despues = transicion(antes.mesa)
        exigir(despues.id == antes.mesa.id, "El identificador de la Mesa no se cambia.")
        nuevo, parche = escritura.siguiente(antes, despues, self._reloj())
        if parche:
            self._exigir_sin_choque(conexion, antes, nuevo, parche, pedido)
            escritura.asentar(conexion, nuevo, parche, pedido)
        return nuevo, parche, pedido.frase

    def _exigir_sin_choque(
        self, conexion: Connection, antes: Estado, nuevo: Estado, parche: Parche, pedido: Pedido
    ) -> None:
        # Quien edita sobre lo último no pudo pisar a nadie: no hay nada que leer.
        if pedido.vista is None or pedido.vista == antes.version:
            return
        posteriores = bitacora.desde(conexion, antes.mesa.id, pedido.vista)
        ajenos = [suceso for suceso in posteriores if not pedido.autor.hizo(suceso)]
        hallado = choque(antes.documento, nuevo.documento, parche, ajenos)
        if hallado:
            raise Conflicto(*hallado, antes.version, self._reloj().tzinfo)
