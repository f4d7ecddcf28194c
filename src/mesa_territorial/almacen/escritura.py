"""Asentar un cambio: la fila al día, su línea de bitácora y su pila, en la misma transacción."""

from datetime import datetime

from sqlalchemy.engine import Connection

from mesa_territorial.almacen import bitacora, fila, pila
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.bitacora import Pedido
from mesa_territorial.almacen.fila import Estado
from mesa_territorial.almacen.valores import Registro, Suceso
from mesa_territorial.documento import a_documento
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Parche, comparar


def siguiente(antes: Estado, mesa: Mesa, ahora: datetime) -> tuple[Estado, Parche]:
    """El estado que sigue y el parche que lleva a él; el mismo y vacío si nada cambió."""
    if mesa is antes.mesa:
        return antes, []
    documento = a_documento(mesa)
    parche = comparar(antes.documento, documento)
    return (Estado(mesa, documento, antes.version + 1, ahora) if parche else antes), parche


def asentar(conexion: Connection, nuevo: Estado, parche: Parche, pedido: Pedido) -> None:
    """Escribe la fila y su suceso; un «cambio» queda además listo para deshacerse."""
    fila.poner(conexion, nuevo)
    anotar(conexion, nuevo, parche, pedido)
    if pedido.tipo == "cambio":
        pila.apilar(conexion, nuevo.mesa.id, pedido.autor, nuevo.version)


def anotar(conexion: Connection, nuevo: Estado, parche: Parche, pedido: Pedido) -> None:
    """Agrega a la bitácora el suceso que llevó a ``nuevo``."""
    suceso = Suceso(
        numero=nuevo.version,
        autor=pedido.autor.nombre,
        cuando=nuevo.cambiada,
        frase=pedido.frase,
        tipo=pedido.tipo,
        parche=parche,
        persona=pedido.autor.persona,
    )
    bitacora.anotar(conexion, nuevo.mesa.id, suceso, pedido.evento)


def registro(
    conexion: Connection, estado: Estado, parche: Parche, frase: str, autor: Autor | None
) -> Registro:
    """Lo que se entrega a quien leyó o cambió la Mesa; sin ``autor``, las pilas son de todos."""
    por_deshacer, por_rehacer = pila.lados(conexion, estado.mesa.id, autor)
    return Registro(
        mesa=estado.mesa,
        version=estado.version,
        guardado=estado.cambiada,
        parche=parche,
        puede_deshacer=por_deshacer,
        puede_rehacer=por_rehacer,
        frase=frase,
    )
