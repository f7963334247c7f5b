"""Many recipients at once: pasted, from a file, or out of the address book.

Nothing that is pasted is lost: what cannot be understood stays in its box, with what
to mend; what was added can be taken back.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from flask import Response, current_app, request
from werkzeug.exceptions import BadRequest

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.flattened import FormData
from formsvc.formkit.posted import lists
from formsvc.i18n import _
from formsvc.recipients import Recipient, Sheet, read_file, read_text
from formsvc.recipients.adding import LIST, added, covered
from formsvc.recipients.book import Book, book_of, label_of
from formsvc.recipients.decoding import decoded
from formsvc.recipients.finding import MOST_ALIKE, completed, found
from formsvc.web import answers
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted
from formsvc.web.recipient_box import Box

TEXT, FILE, SOUGHT = "recipients_text", "recipients_file", "recipients_sought"
BEFORE, SHOWN = "recipients_before", "recipients_shown"

_NOT_ADDED = _(
    "Rutan har rader som inte är tillagda än. Tryck på ”Lägg till mottagarna”, eller "
    "töm rutan."
)
_NOTHING = _("Klistra in rader i rutan, eller välj en fil, först.")


def kept_on(page: FormPage) -> None:
    """Let what stands in the boxes stay there, whatever button was pressed."""
    if LIST not in lists(page.kind.form):
        return
    sent = request.form
    if page.box == Box():
        page.box = Box(text=sent.get(TEXT, ""), sought=sent.get(SOUGHT, ""))
    page.part = page.part or (LIST if SHOWN in sent else "")
    book = _book()
    names = tuple(sorted(label_of(one) for one in book.entries))
    page.box = replace(page.box, names=names, book_faults=book.faults)


def has_left(sent: Posted) -> bool:
    """Return whether pasted rows stand in their box that nobody has added."""
    return bool(request.form.get(TEXT, "").strip()) and _has_list(sent)


def left(sent: Posted) -> Response:
    """Show the form again, at the rows that are not added."""
    box = replace(_typed(), faults=(_NOT_ADDED,))
    return _answer(sent, box, sent.taken.formdata)


def _paste(sent: Posted) -> Response:
    """Add the pasted rows, and those of a file, or say which have no place."""
    box, sheets = _sheets()
    faults = tuple(fault for sheet in sheets for fault in sheet.faults)
    if not sheets:
        faults = (_NOTHING,)
    try:
        rows = [one for sheet in sheets for one in sheet.recipients]
        made, first = added(sent.taken.formdata, rows)
    except UnreadableError as error:
        faults = (*faults, str(error))
    if faults:
        return _answer(sent, replace(box, faults=faults), sent.taken.formdata)
    told = tuple(text for sheet in sheets for text in sheet.told)
    box = Box(sought=box.sought, done=_done(first, rows), told=told)
    return _answer(sent, box, made)


def _sheets() -> tuple[Box, list[Sheet]]:
    """Return what stands in the boxes, and what is read in them."""
    box, sheets = _typed(), []
    if box.text.strip():
        sheets.append(read_text(box.text))
    file = request.files.get(FILE)
    if file is not None and file.filename:
        raw = file.read()
        sheets.append(read_file(raw))
        if not box.text.strip():
            box = replace(box, text=_text(raw))
    return box, sheets


def _text(raw: bytes) -> str:
    """Return the text of a file, to be mended in the box; none of what is no text."""
    try:
        return decoded(raw)
    except UnreadableError:
        return ""


def _done(first: int, rows: list[Recipient]) -> str:
    if len(rows) == 1:
        return _("Tillagd: mottagare {number}.").format(number=first + 1)
    return _("{count} mottagare är tillagda: nummer {first}–{last}.").format(
        count=len(rows), first=first + 1, last=first + len(rows)
    )


def _address(sent: Posted) -> Response:
    """Add one organisation out of the address book."""
    box = _typed()
    hits = found(_book(), box.sought)
    wrong = _which(box.sought, hits) if len(hits) != 1 else ""
    try:
        made, first = added(sent.taken.formdata, hits)
    except UnreadableError as error:
        wrong = wrong or str(error)
    if wrong:
        box = replace(box, sought_faults=(wrong,))
        return _answer(sent, box, sent.taken.formdata)
    box = replace(box, sought="", done=_done(first, hits))
    return _answer(sent, box, made)


def _which(sought: str, hits: list[Recipient]) -> str:
    if not sought.strip():
        return _("Skriv eller välj en verksamhet först.")
    if not hits:
        return _("”{name}” finns inte i adressboken.").format(name=sought.strip())
    names = "; ".join(label_of(one) for one in hits[:MOST_ALIKE])
    return _("Det finns flera: {names}. Skriv hela namnet.").format(names=names)


def _fill(sent: Posted) -> Response:
    """Fill in the addresses that organisations lack, out of the address book."""
    made, count, unknown = completed(sent.taken.formdata, _book())
    done = _("Adresser som fylldes i ur adressboken: {count}.").format(count=count)
    told = tuple(
        _("{name}: ingen adress som stämmer finns i adressboken.").format(name=name)
        for name in unknown
    )
    return _answer(sent, replace(_typed(), done=done, told=told), made)


def _cover(sent: Posted) -> Response:
    """Mark every invited organisation as covered by the consent."""
    made, count = covered(sent.taken.formdata)
    done = _("Markerade som omfattade av samtycket: {count}.").format(count=count)
    return _answer(sent, replace(_typed(), done=done), made)


def _unpaste(sent: Posted) -> Response:
    """Put the recipients back as they were; all else stays as it is written."""
    try:
        before = json.loads(request.form.get(BEFORE, ""))
        kept, text = dict(before["rows"]), str(before["text"])
        rows = {f"{LIST}-{key}": str(value) for key, value in kept.items()}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadRequest from None
    others = {
        name: value
        for name, (value, *_more) in sent.taken.formdata.items()
        if not name.startswith(f"{LIST}-")
    }
    made = pipeline.posted(sent.taken.kind, (others | rows).items()).formdata
    box = replace(_typed(), text=text, done=_("Mottagarna är som de var."))
    return _answer(sent, box, made, undo=False)


def _answer(
    sent: Posted, box: Box, formdata: FormData, *, undo: bool = True
) -> Response:
    """Show the form with `formdata`, which is another when something was done."""
    if undo and formdata != sent.taken.formdata:
        box = replace(box, before=_before(sent.taken.formdata))
    taken = replace(sent.taken, formdata=formdata)
    box = replace(box, uncovered=covered(formdata)[1] if box.before else 0)
    page = FormPage(taken, checked=sent.checked, part=LIST if box.done else "", box=box)
    page.focus = FOCUS_FAULTS if box.faults or box.sought_faults else FOCUS_DONE
    return answers.form_answer(page, HTTPStatus.OK)


FOCUS_DONE, FOCUS_FAULTS = "mottagare-klart", "mottagare-fel"
"""The ids of what is said, where one goes on."""


def _before(formdata: FormData) -> str:
    start = f"{LIST}-"
    rows = {
        name.removeprefix(start): text
        for name, (text, *_more) in formdata.items()
        if name.startswith(start)
    }
    kept = {"rows": rows, "text": request.form.get(TEXT, "")}
    return json.dumps(kept, ensure_ascii=False)


def _typed() -> Box:
    sent = request.form
    return Box(text=sent.get(TEXT, ""), sought=sent.get(SOUGHT, ""))


def _book() -> Book:
    instance = current_app.extensions["formsvc-settings"].instance
    return book_of(instance, current_app.extensions["formsvc-profile"].name)


def _has_list(sent: Posted) -> bool:
    return LIST in lists(sent.taken.kind.form)


def _with_list(act: Callable[[Posted], Response]) -> Callable[[Posted], Response]:
    """Return `act` for the kinds that have recipients alone: 400 for the others."""

    def demand(sent: Posted) -> Response:
        if not _has_list(sent):
            raise BadRequest
        return act(sent)

    return demand


VERBS: dict[str, Callable[[Posted], Response]] = {
    "paste": _with_list(_paste),
    "address": _with_list(_address),
    "fill": _with_list(_fill),
    "cover": _with_list(_cover),
    "unpaste": _with_list(_unpaste),
}
"""What each button does, by its verb."""
