"""The letter to an organisation: what is expected, of whom, and a slip to answer on."""

from formsvc.i18n import _
from formsvc.mailing.naming import listed
from formsvc.mailing.told import Told
from formsvc.references import SIP_LAW
from formsvc.renderers.letters import Letter, Part, Slip

BY_LAW = (
    *("maternity_care", "child_health", "primary_care", "specialist_care"),
    *("habilitation", "child_psychiatry", "dental_care", "social_services"),
)
"""Those whom the law on SIP obliges: the region's care and social services."""

BY_AGREEMENT = ("preschool", "school", "school_health", "activity_duty", "police")
"""Those whom the county's agreement obliges; the others are free to come."""

NUMBER_TOLD = (*BY_LAW, *BY_AGREEMENT)
"""Authorities find the child by its number; others have no use of it."""


def to_organisation(told: Told) -> Letter:
    """Return what an organisation is told."""
    return Letter(
        title=title(told),
        tone="organisation",
        opening=(opening(told),),
        panel=told.panel,
        about_label=_("Mötet gäller"),
        about=about(told),
        parts=tuple(parts(told)),
        closing=_("Med vänlig hälsning"),
        signed=told.signed,
        foot=_title(told),
        slip=slip(told),
    )


def title(told: Told) -> str:
    """Return the title; of one that comes again, that it is new."""
    words = _title(told)
    if not told.again:
        return words
    return _("Ny {title}").format(title=words[:1].lower() + words[1:])


def _title(told: Told) -> str:
    """Return the title: those who are free to come are not called (`kallelse`)."""
    obliged = told.row["kind"] in (*BY_LAW, *BY_AGREEMENT)
    if told.is_sip:
        return (
            _("Inbjudan (kallelse) till SIP-möte")
            if obliged
            else _("Inbjudan till SIP-möte")
        )
    if obliged:
        return _("Inbjudan (kallelse) till samverkansmöte")
    return _("Inbjudan till samverkansmöte")


def opening(told: Told) -> str:
    """Return what the meeting is, in one paragraph."""
    if told.is_sip:
        return _(
            "Vi bjuder in er till ett möte för att tillsammans göra en samordnad "
            "individuell plan (SIP): vad som behövs, vem som gör vad, och när."
        )
    return _(
        "Vi bjuder in er till ett möte enligt Kronobarnsmodellen för att tillsammans "
        "göra Barnets plan: vad som behövs, vem som gör vad, och när."
    )


def about(told: Told) -> tuple[str, ...]:
    """Return name of the one it is about, and the number for those who need it."""
    lines = [told.about["name"]]
    if told.row["kind"] in NUMBER_TOLD:
        number, born = told.about["identity_number"], ""
        if not number and not told.is_sip:
            born = told.date("birth_date", "child")
        if number:
            lines.append(_("Personnummer {number}").format(number=number))
        elif born:
            lines.append(_("Född {day}").format(day=born))
    return tuple(line for line in lines if line)


def parts(told: Told) -> list[Part]:
    """Return what is said under headings."""
    return [
        Part(_("Syfte"), (told.text["purpose"],)),
        Part(_("Det här förväntar vi oss"), (told.text["expectations"],)),
        Part(_("Frågor att ta upp"), points=tuple(told.text["questions"])),
        Part(_("Barnets bästa-hjulet"), areas=tuple(told.text["areas"])),
        Part(_("Inbjudna"), *_invited(told)),
        Part(_("Barnets delaktighet"), (_attends(told),)),
        Part(_("Samtycke"), (consent(told),)),
        Part(_("Vem kommer?"), (binding(told),)),
        Part(_("Att förbereda"), (_prepare(told),)),
        Part(_("På mötet"), (_at_the_meeting(told),)),
        Part(_("Kan ni inte komma?"), (_declining(told),)),
        Part(_("Kort varsel"), (told.text["short_notice_reason"],)),
        Part(_("Bilagor"), (listed(tuple(told.text["enclosures"])),)),
    ]


def _invited(told: Told) -> tuple[tuple[str, ...], tuple[str, ...]]:
    family = told.about["name"] if told.is_sip else _("Barnet och vårdnadshavarna")
    return told.invited_listed(family)


def _attends(told: Told) -> str:
    """Return how the child takes part, and what is written of it."""
    if told.is_sip:
        return ""
    sentences = {
        "yes": _("Barnet är med på mötet."),
        "partly": _("Barnet är med en del av mötet."),
        "no": _("Barnet är inte med på mötet."),
    }
    words = sentences.get(told.text["child_attends"], "")
    return " ".join(part for part in (words, told.attends_reason) if part)


def binding(told: Told) -> str:
    """Return how binding the invitation is: by law, by agreement or not at all."""
    kind = told.row["kind"]
    if kind in BY_LAW:
        return _(
            "Inbjudan är lika bindande som en kallelse till SIP (samordnad individuell "
            "plan): er verksamhet ska delta, och avgör själv vem som kommer. Kommunen "
            "och regionen ska göra planen tillsammans ({law})."
        ).format(law=SIP_LAW)
    if kind in BY_AGREEMENT:
        return _(
            "Enligt överenskommelsen i länet är inbjudan lika bindande som en kallelse "
            "till SIP (samordnad individuell plan): er verksamhet ska delta, och avgör "
            "själv vem som kommer."
        )
    return _(
        "Det är frivilligt att delta, och ni avgör själva vem som kommer. "
        "Vi hoppas att ni vill vara med."
    )


def consent(told: Told) -> str:
    """Return that there is consent, from when, until when, and what it is about."""
    sentences = [
        _("Det finns samtycke till att dela uppgifter med er, från {day}.").format(
            day=told.date("given_on", "consent")
        )
    ]
    if told.consent["received_by"]:
        name = told.consent["received_by"]
        sentences.append(_("Det togs emot av {name}.").format(name=name))
    if until := told.date("valid_to", "consent"):
        sentences.append(_("Det gäller till och med {day}.").format(day=until))
    if scope := told.consent["scope"]:
        sentences.append(_("Det omfattar: {scope}.").format(scope=scope.rstrip(".")))
    return " ".join(sentences)


def _prepare(told: Told) -> str:
    if told.row["kind"] not in NUMBER_TOLD:
        return _(
            "Tänk igenom vad ni behöver berätta för att mötet ska bli bra, och ta inte "
            "med mer än det."
        )
    return _(
        "Förbered bara uppgifter som är nödvändiga, relevanta och proportionerliga "
        "för mötets syfte."
    )


def _at_the_meeting(told: Told) -> str:
    first = _("Barn och vårdnadshavare är huvudpersoner och tas emot först.")
    if told.is_sip:
        first = _("{name} är mötets huvudperson och tas emot först.").format(
            name=told.about["name"]
        )
    return " ".join((first, *told.leading))


def _declining(told: Told) -> str:
    return _(
        "Meddela {who} så snart ni kan. Vi avgör då tillsammans med {family} om mötet "
        "ändå ska hållas."
    ).format(
        who=told.reach,
        family=told.about["name"] if told.is_sip else _("vårdnadshavarna"),
    )


def slip(told: Told) -> Slip:
    """Return the slip: the day and the sender's reference, and no name of a child."""
    reference = told.text["case_reference"]
    facts = (
        _("Vår beteckning: {reference}").format(reference=reference)
        if reference
        else "",
        told.reply_line,
    )
    sender = told.sender
    names = dict.fromkeys((sender["organisation"], sender["unit"]))
    back_to = (*names, told.returned_to, told.reach)
    row = told.row
    own = dict.fromkeys((row["unit"], row["organisation"]))
    return Slip(
        meeting=told.panel.day + (f", {told.time}" if told.time else ""),
        facts=tuple(fact for fact in facts if fact),
        sent_by=", ".join(name for name in own if name),
        back_to=tuple(line for line in back_to if line),
        plan_words=_("Vi har inte Link och behöver planen på papper")
        if told.row["kind"] in NUMBER_TOLD
        else _("Vi vill ha planen på papper"),
    )
