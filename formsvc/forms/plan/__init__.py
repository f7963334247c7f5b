"""Barnets plan: what a meeting agreed on, by area, with who does what."""

from pathlib import Path

from formsvc.document import Format
from formsvc.formkit.kind import Kind
from formsvc.forms.plan.form import PlanForm
from formsvc.forms.plan.rules import RULES
from formsvc.i18n import _

KIND = Kind(
    name="plan",
    slug="barnets-plan",
    prefix="BP",
    page="plan",
    title=_("Barnets plan"),
    lead=_("Det här har vi kommit överens om, vem som gör vad och när vi ses igen."),
    about=_("Det som mötet kommer överens om: vem som gör vad, och när ni ses igen."),
    ask=_("Fråga samverkansansvarig om detta är den senaste versionen."),
    form=PlanForm,
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
    date_field="established_on",
    folder=Path(__file__).parent,
    next_steps=(
        _("Skriv ut en kopia till familjen och till alla som inte når planen i Link."),
        _("Klistra in texten i Link, så att planen syns där och på 1177."),
    ),
    filed_steps=(
        _("Lägg arkivkopian i er akt: nästa möte öppnar den och skriver vidare."),
    ),
    ended_steps=(
        _("Lägg arkivkopian i er akt: samverkan är avslutad, och den är den sista."),
    ),
    drafts=True,
    closed_by=("closing", "date"),
    formalities=(
        "established_on",
        "meeting",
        "participants",
        "absentees",
        "consent",
        "child_voice",
        "guardian_voice",
        "distribution-date",
    ),
    variant_field="plan_type",
    headings={"sip": _("Samordnad individuell plan (SIP)")},
)
