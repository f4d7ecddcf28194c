"""Las tablas, iguales en SQLite y PostgreSQL. Su historia está en ``migraciones``."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

ESQUEMA = "0001"
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


def _obligatoria(nombre: str, tipo: Any = sa.Text, **mas: Any) -> sa.Column[Any]:
    return sa.Column(nombre, tipo, nullable=False, **mas)


def _clave(nombre: str, tipo: Any = sa.Text) -> sa.Column[Any]:
    return sa.Column(nombre, tipo, primary_key=True)


def _de_mesa(**mas: Any) -> sa.Column[Any]:
    return sa.Column("mesa", sa.Text, sa.ForeignKey("mesa.clave"), nullable=False, **mas)


# «documento» va al final: leer las demás columnas no recorre sus páginas.
mesa = sa.Table(
    "mesa",
    META,
    _clave("clave"),
    _obligatoria("version", sa.Integer),
    _obligatoria("cambiada", Instante),
    sa.Column("borrada", Instante),
    sa.Column("borrada_por", sa.Text),
    _obligatoria("formato", sa.Integer),
    _obligatoria("ilustrativa", sa.Integer),
    _obligatoria("actores", sa.Integer),
    _obligatoria("relaciones", sa.Integer),
    _obligatoria("cut_comuna"),
    _obligatoria("nombre"),
    _obligatoria("lugar"),
    _obligatoria("documento"),
    sqlite_strict=True,
)
suceso = sa.Table(
    "suceso",
    META,
    _de_mesa(primary_key=True),
    _clave("numero", sa.Integer),
    _obligatoria("autor"),
    _obligatoria("cuando", Instante),
    _obligatoria("tipo"),
    _obligatoria("frase"),
    _obligatoria("busqueda"),
    sa.Column("evento", sa.Text),
    _obligatoria("formato", sa.Integer),
    _obligatoria("parche"),
    sa.UniqueConstraint("mesa", "evento", name="suceso_evento"),
    sqlite_strict=True,
)
# Qué puede deshacer y rehacer cada quien; se deriva de la bitácora, pero así no hay que releerla.
pila = sa.Table(
    "pila",
    META,
    _de_mesa(primary_key=True),
    _clave("autor"),
    _clave("numero", sa.Integer),
    _obligatoria("deshecho", sa.Integer),
    sa.ForeignKeyConstraint(["mesa", "numero"], ["suceso.mesa", "suceso.numero"]),
    sqlite_strict=True,
)
respuesta = sa.Table(
    "respuesta",
    META,
    _clave("evento"),
    _obligatoria("persona"),
    _obligatoria("tema"),
    _obligatoria("item"),
    _obligatoria("version_contenido"),
    _obligatoria("dada"),
    sa.Column("correcta", sa.Integer),
    sa.Column("puntaje", sa.Double().with_variant(sa.REAL(), "sqlite")),
    _obligatoria("intento", sa.Integer),
    _obligatoria("pistas", sa.Integer),
    _obligatoria("rendida", sa.Integer),
    _obligatoria("cuando", Instante),
    sa.Index("respuesta_persona_tema", "persona", "tema"),
    sqlite_strict=True,
)
preferencia = sa.Table(
    "preferencia",
    META,
    _clave("persona"),
    _clave("nombre"),
    _obligatoria("valor"),
    sqlite_strict=True,
)
contacto = sa.Table(
    "contacto",
    META,
    _clave("id"),
    _de_mesa(index=True),
    _obligatoria("actor_id"),
    _obligatoria("cargo"),
    _obligatoria("correo"),
    _obligatoria("finalidad"),
    _obligatoria("base"),
    _obligatoria("caduca"),
    sqlite_strict=True,
)
