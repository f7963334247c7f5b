"""The register's table (contract, section 4): no personal data, ever."""

import sqlalchemy as sa

METADATA = sa.MetaData()

VERSIONS = sa.Table(
    "versions",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("reference", sa.String(24), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    # Seconds since 1970 in UTC: both databases sort and compare them alike.
    sa.Column("stamped_at", sa.BigInteger, nullable=False, index=True),
    sa.Column("closed", sa.Boolean, nullable=False),
    # Marks by a key that is not here: of the digest, and of what was asked for.
    sa.Column("digest_mark", sa.String(64), nullable=False),
    sa.Column("request_mark", sa.String(64), unique=True),
    sa.UniqueConstraint("reference", "version", name="one_of_each_version"),
)

INSTALLATION = sa.Table(
    "installation", METADATA, sa.Column("name", sa.String(32), primary_key=True)
)
"""One row: what this installation is called in stamps when it has no address."""
