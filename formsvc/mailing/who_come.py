"""Who comes to a meeting, in words that a child knows."""

from typing import Final

from formsvc.formkit.persons import FAMILY
from formsvc.i18n import _
from formsvc.mailing.naming import listed
from formsvc.mailing.told import Told

PLAIN: Final = {
    "maternity_care": _("barnmorskan"),
    "child_health": _("BVC"),
    "primary_care": _("vårdcentralen"),
    "specialist_care": _("sjukhuset"),
    "habilitation": _("habiliteringen"),
    "child_psychiatry": _("BUP"),
    "dental_care": _("tandläkaren"),
    "preschool": _("förskolan"),
    "school": _("skolan"),
    "school_health": _("elevhälsan"),
    "social_services": _("socialtjänsten"),
    "activity_duty": _("kommunen"),
    "police": _("polisen"),
    "leisure": _("din fritid"),
    "association": _("din förening"),
}
"""What a child calls those who are invited, by their kind."""


def who_come(told: Told) -> str:
    """Return who are invited, empty when something is hidden from this recipient."""
    if told.some_hidden:
        return ""
    kinds = (row["kind"] for row in told.recipients if row["kind"] not in FAMILY)
    words = tuple(dict.fromkeys(PLAIN.get(kind, "") for kind in kinds))
    places = tuple(word for word in words if word)
    if not places:
        return ""
    return _("Vi har bjudit in vuxna från {places}.").format(places=listed(places))
