"""What a PDF from here says of itself in its document information."""

MARK = "/FormsvcForm"
"""Under this key stand the kind, the revision of its form and the number of pages."""
