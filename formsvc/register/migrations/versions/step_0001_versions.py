"""The table of versions, and what the installation is called."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reference", sa.String(24), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("stamped_at", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("digest_mark", sa.String(64), nullable=False),
        sa.Column("request_mark", sa.String(64), unique=True),
        sa.UniqueConstraint("reference", "version", name="one_of_each_version"),
    )
    op.create_index("ix_versions_stamped_at", "versions", ["stamped_at"])
    named = op.create_table(
        "installation", sa.Column("name", sa.String(32), primary_key=True)
    )
    op.bulk_insert(named, [{"name": f"formsvc-{secrets.token_hex(4)}"}])
