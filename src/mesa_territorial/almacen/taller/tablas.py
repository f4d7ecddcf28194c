"""Las tablas del taller: quién está inscrito, en qué grupo y qué se anunció."""

from typing import Any

import sqlalchemy as sa

from mesa_territorial.almacen.tablas import META, Instante, clave, de_mesa, obligatoria

taller = sa.Table(
    "taller",
    META,
    clave("id"),
    obligatoria("titulo"),
    obligatoria("huella_codigo", sa.LargeBinary),
    obligatoria("creado", Instante),
    sa.Column("cerrado", Instante),
    sqlite_strict=True,
)


def _de_taller(**mas: Any) -> sa.Column[Any]:
    return sa.Column("taller", sa.Text, sa.ForeignKey("taller.id"), nullable=False, **mas)


grupo = sa.Table(
    "grupo",
    META,
    clave("id"),
    _de_taller(),
    obligatoria("nombre"),
    obligatoria("creado", Instante),
    de_mesa(),
    sa.UniqueConstraint("taller", "nombre", name="grupo_taller_nombre"),
    sqlite_strict=True,
)
participante = sa.Table(
    "participante",
    META,
    clave("id"),
    _de_taller(),
    obligatoria("nombre"),
    obligatoria("rol"),
    obligatoria("huella_retorno", sa.LargeBinary),
    obligatoria("creada", Instante),
    sa.Column("grupo", sa.Text, sa.ForeignKey("grupo.id")),
    sa.UniqueConstraint("taller", "nombre", name="participante_taller_nombre"),
    sa.UniqueConstraint("taller", "huella_retorno", name="participante_taller_huella"),
    sqlite_strict=True,
)
anuncio = sa.Table(
    "anuncio",
    META,
    _de_taller(primary_key=True),
    clave("numero", sa.Integer),
    obligatoria("texto"),
    obligatoria("cuando", Instante),
    sqlite_strict=True,
)
