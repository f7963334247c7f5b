"""Recipients into the rows of an invitation that someone is writing in."""

from collections.abc import Sequence

from formsvc.errors import UnreadableError
from formsvc.formkit.fields import CHECKED
from formsvc.formkit.flattened import MAX_ROWS, FormData
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.row_changes import count, without_last_rows
from formsvc.i18n import _
from formsvc.recipients.reading import Recipient

LIST = "recipients"


def added(formdata: FormData, recipients: Sequence[Recipient]) -> tuple[FormData, int]:
    """Return `formdata` with `recipients` after those it has, and the first's number.

    Empty rows at the end are written in first. Raises `UnreadableError`, and adds none,
    when they are more than an invitation takes.
    """
    made = FormData(formdata)
    first = count(without_last_rows(formdata), LIST)
    total = first + len(recipients)
    if total > MAX_ROWS:
        raise UnreadableError(
            _(
                "Det skulle bli {total} mottagare; högst {most} ryms i en inbjudan. "
                "Inget är tillagt. Dela upp dem på flera inbjudningar."
            ).format(total=total, most=MAX_ROWS)
        )
    for number, one in enumerate(recipients, first):
        made[f"{LIST}-{number}-kind"] = [""]
        for field, text in one.texts.items():
            made[f"{LIST}-{number}-{field}"] = [text]
    return made, first


def texts_of(formdata: FormData, number: int) -> dict[str, str]:
    """Return what is written in row `number`, from 0, by the names of its fields."""
    row = f"{LIST}-{number}-"
    return {
        name.removeprefix(row): text.strip()
        for name, (text, *_more) in formdata.items()
        if name.startswith(row)
    }


def covered(formdata: FormData) -> tuple[FormData, int]:
    """Return `formdata` with every invited organisation marked as covered by consent.

    Also how many marks are new. A family needs none, nor does an empty row.
    """
    made = FormData(formdata)
    marked = 0
    for number in range(count(formdata, LIST)):
        texts = texts_of(formdata, number)
        is_organisation = texts.get("kind") not in FAMILY and any(texts.values())
        if is_organisation and texts.get("consent_covers", "") != CHECKED:
            made[f"{LIST}-{number}-consent_covers"] = [CHECKED]
            marked += 1
    return made, marked
