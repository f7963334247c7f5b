"""Runs the steps on the connection that `database.py` has opened."""

from alembic import context

from formsvc.register.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA
)
context.run_migrations()
