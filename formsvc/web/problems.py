"""What goes wrong in a call of the API, as RFC 9457 says it."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from flask import Response

MEDIA_TYPE = "application/problem+json"


def problem(
    status: int, title: str, detail: str, more: Mapping[str, Any] | None = None
) -> Response:
    """Return an error as a program reads it: `more` are members of its own.

    A 422 always has `findings`, so that a program may go through them unasked.
    """
    told = {"title": title, "status": int(status), "detail": detail, **(more or {})}
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        told.setdefault("findings", [])
    text = json.dumps(told, ensure_ascii=False)
    answer = Response(text, HTTPStatus(status), content_type=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
