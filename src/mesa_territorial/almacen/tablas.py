"""Las tablas, iguales en SQLite y PostgreSQL. Su historia está en ``migraciones``."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

ESQUEMA = "0002"
"""La revisión que este programa sabe leer y escribir."""

META = sa.MetaData()


class Instante(sa.TypeDecorator[datetime]):
    """Un momento con zona horaria, guardado como texto ISO en UTC: se ordena y se lee."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """El texto que se guarda; levanta ``ValueError`` si falta la zona horaria."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("El reloj del almacén debe dar horas con zona horaria.")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """El momento guardado, en UTC."""
        return None if value is None else datetime.fromisoformat(value)


def obligatoria(nombre: str, tipo: Any = sa.Text, **mas: Any) -> sa.Column[Any]:
    """Una columna que no admite quedar sin valor."""
    return sa.Column(nombre, tipo, nullable=False, **mas)


def clave(nombre: str, tipo: Any = sa.Text) -> sa.Column[Any]:
    """Una columna de la clave primaria."""
    return sa.Column(nombre, tipo, primary_key=True)


def de_mesa(**mas: Any) -> sa.Column[Any]:
    """La columna que dice de qué Mesa es la fila."""
    return sa.Column("mesa", sa.Text, sa.ForeignKey("mesa.clave"), nullable=False, **mas)


def _persona() -> sa.Column[Any]:
    # Vacía en lo que se anotó antes de guardar identidades.
    return obligatoria("persona", server_default="")


# «documento» va al final: leer las demás columnas no recorre sus páginas.
mesa = sa.Table(
    "mesa",
    META,
    clave("clave"),
    obligatoria("version", sa.Integer),
    obligatoria("cambiada", Instante),
    sa.Column("borrada", Instante),
    sa.Column("borrada_por", sa.Text),
    obligatoria("formato", sa.Integer),
    obligatoria("ilustrativa", sa.Integer),
    obligatoria("actores", sa.Integer),
    obligatoria("relaciones", sa.Integer),
    obligatoria("cut_comuna"),
    obligatoria("nombre"),
    obligatoria("lugar"),
    obligatoria("documento"),
    sqlite_strict=True,
)
suceso = sa.Table(
    "suceso",
    META,
    de_mesa(primary_key=True),
    clave("numero", sa.Integer),
    obligatoria("autor"),
    obligatoria("cuando", Instante),
    obligatoria("tipo"),
    obligatoria("frase"),
    obligatoria("busqueda"),
    sa.Column("evento", sa.Text),
    obligatoria("formato", sa.Integer),
    obligatoria("parche"),
    _persona(),
    sa.UniqueConstraint("mesa", "evento", name="suceso_evento"),
    sqlite_strict=True,
)
# Qué puede deshacer y rehacer cada quien; se deriva de la bitácora, pero así no hay que releerla.
pila = sa.Table(
    "pila",
    META,
    de_mesa(primary_key=True),
    clave("autor"),
    clave("numero", sa.Integer),
    obligatoria("deshecho", sa.Integer),
    _persona(),
    sa.ForeignKeyConstraint(["mesa", "numero"], ["suceso.mesa", "suceso.numero"]),
    sqlite_strict=True,
)
respuesta = sa.Table(
    "respuesta",
    META,
    clave("evento"),
    obligatoria("persona"),
    obligatoria("tema"),
    obligatoria("item"),
    obligatoria("version_contenido"),
    obligatoria("dada"),
    sa.Column("correcta", sa.Integer),
    sa.Column("puntaje", sa.Double().with_variant(sa.REAL(), "sqlite")),
    obligatoria("intento", sa.Integer),
    obligatoria("pistas", sa.Integer),
    obligatoria("rendida", sa.Integer),
    obligatoria("cuando", Instante),
    sa.Index("respuesta_persona_tema", "persona", "tema"),
    sqlite_strict=True,
)
preferencia = sa.Table(
    "preferencia",
    META,
    clave("persona"),
    clave("nombre"),
    obligatoria("valor"),
    sqlite_strict=True,
)
contacto = sa.Table(
    "contacto",
    META,
    clave("id"),
    de_mesa(index=True),
    obligatoria("actor_id"),
    obligatoria("cargo"),
    obligatoria("correo"),
    obligatoria("finalidad"),
    obligatoria("base"),
    obligatoria("caduca"),
    sqlite_strict=True,
)
acceso = sa.Table(
    "acceso",
    META,
    de_mesa(primary_key=True),
    clave("persona"),
    obligatoria("papel"),
    sa.Index("acceso_persona", "persona"),
    sqlite_strict=True,
)
presencia = sa.Table(
    "presencia",
    META,
    de_mesa(primary_key=True),
    clave("persona"),
    obligatoria("nombre"),
    obligatoria("visto", Instante),
    sqlite_strict=True,
)
