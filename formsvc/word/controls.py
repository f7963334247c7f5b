"""Content controls: what a field of a form is in a Word document.

All is text of XML with the prefixes `w` and `w14`, which the part has to declare.
ECMA-376, 17.5.2, has the elements; the order of what is in `w:sdtPr` is Word's own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from formsvc.formkit.dates import read_date
from formsvc.formkit.view import FieldView, GroupView, RowsView
from formsvc.formkit.vocabularies import Vocabulary
from formsvc.word.characters import escaped

TEXT, LONG, DATE, CHOICE, CHECK = "text", "long", "date", "choice", "check"
"""The sorts of control."""

FONT = "Formsvc Sans"
"""The family that is embedded: check boxes are characters of it."""

TICKED, UNTICKED = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"

NO_CHOICE = "\N{EN DASH}"
"""The first item of a choice, which takes a choice back."""

EMPTY = "\N{EN SPACE}" * 5
"""What an empty control shows when the template says nothing else."""

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
"""What a line break is within a text."""

LONGEST_NAME = 64
"""Characters in a tag or an alias that Word takes."""

_SORTS = {"long": LONG, "date": DATE, "choice": CHOICE, "flag": CHECK}

_CHECK_FONT = (
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
)


Value = str | bool
"""What stands in a control: whether a check box is ticked, or a text."""


_FONTS = re.compile(r"<w:rFonts\b[^>]*/>")
_STYLE_NAME = re.compile(r"<w:rPr><w:rStyle\b[^>]*/>")


class Control(NamedTuple):
    """One content control: `tag` is the field's name, `human` what is read aloud.

    What is `locked` nobody can write in.
    """

    tag: str
    human: str
    sort: str
    options: Vocabulary = ()
    locked: bool = False


def controls_of(view: FieldView | GroupView | RowsView) -> Iterator[Control]:
    """Yield the controls of all fields in `view`, in the order of the document.

    A multiple choice has one check box per value, `areas-learning`.
    """
    if isinstance(view, FieldView):
        yield from _controls(view)
    else:
        for part in view:
            yield from controls_of(part)


def _controls(field: FieldView) -> Iterator[Control]:
    if field.kind == "checks":
        for value, words in field.options:
            human = f"{field.human}, {words}"
            yield Control(f"{field.name}-{value}", human, CHECK)
    else:
        sort = _SORTS.get(field.kind, TEXT)
        yield Control(field.name, field.human, sort, field.options)


def properties(
    control: Control,
    value: Value,
    number: int | str,
    *,
    style: str = "",
    placeholder: str = "",
    lock: str = "sdtLocked",
) -> str:
    """Return what is in the `w:sdtPr` of a control with `value`, which may be empty.

    `number` is its id, unique in the document and not zero. `style` is the `w:rPr`
    element of what is typed in it, `placeholder` the name of the docPart that Word
    shows when it is emptied; both may be missing.
    """
    showing = control.sort != CHECK and not value
    return "".join(
        (
            style,
            f'<w:alias w:val="{escaped(control.human[:LONGEST_NAME])}"/>',
            f'<w:tag w:val="{escaped(control.tag)}"/>',
            f'<w:id w:val="{number}"/>',
            f'<w:lock w:val="{lock}"/>' if lock else "",
            _placeholder(placeholder) if control.sort != CHECK else "",
            "<w:showingPlcHdr/>" if showing else "",
            sort_of(control, value),
        )
    )


def _placeholder(name: str) -> str:
    if not name:
        return ""
    return f'<w:placeholder><w:docPart w:val="{escaped(name)}"/></w:placeholder>'


def sort_of(control: Control, value: Value) -> str:
    """Return the element that says what a control holds, the last in `w:sdtPr`."""
    if control.sort == LONG:
        return '<w:text w:multiLine="1"/>'
    if control.sort == DATE:
        return _date(str(value or ""))
    if control.sort == CHOICE:
        return _choice(control.options)
    if control.sort == CHECK:
        return _check(ticked=bool(value))
    return "<w:text/>"


def _date(value: str) -> str:
    day = read_date(value) if value else None
    full = f' w:fullDate="{day.isoformat()}T00:00:00Z"' if day else ""
    return (
        f'<w:date{full}><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="sv-SE"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/>'
        "</w:date>"
    )


def _choice(options: Vocabulary) -> str:
    items = (("", NO_CHOICE), *options)
    written = "".join(
        f'<w:listItem w:displayText="{escaped(words)}" w:value="{escaped(value)}"/>'
        for value, words in items
    )
    return f"<w:dropDownList>{written}</w:dropDownList>"


def _check(*, ticked: bool) -> str:
    return (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="{FONT}"/>'
        f'<w14:uncheckedState w14:val="{ord(UNTICKED):04X}" w14:font="{FONT}"/>'
        "</w14:checkbox>"
    )


def shown(control: Control, value: Value) -> str:
    """Return the words that a control shows for a value: a choice those of its item.

    What is no date or no value of the vocabulary is shown as typed.
    """
    if control.sort == CHECK:
        return TICKED if value else UNTICKED
    text = str(value or "")
    if control.sort == CHOICE:
        return dict(control.options).get(text, text)
    return text


def content(
    control: Control,
    value: Value,
    *,
    style: str = "",
    empty: str = "",
) -> str:
    """Return the runs that a control shows for `value`.

    `style` is the `w:rPr` element of what is written, `empty` the runs of an empty
    control. Of a check box, `style` says all but the font. It is not `<w:rPr/>`.
    """
    if control.sort != CHECK and not value:
        return empty or run(EMPTY, style)
    if control.sort == CHECK:
        style = check_style(style)
    return run(shown(control, value), style)


def check_style(style: str) -> str:
    """Return the `w:rPr` element of a check box: `style` in the font that has it."""
    plain = _FONTS.sub("", style) or "<w:rPr></w:rPr>"
    named = _STYLE_NAME.match(plain)
    place = named.end() if named else len("<w:rPr>")
    return plain[:place] + _CHECK_FONT + plain[place:]


def run(text: str, style: str = "") -> str:
    """Return the run of a text: its line breaks are breaks, not paragraphs."""
    return f'<w:r>{style}<w:t xml:space="preserve">{broken(text)}</w:t></w:r>'


def broken(text: str) -> str:
    """Return a text as it stands in `w:t`, with its line breaks."""
    return escaped(text).replace("\n", BREAK)
