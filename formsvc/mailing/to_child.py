"""The letter to a child: short, friendly, by its age, without one formal word.

A child under seven has it read aloud. Purpose and questions are written for grown-ups,
so the child gets the wheel with its areas instead.
"""

from dataclasses import replace

from formsvc.formkit.shared_rules import ADULT_AGE
from formsvc.i18n import _
from formsvc.mailing.naming import listed
from formsvc.mailing.to_family import to_family
from formsvc.mailing.told import Told
from formsvc.mailing.who_come import who_come
from formsvc.renderers.letters import Letter, Part, Wheel

READS, TEEN = 7, 13
"""Ages in years: from when a child reads by itself, and from when it is a teenager."""


def to_child(told: Told) -> Letter:
    """Return what the child is told; a grown-up one as any grown-up.

    At an age that is not known, as one who reads: no word in it is too hard for others.
    """
    age = READS if told.age is None else told.age
    if told.is_sip or age >= ADULT_AGE:
        return to_family(told)
    if age < READS:
        return _read_aloud(told)
    return _to_teenager(told) if age >= TEEN else _to_schoolchild(told)


def _letter(told: Told, opening: str, wheel_part: Part, *parts: Part) -> Letter:
    """Return a letter of the parts that an age has."""
    return Letter(
        title=_("Hej {name}!").format(name=told.first_name),
        tone="child",
        opening=(opening,),
        panel=told.panel_for_family,
        wheel=Wheel(tuple(told.text["areas"]), _wheel_words(told)),
        wheel_part=wheel_part,
        parts=parts,
        closing=_("Vi ser fram emot att träffa dig!")
        if _attends(told)
        else _("Ha det så bra!"),
        signed=_signed(told),
        foot=_("Brev om ett möte"),
    )


def _read_aloud(told: Told) -> Letter:
    letter = _letter(
        told,
        _(
            "Snart ska några vuxna träffas. De vill att du ska ha det bra, och de vill "
            "veta vad du tycker."
        ),
        Part(
            _("Hjulet"),
            (
                _(
                    "I hjulet finns sådant som är viktigt för alla barn. Peka på "
                    "bilderna! Vad känns bra? Vad känns svårt?"
                ),
            ),
        ),
        Part(_("Är du med?"), (_taking_part(told),)),
        Part(
            _("Du får berätta"),
            (_("Du kan säga det, rita det eller viska det till någon du tycker om."),),
        ),
    )
    return replace(letter, tone="child read-aloud")


def _to_schoolchild(told: Told) -> Letter:
    return _letter(
        told,
        _(
            "Några vuxna ska träffas och prata om hur du har det. De vill hjälpa dig "
            "med det som är svårt, och de vill veta vad du tycker."
        ),
        Part(
            _("Tänk gärna på det här innan"),
            points=(
                _("Vad är bra just nu?"),
                _("Vad är svårt?"),
                _("Vad vill du att de vuxna ska göra?"),
            ),
        ),
        Part(_("Är du med på mötet?"), (_taking_part(told),)),
        Part(_("Vilka kommer?"), (who_come(told),)),
        Part(
            _("Efter mötet"),
            (
                _(
                    "Vi skriver upp vad var och en ska göra för att du ska få det "
                    "bättre. Det heter Barnets plan. Någon berättar för dig vad som "
                    "står där."
                ),
            ),
        ),
        Part(_("Undrar du något?"), (_asking(told),)),
    )


def _to_teenager(told: Told) -> Letter:
    letter = _letter(
        told,
        _(
            "Du är inbjuden till ett möte som handlar om dig. Några vuxna från olika "
            "håll ska komma överens om hur de kan hjälpa dig, och de vill göra det "
            "tillsammans med dig."
        ),
        Part(
            _("Tänk gärna på det här innan"),
            points=(
                _("Vad fungerar bra just nu?"),
                _("Vad är svårt, och vad skulle göra det lättare?"),
                _("Vem vill du få hjälp av?"),
            ),
        ),
        Part(_("Är du med på mötet?"), (_taking_part(told), _taking_along())),
        Part(_("Vilka kommer?"), (who_come(told),)),
        Part(
            _("Efter mötet"),
            (
                _(
                    "Vi skriver upp vem som ska göra vad. Det heter Barnets plan, och "
                    "du får veta vad som står där."
                ),
            ),
        ),
        Part(_("Undrar du något, eller vill du säga nej?"), (_regretting(told),)),
    )
    return replace(letter, tone="child teen")


def note_to_reader(told: Told) -> str:
    """Return what is said to who reads the letter aloud, empty when nobody does.

    It stands high on the page, where a child's name could shine through an envelope.
    """
    if not told.speaks_to_child or told.age is None or told.age >= READS:
        return ""
    return _(
        "Till dig som läser högt: ta god tid på dig, titta på hjulet tillsammans och "
        "skriv gärna upp det barnet säger. Ta med det till mötet."
    )


def _wheel_words(told: Told) -> str:
    """Return what the wheel says to those who cannot see it."""
    if not told.areas:
        return _("Ett hjul med sju bilder.")
    names = listed(tuple(name.lower() for name in told.areas))
    return _("Ett hjul med sju bilder. Färgade är: {areas}.").format(areas=names)


def _attends(told: Told) -> bool:
    return bool(told.text["child_attends"] != "no")


def _taking_part(told: Told) -> str:
    name = told.first_name_of_sender
    if told.text["child_attends"] == "no":
        return _(
            "Du behöver inte vara med. Du kan säga, skriva eller rita vad du tycker "
            "innan, så berättar {name} det för de andra."
        ).format(name=name)
    if told.text["child_attends"] == "partly":
        return _(
            "Du får vara med en del av mötet, inte hela. Du behöver inte säga något om "
            "du inte vill."
        )
    return _("Du får gärna vara med. Du behöver inte säga något om du inte vill.")


def _taking_along() -> str:
    return _("Du får ta med någon som du litar på.")


def _asking(told: Told) -> str:
    return _("Fråga {name}, eller en vuxen som du tycker om.").format(
        name=told.first_name_of_sender
    )


def _regretting(told: Told) -> str:
    return _(
        "Prata med {who}. Vi får prata med varandra om dig för att du eller de "
        "vuxna hemma har sagt ja till det. Vill du inte att vi gör det längre? Säg "
        "det till {name}."
    ).format(who=told.reach, name=told.first_name_of_sender)


def _signed(told: Told) -> tuple[str, ...]:
    """Return who has written: the name, and where they are, without a function."""
    sender = told.sender
    lines = (sender["name"], sender["unit"] or sender["organisation"], sender["phone"])
    return tuple(line for line in lines if line)
