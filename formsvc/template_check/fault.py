"""What is wrong with a template: where, what, and how to mend it."""

from dataclasses import dataclass

from formsvc.i18n import _

MOST_QUOTED = 60
"""Characters of a paragraph that are repeated: enough to find it by."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a template, in words for who writes in Word.

    `where` are the words of the paragraph, empty when it is about the whole file.
    With a `tip` the template can be used as it is.
    """

    where: str
    what: str
    fix: str
    tip: bool = False

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = f"{self.where}: " if self.where else ""
        told = f"{place}{self.what} {self.fix}"
        return _("Tips: {told}").format(told=told) if self.tip else told


def near(words: str) -> str:
    """Return a place in a document by the words that stand there."""
    plain = " ".join(words.split())
    if not plain:
        return ""
    short = plain[:MOST_QUOTED].rstrip()
    cut = "…" if len(plain) > len(short) else ""
    return _("Vid ”{words}{cut}”").format(words=short, cut=cut)
