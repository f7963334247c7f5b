"""What a browser sent from a form page: the document, and what to do with it."""

import json
from dataclasses import dataclass, replace

from flask import abort, request

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.flattened import FormData
from formsvc.formkit.formdata import MAX_BYTES, parse_json
from formsvc.formkit.kind import Kind
from formsvc.formkit.row_changes import count, take_row
from formsvc.pipeline import TakenIn
from formsvc.web.carried import CARRIED, from_text
from formsvc.web.security import MOST_NAMES

DO = "do"
"""The name of every button; its value is what to do, and with what."""

DATA = "data"
"""The whole document as JSON, on pages that show no fields."""

CHECKED = "checked"
"""Whether the page showed findings, so that it goes on doing so."""

UNDO = "undo"
"""A row that was taken away, as JSON: its name and its texts."""

DEFAULT = "create"
"""What a form does that is sent without a button."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A document, what to do (`verb`) and with what (`about`), and how it was shown."""

    taken: TakenIn
    verb: str
    about: str
    checked: bool
    whole: bool
    undo: str

    @property
    def too_much(self) -> bool:
        """Whether there is more text than any document holds."""
        texts = self.taken.formdata.values()
        return (
            sum(len(text.encode("utf-8", "replace")) for (text,) in texts) > MAX_BYTES
        )

    @property
    def removed(self) -> tuple[str, dict[str, str]]:
        """The row that can be put back: its name and its texts; empty when none can."""
        try:
            sent = json.loads(self.undo or "{}")
            texts = {str(key): str(text) for key, text in dict(sent["texts"]).items()}
            return str(sent["row"]), texts
        except (ValueError, TypeError, KeyError, RecursionError):
            return "", {}


def read_posted(kind: Kind) -> Posted:
    """Return what the current request sent; 400 when it is no document."""
    sent = request.form
    if len(sent) > MOST_NAMES:
        abort(413)
    verb, _space, about = sent.get(DO, DEFAULT).partition(" ")
    return Posted(
        taken=_taken(kind),
        verb=verb,
        about=about,
        checked=CHECKED in sent,
        whole=DATA in sent,
        undo=sent.get(UNDO, ""),
    )


def _taken(kind: Kind) -> TakenIn:
    """Return the document, and what was said of the file that it came from."""
    carried = from_text(request.form.get(CARRIED, ""))
    return replace(_document(kind), carried=carried)


def _document(kind: Kind) -> TakenIn:
    if DATA not in request.form:
        taken = pipeline.posted(kind, request.form.items(multi=True))
        _drop_unanswered(taken.formdata)
        return taken
    try:
        raw = request.form[DATA].encode("utf-8", "replace")
        return pipeline.take_in(kind, parse_json(raw))
    except UnreadableError:
        abort(400)


def _drop_unanswered(formdata: FormData) -> None:
    """Take away the rows of warnings that were shown and not answered."""
    for number in reversed(range(count(formdata, "overrides"))):
        row = f"overrides-{number}"
        if not formdata.get(f"{row}-reason", [""])[0].strip():
            take_row(formdata, row)
