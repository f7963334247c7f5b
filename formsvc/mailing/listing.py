"""The last page of a plan's copies: who shall have the plan, to tick off."""

from collections.abc import Sequence

from formsvc.document import Document
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.protection import Protected
from formsvc.formkit.vocabularies import DISTRIBUTION_CHANNELS, PARTY_KINDS
from formsvc.glyphs import drawable
from formsvc.i18n import _
from formsvc.mailing.addressees import Addressee
from formsvc.pipeline import TakenIn
from formsvc.renderers import version_words
from formsvc.renderers.headings import heading
from formsvc.renderers.letters import Listing, ListRow

CHANNELS, KINDS = dict(DISTRIBUTION_CHANNELS), dict(PARTY_KINDS)


def listing(
    taken: TakenIn, document: Document, everyone: Sequence[Addressee]
) -> Listing:
    """Return the page; without anybody's address. `taken` is the whole plan."""
    facts = taken.facts
    protected, given = Protected(facts), facts.rows("distribution")
    plan = document.data
    stamp = document.stamp
    day = _day(plan["established_on"])
    called = heading(taken.kind, plan)
    told = _("{plan}, upprättad {day}").format(plan=called, day=day)
    version = version_words.version_line(stamp) if stamp else _("utkast")
    rows = plan["distribution"]
    return Listing(
        lead=_("Till {name}. Kryssa när var och en har fått planen.").format(
            name=drawable(plan["lead_professional"]["name"])
        ),
        which=version_words.BETWEEN.join((told, version)),
        child=drawable(plan["child"]["name"]),
        rows=tuple(
            _row(rows[one.place - 1], one, hides=given[one.place - 1] in protected)
            for one in everyone
        ),
        advice=tuple(_advice(everyone)),
    )


def _row(row: Data, one: Addressee, *, hides: bool) -> ListRow:
    return ListRow(
        name=drawable(row["recipient"]),
        kind=KINDS.get(row["kind"], ""),
        channel=CHANNELS.get(row["channel"], ""),
        date=_day(row["date"]),
        note=_note(row, one, hides=hides),
    )


def _note(row: Data, one: Addressee, *, hides: bool) -> str:
    if hides:
        return _("Skyddade personuppgifter: ge bara till personen själv.")
    if one.hidden and row["channel"] in ("paper", "by_hand"):
        return _("Ett eget exemplar, där vissa uppgifter inte visas. Förväxla inte.")
    if one.guarded:
        return _("Får inte se enheter och platser: visa inte planen där.")
    return ""


def _advice(everyone: Sequence[Addressee]) -> list[str]:
    told = [
        _("En plan som bara är inskannad i Link syns inte på 1177."),
    ]
    if any(one.guarded for one in everyone):
        told.append(
            _(
                "Någon i planen har skyddade personuppgifter. Kontrollera namnet på "
                "varje exemplar innan det läggs i ett kuvert eller lämnas över."
            )
        )
    return told


def _day(written: str) -> str:
    day = read_date(written)
    return swedish_date(day) if day else written
