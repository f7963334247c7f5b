"""Check boxes of a Word document: what they are, and what somebody wrote in them."""

from formsvc.apart.sorts import CHECK, ON, TEXT
from formsvc.readers.word_fields import Shown

TICKED = frozenset("☑☒✓✔✗✘🗹🗷✅")
"""What a ticked box shows, in one font or another."""

UNTICKED = frozenset("☐□◻⬜")
"""What a box shows that is not ticked."""

_SIGNS = TICKED | UNTICKED

_WORDS = {
    **dict.fromkeys(("x", "ja", "yes", "true", "1"), True),
    **dict.fromkeys(("nej", "no", "false", "0"), False),
}
"""What people write in a box instead of a tick."""

_AROUND = " \t\n\xa0\u2002.,!"

_LONGEST = 40
"""Characters beyond which what is in a box is no sign of one."""


def settled(shown: Shown, *, is_box: bool | None) -> Shown:
    """Return a control as what its field is: a box, or a text whatever is in it.

    Of a field that no form has `is_box` is not known: its control says what it is. The
    text of a box is `ON` or nothing, and it is strange when it shows another thing.
    """
    if is_box is None:
        is_box = shown.type == CHECK
    if not is_box:
        sort = TEXT if shown.type == CHECK else shown.type
        other = None if shown.type == CHECK else shown.other
        return shown._replace(type=sort, other=other)
    shows = _shows(shown.text)
    is_on = True in shows and False not in shows
    if shown.type == CHECK and shown.other is not None:
        is_on = shown.other == ON
    text = ON if is_on else ""
    return shown._replace(
        type=CHECK, text=text, other=None, strange=bool(shows - {is_on})
    )


def _shows(text: str) -> set[bool | None]:
    """Return what a box shows: ticked, not ticked, and nothing of what is neither.

    A sign that is not known is none of these: Word lets people choose their own.
    """
    if len(text) > _LONGEST:
        return {None}
    signs = _SIGNS.intersection(text)
    shows: set[bool | None] = {sign in TICKED for sign in signs}
    words = "".join(sign for sign in text if sign not in _SIGNS) if signs else text
    if any(map(str.isalnum, words)):
        shows.add(_WORDS.get(words.strip(_AROUND).casefold()))
    return shows
