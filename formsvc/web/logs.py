"""What is written when something breaks: where, and never what a person wrote."""

import traceback
from types import TracebackType

from flask import Flask

_ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class QuietFlask(Flask):
    """An application that logs errors by type and place: words may quote a document."""

    def log_exception(self, exc_info: _ExcInfo) -> None:
        """Write where something broke."""
        self.logger.error("%s", description(exc_info))


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
