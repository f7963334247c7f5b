"""formsvc makes Swedish forms from what people typed: consent, invitation, plan."""
