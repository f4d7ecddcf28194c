"""La sala de la historia: la bitácora filtrada y cómo estaba la Mesa en cada momento."""

from datetime import datetime
from operator import eq, ge, le, lt
from typing import Any

import sqlalchemy as sa

from mesa_territorial.almacen import bitacora, fila, tablas
from mesa_territorial.almacen.base import Sala
from mesa_territorial.almacen.valores import Suceso
from mesa_territorial.documento import a_mesa
from mesa_territorial.dominio.actores import nombre_comparable
from mesa_territorial.dominio.mesa import Mesa
from mesa_territorial.dominio.reglas import exigir

T = tablas.suceso


class SalaDeHistoria(Sala):
    """Qué pasó en cada Mesa, quién lo hizo y cuándo."""

    def historial(  # noqa: PLR0913 — cada filtro es opcional y va por su nombre
        self,
        clave: str,
        *,
        autor: str | None = None,
        texto: str | None = None,
        desde: datetime | None = None,
        hasta: datetime | None = None,
        antes_de: int | None = None,
        limite: int = 100,
    ) -> tuple[Suceso, ...]:
        """Los sucesos de la Mesa, del último al primero.

        ``texto`` se busca en la frase sin mirar tildes ni mayúsculas; ``desde`` y ``hasta`` llevan
        zona horaria y se incluyen; ``antes_de`` es el número desde el que se sigue hacia atrás.
        """
        filtros = (
            (eq, T.c.autor, autor),
            (_dice, T.c.busqueda, texto),
            (ge, T.c.cuando, desde),
            (le, T.c.cuando, hasta),
            (lt, T.c.numero, antes_de),
        )
        pedidos = [cumple(campo, valor) for cumple, campo, valor in filtros if valor is not None]
        consulta = bitacora.consultar(clave).where(*pedidos)
        return self._sucesos(clave, consulta.order_by(T.c.numero.desc()).limit(limite))

    def parche_desde(self, clave: str, version: int) -> tuple[Suceso, ...]:
        """Lo que se cambió después de esa versión, del primero al último."""
        consulta = bitacora.consultar(clave).where(T.c.numero > version)
        return self._sucesos(clave, consulta.order_by(T.c.numero))

    def mesa_en(self, clave: str, numero: int) -> Mesa:
        """La Mesa tal como quedó tras ese suceso; levanta ``ReglaRota`` si no existe."""
        consulta = bitacora.consultar(clave).where(T.c.numero <= numero)
        sucesos = self._sucesos(clave, consulta.order_by(T.c.numero))
        ultimo = sucesos[-1].numero if sucesos else None
        exigir(ultimo == numero, "Ese momento no está en la historia de la Mesa.")
        return a_mesa(bitacora.rehacer_documento(sucesos)).con(id=clave)

    def _sucesos(self, clave: str, consulta: sa.Select[Any]) -> tuple[Suceso, ...]:
        with self._leyendo(clave) as conexion:
            fila.cabecera(conexion, clave)
            return bitacora.leer(conexion, consulta)


def _dice(campo: sa.ColumnElement[str], texto: Any) -> sa.ColumnElement[bool]:
    return campo.contains(nombre_comparable(texto), autoescape=True)
