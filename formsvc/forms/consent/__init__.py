"""The consent: guardians let named services share information about their child."""

from pathlib import Path

from formsvc.document import Format
from formsvc.formkit.kind import Kind
from formsvc.forms.consent.form import ConsentForm
from formsvc.forms.consent.rules import RULES
from formsvc.i18n import _

KIND = Kind(
    name="consent",
    slug="samtycke",
    prefix="SA",
    page="samtycke",
    title=_("Samtycke till informationsdelning inom Kronobarnsmodellen"),
    lead=_("Ni bestämmer vad som får delas om ert barn och hur länge."),
    about=_(
        "Vårdnadshavarna bestämmer vad som får delas om barnet, med vem och hur länge."
    ),
    ask=_("Fråga den som tog emot samtycket om detta är den senaste versionen."),
    form=ConsentForm,
    rules=RULES,
    formats=(
        Format.PDF_FORM,
        Format.PDF,
        Format.DOCX,
        Format.TXT,
        Format.ZIP,
        Format.JSON,
    ),
    date_field="informed_on",
    folder=Path(__file__).parent,
    next_steps=(
        _("Skriv ut och gå igenom samtycket med vårdnadshavarna och barnet."),
        _("Låt var och en skriva under. Ge dem en kopia."),
        _("Lägg originalet i er akt, och ge de namngivna verksamheterna besked."),
    ),
)
