"""What is written when something breaks: where, and never what a person wrote."""

import traceback
from types import TracebackType

from flask import Flask

_ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


def keep_quiet(app: Flask) -> None:
    """Let `app` log errors by type and place: their words may quote a document."""
    app.log_exception = lambda exc_info: app.logger.error(  # type: ignore[method-assign]
        "%s", description(exc_info)
    )


def description(exc_info: _ExcInfo) -> str:
    """Return the types of an error and of those behind it, and the lines it passed."""
    error = exc_info[1]
    told = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append("\n".join([type(error).__qualname__, *places]))
        error = error.__cause__ or error.__context__
    return "\nafter ".join(told)
