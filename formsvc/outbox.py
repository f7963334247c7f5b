"""The folder that receives each stamped filing copy, whole and never half."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from formsvc.document import File
from formsvc.errors import NotNowError
from formsvc.i18n import _
from formsvc.stamp import Stamp
from formsvc.whole import Unfinished


class Outbox:
    """A folder of the organisation's: from there documents are filed."""

    def __init__(self, folder: Path | None) -> None:
        """Place copies in `folder`; without one, place none."""
        self.folder = folder.resolve() if folder else None

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
            self._held = Unfinished(self._folder / file.name, file.content)
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


def _unwritable() -> NotNowError:
    return NotNowError(
        _(
            "Arkivkopian går inte att lägga i mappen för stämplade kopior. Säg till "
            "den som sköter tjänsten, och stämpla sedan igen: det ger samma version."
        )
    )
