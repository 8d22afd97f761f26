"""Runs the migrations on the connection that `db.migrate` hands over, inside its transaction."""

from alembic import context

from db.models import Warehouse

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Warehouse.metadata,
    render_as_batch=connection.dialect.name == "sqlite",  # SQLite alters a table by copying it
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
