"""Files that are written whole or not at all."""

import os
from pathlib import Path

HIDDEN = ".formsvc-"
"""How the names of files begin that are not seen yet."""


class Unfinished:
    """A file beside the place where it is to be: all written, and not seen yet."""

    def __init__(self, path: Path, content: bytes, mode: int = 0o666) -> None:
        """Write `content` through to the disk, under a hidden name.

        `mode` says who may read and write it. Raises `OSError`, and then leaves
        nothing.
        """
        self._target = path
        self._path = path.with_name(f"{HIDDEN}{os.urandom(8).hex()}")
        handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.discard()
            raise

    def publish(self, *, new: bool = False) -> None:
        """Give it its name; one that was there has that no longer.

        With `new` there must be no such file yet, whoever makes one at the same time.
        Raises `OSError`, `FileExistsError` among them, and leaves no unfinished file.
        """
        try:
            if new:
                self._link()
                return
            if self._target.exists():
                self._path.chmod(self._target.stat().st_mode & 0o777)
            self._path.replace(self._target)
        except OSError:
            self.discard()
            raise

    def discard(self) -> None:
        """Take it away."""
        self._path.unlink(missing_ok=True)

    def _link(self) -> None:
        """Give the file its name, unless another has it."""
        try:
            os.link(self._path, self._target)
        except FileExistsError:
            raise
        except OSError:  # no second names on this file system
            if self._target.exists():
                raise FileExistsError(str(self._target)) from None
            self._path.replace(self._target)
            return
        self._path.unlink()


def write_whole(path: Path, content: bytes, *, new: bool = False) -> None:
    """Write `content` to `path`, which keeps what it had when that fails.

    With `new` there must be no such file yet, whoever makes one at the same time.
    Raises `OSError`, `FileExistsError` among them, and leaves no unfinished file.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device, such as /dev/null: nothing to replace
        return
    Unfinished(path, content).publish(new=new)
