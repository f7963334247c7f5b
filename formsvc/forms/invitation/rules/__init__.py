"""The rules of an invitation: one table, a module for each thing they are about."""

from formsvc.formkit.shared_rules import (
    BIRTH_DATE_DIFFERS,
    CONSENT_RULES,
    PROTECTED_EXPOSED,
)
from formsvc.forms.invitation.rules.letter import LETTER_RULES
from formsvc.forms.invitation.rules.meeting import MEETING_RULES
from formsvc.forms.invitation.rules.recipients import RECIPIENTS_RULES

RULES = (
    BIRTH_DATE_DIFFERS,
    PROTECTED_EXPOSED,
    *CONSENT_RULES,
    *LETTER_RULES,
    *MEETING_RULES,
    *RECIPIENTS_RULES,
)
