"""Las primeras tablas: Mesas, bitácora, pilas, respuestas, preferencias y contactos."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_APLICACION = 0x4D455341
_INMUTABLES = ("suceso", "respuesta")
_DISPARADORES_SQLITE = (
    *(
        f"CREATE TRIGGER {tabla}_no_se_edita BEFORE UPDATE ON {tabla} "
        "BEGIN SELECT RAISE(ABORT, 'lo anotado no se edita'); END"
        for tabla in _INMUTABLES
    ),
    "CREATE TRIGGER suceso_no_se_borra BEFORE DELETE ON suceso "
    "WHEN NOT EXISTS (SELECT 1 FROM mesa WHERE clave = OLD.mesa AND borrada IS NOT NULL) "
    "BEGIN SELECT RAISE(ABORT, 'la bitácora no se borra'); END",
)
_DISPARADORES_POSTGRESQL = (
    "CREATE FUNCTION no_se_edita() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION 'lo anotado no se edita'; END $$",
    "CREATE FUNCTION no_se_borra() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF EXISTS (SELECT 1 FROM mesa WHERE clave = OLD.mesa AND borrada IS NOT NULL) THEN "
    "RETURN OLD; END IF; RAISE EXCEPTION 'la bitácora no se borra'; END $$",
    *(
        f"CREATE TRIGGER {tabla}_no_se_edita BEFORE UPDATE ON {tabla} "
        "FOR EACH ROW EXECUTE FUNCTION no_se_edita()"
        for tabla in _INMUTABLES
    ),
    "CREATE TRIGGER suceso_no_se_borra BEFORE DELETE ON suceso "
    "FOR EACH ROW EXECUTE FUNCTION no_se_borra()",
    "CREATE TRIGGER suceso_no_se_vacia BEFORE TRUNCATE ON suceso "
    "FOR EACH STATEMENT EXECUTE FUNCTION no_se_edita()",
)


def upgrade() -> None:
    """Crea las tablas y los disparadores que hacen de la bitácora un libro sin borrones."""
    for crear in (_mesa, _suceso, _pila, _respuesta, _preferencia, _contacto):
        crear()
    en_sqlite = op.get_bind().dialect.name == "sqlite"
    for disparador in _DISPARADORES_SQLITE if en_sqlite else _DISPARADORES_POSTGRESQL:
        op.execute(disparador)
    if en_sqlite:
        op.execute(f"PRAGMA application_id={_APLICACION}")


def _texto(nombre: str, *, vacio: bool = False) -> sa.Column[str]:
    return sa.Column(nombre, sa.Text, nullable=vacio)


def _entero(nombre: str, *, vacio: bool = False) -> sa.Column[int]:
    return sa.Column(nombre, sa.Integer, nullable=vacio)


def _mesa() -> None:
    op.create_table(
        "mesa",
        _texto("clave"),
        _entero("version"),
        _texto("cambiada"),
        _texto("borrada", vacio=True),
        _texto("borrada_por", vacio=True),
        *(_entero(n) for n in ("formato", "ilustrativa", "actores", "relaciones")),
        *(_texto(n) for n in ("cut_comuna", "nombre", "lugar", "documento")),
        sa.PrimaryKeyConstraint("clave"),
        sqlite_strict=True,
    )


def _suceso() -> None:
    op.create_table(
        "suceso",
        _texto("mesa"),
        _entero("numero"),
        *(_texto(n) for n in ("autor", "cuando", "tipo", "frase", "busqueda")),
        _texto("evento", vacio=True),
        _entero("formato"),
        _texto("parche"),
        sa.PrimaryKeyConstraint("mesa", "numero"),
        sa.ForeignKeyConstraint(["mesa"], ["mesa.clave"]),
        sa.UniqueConstraint("mesa", "evento", name="suceso_evento"),
        sqlite_strict=True,
    )


def _pila() -> None:
    op.create_table(
        "pila",
        _texto("mesa"),
        _texto("autor"),
        _entero("numero"),
        _entero("deshecho"),
        sa.PrimaryKeyConstraint("mesa", "autor", "numero"),
        sa.ForeignKeyConstraint(["mesa"], ["mesa.clave"]),
        sa.ForeignKeyConstraint(["mesa", "numero"], ["suceso.mesa", "suceso.numero"]),
        sqlite_strict=True,
    )


def _respuesta() -> None:
    op.create_table(
        "respuesta",
        *(_texto(n) for n in ("evento", "persona", "tema", "item", "version_contenido", "dada")),
        _entero("correcta", vacio=True),
        sa.Column("puntaje", sa.Double().with_variant(sa.REAL(), "sqlite")),
        *(_entero(n) for n in ("intento", "pistas", "rendida")),
        _texto("cuando"),
        sa.PrimaryKeyConstraint("evento"),
        sqlite_strict=True,
    )
    op.create_index("respuesta_persona_tema", "respuesta", ["persona", "tema"])


def _preferencia() -> None:
    op.create_table(
        "preferencia",
        *(_texto(n) for n in ("persona", "nombre", "valor")),
        sa.PrimaryKeyConstraint("persona", "nombre"),
        sqlite_strict=True,
    )


def _contacto() -> None:
    op.create_table(
        "contacto",
        *(_texto(n) for n in ("id", "mesa", "actor_id", "cargo", "correo")),
        *(_texto(n) for n in ("finalidad", "base", "caduca")),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["mesa"], ["mesa.clave"]),
        sqlite_strict=True,
    )
    op.create_index("ix_contacto_mesa", "contacto", ["mesa"])
