"""Where Alembic begins: over the connection that `migrate` has opened and locked."""

from alembic import context

from services.endpoint.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
