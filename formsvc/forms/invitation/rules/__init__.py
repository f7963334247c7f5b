"""The rules of an invitation: one table, a module for each thing they are about."""

from formsvc.formkit.protected_rules import PROTECTED_PLACE, PROTECTED_RULES
from formsvc.formkit.shared_rules import (
    BIRTH_DATE_DIFFERS,
    CONSENT_RULES,
)
from formsvc.forms.invitation.rules.letter import LETTER_RULES
from formsvc.forms.invitation.rules.meeting import MEETING_RULES
from formsvc.forms.invitation.rules.recipients import RECIPIENTS_RULES
from formsvc.forms.invitation.rules.sender import SENDER_RULES

RULES = (
    BIRTH_DATE_DIFFERS,
    *PROTECTED_RULES,
    PROTECTED_PLACE,
    *SENDER_RULES,
    *CONSENT_RULES,
    *LETTER_RULES,
    *MEETING_RULES,
    *RECIPIENTS_RULES,
)
