"""The fields of an invitation, in the order on paper."""

from formsvc.formkit.fields import (
    ChoiceField,
    DateField,
    FlagField,
    IdentityField,
    LineField,
    TimeField,
)
from formsvc.formkit.groups import (
    Child,
    ConsentSummary,
    DocumentForm,
    FieldGroup,
    StaffMember,
    address_line,
    group,
    lines,
    long,
    override_rows,
    post_code,
    protection,
    reference_line,
    rows,
    town_line,
    wheel_areas,
)
from formsvc.formkit.vocabularies import (
    CHILD_ATTENDS,
    INVITATION_MEETING_TYPES,
    MEETING_MODES,
    PARTY_KINDS,
    SEND_CHANNELS,
)
from formsvc.i18n import _


class Sender(StaffMember):
    """The one who convenes the meeting, with return address."""

    address = address_line()
    postal_code = post_code()
    town = town_line()


class Subject(FieldGroup):
    """The pregnant woman, when the meeting is a SIP for an unborn child."""

    name = LineField(_("Namn"))
    identity_number = IdentityField(_("Personnummer"))


class Meeting(FieldGroup):
    """When, where and how the meeting is held."""

    date = DateField(_("Datum"))
    start = TimeField(_("Börjar"))
    end = TimeField(_("Slutar"))
    mode = ChoiceField(_("Mötesform"), vocabulary=MEETING_MODES)
    place = LineField(_("Plats"))
    link = LineField(_("Länk"))
    chaired_by = LineField(_("Mötesledare"))
    note_taker = LineField(_("Antecknar i planen"))


class Recipient(FieldGroup):
    """One invited person or service."""

    kind = ChoiceField(_("Slag"), vocabulary=PARTY_KINDS)
    organisation = LineField(_("Organisation"))
    unit = LineField(_("Enhet"))
    attention = LineField(
        _("Namn eller funktion"),
        description=_("Namn för barn och vårdnadshavare, funktion för en verksamhet."),
    )
    address = address_line()
    postal_code = post_code()
    town = town_line()
    channel = ChoiceField(_("Skickas"), vocabulary=SEND_CHANNELS)
    consent_covers = FlagField(_("Omfattas av samtycket"))
    established_contact = FlagField(_("Etablerad vårdkontakt"))
    protected_identity = protection()


class InvitationForm(DocumentForm):
    """Inbjudan (kallelse) till samverkansmöte."""

    sender = group(Sender, _("Avsändare"))
    letter_date = DateField(_("Brevets datum"))
    case_reference = reference_line()
    meeting_type = ChoiceField(_("Slag av möte"), vocabulary=INVITATION_MEETING_TYPES)
    child = group(Child, _("Barnet"))
    subject = group(
        Subject, _("Den gravida"), _("Bara när mötet är en SIP för ett väntat barn.")
    )
    consent = group(ConsentSummary, _("Samtycke"))
    purpose = long(_("Syfte med mötet"), 3, _("Vad mötet ska leda till."))
    expectations = long(_("Det här förväntar vi oss av deltagarna"), 2)
    questions = lines(_("Frågor att ta upp"), _("Fråga"))
    areas = wheel_areas(_("Områden i Barnets bästa-hjulet"))
    meeting = group(Meeting, _("Mötet"))
    short_notice_reason = LineField(
        _("Skäl till kort varsel"),
        description=_("Om brevet går ut mindre än tre veckor före mötet."),
    )
    recipients = rows(Recipient, _("Inbjudna"), _("Mottagare"))
    child_attends = ChoiceField(_("Barnet är med"), vocabulary=CHILD_ATTENDS)
    child_attends_reason = LineField(_("Hur barnet är med, eller varför inte"))
    reply_by = DateField(_("Svar senast"))
    support_needs = LineField(_("Tolk eller annat stöd"))
    enclosures = lines(_("Bilagor"), _("Bilaga"))
    cancelled = FlagField(_("Mötet är inställt"))
    overrides = override_rows()
