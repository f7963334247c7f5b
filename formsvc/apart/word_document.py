"""The text of a Word document: what stands in its controls, by the name of each.

Any control may stand in any other, in a cell, around a row or within a line. The
innermost one that has a name owns what is written.
"""

from typing import ClassVar

from formsvc.apart.limits import SAID, WORD_ANSWER, HeavyError
from formsvc.apart.sorts import CHECK, CHOICE, DATE
from formsvc.apart.word_control import Control
from formsvc.apart.word_markup import Attributes, is_on, value
from formsvc.apart.word_stream import (
    NO_TEXT,
    PICTURES,
    SECTIONS,
    TICK,
    Ends,
    Starts,
    Stream,
)
from formsvc.apart.word_symbols import SIGNS, UNKNOWN, shown

_BEGINNING = 20_000
"""Characters outside all controls that are told of."""

_SORTS = {"date": DATE, "dropDownList": CHOICE, "comboBox": CHOICE, TICK: CHECK}


class Document(Stream):
    """Reads a part of a document; `controls` are those with a name, in its order.

    `comments` are what stands in those, where the part is one of comments. `words`
    begin what stands outside; `revisions` counts the changes that are tracked.
    """

    def __init__(self) -> None:
        """Begin before the first element."""
        super().__init__()
        self.controls: list[Control] = []
        self.comments: list[Control] = []
        self.words: list[str] = []
        self.revisions = 0
        self._open: list[Control] = []
        self._owner: Control | None = None
        self._rows: list[int] = []
        self._lines: list[tuple[int, list[bool]]] = []
        self._fallbacks: list[bool] = []
        self._places = self._size = self._outside = 0

    def _place(self) -> int:
        self._places += 1
        return self._places

    # Controls.

    def _control(self, _attributes: Attributes) -> None:
        places = [*self._rows[-1:], *(line for line, _gone in self._lines[-1:])]
        self._open.append(Control(places[0] if places else self._place()))

    def _control_ends(self) -> None:
        control = self._open.pop()
        if control.entered:
            self._owner = control.outer

    def _properties(self, _attributes: Attributes) -> None:
        if not self._open or self._open[-1].said or self._open[-1].entered:
            raise ValueError("a control says twice what it is")
        self._open[-1].said = True

    def _properties_end(self) -> None:
        control = self._open[-1]
        if not control.is_field:
            return
        for outer in self._open[:-1]:
            if outer.is_field and outer.tag == control.tag:
                outer.take_over(control)
                control.holds = False
                return
        self.controls.append(control)

    def _content(self, _attributes: Attributes) -> None:
        if not self._open or self._open[-1].entered:
            raise ValueError("a control has no content, or two")
        control = self._open[-1]
        control.entered, control.outer = True, self._owner
        if control.is_field:
            self._owner = control
        elif control.placeholder:
            self.skip()

    def _tag(self, attributes: Attributes) -> None:
        if self.above() == "sdtPr":
            self._open[-1].tag = (value(attributes) or "").strip()

    def _placeholder(self, attributes: Attributes) -> None:
        if self.above() == "sdtPr":
            self._open[-1].placeholder = is_on(attributes)

    def _sort(self, attributes: Attributes) -> None:
        if self.above() == "sdtPr":
            control = self._open[-1]
            control.kind = _SORTS[self.above(0)]
            control.when = value(attributes, "fullDate") or ""

    def _no_text(self, _attributes: Attributes) -> None:
        if self.above() == "sdtPr":
            self._open[-1].holds = False

    def _item(self, attributes: Attributes) -> None:
        if self.above(2) == "sdtPr":
            said = value(attributes, "value") or ""
            words = value(attributes, "displayText")
            if len(said) <= SAID:
                self._open[-1].items.append((said if words is None else words, said))

    def _checked(self, attributes: Attributes) -> None:
        if self.above(2) == "sdtPr":
            self._open[-1].checked = is_on(attributes)

    # Rows, paragraphs and comments.

    def _row(self, _attributes: Attributes) -> None:
        self._rows.append(self._place())

    def _row_ends(self) -> None:
        self._rows.pop()

    def _line(self, _attributes: Attributes) -> None:
        self._lines.append((self._place(), []))

    def _line_ends(self) -> None:
        _place, gone = self._lines.pop()
        if not gone:
            self._write("\n")

    def _comment(self, _attributes: Attributes) -> None:
        self._owner = Control(0)
        self.comments.append(self._owner)

    def _comment_ends(self) -> None:
        self._owner = None

    # Tracked changes: read as if all were accepted.

    def _added(self, _attributes: Attributes) -> None:
        self.revisions += 1

    def _removed(self, _attributes: Attributes) -> None:
        self.revisions += 1
        if self.above() == "rPr":
            if self.above(2) == "pPr" and self._lines:
                self._lines[-1][1].append(True)
        elif (self.above(), self.above(2)) in (("trPr", "tr"), ("tcPr", "tc")):
            self.skip(2)
        else:
            self.skip()

    # What is written.

    def _text(self, _attributes: Attributes) -> None:
        self.parser.CharacterDataHandler = self._write

    def _text_ends(self) -> None:
        self.parser.CharacterDataHandler = None

    def _write(self, text: str) -> None:
        if self._owner is not None:
            self._owner.parts.append(text)
            self._size += len(text)
            if self._size > WORD_ANSWER:
                raise HeavyError
        elif self._outside < _BEGINNING:
            self.words.append(text)
            self._outside += len(text)

    def _sign(self, _attributes: Attributes) -> None:
        if self.above() == "r":  # elsewhere it is a setting
            self._write(SIGNS[self.above(0)])

    def _symbol(self, attributes: Attributes) -> None:
        font, number = value(attributes, "font"), value(attributes, "char")
        self._or_strange(shown(font or "", number or ""))

    def _or_strange(self, text: str) -> None:
        self._write(text)
        if text == UNKNOWN and self._owner is not None:
            self._owner.strange = True

    def _picture(self, _attributes: Attributes) -> None:
        """Tell of what is no text; words may stand in it, so it is not passed over."""
        if self._owner is not None:
            self._or_strange(UNKNOWN)

    def _skip(self, _attributes: Attributes) -> None:
        self.skip()

    def _alternatives(self, _attributes: Attributes) -> None:
        self._fallbacks.append(False)

    def _fallback(self, _attributes: Attributes) -> None:
        if self._fallbacks:
            self._fallbacks[-1] = True

    def _alternatives_end(self) -> None:
        if not self._fallbacks.pop() and self._owner is not None:
            self._or_strange(UNKNOWN)

    starts: ClassVar[dict[str, Starts]] = {
        "sdt": _control,
        "sdtPr": _properties,
        "sdtContent": _content,
        "tag": _tag,
        "showingPlcHdr": _placeholder,
        "listItem": _item,
        "checked": _checked,
        "tr": _row,
        "p": _line,
        "comment": _comment,
        "ins": _added,
        "moveTo": _added,
        "del": _removed,
        "moveFrom": _removed,
        "cellDel": _removed,
        "t": _text,
        "sym": _symbol,
        "symEx": _symbol,
        "rt": _skip,
        "Choice": _skip,
        "AlternateContent": _alternatives,
        "Fallback": _fallback,
        **dict.fromkeys(_SORTS, _sort),
        **dict.fromkeys((*NO_TEXT, *SECTIONS), _no_text),
        **dict.fromkeys(SIGNS, _sign),
        **dict.fromkeys(PICTURES, _picture),
    }

    ends: ClassVar[dict[str, Ends]] = {
        "sdt": _control_ends,
        "sdtPr": _properties_end,
        "tr": _row_ends,
        "p": _line_ends,
        "comment": _comment_ends,
        "t": _text_ends,
        "AlternateContent": _alternatives_end,
    }
