"""The groups of fields that more than one kind uses, and the base of every form."""

from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    IdentityField,
    LineField,
    LongField,
    PhoneField,
    PostalCodeField,
)
from formsvc.formkit.vocabularies import AREAS, PROTECTED_IDENTITY
from formsvc.i18n import _


class FieldGroup(Form):
    """Fields that belong together: an object in JSON."""


def group(form: type[FieldGroup], label: str, hint: str = "") -> Any:
    """Return a field that holds one `form`."""
    return FormField(form, label, description=hint)


def rows(form: type[FieldGroup], label: str, row: str, hint: str = "") -> Any:
    """Return a field of any number of `form`, each called `row` and a number."""
    return FieldList(FormField(form, row), label, description=hint)


def lines(label: str, row: str, hint: str = "") -> Any:
    """Return a field that holds any number of one-line texts."""
    return FieldList(LineField(row), label, description=hint)


def protection() -> Any:
    """Return the field that says whether a person lives with protected identity."""
    return ChoiceField(
        _("Skyddade personuppgifter"),
        description=_("Vid skydd: skriv ingen adress, telefon eller e-post."),
        vocabulary=PROTECTED_IDENTITY,
    )


class Person(FieldGroup):
    """A professional with ways to reach them."""

    name = LineField(_("Namn"))
    role = LineField(_("Funktion"))
    organisation = LineField(_("Verksamhet"))
    phone = PhoneField(_("Telefon"))
    email = EmailField(_("E-post"))


class StaffMember(FieldGroup):
    """A professional who makes a document, with organisation and unit."""

    name = LineField(_("Namn"))
    role = LineField(_("Funktion"))
    organisation = LineField(_("Organisation"))
    unit = LineField(_("Enhet"))
    phone = PhoneField(_("Telefon"))
    email = EmailField(_("E-post"))


class Child(FieldGroup):
    """The child whom the document is about."""

    name = LineField(_("Barnets namn"))
    identity_number = IdentityField(
        _("Personnummer"),
        description=_("Eller samordnings- eller reservnummer."),
    )
    birth_date = DateField(_("Född"), description=_("Till exempel 2022-01-31."))
    setting = LineField(_("Förskola eller skola"))
    protected_identity = protection()


class ConsentSummary(FieldGroup):
    """What another document needs to know of the consent."""

    given_on = DateField(_("Samtycke lämnat"))
    received_by = LineField(_("Mottaget av"))
    valid_to = DateField(_("Gäller till och med"))
    scope = LineField(_("Omfattar i korthet"))


ADDRESS = ("address", "postal_code", "town")
"""The names of the fields of a postal address: the three that follow here."""


def address_line() -> Any:
    """Return the field for street or box."""
    return LineField(_("Gatuadress eller box"))


def post_code() -> Any:
    """Return the field for a postal code."""
    return PostalCodeField(_("Postnummer"))


def town_line() -> Any:
    """Return the field for the post town."""
    return LineField(_("Ort"))


class Override(FieldGroup):
    """Why a warning does not stop the person."""

    rule = LineField(_("Varningens kod"))
    reason = LineField(_("Skäl"))


class DocumentForm(FieldGroup):
    """The form of a kind: names as in the contract, order as on paper."""


NEVER_IN_BLANKS = "overrides-"
"""Begins the names of the answers to warnings, which an empty form does not have."""


def override_rows() -> Any:
    """Return the field for answers to warnings, the last one of every form."""
    return rows(
        Override,
        _("Svar på varningar"),
        _("Svar"),
        _("Skriv varningens kod och varför ni går vidare ändå."),
    )


def reference_line() -> Any:
    """Return the field for the organisation's own reference of the matter."""
    return LineField(_("Diarienummer eller ärende"))


def wheel_areas(label: str, hint: str = "") -> Any:
    """Return the field for a choice among the seven areas of the wheel."""
    return ChecksField(label, description=hint, vocabulary=AREAS)


def long(label: str, lines: int = 3, hint: str = "") -> Any:
    """Return a field for several lines, `lines` tall in a blank."""
    return LongField(label, description=hint, lines=lines)
