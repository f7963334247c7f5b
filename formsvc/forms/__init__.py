"""The kinds of document that the service makes: one package each, nothing else here."""

from formsvc.forms import consent, invitation, plan

KINDS = {kind.name: kind for kind in (consent.KIND, invitation.KIND, plan.KIND)}
