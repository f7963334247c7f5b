"""The fields of a consent, in the order on paper."""

from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    FlagField,
    LineField,
    PhoneField,
)
from formsvc.formkit.groups import (
    Child,
    DocumentForm,
    FieldGroup,
    StaffMember,
    group,
    lines,
    long,
    override_rows,
    protection,
    reference_line,
    rows,
    wheel_areas,
)
from formsvc.formkit.vocabularies import (
    CHILD_CONSENT,
    CUSTODY,
    GIVEN,
    PARTY_KINDS,
    SHARING_MODES,
)
from formsvc.i18n import _


class Guardian(FieldGroup):
    """A guardian and their answer."""

    name = LineField(_("Namn"))
    phone = PhoneField(_("Telefon"))
    email = EmailField(_("E-post"))
    protected_identity = protection()
    given = ChoiceField(_("Svar"), vocabulary=GIVEN)
    given_on = DateField(_("Datum för svaret"))


class Party(FieldGroup):
    """A service that may share information with the other parties."""

    kind = ChoiceField(_("Slag"), vocabulary=PARTY_KINDS)
    organisation = LineField(_("Organisation"))
    unit = LineField(_("Enhet"))
    contact = LineField(_("Kontakt"))
    restriction = LineField(
        _("Förbehåll"), description=_("Om samtycket är begränsat för just den här.")
    )


class ThirdParty(FieldGroup):
    """Another person whom the information is about, with a consent of their own."""

    name = LineField(_("Namn"))
    relation = LineField(_("Relation till barnet"))
    given_on = DateField(_("Samtycke lämnat"))


class ChildInformed(FieldGroup):
    """How the child was told."""

    date = DateField(_("Barnet informerades"))
    by = LineField(_("Av"))
    how = LineField(_("Hur"))


class Withdrawal(FieldGroup):
    """A withdrawn consent, wholly or partly."""

    date = DateField(_("Återkallat"))
    by = LineField(_("Av"))
    extent = LineField(_("Omfattning"), description=_("Helt, eller vilken del."))
    received_by = LineField(_("Mottaget av"))


class ConsentForm(DocumentForm):
    """Samtycke till informationsdelning inom Kronobarnsmodellen."""

    collector = group(StaffMember, _("Den som tar emot samtycket"))
    case_reference = reference_line()
    child = group(Child, _("Barnet"))
    custody = ChoiceField(_("Vårdnad"), vocabulary=CUSTODY)
    guardians = rows(Guardian, _("Vårdnadshavare"), _("Vårdnadshavare"))
    purpose = long(
        _("Vad samtycket ska användas till"),
        3,
        _("Skriv vad ni vill uppnå för just det här barnet."),
    )
    parties = rows(
        Party,
        _("De som får dela information med varandra"),
        _("Verksamhet"),
        _("Namnge varje verksamhet. Skriv aldrig ”alla” eller ”berörda”."),
    )
    areas = wheel_areas(
        _("Områden som får delas"),
        _("Kryssa bara för det som behövs."),
    )
    information = long(_("Uppgifter som får delas"), 3)
    exclusions = long(
        _("Det här får inte delas"), 2, _("Fråga alltid. Lämna tomt om inget undantas.")
    )
    third_parties = rows(
        ThirdParty,
        _("Uppgifter om någon annan än barnet"),
        _("Person"),
        _("En förälder eller ett syskon lämnar ett eget samtycke."),
    )
    modes = ChecksField(_("Så får uppgifterna delas"), vocabulary=SHARING_MODES)
    pre_meeting_contact = FlagField(
        _("Verksamheterna får ha en förberedande kontakt före mötet"),
        description=_("Då beslutas inget om insatser."),
    )
    valid_from = DateField(_("Gäller från"))
    valid_to = DateField(_("Gäller till och med"), description=_("Högst tolv månader."))
    informed_on = DateField(_("Vårdnadshavarna fick information"))
    child_informed = group(ChildInformed, _("Så har barnet fått veta"))
    child_view = long(_("Det här tycker barnet"), 3)
    child_consent = ChoiceField(_("Barnets eget samtycke"), vocabulary=CHILD_CONSENT)
    maturity_note = long(
        _("Bedömning av barnets mognad"), 2, _("Vem som gjorde den, när och varför.")
    )
    received_by = LineField(_("Samtycket mottaget av"))
    oral_note = long(
        _("Anteckning om muntligt samtycke"),
        2,
        _("Vem som lämnade det, när, hur och till vem."),
    )
    withdrawal = group(Withdrawal, _("Återkallelse"))
    copies_to = lines(_("Kopia lämnad till"), _("Mottagare"))
    overrides = override_rows()
