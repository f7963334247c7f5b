"""What stands on the cover of a plan's paper copy, in the words of its recipient."""

from formsvc.areas import AREAS
from formsvc.document import Document
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, read_time, swedish_date, swedish_period
from formsvc.formkit.kind import Kind
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.shared_rules import ADULT_AGE, age_on, meeting_day
from formsvc.glyphs import drawable
from formsvc.hiding import AUTHORITIES
from formsvc.i18n import _
from formsvc.mailing.access import access
from formsvc.mailing.addressees import Addressee
from formsvc.mailing.naming import first_name, listed
from formsvc.pipeline import TakenIn
from formsvc.renderers import version_words
from formsvc.renderers.headings import heading
from formsvc.renderers.letters import Letter, Panel, Part, Wheel
from formsvc.renderers.paper import lower_first


class Cover:
    """The cover to one recipient: `taken` is the whole plan, which it does not show."""

    def __init__(self, taken: TakenIn, document: Document, to: Addressee) -> None:
        """Know the plan as the recipient may see it, and which version it is."""
        self._plan, self._document, self._to = taken.facts, document, to
        self._kind = taken.kind
        self._data = to.data
        self._child = first_name(drawable(to.data["child"]["name"]))
        self._itself = to.row["kind"] == "child"

    def letter(self) -> Letter:
        """Return what the cover says."""
        family = self._to.row["kind"] in FAMILY
        return self._to_family() if family else self._to_service()

    def _to_family(self) -> Letter:
        name = first_name(drawable(self._to.row["recipient"]))
        title = _("Här är din plan") if self._itself else _("Här är {name} plan")
        return Letter(
            title=title.format(name=genitive(self._child)),
            tone="child plan" if self._is_young else "family plan",
            greeting=_("Hej {name}!").format(name=name) if name else _("Hej!"),
            opening=(self._opening(),),
            panel=self._next(),
            wheel=Wheel(self._areas, self._wheel_words()) if self._itself else None,
            wheel_part=Part(_("Det här handlar den om"), (self._marked(),)),
            parts=tuple(self._family_parts()),
            closing=_("Vänliga hälsningar"),
            signed=self._signed(),
        )

    def _family_parts(self) -> list[Part]:
        """Return what a guardian is told; a child less."""
        told = [
            Part(*access(self._plan, itself=self._itself)),
            Part(_("Om du undrar något"), self._asked(family=True)),
        ]
        if self._is_young:
            return told
        return [
            *told,
            Part(_("Om något inte stämmer"), (self._mended(),)),
            Part(_("Version"), (self._which(),)),
        ]

    @property
    def _is_young(self) -> bool:
        """Whether the cover speaks to a child, who is not known to be grown up."""
        day = meeting_day(self._plan)
        age = age_on(day, self._plan.group("child")) if day else None
        return self._itself and (age is None or age < ADULT_AGE)

    def _to_service(self) -> Letter:
        return Letter(
            title=_("{plan} på papper").format(plan=heading(self._kind, self._data)),
            tone="organisation plan",
            opening=(self._sent(),),
            panel=self._next(),
            parts=(
                Part(_("Använd den så här"), self._handled()),
                Part(_("Frågor"), self._asked(family=False)),
                Part(_("Version"), (self._which(),)),
            ),
            closing=_("Vänliga hälsningar"),
            signed=self._signed(),
        )

    def _opening(self) -> str:
        whose = _("dig") if self._itself else _("dig och {name}")
        words = _(
            "Här står det som vi kom överens om: vad som ska göras, vem som gör det "
            "och när. Planen är till för {whose}."
        )
        return words.format(whose=whose.format(name=self._child))

    def _sent(self) -> str:
        return _(
            "Här är er papperskopia av {plan}, upprättad den {day}. Ni får den "
            "på papper eftersom ni inte når planen i Link."
        ).format(
            plan=title_of(self._kind, self._data),
            day=_day(self._data["established_on"]),
        )

    def _handled(self) -> tuple[str, ...]:
        if self._to.row["kind"] in AUTHORITIES:
            return (
                _("Låt bara dem läsa planen som behöver den i sitt arbete med barnet."),
                _(
                    "Ta hand om den enligt era rutiner för allmänna handlingar och "
                    "sekretess. Planen ersätter inte er egen dokumentation."
                ),
            )
        return (
            _(
                "Låt bara dem läsa planen som har en uppgift i den. Förvara den så att "
                "ingen annan kommer åt den, och förstör den när den inte behövs längre."
            ),
        )

    def _next(self) -> Panel | None:
        """Return when the next meeting is, and where, as far as it may be told."""
        meeting = self._data["follow_up"]
        day, start = read_date(meeting["date"]), read_time(meeting["time"])
        if not day:
            return None
        when = swedish_date(day, weekday=True)
        time = swedish_period(start, None) if start else ""
        place = drawable(meeting["place"])
        lines = (_("Nästa möte"), *((place,) if place else ()))
        return Panel(when[:1].upper() + when[1:], time, lines)

    def _asked(self, *, family: bool) -> tuple[str, ...]:
        """Return whom to ask; who is guarded asks the one who gave the plan."""
        lead = {key: drawable(text) for key, text in self._data[LEAD].items()}
        ways = " · ".join(one for one in (lead["phone"], lead["email"]) if one)
        who = ", ".join(one for one in (lead["name"], lead["role"]) if one)
        leads = _("Samverkansansvarig är {who}.").format(who=who)
        if ways:
            return (leads, ways)
        you = _("dig") if family else _("er")
        words = _(
            "Fråga {name}, eller den som lämnade eller skickade planen till {you}."
        )
        return (leads, words.format(name=lead["name"], you=you))

    def _mended(self) -> str:
        return _(
            "Säg det till samverkansansvarig, så tas det upp. Är du inte överens om "
            "något kan det stå i planen."
        )

    def _which(self) -> str:
        """Return which version the copy is of, or that it is a draft."""
        stamp = self._document.stamp
        if stamp is None:
            return _("Planen är ett utkast: den är inte registrerad som version.")
        return version_words.whole_line(stamp)

    def _marked(self) -> str:
        return _("De färgade delarna i hjulet är de som planen handlar om.")

    def _wheel_words(self) -> str:
        """Return what the wheel says to those who cannot see it."""
        names = [area.name.lower() for area in AREAS if area.id in self._areas]
        if not names:
            return _("Barnets bästa-hjulet")
        return _("Barnets bästa-hjulet: {areas}").format(areas=listed(tuple(names)))

    def _signed(self) -> tuple[str, ...]:
        lead = self._data[LEAD]
        return tuple(drawable(lead[key]) for key in ("name", "role") if lead[key])

    @property
    def _areas(self) -> tuple[str, ...]:
        """The areas with needs, by their names in the data."""
        areas = self._data["areas"]
        return tuple(area.id for area in AREAS if areas[area.id]["has_need"])


LEAD = "lead_professional"


def genitive(name: str) -> str:
    """Return a name as an owner: `Åsas`, `Lars`, `Max`; `barnets` without a name."""
    if not name:
        return _("barnets")
    return name if name[-1:].casefold() in "sxz" else f"{name}s"


def made_for(*, family: bool) -> tuple[str, ...]:
    """Return what a copy says at its head when something is left out of it.

    It says the same to all, and nothing of why.
    """
    yours = (
        _("Det här exemplaret är gjort för dig.")
        if family
        else _("Det här exemplaret är gjort för er.")
    )
    return (yours, _("Alla verksamheter och kontaktuppgifter står inte med."))


def title_of(kind: Kind, data: Data) -> str:
    """Return what a plan is called in a sentence: Barnets plan is a name."""
    called = heading(kind, data)
    return called if called == kind.title else lower_first(called)


def head_facts(document: Document, data: Data, *, family: bool) -> tuple[str, ...]:
    """Return the date of a cover, and the reference of the matter to organisations."""
    day = _day(document.own_date)
    reference = drawable(data["case_reference"])
    if family or not reference:
        return (day,)
    return (day, _("Vår beteckning: {reference}").format(reference=reference))


def _day(written: str) -> str:
    day = read_date(written)
    return swedish_date(day) if day else written
