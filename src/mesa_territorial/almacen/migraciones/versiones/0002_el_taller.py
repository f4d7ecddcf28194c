"""El taller: identidad de quien escribe, accesos, presencia, padrón, grupos y anuncios."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Agrega la identidad a lo ya anotado (vacía) y crea las tablas del taller."""
    for tabla in ("suceso", "pila"):
        # Directo y no en lote: rehacer la tabla perdería sus disparadores.
        op.add_column(tabla, sa.Column("persona", sa.Text, nullable=False, server_default=""))
    for crear in (_acceso, _presencia, _taller, _grupo, _participante, _anuncio):
        crear()


def _texto(nombre: str, *, vacio: bool = False) -> sa.Column[str]:
    return sa.Column(nombre, sa.Text, nullable=vacio)


def _huella(nombre: str) -> sa.Column[bytes]:
    return sa.Column(nombre, sa.LargeBinary, nullable=False)


def _de(tabla: str, columna: str, suya: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([columna], [f"{tabla}.{suya}"])


def _acceso() -> None:
    op.create_table(
        "acceso",
        *(_texto(n) for n in ("mesa", "persona", "papel")),
        sa.PrimaryKeyConstraint("mesa", "persona"),
        _de("mesa", "mesa", "clave"),
        sqlite_strict=True,
    )
    op.create_index("acceso_persona", "acceso", ["persona"])


def _presencia() -> None:
    op.create_table(
        "presencia",
        *(_texto(n) for n in ("mesa", "persona", "nombre", "visto")),
        sa.PrimaryKeyConstraint("mesa", "persona"),
        _de("mesa", "mesa", "clave"),
        sqlite_strict=True,
    )


def _taller() -> None:
    op.create_table(
        "taller",
        *(_texto(n) for n in ("id", "titulo")),
        _huella("huella_codigo"),
        _texto("creado"),
        _texto("cerrado", vacio=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )


def _grupo() -> None:
    op.create_table(
        "grupo",
        *(_texto(n) for n in ("id", "taller", "nombre", "creado", "mesa")),
        sa.PrimaryKeyConstraint("id"),
        _de("taller", "taller", "id"),
        _de("mesa", "mesa", "clave"),
        sa.UniqueConstraint("taller", "nombre", name="grupo_taller_nombre"),
        sqlite_strict=True,
    )


def _participante() -> None:
    op.create_table(
        "participante",
        *(_texto(n) for n in ("id", "taller", "nombre", "rol")),
        _huella("huella_retorno"),
        _texto("creada"),
        _texto("grupo", vacio=True),
        sa.PrimaryKeyConstraint("id"),
        _de("taller", "taller", "id"),
        _de("grupo", "grupo", "id"),
        sa.UniqueConstraint("taller", "nombre", name="participante_taller_nombre"),
        sa.UniqueConstraint("taller", "huella_retorno", name="participante_taller_huella"),
        sqlite_strict=True,
    )


def _anuncio() -> None:
    op.create_table(
        "anuncio",
        _texto("taller"),
        sa.Column("numero", sa.Integer, nullable=False),
        *(_texto(n) for n in ("texto", "cuando")),
        sa.PrimaryKeyConstraint("taller", "numero"),
        _de("taller", "taller", "id"),
        sqlite_strict=True,
    )
