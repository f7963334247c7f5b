"""How often the version pages may be asked, so that nobody goes through references."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

MOST_ASKED = "120 per minute"
"""Questions from one address: a whole municipality may share one. Fifty random bits of
a reference cannot be guessed at any rate; this keeps one asker from crowding others."""

LIMITER = Limiter(get_remote_address, storage_uri="memory://")
"""Counts questions, in the memory of each worker."""
