"""Rows of a form that someone is filling in: added, taken away, put back.

All of it on names and texts numbered from 0 without gaps, as `posted` gives them.
"""

from collections.abc import Container, Mapping

from wtforms import Form

from formsvc.formkit.flattened import MAX_ROWS, FormData
from formsvc.formkit.posted import ROW, lists, taken_apart


def count(formdata: FormData, listed: str) -> int:
    """Return how many rows the list has, empty ones too."""
    start = f"{listed}-"
    found = {
        key[len(start) :].split("-")[0] for key in formdata if key.startswith(start)
    }
    return len(found)


def with_rows(
    form: type[Form],
    formdata: FormData,
    least: Mapping[str, int],
    growing: Container[str] = (),
) -> FormData:
    """Return `formdata` with at least so many rows in the lists of `least`.

    Lists go by the last word of their name. One in `growing` that has rows ends with an
    empty one, to go on in.
    """
    made = FormData(formdata)
    for listed in lists(form):
        word = listed.rpartition("-")[2]
        rows = count(made, listed)
        grown = rows + (word in growing and _last_is_filled(made, listed, rows))
        for number in range(rows, min(MAX_ROWS, max(least.get(word, 0), grown))):
            made[first_field(form, listed, number)] = [""]
    return made


def without_last_rows(formdata: FormData) -> FormData:
    """Return `formdata` without the rows at the end of each list that are empty."""
    last: dict[str, int] = {}
    for name, (text, *_others) in formdata.items():
        listed, number = _row_of(name)
        if number is not None and text.strip():
            last[listed] = max(number, last.get(listed, -1))
    return FormData(
        (name, texts)
        for name, texts in formdata.items()
        if (row := _row_of(name))[1] is None or row[1] <= last.get(row[0], -1)
    )


def _row_of(name: str) -> tuple[str, int | None]:
    pattern, number = taken_apart(name)
    return pattern.partition(f"-{ROW}")[0], number


def _last_is_filled(formdata: FormData, listed: str, rows: int) -> bool:
    last = f"{listed}-{rows - 1}"
    return any(
        texts[0] and (key == last or key.startswith(f"{last}-"))
        for key, texts in formdata.items()
    )


def first_field(form: type[Form], listed: str, number: int) -> str:
    """Return the name of the first field of a row."""
    inner = lists(form)[listed]
    return f"{listed}-{number}-{inner}" if inner else f"{listed}-{number}"


def add_row(form: type[Form], formdata: FormData, listed: str) -> str:
    """Add an empty row last and return the name of its first field; none when full.

    Raises KeyError when `form` has no such list.
    """
    number = count(formdata, listed)
    name = first_field(form, listed, number)
    if number >= MAX_ROWS:
        return ""
    formdata[name] = [""]
    return name


def take_row(formdata: FormData, row: str) -> dict[str, str]:
    """Take a row (`participants-2`) away and return its names and texts."""
    names = [key for key in formdata if key == row or key.startswith(f"{row}-")]
    taken = {name: formdata.pop(name)[0] for name in names}
    _close_gap(formdata, row)
    return taken


def _close_gap(formdata: FormData, row: str) -> None:
    listed, _dash, number = row.rpartition("-")
    _renumber(formdata, listed, int(number), -1)


def _renumber(formdata: FormData, listed: str, after: int, step: int) -> None:
    """Move the rows from `after` on by `step`, in an order that overwrites none."""
    start = f"{listed}-"
    moved: dict[str, list[str]] = {}
    for key in [key for key in formdata if key.startswith(start)]:
        number, dash, rest = key[len(start) :].partition("-")
        if number.isdigit() and int(number) >= after:
            moved[f"{start}{int(number) + step}{dash}{rest}"] = formdata.pop(key)
    formdata.update(moved)


def put_back(
    formdata: FormData, listed: str, number: int, texts: Mapping[str, str]
) -> None:
    """Put a row that was taken away back in its place, or elsewhere in its list.

    `texts` has the names that the row had; those of other lists are left out.
    """
    _renumber(formdata, listed, number, 1)
    start = f"{listed}-"
    for name, text in texts.items():
        if name.startswith(start):
            _number, dash, rest = name[len(start) :].partition("-")
            formdata[f"{start}{number}{dash}{rest}"] = [text]
