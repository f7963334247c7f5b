"""START HERE: the whole flow, from what came in to a finished file.

take_in   JSON → names and texts → the form
posted    what a page posted → the same names and texts → the same form
opened    a file that comes back, JSON, PDF or package → its kind and data → taken in
check     the form → findings, by the kind's table of rules
render    the form's normalised data → a document → a file in one format
compared  two documents of a kind → what has changed between them
blank     a kind → its empty form, to fill in on screen or by pen

How a document becomes the next version is told in `versions.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from formsvc import clock
from formsvc.comparing import Section, compare
from formsvc.document import Document, File, Format
from formsvc.errors import UsageError
from formsvc.findings import Finding
from formsvc.formkit.data import Data, normalised
from formsvc.formkit.dates import read_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.flattened import FormData
from formsvc.formkit.format_rules import FORMAT_RULES
from formsvc.formkit.formdata import flatten, stamp_in
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import posted as names_and_texts
from formsvc.formkit.protection import tellable
from formsvc.formkit.rules import answered, judge
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.profiles import NEUTRAL, Profile
from formsvc.readers import read_file
from formsvc.renderers import BLANKS, RENDERERS
from formsvc.renderers.calendar import meeting_of
from formsvc.sealing import Seal
from formsvc.stamp import UNSTAMPED, Checked, Standing


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in: a form with its data, and what was wrong with its shape.

    `carried` is what was said of the file that it once came from: it goes along with
    the document from page to page.
    """

    kind: Kind
    formdata: FormData
    shape: list[Finding]
    stamp: Data | None
    carried: tuple[Finding, ...] = ()

    @property
    def told(self) -> list[Finding]:
        """What is said before any rule is asked."""
        return [*self.carried, *self.shape]

    @property
    def facts(self) -> Facts:
        """The form, as rules see it: with the row numbers of the source."""
        return Facts(self.kind.form(self.formdata))

    @property
    def data(self) -> Data:
        """The normalised data: what documents hold and `data.json` says."""
        return self._with_stamp(normalised(self.kind.form(self.formdata)))

    @property
    def tellable(self) -> Data:
        """The normalised data without what may not be told of a protected person."""
        return self.tellable_beside()

    def tellable_beside(self, *others: "TakenIn") -> Data:
        """Return what is tellable also where one of `others` says who is protected."""
        beside = (other.facts for other in others)
        return self._with_stamp(tellable(self.kind.form, self.formdata, *beside))

    def _with_stamp(self, data: Data) -> Data:
        return {**data, "stamp": self.stamp} if self.stamp is not None else data


def kind_named(name: str) -> Kind:
    """Return the kind of that name; raise `UsageError` when there is none."""
    if name not in KINDS:
        raise UsageError(
            _("”{name}” är ingen sorts dokument. Välj: {kinds}.").format(
                name=name, kinds=", ".join(KINDS)
            )
        )
    return KINDS[name]


def take_in(kind: Kind, data: Mapping[str, Any]) -> TakenIn:
    """Return the JSON object `data`, taken in by the form of `kind`."""
    flat = flatten(kind.form, dict(data))
    return TakenIn(kind, flat.formdata, flat.findings, flat.stamp)


def posted(kind: Kind, pairs: Iterable[tuple[str, str]]) -> TakenIn:
    """Return the names and texts that a page posted, taken in by the form of `kind`."""
    flat = names_and_texts(kind.form, pairs)
    return TakenIn(kind, flat.formdata, flat.findings, flat.stamp)


def opened(raw: bytes) -> TakenIn:
    """Return the document that a file carries; raise `UnreadableError` if it has none.

    What kind it is, the file says; what of the file has no place in it, the shape.
    Raises `NotNowError` while too many files are read at once.
    """
    read = read_file(raw)
    kind = KINDS[read.kind]
    if read.data is not None:
        taken = take_in(kind, read.data)
        return replace(taken, shape=[*read.findings, *taken.shape])
    flat = names_and_texts(kind.form, read.fields)
    shape = [*read.findings, *flat.findings]
    stamp = None if read.stamp is None else stamp_in(read.stamp)
    return TakenIn(kind, flat.formdata, shape, stamp)


def check(taken: TakenIn) -> list[Finding]:
    """Return what the rules say of what came in, shape first, then as on paper.

    A warning that is answered with a reason is left out (contract, section 6).
    """
    return [finding for finding, is_answered in review(taken) if not is_answered]


def review(taken: TakenIn) -> list[tuple[Finding, bool]]:
    """Return what `check` does, and the answered warnings too: each with whether so."""
    facts = taken.facts
    found = judge((*FORMAT_RULES, *taken.kind.rules), facts)
    return list(answered([*taken.told, *found], facts))


def possible(taken: TakenIn) -> list[Format]:
    """Return the formats that can be made of what came in.

    A calendar file needs a meeting with a date.
    """
    kind = taken.kind
    told = Document(kind.name, taken.tellable, "")
    return [
        fmt for fmt in kind.formats if fmt is not Format.ICS or meeting_of(kind, told)
    ]


def render(
    taken: TakenIn, fmt: Format, profile: Profile = NEUTRAL, seal: Seal | None = None
) -> File:
    """Return what came in as a file, complete or not.

    A stamp counts when `seal` vouches for it; without a seal none does.

    Raises `UsageError` when the kind has no such format, `RefusedError` when the
    format needs something that is not written, `RenderError` when it cannot be laid
    out.
    """
    kind = taken.kind
    _demand_format(kind, fmt)
    made = document(taken, seal)
    content = RENDERERS[fmt](kind, made, profile)
    name = kind.file_name(made.own_date, fmt, stamp=made.stamp)
    return File(name, content, fmt.media_type)


def checked(taken: TakenIn, seal: Seal | None) -> Checked:
    """Return what the stamp that came along is worth; of another kind it is broken."""
    if seal is None:
        return UNSTAMPED
    found = seal.check(taken.data)
    if found.stamp and found.stamp.kind != taken.kind.name:
        return Checked(Standing.BROKEN)
    return found


def compared(old: TakenIn, new: TakenIn) -> list[Section]:
    """Return what has changed from one document to another, without what is withheld.

    Whoever is protected in either is so in both. Raises `UsageError` when they are not
    of one kind.
    """
    if old.kind is not new.kind:
        raise UsageError(
            _("Det är två olika sorters dokument: {old} och {new}.").format(
                old=old.kind.title, new=new.kind.title
            )
        )
    before, after = old.tellable_beside(new), new.tellable_beside(old)
    return compare(new.kind, before, after)


def document(taken: TakenIn, seal: Seal | None) -> Document:
    """Return what came in as a document, to be rendered or sent."""
    found = checked(taken, seal)
    whole = found.stamp if found.standing is Standing.WHOLE else None
    data = taken.tellable
    return Document(
        kind=taken.kind.name,
        data=data,
        own_date=_own_date(taken.kind, data),
        checked=found,
        address=seal.page_of(whole) if seal and whole else "",
    )


def blank(kind: Kind, fmt: Format, profile: Profile = NEUTRAL) -> File:
    """Return the empty form of `kind`, for a screen or for a pen."""
    _demand_format(kind, fmt)
    if fmt not in BLANKS:
        raise UsageError(_("En tom blankett görs som pdf-form eller docx."))
    content = BLANKS[fmt](kind, profile)
    return File(kind.file_name("", fmt, blank=True), content, fmt.media_type)


def _demand_format(kind: Kind, fmt: Format) -> None:
    if fmt not in kind.formats:
        raise UsageError(
            _("{title} finns inte som {fmt}. Välj: {formats}.").format(
                title=kind.title, fmt=fmt, formats=", ".join(kind.formats)
            )
        )


def _own_date(kind: Kind, data: Data) -> str:
    day = read_date(str(data[kind.date_field])) or clock.today()
    return day.isoformat()
