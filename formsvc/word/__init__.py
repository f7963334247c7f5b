"""Word documents: templates that office staff edit, compiled once and filled.

The fields are content controls whose tags are the names of the form. See
`docs/word.md` for those who edit templates.
"""
