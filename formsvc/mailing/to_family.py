"""The letter to a guardian, to an adult pupil, and to a woman who is pregnant."""

from formsvc.i18n import _
from formsvc.mailing.told import Told, first_name, listed
from formsvc.renderers.letters import Letter, Part

EXPECTING = "expecting"
PUPIL = "pupil"
GUARDIAN = "guardian"


def to_family(told: Told) -> Letter:
    """Return what a grown-up of the family is told: plainly, and as `du`."""
    name = first_name(told.row["attention"])
    return Letter(
        title=title(told),
        tone="family",
        greeting=_("Hej {name}!").format(name=name) if name else _("Hej!"),
        opening=(opening(told),),
        panel=told.panel,
        parts=tuple(parts(told)),
        closing=_("Varmt välkommen!"),
        signed=told.signed,
    )


def title(told: Told) -> str:
    """Return the title: a welcome."""
    if told.is_to_the_one:
        return _("Välkommen till ett möte om dig")
    return _("Välkommen till ett möte om {name}").format(name=told.first_name)


def opening(told: Told) -> str:
    """Return what kind of meeting it is, and what comes of it."""
    if told.is_sip:
        return _(
            "Du är inbjuden till ett möte inför att {who} ska få barn. Där kommer vi "
            "tillsammans överens om vilket stöd som behövs och vem som gör vad. Det "
            "skriver vi i en samordnad individuell plan, som kallas SIP."
        ).format(who=_("du") if told.is_to_the_one else told.first_name)
    if told.is_to_the_one:
        return _(
            "Du är inbjuden till ett samverkansmöte. Där kommer vi överens med dig om "
            "vilket stöd du behöver och vem som gör vad. Det skriver vi i Barnets "
            "plan, som du får del av."
        )
    return _(
        "Du är inbjuden till ett samverkansmöte. Där träffas du och de som ska hjälpa "
        "{name}, och ni kommer tillsammans överens om vilket stöd som behövs och vem "
        "som gör vad. Det skriver vi i Barnets plan, som du får del av."
    ).format(name=told.first_name)


def parts(told: Told) -> list[Part]:
    """Return what is said under headings."""
    return [
        Part(_("Varför vi ses"), (told.text["purpose"],)),
        Part(
            _("Det här vill vi prata om"), _areas(told), tuple(told.text["questions"])
        ),
        Part(_main_heading(told), (main_persons(told),)),
        Part(_("De här är också inbjudna"), (_invited(told),)),
        Part(_("Du bestämmer"), (_consent(told),)),
        Part(_("Om du behöver stöd på mötet"), (_support(told),)),
        Part(_("Kan du inte komma?"), (_declining(told),)),
        Part(_("I kuvertet"), (_enclosed(told),)),
    ]


def _areas(told: Told) -> tuple[str, ...]:
    if not told.areas:
        return ()
    names = listed(tuple(name.lower() for name in told.areas))
    return (_("Mest om {areas}.").format(areas=names),)


def _main_heading(told: Told) -> str:
    if told.is_to_the_one:
        return _("Du är huvudperson")
    if told.is_sip:
        return _("{name} är huvudperson").format(name=told.first_name)
    return _("Du och {name} är huvudpersoner").format(name=told.first_name)


def main_persons(told: Told) -> str:
    """Return that they are received first, and may bring someone."""
    first = _("Ni tas emot först, innan de andra kommer in.")
    if told.is_to_the_one:
        first = _("Du tas emot först, innan de andra kommer in.")
    brings = _("Ta gärna med någon som du känner dig trygg med.")
    sentences = [first, _attends(told), told.text["child_attends_reason"], brings]
    return " ".join(sentence for sentence in sentences if sentence)


def _attends(told: Told) -> str:
    """Return how the child takes part, to a guardian."""
    if told.is_sip or told.is_to_the_one:
        return ""
    sentences = {
        "yes": _("{name} är välkommen att vara med."),
        "partly": _("{name} är välkommen att vara med en del av mötet."),
        "no": _("{name} är inte med på mötet, men det {name} tycker ska få höras."),
    }
    words = sentences.get(told.text["child_attends"], "")
    return words.format(name=told.first_name)


def _invited(told: Told) -> str:
    return "; ".join(told.invited) + "." if told.invited else ""


def _consent(told: Told) -> str:
    until = told.date("valid_to", "consent")
    given = _("Vi får prata med varandra tack vare ett samtycke från den {day}")
    sentences = [given.format(day=told.date("given_on", "consent"))]
    if until:
        sentences.append(_(", som gäller till och med den {day}").format(day=until))
    sentences.append(
        _(
            ". Du kan när som helst ta tillbaka ditt samtycke, helt eller till en del. "
            "Säg det till {who}."
        ).format(who=told.sender["name"])
    )
    return "".join(sentences)


def _support(told: Told) -> str:
    more = _(
        "Säg till oss om du behöver tolk eller något annat för att kunna vara med."
    )
    if noted := told.text["support_needs"]:
        return _(
            "Det här ordnar vi: {support}. Behöver du något mer, säg till oss."
        ).format(support=noted.rstrip("."))
    return more


def _declining(told: Told) -> str:
    by = told.date("reply_by")
    last = _(" senast den {day}").format(day=by) if by else ""
    return _(
        "Hör av dig till {who}{last}, så hittar vi en lösning tillsammans."
    ).format(who=told.reach, last=last)


def _enclosed(told: Told) -> str:
    return listed(tuple(told.text["enclosures"]))
