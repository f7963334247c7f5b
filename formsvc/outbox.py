"""The folder that receives each stamped filing copy, whole and never half."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

from formsvc.document import File
from formsvc.errors import NotNowError, UsageError
from formsvc.i18n import _
from formsvc.stamp import Stamp
from formsvc.whole import HIDDEN, Unfinished

MODE = 0o640
"""Who may read a copy: its owner, and the group that files documents."""

LEFT_BEHIND = 3600
"""Seconds after which a copy that was not seen is nobody's: a stamp takes a few."""


class Outbox:
    """A folder of the organisation's: from there documents are filed."""

    def __init__(self, folder: Path | None) -> None:
        """Place copies in `folder`, made if it is not there; without one, place none.

        Raises `UsageError` when it cannot be made.
        """
        self.folder = folder.resolve() if folder else None
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _clear(self.folder)
        except OSError as error:
            raise UsageError(
                _("Mappen {folder} i FORMSVC_OUTBOX går inte att använda.").format(
                    folder=self.folder
                )
            ) from error

    @contextmanager
    def filing(self, make: Callable[[Stamp], File]) -> Iterator["Filing"]:
        """Give what files the copy that `make` makes; it is dropped on an error."""
        one = Filing(self.folder, make)
        try:
            yield one
        finally:
            one.drop()


class Filing:
    """The filing copy of one document, on its way to the outbox."""

    def __init__(self, folder: Path | None, make: Callable[[Stamp], File]) -> None:
        """Make nothing yet."""
        self._folder, self._make = folder, make
        self._held: Unfinished | None = None
        self._stamp: Stamp | None = None

    def prepare(self, stamp: Stamp) -> None:
        """Make the copy, all written and not seen yet.

        Raises `NotNowError` when the folder cannot be written to, and what `make`
        raises.
        """
        file = self._make(stamp)
        self._stamp = stamp
        if self._folder is None:
            return
        try:
            self._held = Unfinished(self._folder / file.name, file.content, MODE)
        except OSError as error:
            raise _unwritable() from error

    def settle(self, given: Stamp) -> None:
        """Let the copy be seen, with the stamp that was given in the end.

        Also when the same request had been answered before: the answer may have been
        lost with its copy. Raises as `prepare` does.
        """
        if self._folder is None:
            return
        if given != self._stamp:
            self.drop()
            self.prepare(given)
        try:
            if self._held:
                self._held.publish()
        except OSError as error:
            raise _unwritable() from error

    def drop(self) -> None:
        """Take away what was not let be seen."""
        if self._held:
            self._held.discard()


def _clear(folder: Path) -> None:
    """Take away what a process that died has left behind."""
    for path in folder.glob(f"{HIDDEN}*"):
        if time() - path.stat().st_mtime > LEFT_BEHIND:
            path.unlink(missing_ok=True)


def _unwritable() -> NotNowError:
    return NotNowError(
        _(
            "Arkivkopian går inte att lägga i mappen för stämplade kopior. Säg till "
            "den som sköter tjänsten, och stämpla sedan igen: det ger samma version."
        )
    )
