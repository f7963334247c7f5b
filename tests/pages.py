"""Pages as a browser reads them: what a form sends, and what stands beside a field."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped]
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from formsvc import pipeline
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.kind import Kind

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a post from one of our own pages."""

CONTROLS = ("input", "select", "textarea", "button")
PRESSED = ("submit", "button", "image", "reset")
NOT_SENT = (*PRESSED, "file")

Pairs = list[tuple[str, str]]


class Page:
    """An answer in HTML, read by the rules that browsers read by."""

    def __init__(self, answer: TestResponse) -> None:
        """Read `answer`. What lies in wait in templates is no part of the page."""
        assert answer.mimetype == "text/html", answer.headers
        self.answer = answer
        self.status = answer.status_code
        self.html = answer.text
        self.root: Element = tinyhtml5.parse(self.html, namespace_html_elements=False)
        for template in list(self.root.iter("template")):
            template.clear()
        self._outer = {inner: outer for outer in self.root.iter() for inner in outer}

    # -- elements

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, in the order of the page."""
        return [value for one in self.root.iter() if (value := one.get("id"))]

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return {one.get("id", ""): one for one in self.root.iter()}

    def at(self, name: str) -> Element:
        """Return the element of that id."""
        return self._by_id[name]

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of those tags, in the order of the page."""
        return (one for one in self.root.iter() if one.tag in tags)

    def around(self, one: Element) -> Iterator[Element]:
        """Yield what is around an element, from the innermost outwards."""
        while (outer := self._outer.get(one)) is not None:
            yield outer
            one = outer

    def shown(self, marker: str) -> list[str]:
        """Return the texts of the elements of a class."""
        return [text_of(one) for one in self.root.iter() if has_class(one, marker)]

    @property
    def title(self) -> str:
        """The page's title."""
        return text_of(next(self.all("title")))

    # -- the form

    @property
    def form(self) -> Element:
        """The only form of the page."""
        [form] = self.all("form")
        return form

    def controls(self) -> list[Element]:
        """Return what one writes in, chooses from and presses."""
        return [one for one in self.form.iter() if one.tag in CONTROLS]

    def buttons(self) -> list[str]:
        """Return what the buttons do."""
        return [
            one.get("value", "")
            for one in self.controls()
            if one.tag == "button" and one.get("name") == "do"
        ]

    def sent(self, do: str = "") -> Pairs:
        """Return what a browser sends when the button that does `do` is pressed."""
        assert not do or do in self.buttons(), do
        pairs: Pairs = []
        for one in self.controls():
            name = one.get("name", "")
            if name and not self._is_disabled(one):
                pairs += [(name, text) for text in _texts(one, do)]
                do = "" if name == "do" and one.get("value") == do else do
        return pairs

    def value(self, name: str) -> str:
        """Return what stands in a field, nothing for one that is not sent."""
        return dict(reversed(self.sent())).get(name, "")

    def rows(self, listed: str) -> list[str]:
        """Return the first fields of a list's rows."""
        start = f"{listed}-"
        found: dict[int, str] = {}
        for name, text in self.sent():
            if name.startswith(start):
                number = int(name[len(start) :].partition("-")[0])
                found.setdefault(number, text)
        return [found[number] for number in sorted(found)]

    def data(self, kind: Kind) -> Data:
        """Return the canonical data that the page sends.

        Room for an answer to a warning is no data until something is written there.
        """
        data = canonical(pipeline.posted(kind, self.sent()).data)
        answers = [row for row in data.pop("overrides", []) if row.get("reason")]
        return {**data, "overrides": answers} if answers else data

    @property
    def focus(self) -> str:
        """The id of what the page opens at."""
        [focus] = [one for one in self.root.iter() if "autofocus" in one.attrib]
        return focus.get("id", "") or focus.get("value", "")

    def _is_disabled(self, one: Element) -> bool:
        around = (outer for outer in self.around(one) if outer.tag == "fieldset")
        return any("disabled" in each.attrib for each in (one, *around))

    # -- what is said

    def beside(self, name: str) -> list[str]:
        """Return what is said of a field, each without the word of its severity."""
        place = self._by_id.get(f"{name}-notes")
        if place is None:
            return []
        return [
            text_of(one).partition(": ")[2]
            for note in place.iter()
            if has_class(note, "note")
            for one in note[:1]
        ]

    def links(self) -> list[tuple[str, str]]:
        """Return the links of the summary: where they lead, and their words."""
        summary = self._by_id.get("findings")
        found = [] if summary is None else summary.iter("a")
        return [(one.get("href", "")[1:], text_of(one)) for one in found]


def text_of(one: Element) -> str:
    """Return the text in an element, as it is read."""
    return " ".join("".join(one.itertext()).split())


def has_class(one: Element, marker: str) -> bool:
    """Return whether an element is of a class."""
    return marker in one.get("class", "").split()


def _texts(one: Element, do: str) -> list[str]:
    """Return what a control sends, with the line ends of a browser."""
    kind = one.get("type", "")
    if one.tag == "textarea":
        written = (one.text or "").replace("\r\n", "\n").replace("\r", "\n")
        return [written.replace("\n", "\r\n")]
    if one.tag == "select":
        return _chosen(one)
    if one.tag == "button":
        return [do] if do and one.get("value") == do else []
    if kind in NOT_SENT or (
        kind in ("checkbox", "radio") and "checked" not in one.attrib
    ):
        return []
    value = one.get("value", "on" if kind in ("checkbox", "radio") else "")
    if kind == "hidden":
        return [value]
    value = value.replace("\n", "").replace("\r", "")
    return [value.strip(" \t\f") if kind == "email" else value]


def _chosen(one: Element) -> list[str]:
    options = list(one.iter("option"))
    chosen = [option for option in options if "selected" in option.attrib] or options[
        :1
    ]
    return [option.get("value", text_of(option)) for option in chosen[-1:]]


def names_and_texts(kind: Kind, data: Data) -> Pairs:
    """Return what a browser sends of a page on which `data` is written."""
    formdata = pipeline.take_in(kind, data).formdata
    return [(name, text) for name, (text,) in formdata.items()]


class Visitor:
    """Someone who uses the service with a browser without scripts."""

    def __init__(self, client: FlaskClient) -> None:
        """Visit with `client`, which keeps the cookie."""
        self.client = client

    def open(self, address: str) -> Page:
        """Go to a page."""
        return Page(self.client.get(address))

    def post(
        self,
        address: str,
        pairs: Iterable[tuple[str, str]],
        headers: dict[str, str] | None = None,
    ) -> TestResponse:
        """Send names and texts as a browser does, from one of our own pages."""
        return self.client.post(
            address,
            data=urlencode(list(pairs)),
            content_type="application/x-www-form-urlencoded",
            headers=SAME_ORIGIN if headers is None else headers,
        )

    def written(self, kind: Kind, data: Data, do: str = "edit", *more: str) -> Page:
        """Press a button of a page on which `data` is written; `more` are ticked."""
        ticked = [(name, "true") for name in more]
        pairs = [*names_and_texts(kind, data), *ticked, ("do", do)]
        return Page(self.post(f"/{kind.page}", pairs))

    def press(
        self,
        page: Page,
        do: str,
        typed: Mapping[str, str] | None = None,
        *,
        headers: dict[str, str] | None = None,
    ) -> TestResponse:
        """Press the button of `page` that does `do`, after `typed` is written there."""
        typed = typed or {}
        pairs = [(name, typed.get(name, text)) for name, text in page.sent(do)]
        assert typed.keys() <= {name for name, _text in pairs}
        return self.post(page.form.get("action", ""), pairs, headers)
