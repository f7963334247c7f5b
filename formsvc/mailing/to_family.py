"""The letter to a guardian, to an adult pupil, and to a woman who is pregnant."""

from formsvc.i18n import _
from formsvc.mailing.told import Told, first_name, listed
from formsvc.renderers.letters import Letter, Part


def to_family(told: Told) -> Letter:
    """Return what a grown-up of the family is told: plainly, and as `du`."""
    return Letter(
        title=title(told),
        tone="family",
        greeting=greeting(told),
        opening=(opening(told),),
        panel=told.panel_for_family,
        parts=tuple(parts(told)),
        closing=_("Varmt välkommen!"),
        signed=told.signed,
    )


def greeting(told: Told) -> str:
    """Return what a letter begins with."""
    name = first_name(told.row["attention"])
    return _("Hej {name}!").format(name=name) if name else _("Hej!")


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
        "{name}. Tillsammans kommer ni överens om vilket stöd som behövs och vem som "
        "gör vad. Det skriver vi i Barnets plan, som du får del av."
    ).format(name=told.first_name)


def parts(told: Told) -> list[Part]:
    """Return what is said under headings."""
    return [
        Part(_("Varför vi ses"), (told.text["purpose"],)),
        Part(
            _("Det här vill vi prata om"),
            points=tuple(told.text["questions"]),
            areas=tuple(told.text["areas"]),
        ),
        Part(_main_heading(told), (main_persons(told),)),
        Part(_("De här är också inbjudna"), *told.invited_listed()),
        Part(_("Du bestämmer"), (_consent(told),)),
        Part(_("Stöd på mötet"), _support(told)),
        Part(_("Kan du inte komma?"), (_declining(told),)),
        Part(_("I kuvertet ligger också"), (listed(tuple(told.text["enclosures"])),)),
    ]


def _main_heading(told: Told) -> str:
    if told.is_to_the_one:
        return _("Du är huvudperson")
    if told.is_sip:
        return _("{name} är huvudperson").format(name=told.first_name)
    return _("Du och {name} är huvudpersoner").format(name=told.first_name)


def main_persons(told: Told) -> str:
    """Return that they are received first, and may bring someone."""
    alone = told.is_to_the_one or told.is_sip or told.text["child_attends"] == "no"
    first = _("Ni tas emot först, innan de andra kommer in.")
    if alone:
        first = _("Du tas emot först, innan de andra kommer in.")
    brings = _("Ta gärna med någon som du känner dig trygg med.")
    reason = "" if told.is_sip else told.text["child_attends_reason"]
    return " ".join(part for part in (first, _attends(told), reason, brings) if part)


def _attends(told: Told) -> str:
    """Return how the child takes part, to a guardian."""
    if told.is_sip or told.is_to_the_one:
        return ""
    sentences = {
        "yes": _("{name} är välkommen att vara med."),
        "partly": _("{name} är välkommen att vara med en del av mötet."),
        "no": _("{name} är inte med, men vi vill gärna höra vad {name} tycker."),
    }
    words = sentences.get(told.text["child_attends"], "")
    return words.format(name=told.first_name)


def _consent(told: Told) -> str:
    """Return that there is consent, and that it can be taken back."""
    until = told.date("valid_to", "consent")
    given = _("Vi får prata med varandra tack vare samtycket från den {day}.")
    ends = _("Det gäller till och med den {day}.").format(day=until) if until else ""
    back = _(
        "Du kan när som helst ta tillbaka ditt samtycke, helt eller till en del. Säg "
        "det till {who}."
    )
    sentences = (
        given.format(day=told.date("given_on", "consent")),
        ends,
        back.format(who=told.sender["name"]),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _support(told: Told) -> tuple[str, ...]:
    """Return what support is arranged: the family is told, organisations are not."""
    noted = told.text["support_needs"]
    if not noted:
        return (_("Säg till om du behöver tolk eller något annat för att vara med."),)
    more = _("Säg till om du behöver något mer för att kunna vara med.")
    return (f"{noted.rstrip('.')}. {more}",)


def _declining(told: Told) -> str:
    by = told.date("reply_by")
    words = _("Hör av dig till {who}, så hittar vi en lösning tillsammans.")
    if by:
        words = _(
            "Hör av dig till {who} senast den {day}, så hittar vi en lösning "
            "tillsammans."
        )
    return words.format(who=told.reach, day=by)
