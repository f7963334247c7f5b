"""Letters as HTML: what stands above each, what it says, and its slip to tear off.

A letter is plain data here: whom it speaks to and in which words is for `mailing/`.
Lengths are in mm, as in `envelopes.py`.
"""

from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from formsvc.areas import AREAS
from formsvc.profiles import Profile
from formsvc.renderers.html import breakable, environment, titled
from formsvc.renderers.letter_places import places
from formsvc.wheel import wheel_svg

LINK_LINE: Final = 84
"""Letters of a link that go on a line, in its size in the style sheet."""

STYLE: Final = "letter.css"
"""The style sheet that letters are laid out with."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a letter, beside and in the window of its envelope.

    `sender` says who sends it, the name first; `back_to` where it goes back to when it
    cannot be delivered; `facts` are date and reference. `address` stands in the window,
    line by line. Without one, `to` says for whom it is, outside the window. `note` is
    for who reads it to somebody else.
    """

    sender: tuple[str, ...]
    back_to: str = ""
    facts: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it: paragraphs, areas by their sign, points.

    `areas` are ids of areas of the wheel.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether it says anything."""
        return any((*self.paragraphs, *self.points, *self.areas))

    @property
    def named_areas(self) -> list[tuple[str, str]]:
        """The areas in the wheel's order, each with its name."""
        return [(area.id, area.name) for area in AREAS if area.id in self.areas]


@dataclass(frozen=True, slots=True)
class Panel:
    """When and where: `day` and `time` can be read across a room.

    `link` leads to a digital meeting; `help` says whom to call when it does not work.
    """

    day: str
    time: str
    lines: tuple[str, ...] = ()
    reply: str = ""
    link: str = ""
    help: str = ""

    @property
    def link_on_one_line(self) -> bool:
        """Whether the link is short enough for a line as wide as the page."""
        return len(self.link) <= LINK_LINE


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel with areas marked, and what it says to those who cannot see it."""

    areas: tuple[str, ...]
    words: str

    @property
    def drawing(self) -> Markup:
        """The drawing, with its words where a PDF reader looks for them."""
        return titled(wheel_svg(self.areas, described=False), self.words)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is torn off and sent back: no person's name but the sender's is on it.

    `plan_words` stand at the box of those who want the plan on paper.
    """

    meeting: str
    facts: tuple[str, ...]
    sent_by: str
    back_to: tuple[str, ...]
    plan_words: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says, in its order.

    `tone` is `organisation`, `family` or `child`: how large and airy it is set. `about`
    is the name and the facts of whom the meeting is about, for those who are told.
    `foot` says what a loose page belongs to, without the name of a child; `version` is
    which version it is, and when it was made. A letter with a `slip` has a second page.
    """

    title: str
    tone: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    signed: tuple[str, ...]
    greeting: str = ""
    replaces: str = ""
    about: tuple[str, ...] = ()
    about_label: str = ""
    panel: Panel | None = None
    wheel: Wheel | None = None
    wheel_part: Part | None = None
    closing: str = ""
    slip: Slip | None = None
    foot: str = ""
    version: str = ""

    @property
    def feet(self) -> str:
        """What stands at the foot of each page, as a string of CSS."""
        return css_string("  ·  ".join(one for one in (self.foot, self.version) if one))


@dataclass(frozen=True, slots=True)
class ListRow:
    """One who shall have the plan: how, when, and what is to be thought of."""

    name: str
    kind: str
    channel: str
    date: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Who shall have the plan, for the one who leads the collaboration."""

    lead: str
    which: str
    child: str
    rows: tuple[ListRow, ...]
    advice: tuple[str, ...] = ()


def css_string(words: str) -> str:
    """Return words as a string of CSS in which nothing can end it."""
    escaped = (one if one.isalnum() else f"\\{ord(one):06x}" for one in words)
    return f'"{"".join(escaped)}"'


def letter_html(template: str, head: Head, profile: Profile, **given: Any) -> str:
    """Return a letter as HTML: `template` of `templates/pdf/letter/`, below its head.

    `given` is what that template asks for besides `title`.
    """
    page = environment().get_template(f"pdf/letter/{template}.html")
    window = profile.window
    html = page.render(
        head=head, profile=profile, window=window, place=places(window), **given
    )
    # What is written stands in the body; above it is a long address of a drawing.
    above, body = html.split("<body", 1)
    return f"{above}<body{breakable(body)}"


def sheet_html(template: str, profile: Profile, **given: Any) -> str:
    """Return a page of its own about the window of `profile` as HTML."""
    page = environment().get_template(f"pdf/letter/{template}.html")
    window = profile.window
    return page.render(profile=profile, window=window, place=places(window), **given)


def blank_html() -> str:
    """Return a page with nothing on it: the back of a letter's last sheet."""
    return '<html lang="sv-SE"><head><title>-</title></head><body></body></html>'
