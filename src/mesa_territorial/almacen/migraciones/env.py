"""Alembic ejecuta este archivo; la conexión, con su transacción abierta, la pone ``esquema``."""

from alembic import context

from mesa_territorial.almacen.tablas import META

# SQLite también deshace sus cambios de esquema: nada queda a medias.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=META,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
