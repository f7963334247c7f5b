"""The buttons of rows: one more, one less, and back again."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from flask import Response
from werkzeug.exceptions import BadRequest

from formsvc import pipeline
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.posted import lists
from formsvc.formkit.row_changes import (
    add_row,
    count,
    first_field,
    put_back,
    take_row,
)
from formsvc.i18n import _
from formsvc.web.answers import again, form_answer
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted

_ROW_NUMBER = re.compile("[0-9]{1,3}")

_FULL = _("Fler rader får inte plats i ett dokument.")


def _add(sent: Posted) -> Response:
    _demand_list(sent, sent.about)
    focus = add_row(sent.taken.kind.form, sent.taken.formdata, sent.about)
    full = "" if focus else _FULL
    page = FormPage(sent.taken, checked=sent.checked, focus=focus, complaint=full)
    return form_answer(page)


def _remove(sent: Posted) -> Response:
    listed, _number = _row(sent, sent.about)
    texts = take_row(sent.taken.formdata, sent.about)
    written = any(texts.values())
    page = FormPage(
        sent.taken,
        checked=sent.checked,
        notice=_("Raden är borttagen.") if written else "",
        undo=json.dumps({"row": sent.about, "texts": texts}) if written else "",
        focus=listed,
    )
    return form_answer(page)


def _undo(sent: Posted) -> Response:
    row, texts = sent.removed
    listed, number = _row(sent, row)
    form, formdata = sent.taken.kind.form, sent.taken.formdata
    rows = count(formdata, listed)
    if rows >= MAX_ROWS:
        return again(sent, _FULL, HTTPStatus.OK)
    number = min(number, rows)
    put_back(formdata, listed, number, texts)
    pairs = ((name, text) for name, (text,) in formdata.items())
    back = replace(
        sent.taken, formdata=pipeline.posted(sent.taken.kind, pairs).formdata
    )
    focus = first_field(form, listed, number)
    return form_answer(FormPage(back, checked=sent.checked, focus=focus))


def _clear(sent: Posted) -> Response:
    """Take a chosen answer back: a radio button cannot be unticked."""
    sent.taken.formdata.pop(sent.about, None)
    return form_answer(FormPage(sent.taken, checked=sent.checked, focus=sent.about))


def _row(sent: Posted, name: str) -> tuple[str, int]:
    """Return the list and the number of a row; 400 when the form has no such list."""
    listed, _dash, number = name.rpartition("-")
    _demand_list(sent, listed)
    if not _ROW_NUMBER.fullmatch(number):
        raise BadRequest
    return listed, int(number)


def _demand_list(sent: Posted, listed: str) -> None:
    if listed not in lists(sent.taken.kind.form):
        raise BadRequest


VERBS: dict[str, Callable[[Posted], Response]] = {
    "add": _add,
    "remove": _remove,
    "undo": _undo,
    "clear": _clear,
}
"""What each button does, by its verb."""
