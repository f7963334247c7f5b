"""Reading and writing files for the command line; every failure is told in Swedish."""

import errno
import sys
from pathlib import Path

from formsvc.document import File, Format
from formsvc.errors import RefusedError, UnreadableError
from formsvc.formkit.formdata import MAX_BYTES
from formsvc.i18n import _
from formsvc.whole import write_whole

STANDARD = "-"
"""Standard input or output, instead of a file."""


def read_bytes(name: str, most: int | None = MAX_BYTES) -> bytes:
    """Return what the file `name` holds, at most one byte over `most`.

    Raises `UnreadableError` when it is not there or cannot be read.
    """
    limit = () if most is None else (most + 1,)
    try:
        if name == STANDARD:
            return sys.stdin.buffer.read(*limit)
        with Path(name).open("rb") as file:
            return file.read(*limit)
    except FileNotFoundError as error:
        raise UnreadableError(
            _("Filen {name} finns inte.").format(name=name)
        ) from error
    except IsADirectoryError as error:
        raise UnreadableError(
            _("{name} är en mapp. Ange en fil.").format(name=name)
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _("Filen {name} går inte att läsa: {why}.").format(
                name=name, why=cause(error)
            )
        ) from error


def read_document(name: str) -> bytes:
    """Return what a document that comes back holds, at most what one may be.

    Raises `UnreadableError` when it is not there or cannot be read.
    """
    from formsvc.readers import MOST_BYTES

    return read_bytes(name, MOST_BYTES)


def write_file(file: File, output: str | None, fmt: Format) -> str:
    """Write `file` and return where: to `output`, else under its own name here.

    A writable document that stands in the working folder under the same name is kept,
    since someone may have written in it: the new one gets a number. The file is there
    whole or not at all. Raises `RefusedError` when it cannot be written.
    """
    if output == STANDARD:
        write_bytes(file.content)
        return STANDARD
    try:
        path = _written(file, output, fmt)
    except (OSError, ValueError) as error:
        raise RefusedError(
            _("Filen {name} gick inte att skriva: {why}. Inget är ändrat.").format(
                name=output or file.name, why=cause(error)
            )
        ) from error
    return str(path)


def write_text(text: str, output: str | None) -> None:
    """Write an answer to the file `output`, else on standard output.

    Raises `RefusedError` when it cannot be written.
    """
    content = f"{text}\n".encode()
    if output is None or output == STANDARD:
        write_bytes(content)
    else:
        write_named(output, content)


def write_named(name: str, content: bytes) -> None:
    """Write a file of that name; raise `RefusedError` when it cannot be written."""
    try:
        write_whole(Path(name), content)
    except (OSError, ValueError) as error:
        raise RefusedError(
            _(
                "Filen {name} gick inte att skriva: {why}. Gör om när det är ordnat: "
                "svaret blir detsamma."
            ).format(name=name, why=cause(error))
        ) from error


def _written(file: File, output: str | None, fmt: Format) -> Path:
    """Write `file` and return where; whoever takes a free name first keeps it."""
    path = Path(output or file.name)
    if output or not fmt.writable:
        write_whole(path, file.content)
        return path
    while True:
        path = _free(Path(file.name), file, fmt)
        if path.exists():  # it is just this file
            return path
        try:
            write_whole(path, file.content, new=True)
        except FileExistsError:
            continue
        return path


def write_bytes(content: bytes) -> None:
    """Write on standard output; raise `RefusedError` when it cannot be written."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise RefusedError(
            _("Det gick inte att skriva: {why}.").format(why=cause(error))
        ) from error


def _free(path: Path, file: File, fmt: Format) -> Path:
    """Return `path`, or the first numbered one that holds nobody's writing."""
    number, free = 1, path
    while fmt.writable and (free.is_dir() or _is_other(free, file)):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _is_other(path: Path, file: File) -> bool:
    """Return whether something else than `file` stands at `path`."""
    return path.exists() and path.read_bytes() != file.content


def cause(error: Exception) -> str:
    """Return why the system refused, in Swedish."""
    number = error.errno if isinstance(error, OSError) else None
    causes = {
        errno.EACCES: _("du saknar behörighet"),
        errno.EPERM: _("du saknar behörighet"),
        errno.EROFS: _("disken går bara att läsa"),
        errno.ENOENT: _("mappen finns inte"),
        errno.ENOTDIR: _("mappen finns inte"),
        errno.EISDIR: _("det är en mapp"),
        errno.ENAMETOOLONG: _("namnet är för långt"),
        errno.ENOSPC: _("disken är full"),
        errno.EDQUOT: _("disken är full"),
    }
    if number in causes:
        return causes[number]
    return _("tekniskt fel {number}").format(number=number or type(error).__name__)
