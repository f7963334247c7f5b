"""How a family reaches the plan: on 1177 by age, else on paper (domain.md 5.8)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from formsvc.formkit.dates import swedish_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.protection import Protected
from formsvc.formkit.shared_rules import age_on, meeting_day
from formsvc.i18n import _
from formsvc.mailing.naming import first_name

GUARDIANS_UNTIL: Final = 13
"""Years: until then guardians see the child's record on 1177."""

OWN_FROM: Final = 16
"""Years: from then on the child does, and nobody else."""

HEADING = _("Så når du planen")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is told: the child itself, or a guardian; and what the child is called."""

    name: str
    itself: bool


def access(plan: Facts, *, itself: bool) -> tuple[str, tuple[str, ...]]:
    """Return the heading and the sentences that a guardian, or the child, is told.

    `plan` is the whole plan: that someone is protected is not among the words.
    """
    child = plan.group("child")
    reader = Reader(first_name(child["name"]) or _("barnet"), itself)
    told = [_("Den här papperskopian är din. Spara den.")]
    if plan["family_access"] != "1177" or Protected(plan).anyone:
        told.append(_("Planen lämnas på papper och visas inte på 1177."))
    else:
        told += [*_on_1177(plan, child, reader), _not_scanned()]
    return HEADING, tuple(told)


def _on_1177(plan: Facts, child: Facts, reader: Reader) -> list[str]:
    """Return who sees the plan on 1177 now, and at the follow-up when that differs."""
    now, then = meeting_day(plan), plan.group("follow_up").date("date")
    age = age_on(now, child) if now else None
    if age is None:
        words = _(
            "Vem som ser planen på 1177 beror på barnets ålder. Fråga den som lämnade "
            "planen hur det är för dig."
        )
        return [words]
    told = [_sentence(age, reader)]
    later = age_on(then, child) if then else None
    if then and later is not None and _step(later) != _step(age):
        told.append(_later(then, later, reader))
    return told


def _step(age: int) -> int:
    return (age >= GUARDIANS_UNTIL) + (age >= OWN_FROM)


def _sentence(age: int, reader: Reader) -> str:
    """Return who sees the plan on 1177 at that age."""
    return _sentences(reader)[_step(age)].format(name=reader.name)


def _sentences(reader: Reader) -> tuple[str, str, str]:
    if reader.itself:
        return (
            _("Dina vårdnadshavare kan läsa planen på 1177 tills du fyller 13."),
            _(
                "När man är mellan 13 och 16 år visas planen inte på 1177, om inte "
                "mottagningen öppnar för det. Fråga den som lämnade planen."
            ),
            _("Du kan läsa planen på 1177. Dina vårdnadshavare ser den inte där."),
        )
    return (
        _("Du som är vårdnadshavare kan läsa planen på 1177 tills {name} fyller 13."),
        _(
            "När {name} är mellan 13 och 16 år visas planen inte för någon på 1177, om "
            "inte mottagningen öppnar för det. Fråga den som lämnade planen."
        ),
        _(
            "Från 16 år är det {name} som läser planen på 1177. Vårdnadshavare ser den "
            "inte där."
        ),
    )


def _later(day: date, age: int, reader: Reader) -> str:
    """Return what has changed at the follow-up."""
    turned = OWN_FROM if age >= OWN_FROM else GUARDIANS_UNTIL
    if reader.itself:
        words = _("Till nästa möte, {day}, har du fyllt {age}: {then}")
    else:
        words = _("Till nästa möte, {day}, har {name} fyllt {age}: {then}")
    changed = _after(reader, own=age >= OWN_FROM)
    return words.format(
        day=swedish_date(day), name=reader.name, age=turned, then=changed
    )


def _after(reader: Reader, *, own: bool) -> str:
    if not own:
        return _("då visas planen inte längre på 1177, om inte mottagningen öppnar.")
    if reader.itself:
        return _("då är det du som läser planen där.")
    return _("då är det {name} som läser planen där.").format(name=reader.name)


def _not_scanned() -> str:
    return _(
        "Planen syns på 1177 först när någon har skrivit in den i Link. En inskannad "
        "plan syns inte där."
    )
