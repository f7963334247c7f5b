"""Finished files as answers: to keep, or to look at and print."""

from flask import Response

from formsvc.document import File


def as_answer(file: File, *, to_print: bool = False) -> Response:
    """Return `file` to save, or to be shown by the browser. No cache keeps it."""
    response = Response(file.content, content_type=file.media_type)
    shown = "inline" if to_print else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{file.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
