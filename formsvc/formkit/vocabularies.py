"""The closed vocabularies of the contract: each value with the words people read.

A vocabulary is declared once, here; forms, documents and rules take it from here.
Values are English and fixed by the contract, labels are Swedish.
"""

from formsvc.areas import AREAS as WHEEL_AREAS
from formsvc.i18n import _

Vocabulary = tuple[tuple[str, str], ...]

AREAS: Vocabulary = tuple((area.id, area.name) for area in WHEEL_AREAS)

PROTECTED_IDENTITY: Vocabulary = (
    ("none", _("Nej")),
    ("secrecy_mark", _("Sekretessmarkering")),
    ("protected_registration", _("Skyddad folkbokföring")),
)

CUSTODY: Vocabulary = (
    ("joint", _("Gemensam vårdnad")),
    ("sole", _("Ensam vårdnad")),
    ("appointed", _("Särskilt förordnad vårdnadshavare")),
    ("adult_self", _("Myndig elev samtycker själv")),
)

PARTY_KINDS: Vocabulary = (
    ("guardian", _("Vårdnadshavare")),
    ("child", _("Barnet")),
    ("maternity_care", _("Mödrahälsovård")),
    ("child_health", _("Barnhälsovård (BVC)")),
    ("primary_care", _("Vårdcentral")),
    ("specialist_care", _("Specialistvård")),
    ("habilitation", _("Habilitering")),
    ("child_psychiatry", _("Barn- och ungdomspsykiatri")),
    ("dental_care", _("Tandvård")),
    ("preschool", _("Förskola")),
    ("school", _("Skola")),
    ("school_health", _("Elevhälsa")),
    ("social_services", _("Socialtjänst")),
    ("activity_duty", _("Kommunens aktivitetsansvar")),
    ("police", _("Polis")),
    ("leisure", _("Fritidsverksamhet")),
    ("association", _("Förening")),
    ("other", _("Annan")),
)

SHARING_MODES: Vocabulary = (
    ("conversation", _("I samtal, till exempel på möten")),
    ("documents", _("Genom att lämna över handlingar")),
    ("link", _("I Barnets plan i Link")),
    ("paper", _("På papper")),
)

GIVEN: Vocabulary = (
    ("signature", _("Ja, med underskrift")),
    ("oral", _("Ja, muntligt")),
    ("declined", _("Nej, lämnar inte samtycke")),
)

CHILD_CONSENT: Vocabulary = (
    ("yes", _("Ja")),
    ("no", _("Nej")),
    ("not_applicable", _("Inte aktuellt utifrån ålder och mognad")),
)

MEETING_MODES: Vocabulary = (
    ("in_person", _("På plats")),
    ("digital", _("Digitalt")),
    ("hybrid", _("På plats och digitalt")),
)

PLAN_MEETING_TYPES: Vocabulary = (
    ("first", _("Första mötet")),
    ("follow_up", _("Uppföljning")),
    ("supplement", _("Ändring utan möte")),
)

INVITATION_MEETING_TYPES: Vocabulary = (
    ("collaboration", _("Samverkansmöte")),
    ("sip", _("SIP-möte")),
)

CHILD_ATTENDS: Vocabulary = (
    ("yes", _("Ja")),
    ("no", _("Nej")),
    ("partly", _("En del av mötet")),
)

SEND_CHANNELS: Vocabulary = (
    ("post", _("Vanlig post")),
    ("link", _("Link")),
    ("by_hand", _("Lämnas personligen")),
)

PLAN_TYPES: Vocabulary = (
    ("childs_plan", _("Barnets plan")),
    ("sip", _("Samordnad individuell plan (SIP)")),
)

FAMILY_ACCESS: Vocabulary = (
    ("1177", _("På 1177")),
    ("paper", _("På papper")),
)

PRINCIPALS: Vocabulary = (
    ("municipality", _("Kommunen")),
    ("region", _("Regionen")),
    ("family", _("Familjen")),
    ("other", _("Annan")),
)

LEAD_PRINCIPALS: Vocabulary = PRINCIPALS[:2]

MEASURE_STATUS: Vocabulary = (
    ("planned", _("Planerad")),
    ("ongoing", _("Pågår")),
    ("done", _("Klar")),
    ("cancelled", _("Avbruten")),
)

REVIEW_STATUS: Vocabulary = (
    ("done", _("Genomförd")),
    ("ongoing", _("Pågår")),
    ("not_started", _("Inte påbörjad")),
    ("cancelled", _("Avbruten")),
)

DISTRIBUTION_CHANNELS: Vocabulary = (
    ("link", _("Link")),
    ("1177", _("1177")),
    ("paper", _("Papper med post")),
    ("by_hand", _("Lämnas personligen")),
)
