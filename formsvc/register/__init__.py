"""The register of versions: numbers and times, and nothing of a person.

store.py       START HERE: what is asked of the register, and how a number is taken
rows.py        what is known of a version
tables.py      its tables
database.py    SQLite beside the service, or PostgreSQL; tables made and changed
backup.py      a copy of it in one file, and back
migrations/    how the tables have changed
"""
