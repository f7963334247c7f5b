"""The invitation: those who can help the child are called to a meeting."""

from pathlib import Path

from formsvc.document import Format
from formsvc.formkit.kind import Kind
from formsvc.forms.invitation.form import InvitationForm
from formsvc.forms.invitation.rules import RULES
from formsvc.i18n import _

KIND = Kind(
    name="invitation",
    slug="inbjudan",
    prefix="IN",
    page="inbjudan",
    title=_("Inbjudan (kallelse) till samverkansmöte"),
    lead=_("Avsändarens underlag: mötet, syftet och de inbjudna."),
    about=_("Skriv en gång när, var och varför ni ses, och vilka som är inbjudna."),
    ask=_("Fråga avsändaren om detta är den senaste versionen."),
    form=InvitationForm,
    rules=RULES,
    formats=(
        Format.PDF_FORM,
        Format.PDF,
        Format.DOCX,
        Format.TXT,
        Format.ICS,
        Format.ZIP,
        Format.JSON,
    ),
    date_field="letter_date",
    folder=Path(__file__).parent,
    next_steps=(
        _("Kontrollera underlaget: datum, tid, plats och vilka som är inbjudna."),
        _("Skicka den minst tre veckor före, bara till dem som samtycket omfattar."),
        _("Lägg mötet i kalendern och boka tolk eller annat stöd om det behövs."),
    ),
    variant_field="meeting_type",
    headings={"sip": _("Inbjudan (kallelse) till SIP-möte")},
)
