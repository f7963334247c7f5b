"""Files that are written whole or not at all."""

import os
from pathlib import Path


def write_whole(path: Path, content: bytes, *, new: bool = False) -> None:
    """Write `content` to `path`, which keeps what it had when that fails.

    With `new` there must be no such file yet, whoever makes one at the same time.
    Raises `OSError`, `FileExistsError` among them, and leaves no unfinished file.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device, such as /dev/null: nothing to replace
        return
    unfinished = path.with_name(f".formsvc-{os.urandom(8).hex()}")
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if new:
            _publish(unfinished, path)
            return
        if path.exists():
            unfinished.chmod(path.stat().st_mode & 0o777)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _publish(unfinished: Path, path: Path) -> None:
    """Give a file its name, unless another has it."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # no second names on this file system
        if path.exists():
            raise FileExistsError(str(path)) from None
        unfinished.replace(path)
        return
    unfinished.unlink()
