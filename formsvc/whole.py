"""Files that are written whole or not at all."""

import os
from pathlib import Path
from threading import get_ident


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, which keeps what it had when that fails.

    Raises `OSError`, and leaves no unfinished file.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device, such as /dev/null: nothing to replace
        return
    unfinished = path.with_name(f".formsvc-{os.getpid()}-{get_ident()}")
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            unfinished.chmod(path.stat().st_mode & 0o777)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
