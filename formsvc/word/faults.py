"""What is wrong with a template, in words for those who edit it."""

from formsvc.errors import RenderError
from formsvc.i18n import _


class UnusableError(Exception):
    """A template cannot be used; the message is the reason, in Swedish."""

    @classmethod
    def damaged(cls) -> "UnusableError":
        """Return that the file is not as Word writes it."""
        return cls(_("filen är skadad eller inget Word-dokument"))


def unusable(name: str, why: object) -> RenderError:
    """Return the error for the template called `name`: why, and what to do."""
    return RenderError(
        _(
            "Wordmallen {name} kan inte användas: {why}. Pdf går att göra så länge. "
            "Den som sköter mallen ser hur den rättas med formsvc templates check."
        ).format(name=name, why=why)
    )
