"""A content control of a Word document: what it is called, and what stands in it."""

from formsvc.apart.limits import SAID
from formsvc.apart.sorts import CHECK, CHOICE, DATE, ON, TEXT

Told = list[str | int | bool | None]
"""What is told of a control, in the order of `readers/word_fields.Shown`."""


class Control:
    """A control while it is read. `tag` is the name of its field.

    `place` numbers the row of a table, or the paragraph, that it is in. `strange` says
    that something in it could not be read.
    """

    __slots__ = (
        "checked",
        "entered",
        "holds",
        "items",
        "kind",
        "outer",
        "parts",
        "place",
        "placeholder",
        "said",
        "strange",
        "tag",
        "when",
    )

    def __init__(self, place: int) -> None:
        """Begin with nothing known but where it is."""
        self.place = place
        self.tag, self.kind, self.when = "", TEXT, ""
        self.holds, self.placeholder = True, False
        self.said = self.entered = self.strange = False
        self.checked: bool | None = None
        self.items: list[tuple[str, str]] = []
        self.parts: list[str] = []
        self.outer: Control | None = None

    @property
    def is_field(self) -> bool:
        """Whether it has a name, and text of its own."""
        return bool(self.tag) and self.holds

    def take_over(self, inner: "Control") -> None:
        """Be what an inner control of the same name says that it is."""
        if self.kind == TEXT:
            self.kind, self.items, self.when = inner.kind, inner.items, inner.when
        if self.checked is None:
            self.checked = inner.checked

    def text(self) -> str:
        """Return what stands in it: nothing when that is blank or a placeholder."""
        text = "".join(self.parts).removesuffix("\n")
        return "" if self.placeholder or not text.strip() else text

    def told(self) -> Told:
        """Return what is told of it, its text as it shows and what is kept beside that.

        The last but one is the value that its own list has for the words of a choice,
        the day that the calendar of a date has, or the state of a check box; nothing
        when there is none.
        """
        text = self.text()
        strange = self.strange and bool(text)
        return [self.tag, self.kind, text, self.place, self._beside(text), strange]

    def _beside(self, text: str) -> str | None:
        if self.kind == CHECK and self.checked is not None:
            return ON if self.checked else ""
        if self.kind == DATE:
            return self.when[:SAID] or None
        return self._chosen(text) if self.kind == CHOICE else None

    def _chosen(self, text: str) -> str | None:
        if len(text) > SAID:
            return None
        plain = " ".join(text.split())
        shown = [
            value for words, value in self.items if " ".join(words.split()) == plain
        ]
        values = [value for _words, value in self.items if value and value == plain]
        return next(iter([*shown, *values]), None)
