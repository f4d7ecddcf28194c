"""La sala de los pasos: deshacer y rehacer sin límite, cada persona lo suyo."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy.engine import Connection

from mesa_territorial.almacen import bitacora, conflictos, escritura, pila
from mesa_territorial.almacen.autores import Autor
from mesa_territorial.almacen.bitacora import Pedido
from mesa_territorial.almacen.cambios import Asentado, SalaDeCambios
from mesa_territorial.almacen.fila import Estado
from mesa_territorial.almacen.valores import Registro, Suceso
from mesa_territorial.documento import a_mesa
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.parches import Cambio, Parche, aplicar, invertir, se_pisan
from mesa_territorial.dominio.reglas import ReglaRota


@dataclass(frozen=True, slots=True)
class _Paso:
    tipo: Literal["deshacer", "rehacer"]
    verbo: str
    dijo: str

    @property
    def es_atras(self) -> bool:
        return self.tipo == "deshacer"


_ATRAS = _Paso("deshacer", "deshacer", "Deshizo")
_ADELANTE = _Paso("rehacer", "rehacer", "Rehízo")


class SalaDePasos(SalaDeCambios):
    """Deshacer y rehacer: cambios que compensan a otros; la bitácora no pierde nada."""

    def deshacer(
        self, clave: str, *, autor: Autor | str, vista: int | None = None, evento: str | None = None
    ) -> Registro:
        """Anula el último cambio de ``autor`` que sigue en pie.

        Levanta ``ReglaRota`` si no hay qué deshacer y ``Conflicto`` si otra persona tocó después
        lo mismo; si se declara ``vista`` la versión de ese conflicto, se deshace de todos modos
        todo lo que se pueda.
        """
        return self._caminar(clave, _ATRAS, Autor.de(autor), vista, evento)

    def rehacer(
        self, clave: str, *, autor: Autor | str, vista: int | None = None, evento: str | None = None
    ) -> Registro:
        """Repone el último cambio que ``autor`` deshizo; levanta lo mismo que ``deshacer``."""
        return self._caminar(clave, _ADELANTE, Autor.de(autor), vista, evento)

    def _caminar(
        self, clave: str, paso: _Paso, autor: Autor, vista: int | None, evento: str | None
    ) -> Registro:
        pedido = Pedido(autor, "", paso.tipo, vista, evento)
        return self._en_turno(clave, pedido, lambda c, antes: self._dar(c, antes, paso, pedido))

    def _dar(self, conexion: Connection, antes: Estado, paso: _Paso, pedido: Pedido) -> Asentado:
        clave, autor = antes.mesa.id, pedido.autor
        suceso = _tope(conexion, clave, autor, paso)
        parche = bitacora.parche_al_dia(conexion, clave, suceso)
        parche = invertir(parche) if paso.es_atras else parche
        self._exigir_intacto(conexion, antes, suceso, parche, pedido)
        mesa = _con_parche(antes, parche, f"{paso.verbo} «{suceso.frase}»", pedido)
        nuevo, neto = escritura.siguiente(antes, mesa, self._reloj())
        if not neto:
            # Otra persona ya lo dejó así: el paso se anota igual, para que la pila avance.
            nuevo = replace(antes, version=antes.version + 1, cambiada=self._reloj())
        frase = f"{paso.dijo}: {suceso.frase}"
        escritura.asentar(conexion, nuevo, neto, replace(pedido, frase=frase))
        pila.mover(conexion, clave, suceso.numero, deshecho=paso.es_atras)
        return nuevo, neto, frase

    def _exigir_intacto(
        self, conexion: Connection, antes: Estado, suceso: Suceso, parche: Parche, pedido: Pedido
    ) -> None:
        rutas = conflictos.desajustes(antes.documento, parche)
        if not rutas:
            return
        posteriores = bitacora.desde(conexion, antes.mesa.id, suceso.numero)
        otro = _quien_toco(posteriores, [{"ruta": list(r)} for r in rutas], pedido.autor)
        if otro and otro.numero > (pedido.vista or 0):
            mio = _lo_posible(antes, parche)
            pugnas = tuple(conflictos.pugna(r, antes.documento, mio) for r in rutas)
            raise conflictos.Conflicto(pugnas, otro, antes.version, self._reloj().tzinfo)


def _tope(conexion: Connection, clave: str, autor: Autor, paso: _Paso) -> Suceso:
    numero = pila.tope(conexion, clave, autor, deshecho=not paso.es_atras)
    if numero is None:
        raise ReglaRota(f"No queda nada suyo por {paso.verbo} en esta Mesa.")
    return bitacora.uno(conexion, clave, numero)


def _quien_toco(sucesos: Iterable[Suceso], rutas: list[Cambio], autor: Autor) -> Suceso | None:
    """El último suceso que tocó esas rutas, de preferencia de otra persona."""
    tocaron = [s for s in sucesos if se_pisan(s.parche, rutas)]
    ajenos = [s for s in tocaron if not autor.hizo(s)]
    return next(reversed(ajenos or tocaron), None)


def _con_parche(antes: Estado, parche: Parche, que: str, pedido: Pedido) -> Mesa:
    try:
        return a_mesa(_lo_posible(antes, parche))
    except ReglaRota as regla:
        if pedido.vista is not None:
            return antes.mesa
        raise ReglaRota(
            f"No se puede {que}: después se anotó algo que depende de eso. ({regla})"
        ) from regla


def _lo_posible(antes: Estado, parche: Parche) -> dict[str, object]:
    """El documento con los cambios cuya ficha todavía existe."""
    documento = antes.documento
    vivos = [
        cambio
        for cambio in parche
        if isinstance(conflictos.valor_en(documento, tuple(cambio["ruta"][:-1])), dict)
    ]
    return aplicar(documento, vivos)
