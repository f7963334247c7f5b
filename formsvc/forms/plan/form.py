"""The fields of Barnets plan, in the order on paper."""

from typing import Any

from formsvc.areas import AREAS
from formsvc.formkit.fields import (
    ChoiceField,
    DateField,
    EmailField,
    FlagField,
    LineField,
    PhoneField,
    TimeField,
)
from formsvc.formkit.groups import (
    Child,
    ConsentSummary,
    DocumentForm,
    FieldGroup,
    Person,
    address_line,
    group,
    long,
    override_rows,
    post_code,
    protection,
    reference_line,
    rows,
    town_line,
)
from formsvc.formkit.vocabularies import (
    AREAS as AREA_VOCABULARY,
)
from formsvc.formkit.vocabularies import (
    DISTRIBUTION_CHANNELS,
    FAMILY_ACCESS,
    LEAD_PRINCIPALS,
    MEASURE_STATUS,
    MEETING_MODES,
    PARTY_KINDS,
    PLAN_MEETING_TYPES,
    PLAN_TYPES,
    PRINCIPALS,
    REVIEW_STATUS,
)
from formsvc.i18n import _


class Guardian(FieldGroup):
    """A guardian, and whether they were at the meeting."""

    name = LineField(_("Namn"))
    phone = PhoneField(_("Telefon"))
    email = EmailField(_("E-post"))
    protected_identity = protection()
    attended = FlagField(_("På mötet"))


class Meeting(FieldGroup):
    """The meeting that wrote the plan."""

    date = DateField(_("Mötesdatum"))
    type = ChoiceField(_("Slag av möte"), vocabulary=PLAN_MEETING_TYPES)
    mode = ChoiceField(_("Mötesform"), vocabulary=MEETING_MODES)
    place = LineField(_("Plats"))
    convened_by = LineField(_("Sammankallande"))
    chaired_by = LineField(_("Mötesledare"))
    note_taker = LineField(_("Antecknade"))


class Participant(FieldGroup):
    """Someone who was at the meeting."""

    name = LineField(_("Namn"))
    role = LineField(_("Funktion"))
    organisation = LineField(_("Organisation"))
    unit = LineField(_("Enhet"))


class Absentee(FieldGroup):
    """Someone who was invited and did not come."""

    name = LineField(_("Namn"))
    organisation = LineField(_("Organisation"))
    unit = LineField(_("Enhet"))
    reason = LineField(_("Anledning"))


class ChildVoice(FieldGroup):
    """What the child says."""

    important = long(_("Det här är viktigt för mig"), 3)
    works_well = long(_("Det här fungerar bra"), 3)
    wants_help_with = long(_("Det här vill jag ha hjälp med"), 3)
    participation = long(
        _("Så har barnet kommit till tals"),
        2,
        _("Eller varför barnet inte har varit med."),
    )


class Review(FieldGroup):
    """How it went with a measure of the previous plan."""

    area = ChoiceField(_("Område"), vocabulary=AREA_VOCABULARY)
    what = long(_("Insats i förra planen"), 1)
    status = ChoiceField(_("Hur gick det"), vocabulary=REVIEW_STATUS)
    comment = long(_("Kommentar"), 1)


class Measure(FieldGroup):
    """Who does what, and when."""

    what = long(_("Vad ska göras"), 1)
    responsible = LineField(_("Ansvarig person"))
    unit = LineField(_("Verksamhet"))
    principal = ChoiceField(_("Huvudman"), vocabulary=PRINCIPALS)
    start = DateField(_("Börjar"))
    due = DateField(_("Klart senast"))
    status = ChoiceField(_("Läge"), vocabulary=MEASURE_STATUS)


class AreaPlan(FieldGroup):
    """One area of the wheel: filled in only where there is a need."""

    has_need = FlagField(_("Behov av insatser finns"))
    needs = long(_("Behov"), 3, _("Vad barnet behöver."))
    strengths = long(_("Det som fungerar"), 3)
    goals = long(_("Mål"), 3, _("Hur märker vi att det har blivit bättre?"))
    measures = rows(Measure, _("Insatser"), _("Insats"))
    contact = group(Person, _("Kontaktperson för området"))


def _area_groups() -> dict[str, Any]:
    return {area.id: group(AreaPlan, area.name) for area in AREAS}


Areas = type("Areas", (FieldGroup,), _area_groups())
Areas.__doc__ = "The seven areas, each an `AreaPlan`."


class FollowUp(FieldGroup):
    """The next meeting."""

    date = DateField(_("Nästa möte"))
    time = TimeField(_("Klockan"))
    place = LineField(_("Plats"))
    convened_by = LineField(_("Bjuder in"))
    agenda = long(_("Det här följer vi upp"), 2)


class Closing(FieldGroup):
    """The end of the collaboration."""

    date = DateField(_("Samverkan avslutas"))
    reason = long(_("Skäl"), 1)


class Distribution(FieldGroup):
    """Someone who gets the plan, and how."""

    recipient = LineField(_("Mottagare"))
    kind = ChoiceField(_("Slag"), vocabulary=PARTY_KINDS)
    channel = ChoiceField(_("Sätt"), vocabulary=DISTRIBUTION_CHANNELS)
    address = address_line()
    postal_code = post_code()
    town = town_line()
    date = DateField(_("Datum"))
    protected_identity = protection()


class PlanForm(DocumentForm):
    """Barnets plan."""

    established_on = DateField(_("Upprättad"))
    case_reference = reference_line()
    plan_type = ChoiceField(_("Slag av plan"), vocabulary=PLAN_TYPES)
    child = group(Child, _("Barnet"))
    reason = long(
        _("Varför planen görs"), 5, _("Kort, så att alla runt bordet förstår.")
    )
    guardians = rows(Guardian, _("Vårdnadshavare"), _("Vårdnadshavare"))
    family_access = ChoiceField(_("Familjen får planen"), vocabulary=FAMILY_ACCESS)
    meeting = group(Meeting, _("Mötet"))
    participants = rows(Participant, _("Deltagare"), _("Deltagare"))
    absentees = rows(Absentee, _("Inbjudna som inte deltog"), _("Inbjuden"))
    consent = group(ConsentSummary, _("Samtycke"))
    child_voice = group(ChildVoice, _("Barnets röst"))
    guardian_voice = long(_("Vårdnadshavarnas tankar"), 4)
    dissent = long(
        _("Annan uppfattning"), 2, _("Om någon inte håller med om något i planen.")
    )
    review = rows(
        Review,
        _("Uppföljning av förra planen"),
        _("Insats"),
        _("Bara när det finns en tidigare plan."),
    )
    areas = group(Areas, _("Områden"), _("Fyll bara i de områden där det finns behov."))
    lead_professional = group(Person, _("Samverkansansvarig"))
    lead_principal = ChoiceField(
        _("Huvudman med övergripande ansvar"), vocabulary=LEAD_PRINCIPALS
    )
    named_person_service = LineField(
        _("Barnensbästa-ansvarig verksamhet"),
        description=_("Om det är en annan än den samverkansansvarigas."),
    )
    follow_up = group(FollowUp, _("Uppföljning"))
    closing = group(Closing, _("Avslut"), _("Bara när samverkan inte längre behövs."))
    distribution = rows(Distribution, _("De som får planen"), _("Mottagare"))
    overrides = override_rows()
