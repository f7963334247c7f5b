"""The letter that says that there is no meeting, after an invitation to one."""

from formsvc.formkit.persons import FAMILY
from formsvc.i18n import _
from formsvc.mailing.to_family import greeting
from formsvc.mailing.to_organisation import about
from formsvc.mailing.told import Told
from formsvc.renderers.letters import Letter


def cancelled(told: Told) -> Letter:
    """Return that the meeting is called off: the day, what it was, and who to call."""
    if told.row["kind"] not in FAMILY:
        return _to_organisation(told)
    return _to_child(told) if told.speaks_to_child else _to_family(told)


def _to_organisation(told: Told) -> Letter:
    meeting = _("SIP-mötet") if told.is_sip else _("Samverkansmötet")
    return Letter(
        title=_("Mötet är inställt"),
        tone="organisation notice",
        opening=(
            _("{meeting} {when} blir inte av.").format(meeting=meeting, when=told.when),
            _("Ni behöver inte göra något. Ta bort mötet ur era kalendrar."),
            _("Frågor besvaras av {who}.").format(who=told.reach),
        ),
        about_label=_("Mötet skulle ha gällt"),
        about=about(told),
        parts=(),
        foot=_("Mötet är inställt"),
        closing=_("Med vänlig hälsning"),
        signed=told.signed,
    )


def _to_family(told: Told) -> Letter:
    whom = _("dig") if told.is_to_the_one else told.first_name
    return Letter(
        title=_("Mötet är inställt"),
        tone="family notice",
        greeting=greeting(told),
        opening=(
            _("Mötet om {whom} {when} blir inte av.").format(whom=whom, when=told.when),
            _calm(told),
            _asking(told).format(who=told.reach),
        ),
        parts=(),
        foot=_("Mötet är inställt"),
        closing=_("Med vänlig hälsning"),
        signed=told.signed,
    )


def _calm(told: Told) -> str:
    if told.joint:
        return _("Ni behöver inte göra något.")
    return _("Du behöver inte göra något.")


def _asking(told: Told) -> str:
    if told.joint:
        return _("Vill ni veta mer, eller bestämma en ny dag? Hör av er till {who}.")
    return _("Vill du veta mer, eller bestämma en ny dag? Hör av dig till {who}.")


def _to_child(told: Told) -> Letter:
    return Letter(
        title=_("Hej {name}!").format(name=told.first_name),
        tone="child notice",
        opening=(
            _("Mötet {when} blir inte av.").format(when=told.when),
            _("Du har inte gjort något fel, och du behöver inte göra något."),
            _("Undrar du något? Fråga {name}, eller en vuxen som du tycker om.").format(
                name=told.first_name_of_sender
            ),
        ),
        parts=(),
        foot=_("Mötet är inställt"),
        closing=_("Ha det så bra!"),
        signed=tuple(
            line for line in (told.sender["name"], told.sender["unit"]) if line
        ),
    )
