"""Quién puede entrar a cada Mesa, y a qué: dueña, integrante de su grupo o tutoría (sólo leer)."""

from typing import Literal, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from mesa_territorial.almacen import tablas
from mesa_territorial.dominio.reglas import ReglaRota, exigir

Papel = Literal["duenia", "integrante", "tutoria"]
Permiso = Literal["leer", "cambiar", "eliminar"]
T = tablas.acceso
_PUEDEN: dict[Permiso, frozenset[Papel]] = {
    "leer": frozenset({"duenia", "integrante", "tutoria"}),
    "cambiar": frozenset({"duenia", "integrante"}),
    "eliminar": frozenset({"duenia"}),
}
NO_EXISTE = "Esa Mesa no existe o se eliminó. Vuelva a la lista de Mesas."
SOLO_LEER = "Usted acompaña esta Mesa: puede mirarla, pero no cambiarla."
SOLO_DUENIA = "Sólo quien creó la Mesa puede hacer eso. Converse con su grupo o con quien facilita."
# Las dos bases dicen ON CONFLICT igual, pero cada una lo ofrece en su dialecto.
_AGREGAR = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
Agregar = sqlite.Insert | postgresql.Insert


def agregar(conexion: Connection, tabla: sa.Table) -> Agregar:
    """La orden de agregar en ``tabla`` que admite «si choca, …»."""
    return cast(Agregar, _AGREGAR[conexion.dialect.name](tabla))


def papel_de(conexion: Connection, persona: str, clave: str) -> Papel | None:
    """El papel de la persona en esa Mesa; ``None`` si no tiene nada que ver con ella."""
    consulta = sa.select(T.c.papel).where(T.c.mesa == clave, T.c.persona == persona)
    return cast("Papel | None", conexion.scalar(consulta))


def exigir_acceso(
    conexion: Connection, persona: str | None, clave: str, permiso: Permiso = "leer"
) -> None:
    """Levanta ``ReglaRota`` si la persona no puede; sin persona (laptop, consola) todo se puede.

    Una Mesa ajena y una que no existe se dicen igual: así nadie averigua qué hay.
    """
    if persona is None:
        return
    papel = papel_de(conexion, persona, clave)
    if papel is None:
        raise ReglaRota(NO_EXISTE)
    frase = SOLO_LEER if papel == "tutoria" else SOLO_DUENIA
    exigir(papel in _PUEDEN[permiso], frase)


def dar(conexion: Connection, persona: str, clave: str, papel: Papel) -> None:
    """Da acceso; quien ya tenía uno mayor lo conserva."""
    fila = agregar(conexion, T).values(mesa=clave, persona=persona, papel=papel)
    if papel == "tutoria":
        conexion.execute(fila.on_conflict_do_nothing())
        return
    pisar = fila.on_conflict_do_update(
        index_elements=["mesa", "persona"], set_={"papel": papel}, where=T.c.papel == "tutoria"
    )
    conexion.execute(pisar)


def quitar(conexion: Connection, persona: str, clave: str) -> None:
    """Quita el acceso de una integrante; la dueña y la tutoría conservan el suyo."""
    suyo = (T.c.mesa == clave, T.c.persona == persona, T.c.papel == "integrante")
    conexion.execute(T.delete().where(*suyo))
