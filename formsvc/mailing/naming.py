"""What people and services are called in a letter, alone and in a list."""

from formsvc.formkit.data import Data
from formsvc.formkit.vocabularies import PARTY_KINDS
from formsvc.i18n import _

KINDS_IN_WORDS = dict(PARTY_KINDS)


def shortened(names: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return the first of many names, and how many more there are."""
    more = len(names) - most
    if more <= 1:  # the one more takes no more room than saying so
        return names
    return *names[:most], _("och {more} verksamheter till").format(more=more)


def first_name(name: str) -> str:
    """Return the first of the words in a name."""
    return next(iter(name.split()), "")


def listed(words: tuple[str, ...]) -> str:
    """Return words as a list in a sentence: `hälsa, omsorg och trygghet`."""
    *most, last = words or ("",)
    return (
        _("{most} och {last}").format(most=", ".join(most), last=last) if most else last
    )


def service_name(row: Data) -> str:
    """Return what a service is called: `Barn och familj, Växjö kommun`."""
    names = [name for name in (row["unit"], row["organisation"]) if name]
    return ", ".join(dict.fromkeys(names)) or KINDS_IN_WORDS.get(row["kind"], "")


def capital(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]
