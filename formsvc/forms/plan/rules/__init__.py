"""The rules of Barnets plan: one table, a module for each thing that they are about."""

from formsvc.formkit.protected_rules import PROTECTED_PLACE, PROTECTED_RULES
from formsvc.formkit.shared_rules import CHILD_RULES, CONSENT_RULES
from formsvc.forms.plan.rules.areas import AREAS_RULES
from formsvc.forms.plan.rules.measures import MEASURES_RULES
from formsvc.forms.plan.rules.meeting import MEETING_RULES
from formsvc.forms.plan.rules.people import PEOPLE_RULES
from formsvc.forms.plan.rules.review import REVIEW_RULES

RULES = (
    *CHILD_RULES,
    *PROTECTED_RULES,
    PROTECTED_PLACE,
    *CONSENT_RULES,
    *MEETING_RULES,
    *PEOPLE_RULES,
    *REVIEW_RULES,
    *AREAS_RULES,
    *MEASURES_RULES,
)
