"""The sorts of field that are told of, in whatever file they stand."""

TEXT, CHOICE, CHECK, DATE, OTHER = "text", "choice", "check", "date", "other"

ON = "true"
"""What stands in a box that is ticked."""
