"""The rules of a consent: one table, a module for each thing that they are about."""

from formsvc.formkit.protected_rules import PROTECTED_RULES
from formsvc.formkit.shared_rules import CHILD_RULES
from formsvc.forms.consent.rules.parties import PARTIES_RULES
from formsvc.forms.consent.rules.people import PEOPLE_RULES
from formsvc.forms.consent.rules.scope import SCOPE_RULES

RULES = (
    *CHILD_RULES,
    *PROTECTED_RULES,
    *PEOPLE_RULES,
    *PARTIES_RULES,
    *SCOPE_RULES,
)
