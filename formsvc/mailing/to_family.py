"""The letter to a guardian, to an adult pupil, and to a woman who is pregnant.

Two guardians on one row are spoken to as `ni`. At a SIP the pregnant woman decides:
others of the family, such as her partner, are told that she does.
"""

from formsvc.i18n import _
from formsvc.mailing.naming import first_name, listed
from formsvc.mailing.told import Told
from formsvc.renderers.letters import Letter, Part

MOST_TOLD = 8
"""Services that are told by name: with more, a letter does not stay one page."""


def to_family(told: Told) -> Letter:
    """Return what a grown-up of the family is told: plainly, as `du` (two: `ni`)."""
    return Letter(
        title=title(told),
        tone="family",
        greeting=greeting(told),
        opening=(opening(told),),
        panel=told.panel_for_family,
        parts=tuple(parts(told)),
        closing=_("Varmt välkomna!") if told.joint else _("Varmt välkommen!"),
        signed=told.signed,
        foot=_("Inbjudan till ett möte"),
    )


def greeting(told: Told) -> str:
    """Return what a letter begins with."""
    name = listed(told.joint) if told.joint else first_name(told.row["attention"])
    return _("Hej {name}!").format(name=name) if name else _("Hej!")


def title(told: Told) -> str:
    """Return the title: a welcome; of one that comes again, that it is new."""
    if told.again:
        words = _("Ny inbjudan till ett möte om {whom}")
        return words.format(whom=_("dig") if told.is_to_the_one else told.first_name)
    if told.joint:
        return _("Välkomna till ett möte om {name}").format(name=told.first_name)
    if told.is_to_the_one:
        return _("Välkommen till ett möte om dig")
    return _("Välkommen till ett möte om {name}").format(name=told.first_name)


def opening(told: Told) -> str:
    """Return what kind of meeting it is, and what comes of it."""
    if told.is_sip and told.joint:
        return _(
            "Ni är inbjudna till ett möte inför att {who} ska få barn. Där kommer vi "
            "tillsammans överens om vilket stöd som behövs och vem som gör vad. Det "
            "skriver vi i en samordnad individuell plan, som kallas SIP."
        ).format(who=told.first_name)
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
    if told.joint:
        return _(
            "Ni är inbjudna till ett samverkansmöte. Där träffas ni och de som ska "
            "hjälpa {name}. Tillsammans kommer ni överens om vilket stöd som behövs "
            "och vem som gör vad. Det skriver vi i Barnets plan, som ni får del av."
        ).format(name=told.first_name)
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
        Part(_("De här är också inbjudna"), *told.invited_listed(most=MOST_TOLD)),
        Part(_decides(told), (_consent(told),)),
        Part(_("Stöd på mötet"), _support(told)),
        Part(
            _("Kan ni inte komma?") if told.joint else _("Kan du inte komma?"),
            (_declining(told),),
        ),
        Part(_("Läs mer"), (_on_1177(told),)),
        Part(_("I kuvertet ligger också"), (listed(tuple(told.text["enclosures"])),)),
    ]


def _main_heading(told: Told) -> str:
    if told.is_to_the_one:
        return _("Du är huvudperson")
    if told.is_sip:
        return _("{name} är huvudperson").format(name=told.first_name)
    if told.joint:
        return _("Ni och {name} är huvudpersoner").format(name=told.first_name)
    return _("Du och {name} är huvudpersoner").format(name=told.first_name)


def main_persons(told: Told) -> str:
    """Return that they are received first, may bring someone, and who leads."""
    parts = (
        _received(told),
        _attends(told),
        "" if told.is_sip else told.attends_reason,
        _brings(told),
        *told.leading,
    )
    return " ".join(part for part in parts if part)


def _received(told: Told) -> str:
    """Return who is received first, before the others."""
    if told.is_sip and not told.is_to_the_one:
        words = _("{name} tas emot först, innan de andra kommer in.")
        return words.format(name=told.first_name)
    alone = told.is_to_the_one or told.text["child_attends"] == "no"
    if alone and not told.joint:
        return _("Du tas emot först, innan de andra kommer in.")
    return _("Ni tas emot först, innan de andra kommer in.")


def _brings(told: Told) -> str:
    """Return that someone may be brought, by the one whom the meeting is for."""
    if told.is_sip and not told.is_to_the_one:
        words = _("{name} får ta med någon att känna sig trygg med, till exempel dig.")
        if told.joint:
            words = _("{name} får ta med någon att känna sig trygg med.")
        return words.format(name=told.first_name)
    if told.joint:
        return _("Ta gärna med någon som ni känner er trygga med.")
    return _("Ta gärna med någon som du känner dig trygg med.")


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


def _decides(told: Told) -> str:
    """Return the heading of who may take the consent back."""
    if told.is_sip and not told.is_to_the_one:
        return _("{name} bestämmer").format(name=told.first_name)
    return _("Ni bestämmer") if told.joint else _("Du bestämmer")


def _consent(told: Told) -> str:
    """Return that there is consent, and whose, and that it can be taken back."""
    until = told.date("valid_to", "consent")
    given = _("Vi får prata med varandra tack vare samtycket från den {day}.")
    back = _(
        "Du kan när som helst ta tillbaka ditt samtycke, helt eller till en del. Säg "
        "det till {who}."
    )
    if told.is_sip and not told.is_to_the_one:
        given = _("Vi får prata med varandra för att {name} har sagt ja, den {day}.")
        back = _(
            "{name} kan när som helst ta tillbaka sitt ja, helt eller till en del."
        )
    elif told.joint:
        back = _(
            "Ni kan när som helst ta tillbaka ert samtycke, helt eller till en del. "
            "Säg det till {who}."
        )
    ends = _("Det gäller till och med den {day}.").format(day=until) if until else ""
    name, who = told.first_name, told.sender["name"]
    sentences = (
        given.format(day=told.date("given_on", "consent"), name=name),
        ends,
        back.format(name=name, who=who),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _on_1177(told: Told) -> str:
    if told.is_sip:
        return ""
    if told.joint:
        return _("På 1177.se kan ni läsa om samverkansmöten.")
    return _("På 1177.se kan du läsa om samverkansmöten.")


def _support(told: Told) -> tuple[str, ...]:
    """Return what support is arranged: the family is told, organisations are not."""
    noted = told.text["support_needs"]
    if not noted:
        if told.joint:
            return (_("Säg till om ni behöver tolk eller något annat."),)
        return (_("Säg till om du behöver tolk eller något annat för att vara med."),)
    more = _("Säg till om du behöver något mer för att kunna vara med.")
    if told.joint:
        more = _("Säg till om ni behöver något mer för att kunna vara med.")
    return (f"{noted.rstrip('.')}. {more}",)


def _declining(told: Told) -> str:
    by = told.date("reply_by")
    if by and told.joint:
        words = _(
            "Hör av er till {who} senast den {day}, så hittar vi en lösning "
            "tillsammans."
        )
    elif by:
        words = _(
            "Hör av dig till {who} senast den {day}, så hittar vi en lösning "
            "tillsammans."
        )
    elif told.joint:
        words = _("Hör av er till {who}, så hittar vi en lösning tillsammans.")
    else:
        words = _("Hör av dig till {who}, så hittar vi en lösning tillsammans.")
    return words.format(who=told.reach, day=by)
